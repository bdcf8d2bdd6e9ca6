import type { RoomControl } from '../rooms/room-control.ts'
import type { RoleOnBoard, RolesOf, SharingStore } from './sharing-store.ts'

export type LiveRightsService = ReturnType<typeof createLiveRightsService>

/**
 * Brings open sockets to what rights are now. Call it after the change is committed: it reads them anew, because more
 * than one way may lead to a board. One reading at a time, so that none that began before another change is told after
 * one that began later.
 */
export function createLiveRightsService(deps: {
  store: Pick<SharingStore, 'rolesOn'>
  rooms: Pick<RoomControl, 'accessChanged' | 'boardChanged'>
}) {
  const { store, rooms } = deps
  let last: Promise<unknown> = Promise.resolve()

  function afterAnother<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  return {
    /** What people may do on boards changed. @returns how it is now */
    async tellRoles(of: RolesOf): Promise<RoleOnBoard[]> {
      return await afterAnother(async () => {
        const roles = await store.rolesOn(of)
        for (const { boardId, userId, role } of roles) rooms.accessChanged(boardId, userId, role)
        return roles
      })
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
