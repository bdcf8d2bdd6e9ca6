import { createHash } from 'node:crypto'
import { encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '@samtavle/shared/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RoomClient } from '../../../../tests/support/room-client.ts'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { DROPPED_WRITES_MAX } from './room-rights.ts'

const concat = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]))
const frame = (...numbers: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** What a viewer's own copy would send after changing the board: an insertion, and a deletion of somebody's note. */
function forge(viewer: RoomClient): { insert: Uint8Array; remove: Uint8Array } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(viewer.doc))
  const before = Y.encodeStateVector(doc)
  doc.getMap('records').delete('note')
  const remove = Y.encodeStateAsUpdate(doc, before)
  doc.getMap('records').set('forged', Math.random())
  const insert = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return { insert, remove }
}

type Forms = Record<string, (forged: { insert: Uint8Array; remove: Uint8Array }, id: number) => Uint8Array>
/** Every way in which document bytes could come with a frame (SEC-24). */
const FORMS: Forms = {
  update: ({ insert }) => encodeUpdate(insert),
  'sync step 2': ({ insert }) => encodeSyncStep2(insert),
  'a deletion only': ({ remove }) => encodeUpdate(remove),
  'a bundle behind a sync step 1': ({ insert }) =>
    concat(encodeSyncStep1(new Uint8Array([0])), encodeSyncStep2(insert)),
  'a bundle behind an awareness message': ({ insert }) => concat(encodeAwareness(frame(0)), encodeUpdate(insert)),
  'an unknown sync step': ({ insert }) => concat(frame(0, 3, insert.length), insert),
  'an unknown message type': ({ insert }) => concat(frame(102, 2, insert.length), insert),
  'awareness bytes': ({ insert }) => encodeAwareness(insert),
  'a state in awareness': ({ insert }, id) => {
    const encoder = encoding.createEncoder()
    for (const number of [1, id, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, JSON.stringify({ records: [...insert], shape: { typeName: 'shape' } }))
    return encodeAwareness(encoding.toUint8Array(encoder))
  },
}

describe('somebody who may only view', () => {
  for (const [name, build] of Object.entries(FORMS)) {
    test(`A5: SEC-24 writes nothing with ${name}, a hundred times`, async () => {
      const rooms = createTestRooms()
      const author = await rooms.connect()
      author.map.set('note', 'kept')
      await rooms.deliver(author)
      const rows = rooms.memory.rows.length
      const hash = () => createHash('sha256').update(Y.encodeStateAsUpdate(author.doc)).digest('hex')
      const before = hash()
      const seen: Uint8Array[] = []
      const receive = author.receive.bind(author)
      author.receive = (bytes) => {
        if (bytes[0] === 0) seen.push(bytes)
        receive(bytes)
      }
      let viewer = await rooms.connect({ role: 'view' })
      for (let i = 0; i < 100; i++) {
        if (viewer.pair.closedWith !== null) viewer = await rooms.connect({ role: 'view' })
        viewer.send(build(forge(viewer), viewer.doc.clientID))
        viewer.flush()
      }
      await rooms.deliver(author, viewer)
      expect(rooms.memory.rows).toHaveLength(rows)
      expect(hash()).toBe(before)
      expect(seen).toHaveLength(0)
      for (const state of author.awareness.getStates().values()) {
        expect(Object.keys(state).filter((key) => !['user', 'presence', 'cursor'].includes(key))).toEqual([])
      }
      expect(rooms.errors).toEqual([])
      const late = await rooms.connect()
      expect(late.map.toJSON()).toEqual({ note: 'kept' })
    })
  }

  test('A6: is told of each dropped write, and is out after more than ten in a minute', async () => {
    const rooms = createTestRooms()
    const viewer = await rooms.connect({ role: 'view' })
    for (let i = 0; i < DROPPED_WRITES_MAX; i++) {
      viewer.map.set('mine', i)
      viewer.flush()
    }
    expect(viewer.events).toEqual(Array.from({ length: DROPPED_WRITES_MAX }, () => ({ type: 'readonly' })))
    rooms.clock.advance(60_001)
    viewer.map.set('mine', 'after a minute')
    viewer.flush()
    expect(viewer.pair.closedWith).toBeNull()
    for (let i = 0; i < DROPPED_WRITES_MAX; i++) viewer.map.set('mine', i)
    viewer.flush()
    expect(viewer.pair.closedWith).toBe('notAllowed')
  })

  test('A5: may answer a sync step 1 with the deletions that everybody knows of', async () => {
    const rooms = createTestRooms()
    const author = await rooms.connect()
    author.map.set('note', 1)
    author.map.delete('note')
    await rooms.deliver(author)
    const viewer = await rooms.connect({ role: 'view' })
    viewer.reconnect()
    await rooms.connect({ client: viewer, role: 'view' })
    await rooms.deliver(viewer)
    expect(viewer.events).toEqual([])
    expect(viewer.acked).toBe(viewer.sent)
  })
})
