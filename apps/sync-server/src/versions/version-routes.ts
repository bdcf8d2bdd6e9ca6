import {
  boardVersionsResponse,
  createBoardVersionRequest,
  createBoardVersionResponse,
  restoreBoardVersionRequest,
} from '@samtavle/shared/api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { VersionService } from './version-service.ts'

/** Versions of a board over HTTP; mounted at `/api/boards` beside the board's own routes. */
export function createVersionRoutes(deps: { versions: VersionService; access: AccessService }): Hono<AppEnv> {
  const { versions, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/versions', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.list-versions')
    return c.json({ versions: await versions.list(board) })
  })

  routes.post('/:id/versions', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.save-version')
    const { name } = await parseJson(c, createBoardVersionRequest)
    return c.json({ id: await versions.save(board, name) }, 201)
  })

  routes.post('/:id/versions/:version/restore', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.restore-version')
    const { erase } = await parseJson(c, restoreBoardVersionRequest)
    if (erase) await versions.erase(board, c.req.param('version'))
    else await versions.restore(board, c.req.param('version'))
    return c.body(null, 204)
  })

  return routes
}

export const versionRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/versions',
    summary: 'What the board can be brought back to, newest first',
    access: 'signed-in',
    response: boardVersionsResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/versions',
    summary: 'Keep the board as it is now, under a name',
    access: 'signed-in',
    request: createBoardVersionRequest,
    response: createBoardVersionResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/boards/:id/versions/:version/restore',
    summary: 'Make the board what it was in a version; with `erase`, erase all else it ever held and its history',
    access: 'signed-in',
    request: restoreBoardVersionRequest,
  },
]
