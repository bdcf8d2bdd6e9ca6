import type { Feature } from '../http/openapi.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { AccessService } from './access-service.ts'
import { createLiveRightsService, type GuestRolesOn, type LiveRightsService } from './live-rights-service.ts'
import { createMemberRoutes, memberRouteDocs } from './member-routes.ts'
import { createMemberService } from './member-service.ts'
import type { SharingStore } from './sharing-store.ts'

/** Who is on a board, and open sockets that follow when that changes. */
export function createSharingFeatures(deps: {
  store: SharingStore
  rooms: RoomControl
  access: AccessService
  guestRolesOn?: GuestRolesOn
}): {
  features: Feature[]
  live: LiveRightsService
} {
  const { store, access } = deps
  const live = createLiveRightsService(deps)
  const members = createMemberService({ store, live })
  return {
    features: [{ path: '/api/boards', app: createMemberRoutes({ members, access }), docs: memberRouteDocs }],
    live,
  }
}
