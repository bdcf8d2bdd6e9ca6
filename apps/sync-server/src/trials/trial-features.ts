import { createBoardTextStore } from '../boards/board-text-store.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { boardTrialRouteDocs, createBoardTrialRoutes, createTrialRoutes, trialRouteDocs } from './trial-routes.ts'
import { createTrialService } from './trial-service.ts'
import { createTrialStore } from './trial-store.ts'

/** Trial actions: the list across boards, and the log that is written from a phone. */
export function createTrialFeatures(deps: {
  sql: Sql
  docStore: DocStore
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument'>
  access: AccessService
  now: () => Date
}): Feature[] {
  const { sql, access } = deps
  const trials = createTrialService({ ...deps, store: createTrialStore(sql), texts: createBoardTextStore(sql) })
  return [
    { path: '/api/trials', app: createTrialRoutes({ trials }), docs: trialRouteDocs },
    { path: '/api/boards', app: createBoardTrialRoutes({ trials, access }), docs: boardTrialRouteDocs },
  ]
}
