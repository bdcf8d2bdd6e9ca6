import type { NewBoardService } from './boards/new-board-service.ts'
import type { Config } from './config.ts'
import type { Sql } from './db/database.ts'
import { createEvidenceFeatures } from './evidence/evidence-features.ts'
import { createFilingFeatures } from './filing/filing-features.ts'
import type { Feature } from './http/openapi.ts'
import { createLoopFeatures } from './loops/loop-features.ts'
import { createProcessModelFeature } from './organisation/process-model-routes.ts'
import { createProcessModelService } from './organisation/process-model-service.ts'
import { createSettingStore } from './organisation/setting-store.ts'
import {
  createDayRoutes,
  createProgrammeRoutes,
  dayRouteDocs,
  programmeRouteDocs,
} from './programmes/programme-routes.ts'
import type { Clock } from './rooms/clock.ts'
import type { DocStore } from './rooms/doc-store.ts'
import type { RoomLog } from './rooms/room-log.ts'
import type { RoomRegistry } from './rooms/room-registry.ts'
import type { AccessService } from './sharing/access-service.ts'
import type { LiveRightsService } from './sharing/live-rights-service.ts'
import { createSnapshotFeatures, type SnapshotDoors } from './snapshots/snapshot-features.ts'
import { createLogService } from './sprints/log-service.ts'
import { createLogStore } from './sprints/log-store.ts'
import { createSprintAccessService } from './sprints/sprint-access-service.ts'
import { createSprintFeatures } from './sprints/sprint-features.ts'
import { createSprintReadingStore } from './sprints/sprint-reading-store.ts'
import type { InTurn } from './sprints/sprint-routes.ts'
import { createTrialFeatures } from './trials/trial-features.ts'
import { createVoteFeatures } from './votes/vote-features.ts'

/**
 * Everything that sprints bring with them: programmes, plan, log, evidence, votes, trial actions, learning loops,
 * snapshots, filing, and the organisation's phases.
 */
export function createSprintWork(deps: {
  sql: Sql
  docStore: DocStore
  rooms: RoomRegistry
  access: AccessService
  live: LiveRightsService
  newBoards: NewBoardService
  /** Told of every new board, once its document is stored. */
  onStored: (boardId: string) => void
  inTurn: InTurn
  config: Pick<Config, 'mail' | 'timeZone'>
  publicAddress: () => string
  clock: Clock
  log: RoomLog
  now: () => Date
}): { features: Feature[]; snapshots: SnapshotDoors; start(): void; close(): Promise<void> } {
  const { sql, config, now } = deps
  const loops = createLoopFeatures({ ...deps, mail: config.mail, timeZone: config.timeZone })
  const own = {
    ...deps,
    timeZone: config.timeZone,
    sprints: createSprintAccessService({ store: createSprintReadingStore(sql) }),
    processModel: createProcessModelService({ settings: createSettingStore(sql), now }),
    processLog: createLogService({ store: createLogStore(sql, config.timeZone), timeZone: config.timeZone, now }),
  }
  const evidence = createEvidenceFeatures(deps)
  const snapshots = createSnapshotFeatures(own)
  const votes = createVoteFeatures(deps)
  const filing = createFilingFeatures({ ...own, snapshotAccess: snapshots.doors.access })
  return {
    features: [
      { path: '/api/programmes', app: createProgrammeRoutes(), docs: programmeRouteDocs },
      { path: '/api/days', app: createDayRoutes(), docs: dayRouteDocs },
      ...createSprintFeatures({ ...deps, timeZone: config.timeZone }),
      ...evidence.features,
      ...votes.features,
      ...createTrialFeatures(deps),
      ...loops.features,
      ...snapshots.features,
      ...filing.features,
      createProcessModelFeature({ sql, now }),
    ],
    snapshots: snapshots.doors,
    start() {
      evidence.start()
      loops.start()
      snapshots.start()
    },
    async close() {
      votes.close()
      await Promise.all([evidence.close(), loops.close(), snapshots.close(), filing.close()])
    },
  }
}
