import { searchQuery, searchResponse } from '@samtavle/shared/api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseQuery } from '../http/parse.ts'
import { requireRight } from '../sharing/access-service.ts'
import type { BoardSearchService } from './board-search-service.ts'

/** Search across boards over HTTP, to be mounted at `/api/search`. */
export function createBoardSearchRoutes({ search }: { search: BoardSearchService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/', async (c) => {
    const identity = requireRight(c.var.identity, 'board.list')
    const { q } = parseQuery(c, searchQuery)
    c.header('Cache-Control', 'private, no-store')
    return c.json(await search.search(identity, q))
  })
  return routes
}

export const boardSearchRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/search',
    summary: 'Names of boards and words on them, among the boards that one owns or was added to',
    access: 'signed-in',
    query: searchQuery,
    response: searchResponse,
  },
]
