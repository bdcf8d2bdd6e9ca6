import { boardTemplateResponse, templateDraftQuery, templateDraftResponse } from '@samtavle/shared/template-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { BoardOriginService } from './board-origin-service.ts'
import type { OwnTemplateService } from './own-template-service.ts'

/** A board and the template that it is from, or may become; mounted at `/api/boards` beside the board's own routes. */
export function createBoardTemplateRoutes(deps: {
  origins: BoardOriginService
  own: Pick<OwnTemplateService, 'draft'>
  access: AccessService
}): Hono<AppEnv> {
  const { origins, own, access } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/template', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    return c.json(await origins.look(board))
  })

  routes.post('/:id/template/newest', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.use-newer-template')
    await origins.useNewest(board)
    return c.body(null, 204)
  })

  routes.get('/:id/template-draft', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.save-as-template')
    const { keepLoose } = parseQuery(c, templateDraftQuery)
    return c.json(await own.draft({ access: board, keepLoose: keepLoose === 'true' }))
  })

  return routes
}

export const boardTemplateRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/template',
    summary: 'Which version of a template of our own a board is from, and whether it can be made anew from the newest',
    access: 'signed-in',
    response: boardTemplateResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/template/newest',
    summary: 'Make a board that nobody has written on what the newest version of its template is',
    access: 'signed-in',
  },
  {
    method: 'get',
    path: '/api/boards/:id/template-draft',
    summary: 'What a template of this board would hold, and what would stay behind',
    access: 'signed-in',
    query: templateDraftQuery,
    response: templateDraftResponse,
  },
]
