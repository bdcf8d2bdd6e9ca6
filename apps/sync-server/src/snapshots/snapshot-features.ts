import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { ProcessModelService } from '../organisation/process-model-service.ts'
import type { Clock } from '../rooms/clock.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { LogService } from '../sprints/log-service.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import { createNoteVoteStore } from '../votes/note-vote-store.ts'
import { createFreezer, type Freezer } from './freezer.ts'
import { createSnapshotAccessService, type SnapshotAccessService } from './snapshot-access-service.ts'
import { createSnapshotAnswerService, type SnapshotAnswerService } from './snapshot-answer-service.ts'
import { createSnapshotComposer } from './snapshot-composer.ts'
import { createSnapshotPreparing } from './snapshot-preparing.ts'
import { createSnapshotReaderService, type SnapshotReaderService } from './snapshot-reader-service.ts'
import { boardSnapshotRouteDocs, snapshotRouteDocs, sprintSnapshotRouteDocs } from './snapshot-route-docs.ts'
import { createBoardSnapshotRoutes, createSnapshotRoutes, createSprintSnapshotRoutes } from './snapshot-routes.ts'
import { createSnapshotService, type SnapshotService } from './snapshot-service.ts'
import { createSnapshotSourceStore } from './snapshot-source-store.ts'
import { createSnapshotStore } from './snapshot-store.ts'

/** What links and pages of snapshots need: rights, the frozen content, and a way to answer. */
export type SnapshotDoors = {
  access: SnapshotAccessService
  reader: SnapshotReaderService
  answers: SnapshotAnswerService
  snapshots: SnapshotService
}

/** Puts together what belongs to snapshots. */
export function createSnapshotFeatures(deps: {
  sql: Sql
  docStore: Pick<DocStore, 'load'>
  access: AccessService
  sprints: SprintAccessService
  processModel: Pick<ProcessModelService, 'read'>
  processLog: Pick<LogService, 'addAnswer'>
  /** Where the days of sprints end. */
  timeZone: string
  clock: Clock
  log: RoomLog
  now: () => Date
  freezer?: Freezer
}): { features: Feature[]; doors: SnapshotDoors; prepare(): Promise<number>; start(): void; close(): Promise<void> } {
  const { sql, docStore, sprints, processLog, processModel, timeZone, clock, log, now } = deps
  const store = createSnapshotStore(sql)
  const sources = createSnapshotSourceStore(sql)
  const freezer = deps.freezer ?? createFreezer(clock)
  const composer = createSnapshotComposer({
    ...{ store, sources, docStore, freezer, processModel, log, now },
    votes: createNoteVoteStore(sql),
  })
  const access = createSnapshotAccessService({ store, sources, boards: deps.access, sprints, now })
  const snapshots = createSnapshotService({ store, composer, now })
  const answers = createSnapshotAnswerService({ store, sources, log: processLog, now })
  const reader = createSnapshotReaderService({ store, now })
  const preparing = createSnapshotPreparing({ store, sources, composer, timeZone, clock, log, now })
  const routes = { access, snapshots, answers }
  return {
    features: [
      { path: '/api/sprints', app: createSprintSnapshotRoutes(routes), docs: sprintSnapshotRouteDocs },
      { path: '/api/boards', app: createBoardSnapshotRoutes(routes), docs: boardSnapshotRouteDocs },
      { path: '/api/snapshots', app: createSnapshotRoutes(routes), docs: snapshotRouteDocs },
    ],
    doors: { access, reader, answers, snapshots },
    prepare: preparing.prepare,
    start: preparing.start,
    async close() {
      await preparing.close()
      await freezer.close()
    },
  }
}
