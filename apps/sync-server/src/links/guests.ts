import type { Sql } from '../db/database.ts'
import type { FindGuest } from '../sharing/access-service.ts'
import type { GuestRolesOn } from '../sharing/live-rights-service.ts'
import { createGuestCookie } from './guest-cookie.ts'
import { createGuestStore } from './guest-store.ts'

/** A guest who is there is noted so often, in ms. */
const SEEN_EVERY_MS = 5 * 60_000

export type Guests = ReturnType<typeof createGuests>

/** Guests as the rest of the server asks for them: by the `Cookie` header of a request. */
export function createGuests({ sql, https, now }: { sql: Sql; https: boolean; now: () => Date }) {
  const cookie = createGuestCookie({ https })
  const store = createGuestStore(sql)

  /** The guest of a board; undefined without an open link to it. */
  const onBoard: FindGuest = async (header, boardId) => {
    const session = cookie.read(header)
    const found = session && (await store.onBoard(session, boardId, now()))
    if (found === undefined) return undefined
    const { guestId, name, colour, expiresAt, role, state, generation, title } = found
    await store.seen(guestId, now(), new Date(now().getTime() - SEEN_EVERY_MS))
    const guest = Object.freeze({ guestId, name, colour })
    return { boardId, role, state, generation, title, guest, endsAt: expiresAt.getTime() }
  }
  const rolesOn: GuestRolesOn = (of) => store.rolesOn(of, now())

  return { cookie, store, onBoard, rolesOn }
}
