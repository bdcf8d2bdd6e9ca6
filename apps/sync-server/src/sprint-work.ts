import type { NewBoardService } from './boards/new-board-service.ts'
import type { Config } from './config.ts'
import type { Sql } from './db/database.ts'
import { createEvidenceFeatures } from './evidence/evidence-features.ts'
import type { Feature } from './http/openapi.ts'
import { createLoopFeatures } from './loops/loop-features.ts'
import { createProcessModelFeature } from './organisation/process-model-routes.ts'
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
import { createSprintFeatures } from './sprints/sprint-features.ts'
import type { InTurn } from './sprints/sprint-routes.ts'
import { createTrialFeatures } from './trials/trial-features.ts'

/** Everything that sprints bring with them: programmes, plan, log, evidence, trial actions, learning loops, and the organisation's phases. */
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
}): { features: Feature[]; start(): void; close(): Promise<void> } {
  const { sql, config, now } = deps
  const loops = createLoopFeatures({ ...deps, mail: config.mail, timeZone: config.timeZone })
  return {
    features: [
      { path: '/api/programmes', app: createProgrammeRoutes(), docs: programmeRouteDocs },
      { path: '/api/days', app: createDayRoutes(), docs: dayRouteDocs },
      ...createSprintFeatures({ ...deps, timeZone: config.timeZone }),
      ...createEvidenceFeatures(deps),
      ...createTrialFeatures(deps),
      ...loops.features,
      createProcessModelFeature({ sql, now }),
    ],
    start: loops.start,
    close: loops.close,
  }
}
