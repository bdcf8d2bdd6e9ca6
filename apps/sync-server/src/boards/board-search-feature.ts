import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createBoardCardStore } from './board-card-store.ts'
import { boardSearchRouteDocs, createBoardSearchRoutes } from './board-search-routes.ts'
import { createBoardSearchService } from './board-search-service.ts'
import { type BoardTextIndex, createBoardTextIndex } from './board-text-index.ts'
import { createBoardTextStore } from './board-text-store.ts'

/** Search across boards: the words as they are kept, and the route that finds them. */
export function createBoardSearchFeature(deps: {
  sql: Sql
  docStore: DocStore
  openDocument: RoomRegistry['openDocument']
  access: AccessService
  clock: Clock
  log: RoomLog
}): { feature: Feature; index: BoardTextIndex } {
  const { sql, docStore, openDocument, access, clock, log } = deps
  const store = createBoardTextStore(sql)
  const search = createBoardSearchService({ store, access })
  return {
    feature: { path: '/api/search', app: createBoardSearchRoutes({ search }), docs: boardSearchRouteDocs },
    index: createBoardTextIndex({ store, cards: createBoardCardStore(sql), docStore, openDocument, clock, log }),
  }
}
