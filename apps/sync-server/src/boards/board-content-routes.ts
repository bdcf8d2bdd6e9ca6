import { boardPreviewQuery } from '@samtavle/shared/api'
import { Hono } from 'hono'
import { type AppEnv, visitOf } from '../http/app-env.ts'
import { encodeBody, negotiateEncoding } from '../http/encoded-body.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { pictureResponse } from '../http/picture-response.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { BoardContentService } from './board-content-service.ts'

/** What lies on a board, over HTTP; mounted at `/api/boards` beside the board's own routes. */
export function createBoardContentRoutes(deps: { content: BoardContentService; access: AccessService }): Hono<AppEnv> {
  const { content, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/state', async (c) => {
    const board = await access.admit(visitOf(c), c.req.param('id'), 'board.view')
    const state = await content.state(board)
    const { body, encoding } = await encodeBody(state, negotiateEncoding(c.req.header('accept-encoding')))
    if (encoding !== null) c.header('Content-Encoding', encoding)
    c.header('Content-Type', 'application/octet-stream')
    // Read before the content, which is then never of an older one: a socket is asked for with it (A14).
    c.header('Board-Generation', String(board.generation))
    c.header('Cache-Control', 'private, no-store')
    c.header('Vary', 'Accept-Encoding, Cookie')
    return c.body(body)
  })

  routes.get('/:id/preview.svg', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    const look = parseQuery(c, boardPreviewQuery)
    const version = await content.pictureVersion(board, look)
    return await pictureResponse(c, version, () => content.picture(board, look))
  })

  return routes
}

export const boardContentRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/state',
    summary: 'The whole document as one Yjs update',
    access: 'guest',
    response: 'application/octet-stream',
  },
  {
    method: 'get',
    path: '/api/boards/:id/preview.svg',
    summary: 'A picture of the board as it is now',
    access: 'signed-in',
    query: boardPreviewQuery,
    response: 'image/svg+xml',
  },
]
