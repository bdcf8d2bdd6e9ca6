import type { Sql } from '../db/database.ts'
import type { Identity } from '../http/app-env.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { TemplateService } from '../templates/template-service.ts'
import { boardContentRouteDocs, createBoardContentRoutes } from './board-content-routes.ts'
import { createBoardContentService } from './board-content-service.ts'
import { createBoardExpiry } from './board-expiry.ts'
import { boardRouteDocs, createBoardRoutes } from './board-routes.ts'
import { createBoardService } from './board-service.ts'
import { createBoardStore } from './board-store.ts'
import { createNewBoardService, type NewBoardService } from './new-board-service.ts'

/** Boards and what lies on them, and the end of those that were made to try things on. */
export function createBoardFeatures(deps: {
  sql: Sql
  docStore: DocStore
  rooms: RoomRegistry
  access: AccessService
  templates: TemplateService
  picturesGivenTo: (identity: Identity, ids: readonly string[]) => Promise<string[]>
  /** Told of every new board, once its document is stored. */
  onStored: (boardId: string) => void
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; newBoards: NewBoardService; expiry: ReturnType<typeof createBoardExpiry> } {
  const { sql, docStore, rooms, access, templates, picturesGivenTo, onStored, clock, log, now } = deps
  const store = createBoardStore(sql)
  const newBoards = createNewBoardService({ templates })
  const boards = createBoardService({ store, docStore, rooms, onStored, newBoards, templates, picturesGivenTo, now })
  const content = createBoardContentService({ store, docStore, rooms })
  return {
    features: [
      { path: '/api/boards', app: createBoardRoutes({ boards, access }), docs: boardRouteDocs },
      { path: '/api/boards', app: createBoardContentRoutes({ content, access }), docs: boardContentRouteDocs },
    ],
    newBoards,
    expiry: createBoardExpiry({ store, rooms, clock, log, now }),
  }
}
