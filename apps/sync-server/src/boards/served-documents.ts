import type * as Y from 'yjs'
import type { DocStore } from '../rooms/doc-store.ts'
import { refusedEdit } from '../rooms/edit-outcome.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import { withDocument } from '../rooms/stored-document.ts'
import { noSuchBoard } from '../sharing/access-service.ts'

/** The documents of boards as routes read and edit them: the open one where somebody is on the board. */
export function createServedDocuments(deps: {
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument'>
}) {
  const { docStore, rooms } = deps
  return {
    /** @throws AppError `not_found` */
    async read<T>(boardId: string, use: (doc: Y.Doc) => T): Promise<T> {
      const open = rooms.openDocument(boardId)
      if (open !== undefined) return use(open.doc)
      const stored = await docStore.load(boardId)
      if (stored === undefined) throw noSuchBoard()
      return withDocument(stored, use)
    },

    /** @throws AppError `unavailable` when the board cannot be edited now, `board_full` when there is no room for it */
    async edit(boardId: string, userId: string, change: (doc: Y.Doc) => void): Promise<void> {
      const outcome = await rooms.edit(boardId, userId, change)
      if (outcome !== 'committed') throw refusedEdit(outcome)
    },
  }
}
