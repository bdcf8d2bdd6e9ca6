import { AppError } from '@samtavle/shared/errors'
import {
  dayQuery,
  dayResponse,
  isoDateSchema,
  programmesResponse,
  startQuery,
  startResponse,
} from '@samtavle/shared/sprint-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { requireRight } from '../sharing/access-service.ts'
import { dayAnswer, listProgrammes, startAnswer } from './programme-service.ts'

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

/** The calendar of people's days over HTTP, to be mounted at `/api/days`. */
export function createDayRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:date', async (c) => {
    const identity = requireRight(c.var.identity, 'sprint.list')
    const date = isoDateSchema.safeParse(c.req.param('date'))
    if (!date.success) throw new AppError('not_found', 'no such day')
    return c.json(await dayAnswer(date.data, parseQuery(c, dayQuery).locale ?? identity.locale))
  })

  return routes
}

export const dayRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/days/:date',
    summary: 'Weekend, public holidays and quiet weeks that a day collides with, and the next day on which people work',
    access: 'signed-in',
    query: dayQuery,
    response: dayResponse,
  },
]

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
