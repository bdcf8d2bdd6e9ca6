import { encodeSyncStep1, MESSAGE, SYNC } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { DOCUMENT_LIMITS } from './room-document.ts'

/** A board of three records, one of which was deleted, as one stored update. */
function boardUpdate(): Uint8Array {
  const doc = new Y.Doc()
  const map = doc.getMap('records')
  for (const key of ['a', 'b', 'c']) map.set(key, new Y.Map([['words', key]]))
  map.delete('b')
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

async function storedBoard(...payloads: Uint8Array[]) {
  const rooms = createTestRooms()
  await rooms.memory.append(payloads.map((payload) => ({ boardId: BOARD, generation: 1, actorId: null, payload })))
  const documents = () => rooms.registry.stats().documents
  /** Long enough for a document that nobody needs to give way. */
  const rest = () => rooms.clock.advance(2 * DOCUMENT_LIMITS.quietMs)
  return { ...rooms, documents, rest }
}

const KEPT = { a: { words: 'a' }, c: { words: 'c' } }
const isAnswer = (frame: Uint8Array) => frame[0] === MESSAGE.sync && frame[1] === SYNC.step2

describe('a board that is only read', () => {
  test('R13: who comes new and who comes back is answered, asked and heard without a document', async () => {
    const rooms = await storedBoard(boardUpdate())
    const client = await rooms.connect()
    expect(client.map.toJSON()).toEqual(KEPT)
    // What it sent was heard: its deletions, which are known.
    expect([client.sent, client.acked]).toEqual([1, 1])
    client.reconnect()
    await rooms.connect({ client })
    expect(client.map.toJSON()).toEqual(KEPT)
    expect(client.acked).toBe(client.sent)
    expect(rooms.documents()).toBe(0)
    expect((await rooms.memory.load(BOARD))?.payloads).toHaveLength(1)
  })

  test('R13: who has a part gets the rest', async () => {
    const whole = boardUpdate()
    const doc = new Y.Doc()
    doc.getMap('records').set('z', 0)
    const first = Y.encodeStateAsUpdate(doc)
    const vector = Y.encodeStateVector(doc)
    Y.applyUpdate(doc, whole)
    const rooms = await storedBoard(Y.encodeStateAsUpdate(doc))
    const client = new RoomClient()
    Y.applyUpdate(client.doc, first, client)
    const seat = await rooms.join(client)
    seat.receive(encodeSyncStep1(vector))
    const answer = client.pair.toClient.find(isAnswer)
    expect(answer?.byteLength).toBeLessThan(Y.encodeStateAsUpdate(doc).byteLength)
    client.flush()
    expect(client.map.toJSON()).toEqual({ ...KEPT, z: 0 })
    expect(rooms.documents()).toBe(0)
  })

  test('R13: two who may edit find the document ready, viewers need none', async () => {
    const rooms = await storedBoard(boardUpdate())
    await rooms.connect()
    for (let i = 0; i < 3; i++) await rooms.connect({ role: 'view' })
    expect(rooms.documents()).toBe(0)
    await rooms.connect()
    expect(rooms.documents()).toBe(1)
  })

  test('R13: an edit builds the document, a deletion that is new does too, and both are kept', async () => {
    const rooms = await storedBoard(boardUpdate())
    const ann = await rooms.connect()
    expect(rooms.documents()).toBe(0)
    ann.map.delete('a')
    await rooms.deliver(ann)
    expect(rooms.documents()).toBe(1)
    const bo = await rooms.connect()
    await rooms.deliver(ann, bo)
    expect(rooms.documents()).toBe(1)
    expect(bo.map.toJSON()).toEqual({ c: { words: 'c' } })
    bo.map.set('d', 1)
    await rooms.deliver(bo, ann)
    expect(ann.map.toJSON()).toEqual({ c: { words: 'c' }, d: 1 })
    expect(await rooms.stored()).toEqual(ann.map.toJSON())
  })

  test('R13: several stored updates, one with a gap, and one that is no update need the document', async () => {
    const several = await storedBoard(boardUpdate(), boardUpdate())
    await several.connect()
    expect(several.documents()).toBe(1)
    const doc = new Y.Doc()
    doc.getMap('records').set('first', 1)
    const vector = Y.encodeStateVector(doc)
    doc.getMap('records').set('second', 2)
    const gap = await storedBoard(Y.encodeStateAsUpdate(doc, vector))
    expect((await gap.connect()).map.toJSON()).toEqual({})
    expect(gap.documents()).toBe(1)
    const broken = await storedBoard(new Uint8Array([1, 1, 7]))
    await broken.connect()
    expect(broken.errors).toHaveLength(1)
  })
})

describe('a board that nobody edits any more', () => {
  test('R13: gives way to its bytes after a quiet minute and is edited again as if nothing had been', async () => {
    const rooms = await storedBoard(boardUpdate())
    const [ann, bo] = [await rooms.connect(), await rooms.connect()]
    ann.map.set('d', 1)
    await rooms.deliver(ann, bo)
    expect(rooms.documents()).toBe(1)
    rooms.clock.advance(DOCUMENT_LIMITS.quietMs - 1)
    expect(rooms.documents()).toBe(1)
    rooms.rest()
    expect(rooms.documents()).toBe(0)
    const late = await rooms.connect()
    expect(late.map.toJSON()).toEqual({ ...KEPT, d: 1 })
    expect(rooms.documents()).toBe(0)
    bo.map.set('d', 2)
    await rooms.deliver(bo, ann, late)
    for (const client of [ann, late]) expect(client.map.toJSON()).toEqual({ ...KEPT, d: 2 })
    expect(await rooms.stored()).toEqual({ ...KEPT, d: 2 })
  })

  test('R13: stays a document while somebody edits, and when it is large', async () => {
    const rooms = await storedBoard(boardUpdate())
    const ann = await rooms.connect()
    for (let minutes = 0; minutes < 4; minutes++) {
      ann.map.set('d', minutes)
      await rooms.deliver(ann)
      rooms.clock.advance(DOCUMENT_LIMITS.quietMs - 1)
      expect(rooms.documents()).toBe(1)
    }
    ann.map.set('large', 'x'.repeat(DOCUMENT_LIMITS.quietBytes))
    await rooms.deliver(ann)
    rooms.rest()
    rooms.rest()
    expect(rooms.documents()).toBe(1)
  })

  test('R13: nothing of a degraded room is lost by it', async () => {
    const rooms = await storedBoard(boardUpdate())
    const [ann, bo] = [await rooms.connect(), await rooms.connect()]
    rooms.store.hold.append = true
    ann.map.set('d', 1)
    ann.flush()
    rooms.clock.advance(2_000)
    await rooms.deliver(ann, bo)
    expect(bo.map.get('d')).toBe(1)
    rooms.rest()
    expect(rooms.documents()).toBe(0)
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(ann, bo)
    expect([ann.acked, ann.roomState]).toEqual([ann.sent, 'healthy'])
    bo.map.set('e', 1)
    await rooms.deliver(bo, ann)
    expect(await rooms.stored()).toEqual({ ...KEPT, d: 1, e: 1 })
  })
})
