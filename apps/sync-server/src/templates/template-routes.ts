import {
  listTemplatesQuery,
  templatePreviewQuery,
  templateRecordsQuery,
  templateRecordsResponse,
  templatesResponse,
} from '@samtavle/shared/api'
import { type Context, Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { keptResponse } from '../http/kept-response.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { pictureResponse } from '../http/picture-response.ts'
import { requireRight } from '../sharing/access-service.ts'
import { type Kept, keptJson } from './template-content.ts'
import type { TemplateService } from './template-service.ts'

const json = (c: Context<AppEnv>, { version, content }: Kept<Uint8Array>): Promise<Response> =>
  keptResponse(c, version, 'application/json', () => content)

/** Templates over HTTP, to be mounted at `/api/templates`. */
export function createTemplateRoutes({ templates }: { templates: TemplateService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    const identity = requireRight(c.var.identity, 'template.list')
    const { ids, hidden } = parseQuery(c, listTemplatesQuery)
    const told =
      ids === undefined
        ? await templates.list(identity, hidden === 'true')
        : await templates.some(identity, new Set(ids.split(',')))
    return await json(c, keptJson({ templates: told }))
  })

  routes.get('/:id/preview.svg', async (c) => {
    requireRight(c.var.identity, 'template.list')
    const { version, content } = await templates.picture(c.req.param('id'), parseQuery(c, templatePreviewQuery))
    return await pictureResponse(c, version, () => content)
  })

  routes.get('/:id/records', async (c) => {
    requireRight(c.var.identity, 'template.list')
    const records = await templates.records(c.req.param('id'), parseQuery(c, templateRecordsQuery))
    return await json(c, keptJson({ records }))
  })

  return routes
}

export const templateRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/templates',
    summary: 'What the gallery offers, the organisation’s own first, or what is to be said of some templates',
    access: 'signed-in',
    query: listTemplatesQuery,
    response: templatesResponse,
  },
  {
    method: 'get',
    path: '/api/templates/:id/preview.svg',
    summary: 'A picture of a template, drawn from its own records',
    access: 'signed-in',
    query: templatePreviewQuery,
    response: 'image/svg+xml',
  },
  {
    method: 'get',
    path: '/api/templates/:id/records',
    summary: 'What a template puts on a board, to be inserted into one that is open',
    access: 'signed-in',
    query: templateRecordsQuery,
    response: templateRecordsResponse,
  },
]
