import {
  createSprintRequest,
  createSprintResponse,
  duplicateSprintRequest,
  putStatusRequest,
  sprintSchema,
  sprintsResponse,
  updateSprintRequest,
} from '@samtavle/shared/sprint-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import { requireRight } from '../sharing/access-service.ts'
import type { SprintAccessService } from './sprint-access-service.ts'
import type { SprintCreationService } from './sprint-creation-service.ts'
import type { SprintService } from './sprint-service.ts'
import type { SprintViewService } from './sprint-view-service.ts'

/** Lets a person make one sprint at a time, and few people at once. */
export type InTurn = <T>(userId: string, work: () => Promise<T>) => Promise<T>

/** Sprints over HTTP, to be mounted at `/api/sprints`. The first line of every route asks for the right. */
export function createSprintRoutes(deps: {
  access: SprintAccessService
  creation: SprintCreationService
  sprints: SprintService
  view: SprintViewService
  inTurn: InTurn
}): Hono<AppEnv> {
  const { access, creation, sprints, view, inTurn } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/', async (c) => {
    const identity = requireRight(c.var.identity, 'sprint.list')
    return c.json({ sprints: await view.list(identity) })
  })

  routes.post('/', async (c) => {
    const identity = requireRight(c.var.identity, 'sprint.create')
    const request = await parseJson(c, createSprintRequest)
    const { follows } = request
    const older = follows === undefined ? null : await access.require(identity, follows.sprintId, 'sprint.view')
    return c.json({ id: await inTurn(identity.userId, () => creation.create(identity, request, older)) }, 201)
  })

  routes.get('/:id', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.view')
    return c.json(await view.get(sprint))
  })

  routes.patch('/:id', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.change')
    await sprints.change(sprint, await parseJson(c, updateSprintRequest))
    return c.body(null, 204)
  })

  routes.delete('/:id', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.delete')
    await sprints.delete(sprint)
    return c.body(null, 204)
  })

  routes.put('/:id/status', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.set-status')
    const { status } = await parseJson(c, putStatusRequest)
    await sprints.putStatus(sprint, status)
    return c.body(null, 204)
  })

  routes.post('/:id/duplicate', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.duplicate')
    const request = await parseJson(c, duplicateSprintRequest)
    return c.json({ id: await inTurn(sprint.identity.userId, () => creation.duplicate(sprint, request)) }, 201)
  })

  return routes
}

export const sprintRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/sprints',
    summary: 'The sprints that one is of, as team or as commissioner, the running ones first',
    access: 'signed-in',
    response: sprintsResponse,
  },
  {
    method: 'post',
    path: '/api/sprints',
    summary:
      'Create a sprint from a programme, with its team and the boards of every day; one at a time for each person',
    access: 'signed-in',
    request: createSprintRequest,
    response: createSprintResponse,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/sprints/:id',
    summary: 'One sprint: its plan, its team, the boards that one may see and who is on them, and what one may do',
    access: 'signed-in',
    response: sprintSchema,
  },
  {
    method: 'patch',
    path: '/api/sprints/:id',
    summary: 'Change what a sprint is called, its challenge or who commissions it',
    access: 'signed-in',
    request: updateSprintRequest,
  },
  {
    method: 'delete',
    path: '/api/sprints/:id',
    summary: 'Delete a sprint that has not begun, with its boards; open sockets end with 4410',
    access: 'signed-in',
  },
  {
    method: 'put',
    path: '/api/sprints/:id/status',
    summary: 'Begin, finish or archive a sprint, or take the last such step back; archived boards can only be read',
    access: 'signed-in',
    request: putStatusRequest,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/duplicate',
    summary: 'Create the same sprint for another start: plan and team as they are, and boards that begin anew',
    access: 'signed-in',
    request: duplicateSprintRequest,
    response: createSprintResponse,
    status: 201,
  },
]
