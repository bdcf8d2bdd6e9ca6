import { boardMembersResponse, deleteBoardMemberQuery, putBoardMemberRequest } from '@samtavle/shared/api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import type { AccessService } from './access-service.ts'
import type { MemberService } from './member-service.ts'

/** Members of a board over HTTP; mounted at `/api/boards` beside the board's own routes. */
export function createMemberRoutes(deps: { members: MemberService; access: AccessService }): Hono<AppEnv> {
  const { members, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/members', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.list-members')
    return c.json({ members: await members.list(board) })
  })

  routes.put('/:id/members', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.manage-members')
    const { userId, role } = await parseJson(c, putBoardMemberRequest)
    await members.put(board, userId, role)
    return c.body(null, 204)
  })

  routes.delete('/:id/members', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.list-members')
    const { userId } = parseQuery(c, deleteBoardMemberQuery)
    await members.remove(board, userId)
    return c.body(null, 204)
  })

  return routes
}

export const memberRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/members',
    summary: 'Who is on a board, the owner first',
    access: 'signed-in',
    response: boardMembersResponse,
  },
  {
    method: 'put',
    path: '/api/boards/:id/members',
    summary: 'Add a colleague, or change whether they edit or view; open sockets follow at once',
    access: 'signed-in',
    request: putBoardMemberRequest,
  },
  {
    method: 'delete',
    path: '/api/boards/:id/members',
    summary: 'Take a colleague off a board, or leave it',
    access: 'signed-in',
    query: deleteBoardMemberQuery,
  },
]
