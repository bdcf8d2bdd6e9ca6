import type { Config } from './config.ts'
import type { Sql } from './db/database.ts'
import type { Feature } from './http/openapi.ts'
import { createGuests, type Guests } from './links/guests.ts'
import { createLinkWork } from './links/link-work.ts'
import { NO_SNAPSHOTS, type SharedSnapshots } from './links/shared-snapshots.ts'
import type { SnapshotLinkService } from './links/snapshot-link-service.ts'
import type { RoomControl } from './rooms/room-control.ts'
import type { RoomLog } from './rooms/room-log.ts'
import { type AccessService, createAccessService } from './sharing/access-service.ts'
import type { LiveRightsService } from './sharing/live-rights-service.ts'
import { createSharingFeatures } from './sharing/sharing-features.ts'
import { createSharingStore, type SharingStore } from './sharing/sharing-store.ts'

/** What leads somebody to a board, asked by every route and every socket. */
type WaysToBoards = { sharing: SharingStore; guests: Guests; access: AccessService }

export function createWaysToBoards(deps: { sql: Sql; https: boolean; now: () => Date }): WaysToBoards {
  const sharing = createSharingStore(deps.sql)
  const guests = createGuests(deps)
  return { sharing, guests, access: createAccessService({ store: sharing, guestOn: guests.onBoard, now: deps.now }) }
}

/** Who is on a board and who comes by a link, and open sockets that follow when that changes. */
export async function createSharingWork(
  deps: WaysToBoards & {
    sql: Sql
    rooms: RoomControl
    snapshots?: SharedSnapshots
    config: Pick<Config, 'rateLimits' | 'timeZone'>
    publicAddress: () => string
    log: RoomLog
    now: () => Date
  },
): Promise<{
  features: Feature[]
  live: LiveRightsService
  snapshotLinks: SnapshotLinkService
  start(): void
  close(): void
}> {
  const { sharing, guests, rooms, access, snapshots = NO_SNAPSHOTS } = deps
  const { features, live } = createSharingFeatures({ store: sharing, rooms, access, guestRolesOn: guests.rolesOn })
  const links = await createLinkWork({ ...deps, live, snapshots })
  return { ...links, features: [...features, ...links.features], live }
}
