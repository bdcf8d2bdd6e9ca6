import { pino } from 'pino'
import type { Sql } from '../src/db/database.ts'
import { createFilingFeatures } from '../src/filing/filing-features.ts'
import { createFilingPress } from '../src/filing/filing-press.ts'
import { createProcessModelService } from '../src/organisation/process-model-service.ts'
import { createSettingStore } from '../src/organisation/setting-store.ts'
import { createFramedPageFeature } from '../src/reader/reader-features.ts'
import type { DocStore } from '../src/rooms/doc-store.ts'
import type { AccessService } from '../src/sharing/access-service.ts'
import { createFreezer } from '../src/snapshots/freezer.ts'
import { createSnapshotFeatures } from '../src/snapshots/snapshot-features.ts'
import { createLogService } from '../src/sprints/log-service.ts'
import { createLogStore } from '../src/sprints/log-store.ts'
import { createSprintAccessService } from '../src/sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../src/sprints/sprint-reading-store.ts'

const TIME_ZONE = 'Europe/Copenhagen'
const STILL = { now: () => 0, after: () => () => {}, endOfTurn() {} }

/** Snapshots, their pages and their papers on a real database, all made in this thread. */
export function createTestSnapshots(deps: { sql: Sql; docStore: DocStore; access: AccessService; now: () => Date }) {
  const { sql, now } = deps
  const own = {
    ...deps,
    sprints: createSprintAccessService({ store: createSprintReadingStore(sql) }),
    processLog: createLogService({ store: createLogStore(sql, TIME_ZONE), timeZone: TIME_ZONE, now }),
    processModel: createProcessModelService({ settings: createSettingStore(sql), now }),
    timeZone: TIME_ZONE,
    clock: STILL,
    log: pino({ level: 'silent' }),
  }
  const made = createSnapshotFeatures({ ...own, freezer: createFreezer(STILL, null) })
  const filing = createFilingFeatures({
    ...own,
    snapshotAccess: made.doors.access,
    press: createFilingPress(STILL, null),
  })
  const { access, snapshots } = made.doors
  const framed = createFramedPageFeature({
    snapshots: { pageOf: async (identity, id) => await snapshots.pageOf(await access.require(identity, id, 'see')) },
    webRoot: '',
    timeZone: TIME_ZONE,
  })
  return { ...made, features: [...made.features, framed, ...filing.features] }
}
