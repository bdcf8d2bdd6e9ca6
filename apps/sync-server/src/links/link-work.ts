import { createPasswords } from '../accounts/password.ts'
import type { Config } from '../config.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import { createSprintAccessService } from '../sprints/sprint-access-service.ts'
import { createSprintReadingStore } from '../sprints/sprint-reading-store.ts'
import { createGuessLimits } from './guess-limits.ts'
import { createGuestFeatures } from './guest-routes.ts'
import type { Guests } from './guests.ts'
import { createJoinService } from './join-service.ts'
import { createLinkFeatures } from './link-routes.ts'
import { createLinkService } from './link-service.ts'
import { createLinkStore } from './link-store.ts'
import { createLinkTargets } from './link-targets.ts'
import type { SharedSnapshots } from './shared-snapshots.ts'
import { createSnapshotLinkService, type SnapshotLinkService } from './snapshot-link-service.ts'
import { createSprintPageService } from './sprint-page-service.ts'

const HOUR = 60 * 60_000
/** Who a guest was, is forgotten so long after their link ended. */
export const GUESTS_KEPT_MS = 30 * 24 * HOUR

/** Share links and guests as a whole. */
export async function createLinkWork(deps: {
  sql: Sql
  guests: Guests
  rooms: Pick<RoomControl, 'accessChanged'>
  access: Pick<AccessService, 'require'>
  live: Pick<LiveRightsService, 'tellGuests'>
  snapshots: SharedSnapshots
  config: Pick<Config, 'rateLimits' | 'timeZone'>
  publicAddress: () => string
  log: RoomLog
  now: () => Date
}): Promise<{ features: Feature[]; snapshotLinks: SnapshotLinkService; start(): void; close(): void }> {
  const { sql, guests, snapshots, config, now, log } = deps
  const store = createLinkStore(sql)
  const passwords = await createPasswords()
  const verifyPasscode = (hash: string, passcode: string) => passwords.verify(hash, passcode)
  const limits = createGuessLimits({ now: () => now().getTime(), enabled: config.rateLimits })
  const join = createJoinService({ links: store, guests: guests.store, snapshots, limits, verifyPasscode, now })
  const pages = createSprintPageService({ guests, links: store, snapshots, join, timeZone: config.timeZone, now })
  const sprints = createSprintAccessService({ store: createSprintReadingStore(sql) })
  const targets = createLinkTargets({ access: deps.access, sprints, snapshots, store })
  const links = createLinkService({ ...deps, store, hashPasscode: passwords.hash })
  let sweep: ReturnType<typeof setInterval> | undefined
  const tidy = () => {
    store
      .tidy(now(), new Date(now().getTime() - GUESTS_KEPT_MS))
      .catch((error) => log.warn({ err: error }, 'what is left of old share links was not removed'))
  }
  return {
    features: [
      ...createLinkFeatures({ links, targets }),
      ...createGuestFeatures({ guests, join, pages, rooms: deps.rooms, now }),
    ],
    snapshotLinks: createSnapshotLinkService({ links: store, snapshots, limits, verifyPasscode, now }),
    start() {
      sweep = setInterval(tidy, HOUR).unref()
    },
    close: () => clearInterval(sweep),
  }
}
