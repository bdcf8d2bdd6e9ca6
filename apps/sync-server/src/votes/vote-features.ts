import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { createNoteVoteStore } from './note-vote-store.ts'
import { createVoteCount } from './vote-count.ts'
import { createVoteEvents } from './vote-events.ts'
import { createVoteLog } from './vote-log.ts'
import { createVoteRoutes, voteRouteDocs } from './vote-routes.ts'
import { createVoteService } from './vote-service.ts'
import { createVoteStore } from './vote-store.ts'

/** Hidden votes on boards. */
export function createVoteFeatures(deps: {
  sql: Sql
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument' | 'tell'>
  access: AccessService
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; close(): void } {
  const { sql, access } = deps
  const events = createVoteEvents(deps)
  const votes = createVoteService({
    ...deps,
    store: createVoteStore(sql),
    count: createVoteCount(sql),
    noteVotes: createNoteVoteStore(sql),
    events,
    processLog: createVoteLog(deps),
  })
  return {
    features: [{ path: '/api/boards', app: createVoteRoutes({ votes, access }), docs: voteRouteDocs }],
    close: events.close,
  }
}
