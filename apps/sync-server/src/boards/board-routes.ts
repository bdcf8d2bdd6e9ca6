import {
  boardSummarySchema,
  boardsResponse,
  createBoardRequest,
  createBoardResponse,
  duplicateBoardRequest,
  listBoardsQuery,
  updateBoardRequest,
} from '@samtavle/shared/api'
import { BACKUP_BYTES_MAX } from '@samtavle/shared/board-backup'
import { importBoardRequest, importBoardResponse } from '@samtavle/shared/import-api'
import { Hono } from 'hono'
import { type AppEnv, visitOf } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import { type AccessService, requireRight } from '../sharing/access-service.ts'
import type { BoardService } from './board-service.ts'
import { createImportTurns } from './import-turns.ts'

/** Boards over HTTP, to be mounted at `/api/boards`. The first line of every route asks for the right. */
export function createBoardRoutes(deps: { boards: BoardService; access: AccessService }): Hono<AppEnv> {
  const { boards, access } = deps
  const routes = new Hono<AppEnv>()
  const importTurn = createImportTurns()

  routes.get('/', async (c) => {
    const identity = requireRight(c.var.identity, 'board.list')
    const { state } = parseQuery(c, listBoardsQuery)
    return c.json({ boards: await boards.list(identity, state) })
  })

  routes.post('/', async (c) => {
    const identity = requireRight(c.var.identity, 'board.create')
    const id = await boards.create(identity, await parseJson(c, createBoardRequest))
    return c.json({ id }, 201)
  })

  routes.post('/import', async (c) => {
    const identity = requireRight(c.var.identity, 'board.create')
    const imported = await importTurn(identity.userId, async () =>
      boards.import(identity, await parseJson(c, importBoardRequest, BACKUP_BYTES_MAX)),
    )
    return c.json(imported, 201)
  })

  routes.get('/:id', async (c) => {
    const board = await access.admit(visitOf(c), c.req.param('id'), 'board.view')
    return c.json(await boards.get(board))
  })

  routes.patch('/:id', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    await boards.change(board, await parseJson(c, updateBoardRequest))
    return c.body(null, 204)
  })

  routes.delete('/:id', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.delete')
    await boards.delete(board)
    return c.body(null, 204)
  })

  routes.post('/:id/restore', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.restore')
    await boards.restore(board)
    return c.body(null, 204)
  })

  routes.post('/:id/keep', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.keep')
    await boards.keep(board)
    return c.body(null, 204)
  })

  routes.post('/:id/duplicate', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.duplicate')
    const { title } = await parseJson(c, duplicateBoardRequest)
    return c.json({ id: await boards.duplicate(board, title) }, 201)
  })

  return routes
}

export const boardRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards',
    summary: 'The boards that one owns or was added to, newest edit first; deleted ones for 30 days',
    access: 'signed-in',
    query: listBoardsQuery,
    response: boardsResponse,
  },
  {
    method: 'post',
    path: '/api/boards',
    summary: 'Create a board, empty or from a template',
    access: 'signed-in',
    request: createBoardRequest,
    response: createBoardResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/boards/import',
    summary:
      'Create a board from a backup file of up to 20 MB without its pictures; one import at a time for each person',
    access: 'signed-in',
    request: importBoardRequest,
    response: importBoardResponse,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/boards/:id',
    summary: 'One board and what one may do on it',
    access: 'guest',
    response: boardSummarySchema,
  },
  {
    method: 'patch',
    path: '/api/boards/:id',
    summary: 'Rename a board, archive it or take it out of the archive',
    access: 'signed-in',
    request: updateBoardRequest,
  },
  {
    method: 'delete',
    path: '/api/boards/:id',
    summary: 'Delete a board for everybody; open sockets end with 4410',
    access: 'signed-in',
  },
  {
    method: 'post',
    path: '/api/boards/:id/restore',
    summary: 'Take the deletion of a board back, within 30 days',
    access: 'signed-in',
  },
  {
    method: 'post',
    path: '/api/boards/:id/keep',
    summary: 'Let a board stay that would delete itself',
    access: 'signed-in',
  },
  {
    method: 'post',
    path: '/api/boards/:id/duplicate',
    summary: 'Copy a board as one’s own, without its members',
    access: 'signed-in',
    request: duplicateBoardRequest,
    response: createBoardResponse,
    status: 201,
  },
]
