import { createBoardResponse } from '@samtavle/shared/api'
import {
  addSprintBoardRequest,
  arrangeSprintBoardRequest,
  deleteSprintMemberQuery,
  putAgendaRequest,
  putAgendaResponse,
  putNowRequest,
  putSprintMemberRequest,
} from '@samtavle/shared/sprint-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import type { SprintAccessService } from './sprint-access-service.ts'
import type { SprintBoardService } from './sprint-board-service.ts'
import { AGENDA_BYTES_MAX, type SprintService } from './sprint-service.ts'
import type { SprintTeamService } from './sprint-team-service.ts'

/** Plan, team and boards of a sprint over HTTP; mounted at `/api/sprints` beside the sprint's own routes. */
export function createSprintPlanRoutes(deps: {
  access: SprintAccessService
  sprints: SprintService
  team: SprintTeamService
  boards: SprintBoardService
}): Hono<AppEnv> {
  const { access, sprints, team, boards } = deps
  const routes = new Hono<AppEnv>()

  routes.put('/:id/agenda', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.change-agenda')
    const { version, agenda } = await parseJson(c, putAgendaRequest, 2 * AGENDA_BYTES_MAX)
    return c.json({ version: await sprints.putAgenda(sprint, version, agenda) })
  })

  routes.put('/:id/now', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.run')
    const { block } = await parseJson(c, putNowRequest)
    await sprints.putNow(sprint, block)
    return c.body(null, 204)
  })

  routes.put('/:id/members', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.manage-team')
    const { userId, role } = await parseJson(c, putSprintMemberRequest)
    await team.put(sprint, userId, role)
    return c.body(null, 204)
  })

  routes.delete('/:id/members', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.view')
    const { userId } = parseQuery(c, deleteSprintMemberQuery)
    await team.remove(sprint, userId)
    return c.body(null, 204)
  })

  routes.post('/:id/boards', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.add-board')
    return c.json({ id: await boards.add(sprint, await parseJson(c, addSprintBoardRequest)) }, 201)
  })

  routes.patch('/:id/boards/:boardId', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.arrange-boards')
    await boards.arrange(sprint, c.req.param('boardId'), await parseJson(c, arrangeSprintBoardRequest))
    return c.body(null, 204)
  })

  return routes
}

export const sprintPlanRouteDocs: readonly RouteDoc[] = [
  {
    method: 'put',
    path: '/api/sprints/:id/agenda',
    summary: 'Put another plan in the place of the version that one has seen; a conflict when somebody was faster',
    access: 'signed-in',
    request: putAgendaRequest,
    response: putAgendaResponse,
  },
  {
    method: 'put',
    path: '/api/sprints/:id/now',
    summary: 'Say which block the team of a running sprint begins now',
    access: 'signed-in',
    request: putNowRequest,
  },
  {
    method: 'put',
    path: '/api/sprints/:id/members',
    summary: 'Add somebody to the team, or change what they are in it; open sockets on its boards follow at once',
    access: 'signed-in',
    request: putSprintMemberRequest,
  },
  {
    method: 'delete',
    path: '/api/sprints/:id/members',
    summary: 'Take somebody out of the team, or leave it; somebody has to lead it',
    access: 'signed-in',
    query: deleteSprintMemberQuery,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/boards',
    summary: 'Add a board to a day of the sprint, empty or from a template',
    access: 'signed-in',
    request: addSprintBoardRequest,
    response: createBoardResponse,
    status: 201,
  },
  {
    method: 'patch',
    path: '/api/sprints/:id/boards/:boardId',
    summary: 'Move a board to another day or phase, or change who of the sprint sees and changes it',
    access: 'signed-in',
    request: arrangeSprintBoardRequest,
  },
]
