import { processModelResponse, processModelsResponse, putProcessModelRequest } from '@samtavle/shared/process-model-api'
import { PROCESS_MODELS } from '@samtavle/templates/process-models'
import { Hono } from 'hono'
import type { Sql } from '../db/database.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { Feature, RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import { requireRight } from '../sharing/access-service.ts'
import { createProcessModelService, type ProcessModelService } from './process-model-service.ts'
import { createSettingStore } from './setting-store.ts'

/** The organisation's process model over HTTP, to be mounted at `/api/process-model`. */
function createProcessModelRoutes({ model }: { model: ProcessModelService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    requireRight(c.var.identity, 'process-model.read')
    return c.json(await model.read())
  })

  routes.get('/models', (c) => {
    requireRight(c.var.identity, 'process-model.read')
    return c.json({ models: PROCESS_MODELS })
  })

  routes.put('/', async (c) => {
    const identity = requireRight(c.var.identity, 'process-model.change')
    return c.json(await model.change(identity, await parseJson(c, putProcessModelRequest)))
  })

  return routes
}

const processModelRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/process-model',
    summary: 'What the organisation calls its phases, and what it asks in them',
    access: 'signed-in',
    response: processModelResponse,
  },
  {
    method: 'get',
    path: '/api/process-model/models',
    summary: 'The process models that can be chosen',
    access: 'signed-in',
    response: processModelsResponse,
  },
  {
    method: 'put',
    path: '/api/process-model',
    summary: 'Chooses a process model and its words; for administrators',
    access: 'signed-in',
    request: putProcessModelRequest,
    response: processModelResponse,
  },
]

/** Puts together the process model. */
export function createProcessModelFeature({ sql, now }: { sql: Sql; now: () => Date }): Feature {
  const model = createProcessModelService({ settings: createSettingStore(sql), now })
  return { path: '/api/process-model', app: createProcessModelRoutes({ model }), docs: processModelRouteDocs }
}
