import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { Clock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { SnapshotAccessService } from '../snapshots/snapshot-access-service.ts'
import { createSnapshotSourceStore } from '../snapshots/snapshot-source-store.ts'
import { createSnapshotStore } from '../snapshots/snapshot-store.ts'
import type { LogService } from '../sprints/log-service.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import { createFilingJobs } from './filing-jobs.ts'
import { createFilingPress, type FilingPress } from './filing-press.ts'
import {
  createFilingRoutes,
  createSnapshotPaperRoutes,
  filingRouteDocs,
  snapshotPaperRouteDocs,
} from './filing-routes.ts'
import { createFilingService } from './filing-service.ts'
import { createFilingStore } from './filing-store.ts'

/** Puts together what belongs to paper and filing. */
export function createFilingFeatures(deps: {
  sql: Sql
  sprints: SprintAccessService
  snapshotAccess: SnapshotAccessService
  processLog: Pick<LogService, 'read'>
  timeZone: string
  clock: Clock
  log: RoomLog
  now: () => Date
  press?: FilingPress
}): { features: Feature[]; close(): Promise<void> } {
  const { sql, sprints, snapshotAccess, processLog, timeZone, clock, log, now } = deps
  const press = deps.press ?? createFilingPress(clock)
  const jobs = createFilingJobs({ clock, log })
  const filing = createFilingService({
    ...{ store: createFilingStore(sql), snapshots: createSnapshotStore(sql), sources: createSnapshotSourceStore(sql) },
    ...{ log: processLog, press, jobs, timeZone, now },
  })
  return {
    features: [
      { path: '/api/sprints', app: createFilingRoutes({ filing, access: sprints }), docs: filingRouteDocs },
      {
        path: '/api/snapshots',
        app: createSnapshotPaperRoutes({ filing, access: snapshotAccess }),
        docs: snapshotPaperRouteDocs,
      },
    ],
    async close() {
      jobs.close()
      await press.close()
    },
  }
}
