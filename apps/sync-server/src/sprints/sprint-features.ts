import type { NewBoardService } from '../boards/new-board-service.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import { openLoops } from '../loops/loop-carrying.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import { createLogRoutes, logRouteDocs } from './log-routes.ts'
import { createLogService } from './log-service.ts'
import { createLogStore } from './log-store.ts'
import { createSprintAccessService } from './sprint-access-service.ts'
import { createSprintBoardService } from './sprint-board-service.ts'
import { createSprintCreationService } from './sprint-creation-service.ts'
import { createSprintPlanRoutes, sprintPlanRouteDocs } from './sprint-plan-routes.ts'
import { createSprintReadingStore } from './sprint-reading-store.ts'
import { createSprintRoutes, type InTurn, sprintRouteDocs } from './sprint-routes.ts'
import { createSprintService } from './sprint-service.ts'
import { createSprintStore } from './sprint-store.ts'
import { createSprintTeamService } from './sprint-team-service.ts'
import { createSprintTeamStore } from './sprint-team-store.ts'
import { createSprintViewService } from './sprint-view-service.ts'

/** Puts together what belongs to sprints. */
export function createSprintFeatures(deps: {
  sql: Sql
  rooms: RoomControl
  live: LiveRightsService
  newBoards: NewBoardService
  /** Told of every new board, once its document is stored. */
  onStored: (boardId: string) => void
  inTurn: InTurn
  /** Where the days of sprints begin and end. */
  timeZone: string
  now: () => Date
}): Feature[] {
  const { sql, rooms, live, newBoards, onStored, inTurn, timeZone, now } = deps
  const store = createSprintStore(sql)
  const reading = createSprintReadingStore(sql)
  const access = createSprintAccessService({ store: reading })
  const loopsOf = (sprintId: string) => openLoops(sql, sprintId)
  const creation = createSprintCreationService({ store, reading, newBoards, loopsOf, onStored, now })
  const sprints = createSprintService({ store, reading, rooms, live, now })
  const view = createSprintViewService({ store: reading, rooms, timeZone, now })
  const team = createSprintTeamService({ store: createSprintTeamStore(sql), reading, live, now })
  const boards = createSprintBoardService({ store, reading, newBoards, live, onStored, now })
  const log = createLogService({ store: createLogStore(sql, timeZone), timeZone, now })
  return [
    {
      path: '/api/sprints',
      app: createSprintRoutes({ access, creation, sprints, view, inTurn }),
      docs: sprintRouteDocs,
    },
    {
      path: '/api/sprints',
      app: createSprintPlanRoutes({ access, sprints, team, boards }),
      docs: sprintPlanRouteDocs,
    },
    { path: '/api/sprints', app: createLogRoutes({ log, access }), docs: logRouteDocs },
  ]
}
