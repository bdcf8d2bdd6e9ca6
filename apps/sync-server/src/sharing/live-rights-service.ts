import type { BoardRole } from '@samtavle/shared/access'
import type { RoomControl } from '../rooms/room-control.ts'
import type { RoleOnBoard, RolesOf, SharingStore } from './sharing-store.ts'

/** Guests of one link, one board or all boards of a sprint. */
export type GuestsOf = { linkId: string } | { boardId: string } | { sprintId: string }
/** What guests are on boards now; null for those who may not be there any more. */
export type GuestRolesOn = (of: GuestsOf) => Promise<{ guestId: string; boardId: string; role: BoardRole | null }[]>

export type LiveRightsService = ReturnType<typeof createLiveRightsService>

/**
 * Brings open sockets to what rights are now. Call it after the change is committed: it reads them anew, because more
 * than one way may lead to a board. One reading at a time, so that none that began before another change is told after
 * one that began later.
 */
export function createLiveRightsService(deps: {
  store: Pick<SharingStore, 'rolesOn'>
  rooms: Pick<RoomControl, 'accessChanged' | 'boardChanged'>
  /** Without it there are no guests. */
  guestRolesOn?: GuestRolesOn
}) {
  const { store, rooms, guestRolesOn = async () => [] } = deps
  let last: Promise<unknown> = Promise.resolve()

  function afterAnother<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function tellGuestRoles(of: GuestsOf): Promise<void> {
    for (const { boardId, guestId, role } of await guestRolesOn(of)) rooms.accessChanged(boardId, guestId, role)
  }

  return {
    /** What people may do on boards changed. @returns how it is now */
    async tellRoles(of: RolesOf): Promise<RoleOnBoard[]> {
      return await afterAnother(async () => {
        const roles = await store.rolesOn(of)
        for (const { boardId, userId, role } of roles) rooms.accessChanged(boardId, userId, role)
        // What makes somebody something else on a board otherwise changes it for its guests too.
        if (of.userId === undefined) await tellGuestRoles(of)
        return roles
      })
    },

    /** A share link was withdrawn, or gives another right. */
    async tellGuests(of: GuestsOf): Promise<void> {
      await afterAnother(() => tellGuestRoles(of))
    },

    /** Boards of a sprint went into the archive with it, or came out of it. */
    async tellStates(sprintId: string): Promise<void> {
      await afterAnother(async () => {
        const boards = new Map((await store.rolesOn({ sprintId })).map((board) => [board.boardId, board]))
        for (const { boardId, title, archived } of boards.values()) rooms.boardChanged(boardId, { title, archived })
      })
    },
  }
}
