import { setImmediate as nextTurn } from 'node:timers/promises'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { RoomClient } from './room-client.ts'
import { createSocketPair } from './socket-pair.ts'
import { BOARD, createPerson, createTestRooms } from './test-rooms.ts'

/** A room with an honest person in it, and somebody with the right to edit who sends whatever they like. */
export async function openHostileRoom() {
  const rooms = createTestRooms()
  const honest = await rooms.connect()
  let hostile = await enter()
  let sent = 0

  async function enter() {
    const pair = createSocketPair()
    const admission = { person: createPerson('Mallory'), role: 'edit' as const, archived: false, generation: 1 }
    const seat = await rooms.registry.join(BOARD, pair.peer, async () => admission)
    if (typeof seat === 'string') throw new Error(`refused: ${seat}`)
    pair.sit(seat)
    return { pair, seat }
  }

  return {
    rooms,
    honest,
    /**
     * Sends the bytes as a document update, as somebody who comes back after being thrown out.
     * @returns whether the frame ended the socket, and the processor time it took, in milliseconds
     */
    async attack(update: Uint8Array, encode = encodeUpdate): Promise<{ refused: boolean; cpuMs: number }> {
      if (hostile.pair.closedWith !== null) hostile = await enter()
      const { pair, seat } = hostile
      const before = process.cpuUsage()
      seat.receive(encode(update))
      // The commit, and what applying and sending on takes.
      await nextTurn()
      rooms.clock.turn()
      const { user, system } = process.cpuUsage(before)
      pair.toClient.length = 0
      return { refused: pair.closedWith === 'badData', cpuMs: (user + system) / 1_000 }
    },
    /** The honest person writes; what they write must be stored and counted. */
    async edit(): Promise<void> {
      await rooms.deliver(honest)
      sent += 1
      honest.map.set('honest', sent)
      await rooms.deliver(honest)
      expect(honest.pair.closedWith).toBeNull()
      expect(honest.acked).toBe(honest.sent)
      expect(storedDoc(rooms).getMap('records').get('honest')).toBe(sent)
    },
    /** The room, its rows and the honest person's document say the same. */
    async expectEqual(where = ''): Promise<void> {
      await rooms.deliver(honest)
      const stored = storedDoc(rooms)
      const late: RoomClient = await rooms.connect()
      await rooms.deliver(honest, late)
      for (const { doc } of [honest, late]) {
        expect(stateOf(doc), where).toEqual(stateOf(stored))
        expect(() => Y.encodeStateAsUpdateV2(doc)).not.toThrow()
      }
      late.pair.disconnect()
    },
  }
}

/** What the rows give, applied one by one as the server does when it starts; what throws is left out. */
function storedDoc(rooms: ReturnType<typeof createTestRooms>): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { payload } of rooms.memory.rows) {
      try {
        Y.applyUpdate(doc, payload)
      } catch {
        // The server reports such a row and leaves it out.
      }
    }
  })
  return doc
}

/** Clocks, deletions and content of a document. */
function stateOf(doc: Y.Doc): unknown {
  const { sv, ds } = Y.snapshot(doc)
  const deletions = [...ds.clients].map(([client, runs]) => [client, runs.map(({ clock, len }) => [clock, len])])
  return { clocks: [...sv].sort(byFirst), deletions: deletions.sort(byFirst), content: doc.getMap('records').toJSON() }
}
const byFirst = (a: unknown[], b: unknown[]): number => Number(a[0]) - Number(b[0])
