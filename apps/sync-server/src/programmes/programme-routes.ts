import { programmesResponse, startQuery, startResponse } from '@samtavle/shared/sprint-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { requireRight } from '../sharing/access-service.ts'
import { listProgrammes, startAnswer } from './programme-service.ts'

/** Programmes over HTTP, to be mounted at `/api/programmes`. */
export function createProgrammeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', (c) => {
    requireRight(c.var.identity, 'sprint.list')
    return c.json({ programmes: listProgrammes() })
  })

  routes.get('/:id/start', async (c) => {
    const identity = requireRight(c.var.identity, 'sprint.list')
    const { date, locale } = parseQuery(c, startQuery)
    return c.json(await startAnswer(c.req.param('id'), date, locale ?? identity.locale))
  })

  return routes
}

export const programmeRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/programmes',
    summary: 'The programmes that a sprint can follow, with their days and boards',
    access: 'signed-in',
    response: programmesResponse,
  },
  {
    method: 'get',
    path: '/api/programmes/:id/start',
    summary: 'Public holidays and quiet weeks that a start collides with, and the next start without a holiday',
    access: 'signed-in',
    query: startQuery,
    response: startResponse,
  },
]
