import {
  addDecisionRequest,
  addLogLineRequest,
  addLogLineResponse,
  addPurposeRequest,
  sprintLogResponse,
} from '@samtavle/shared/sprint-log-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { LogService } from './log-service.ts'
import type { SprintAccessService } from './sprint-access-service.ts'

/** Process log, purpose and decisions over HTTP, to be mounted at `/api/sprints`. Nothing here changes what was written. */
export function createLogRoutes(deps: { log: LogService; access: SprintAccessService }): Hono<AppEnv> {
  const { log, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/log', async (c) => {
    return c.json(await log.read(await access.require(c.var.identity, c.req.param('id'), 'sprint.read-log')))
  })

  routes.post('/:id/log', async (c) => {
    const granted = await access.require(c.var.identity, c.req.param('id'), 'sprint.add-side-benefit')
    const number = await log.addLine(granted, await parseJson(c, addLogLineRequest))
    return c.json({ number }, 201)
  })

  routes.post('/:id/purpose', async (c) => {
    const granted = await access.require(c.var.identity, c.req.param('id'), 'sprint.change-purpose')
    const number = await log.addPurpose(granted, await parseJson(c, addPurposeRequest))
    return c.json({ number }, 201)
  })

  routes.post('/:id/purpose/lock', async (c) => {
    await log.lockPurpose(await access.require(c.var.identity, c.req.param('id'), 'sprint.change-purpose'))
    return c.body(null, 204)
  })

  routes.post('/:id/decisions', async (c) => {
    const granted = await access.require(c.var.identity, c.req.param('id'), 'sprint.decide')
    const number = await log.addDecision(granted, await parseJson(c, addDecisionRequest))
    return c.json({ number }, 201)
  })

  routes.post('/:id/proposals/:proposalId/set-aside', async (c) => {
    const granted = await access.require(c.var.identity, c.req.param('id'), 'sprint.write-log')
    await log.setAside(granted, c.req.param('proposalId'), true)
    return c.body(null, 204)
  })

  routes.delete('/:id/proposals/:proposalId/set-aside', async (c) => {
    const granted = await access.require(c.var.identity, c.req.param('id'), 'sprint.write-log')
    await log.setAside(granted, c.req.param('proposalId'), false)
    return c.body(null, 204)
  })

  return routes
}

export const logRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/sprints/:id/log',
    summary: 'A sprint’s process log with its purpose, as it was and is, its decisions, and lines that are proposed',
    access: 'signed-in',
    response: sprintLogResponse,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/log',
    summary: 'Add a line; a correction is a new line. Side benefits are added to archived sprints too',
    access: 'signed-in',
    request: addLogLineRequest,
    response: addLogLineResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/purpose',
    summary: 'Add a version of purpose and plan; once the original is locked, with a reason',
    access: 'signed-in',
    request: addPurposeRequest,
    response: addLogLineResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/purpose/lock',
    summary: 'Make the newest version of the purpose the original one, for good',
    access: 'signed-in',
  },
  {
    method: 'post',
    path: '/api/sprints/:id/decisions',
    summary: 'Add a decision, or one at a gate; a correction is a new one',
    access: 'signed-in',
    request: addDecisionRequest,
    response: addLogLineResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/proposals/:proposalId/set-aside',
    summary: 'Set a line that is proposed aside',
    access: 'signed-in',
  },
  {
    method: 'delete',
    path: '/api/sprints/:id/proposals/:proposalId/set-aside',
    summary: 'Propose a line again that was set aside',
    access: 'signed-in',
  },
]
