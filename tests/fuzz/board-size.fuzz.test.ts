import { encodeSyncStep2 } from '@samtavle/shared/protocol'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { BOARD_BOUNDS } from '../../apps/sync-server/src/rooms/board-bound.ts'
import { SNAPSHOT_BYTES_MAX } from '../../apps/sync-server/src/rooms/doc-store.ts'
import { openHostileRoom } from '../support/hostile-room.ts'
import { BOARD } from '../support/test-rooms.ts'

const MIB = 1024 * 1024

/** Notes of a client of their own, some mebibyte in all: what may be sent as one answer. */
function manyNotes(batch: number): Uint8Array {
  const doc = new Y.Doc()
  const map = doc.getMap('records')
  doc.transact(() => {
    for (let i = 0; i < 250; i++) {
      const id = `shape:${batch}-${i}`
      map.set(id, new Y.Map([['_', noteRecord(id, { text: 'Ord på en seddel. '.repeat(160) })]]))
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

it('G10 SEC-2.2: a board becomes 20 MiB and no more, and others go on working on it', async () => {
  const room = await openHostileRoom()
  const { rooms } = room
  const bytesOf = () => rooms.registry.encodedState(BOARD)?.byteLength ?? 0
  const first = manyNotes(0)
  expect(first.byteLength).toBeGreaterThan(0.7 * MIB)
  let slowest = 0
  for (let batch = 0; batch < 40; batch++) {
    const { cpuMs } = await room.attack(batch === 0 ? first : manyNotes(batch), encodeSyncStep2)
    slowest = Math.max(slowest, cpuMs)
  }
  expect(bytesOf()).toBeLessThanOrEqual(BOARD_BOUNDS.bytes)
  expect(bytesOf()).toBeGreaterThan(BOARD_BOUNDS.bytes - first.byteLength)
  expect(rooms.memory.rows.length).toBeLessThan(40)
  // A full board is still worked on.
  await room.edit()
  room.honest.map.delete('shape:0-1')
  await room.edit()
  await room.expectEqual()
  expect(bytesOf()).toBeLessThan(SNAPSHOT_BYTES_MAX)
  expect(slowest).toBeLessThan(5_000)
})
