import type { DocStore } from './doc-store.ts'
import type { Fanout } from './fanout.ts'
import { Room } from './room.ts'
import type { RoomDeps } from './room-deps.ts'

/** A room that has all that is stored, and how to stop hearing of it from other nodes. */
export type LoadedRoom = { room: Room; unsubscribe: () => void }

/**
 * Loads a board, listening to the other nodes from before the store is read, so that nothing falls in between.
 * @returns undefined when there is no such board or it is deleted
 * @throws what the store throws: the board cannot be loaded now
 */
export async function loadRoom(
  boardId: string,
  deps: { store: DocStore; fanout: Fanout; room: RoomDeps },
): Promise<LoadedRoom | undefined> {
  const { store, fanout } = deps
  const early: { generation: number; payload: Uint8Array }[] = []
  let room: Room | undefined
  const unsubscribe = fanout.subscribe(boardId, (_, generation, payload) => {
    if (room === undefined) early.push({ generation, payload })
    else if (generation === room.generation) room.receiveFromNode(payload)
  })
  try {
    const stored = await store.load(boardId)
    if (stored === undefined) {
      unsubscribe()
      return undefined
    }
    const heard = early.filter(({ generation }) => generation === stored.generation).map(({ payload }) => payload)
    room = new Room(boardId, { ...stored, payloads: [...stored.payloads, ...heard] }, deps.room)
    return { room, unsubscribe }
  } catch (error) {
    unsubscribe()
    throw error
  }
}
