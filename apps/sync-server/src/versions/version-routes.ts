import {
  boardVersionsResponse,
  createBoardVersionRequest,
  createBoardVersionResponse,
  restoreBoardVersionRequest,
  takeBackVersionRequest,
} from '@samtavle/shared/api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { negotiateEncoding } from '../http/encoded-body.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { unzip } from './version-document.ts'
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

  routes.get('/:id/versions/:version/state', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.list-versions')
    const zipped = await versions.state(board, c.req.param('version'))
    const encoding = negotiateEncoding(c.req.header('accept-encoding'), ['gzip'])
    if (encoding !== null) c.header('Content-Encoding', encoding)
    c.header('Content-Type', 'application/octet-stream')
    c.header('Cache-Control', 'private, no-store')
    c.header('Vary', 'Accept-Encoding, Cookie')
    // As it lies in the database: nothing is read or packed for it here.
    return c.body(new Uint8Array(encoding === null ? await unzip(zipped) : zipped))
  })

  routes.post('/:id/versions/:version/take-back', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.restore-version')
    const { before } = await parseJson(c, takeBackVersionRequest)
    await versions.takeBack(board, c.req.param('version'), before)
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
  {
    method: 'get',
    path: '/api/boards/:id/versions/:version/state',
    summary: 'What a version holds, as one Yjs update',
    access: 'signed-in',
    response: 'application/octet-stream',
  },
  {
    method: 'post',
    path: '/api/boards/:id/versions/:version/take-back',
    summary: 'Take going back to this version back: what is still as it says becomes what it was in `before`',
    access: 'signed-in',
    request: takeBackVersionRequest,
  },
]
