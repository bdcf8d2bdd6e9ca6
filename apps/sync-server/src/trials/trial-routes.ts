import { logTrialRequest, trialResponse, trialsQuery, trialsResponse } from '@samtavle/shared/trial-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import { type AccessService, requireRight } from '../sharing/access-service.ts'
import type { TrialService } from './trial-service.ts'

/** Trial actions across boards; mounted at `/api/trials`. */
export function createTrialRoutes({ trials }: { trials: TrialService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    const identity = requireRight(c.var.identity, 'board.list')
    const only = parseQuery(c, trialsQuery)
    c.header('Cache-Control', 'private, no-store')
    return c.json(await trials.list(identity, only))
  })

  return routes
}

/** One trial and its log; mounted at `/api/boards`. */
export function createBoardTrialRoutes(deps: { trials: TrialService; access: AccessService }): Hono<AppEnv> {
  const { trials, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/trials/:shape', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    c.header('Cache-Control', 'private, no-store')
    return c.json(await trials.trial(board, c.req.param('shape')))
  })

  routes.post('/:id/trials/:shape/log', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.edit')
    await trials.log(board, c.req.param('shape'), await parseJson(c, logTrialRequest))
    return c.body(null, 204)
  })

  return routes
}

export const trialRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/trials',
    summary: 'Trial actions on the boards that one may see, with their status and what they still need',
    access: 'signed-in',
    query: trialsQuery,
    response: trialsResponse,
  },
]

export const boardTrialRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/trials/:shape',
    summary: 'One trial action as it is now, with its log',
    access: 'signed-in',
    response: trialResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/trials/:shape/log',
    summary: 'Write a line in the log of a trial action; the same line is written once',
    access: 'signed-in',
    request: logTrialRequest,
  },
]
