import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { BOARD_BOUNDS } from './board-bound.ts'

/** Small bounds, so that a test fills a board with one word. */
const BOUNDS = { bytes: 20_000, smallBytes: 200, smallUntilBytes: 21_000, cutsUntilBytes: 22_000 }
const openRooms = () => createTestRooms({ bounds: BOUNDS })
type Rooms = ReturnType<typeof openRooms>

const words = (length: number) => 'x'.repeat(length)
const sizeOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).byteLength

/** Somebody on a board that is all but full. */
async function onFullBoard(rooms: Rooms, free = 100): Promise<RoomClient> {
  const anna = await rooms.connect()
  anna.map.set('fill', words(BOUNDS.bytes / 2))
  await rooms.deliver(anna)
  anna.map.set('more', words(BOUNDS.bytes - sizeOf(anna.doc) - free - 30))
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBeNull()
  expect(BOUNDS.bytes - sizeOf(anna.doc)).toBeLessThan(free + 20)
  return anna
}

test('G10: an update for which there is no room goes nowhere, with all behind it; its sender is told and rebuilds', async () => {
  const rooms = openRooms()
  const bo = await rooms.connect()
  const anna = await onFullBoard(rooms)
  const rows = rooms.memory.rows.length
  anna.map.set('large', words(300))
  anna.map.set('behind', 1)
  await rooms.deliver(anna, bo)
  expect(anna.pair.closedWith).toBe('rebuild')
  anna.pair.flushToClient((frame) => anna.receive(frame))
  expect(anna.events).toEqual([{ type: 'full' }])
  expect(anna.acked).toBe(anna.sent - 2)
  expect(rooms.memory.rows).toHaveLength(rows)
  expect([...bo.map.keys()].sort()).toEqual(['fill', 'more'])
  // The board goes on, for others and for who comes back.
  bo.map.set('small', 1)
  const again = await rooms.connect()
  await rooms.deliver(bo, again)
  expect(again.map.get('small')).toBe(1)
  expect(bo.acked).toBe(bo.sent)
})

test('G10: two updates in one statement do not slip past together', async () => {
  const rooms = openRooms()
  const [anna, bo] = [await onFullBoard(rooms, 800), await rooms.connect()]
  rooms.store.hold.append = true
  bo.map.set('first', 1)
  await rooms.deliver(anna, bo)
  for (const client of [anna, bo]) client.map.set(`large${client.doc.clientID}`, words(500))
  for (const client of [anna, bo]) client.pair.flushToServer()
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.deliver(anna, bo)
  expect([anna, bo].filter(({ pair }) => pair.closedWith === 'rebuild')).toHaveLength(1)
  expect(Object.keys(await rooms.stored()).filter((key) => key.startsWith('large'))).toHaveLength(1)
})

test('G10: on a full board small changes are taken for a while, and what only deletes makes room', async () => {
  const rooms = openRooms()
  let anna = await onFullBoard(rooms)
  for (let i = 0; anna.pair.closedWith === null && i < 200; i++) {
    anna.map.set('place', `${i}`)
    if (i % 2 === 0) anna.map.set(`note${i}`, words(100))
    await rooms.deliver(anna)
  }
  expect(anna.pair.closedWith).toBe('rebuild')
  const full = await rooms.connect()
  expect(sizeOf(full.doc)).toBeGreaterThan(BOUNDS.bytes)
  expect(sizeOf(full.doc)).toBeLessThanOrEqual(BOUNDS.smallUntilBytes)
  full.map.delete('more')
  await rooms.deliver(full)
  expect(full.pair.closedWith).toBeNull()
  rooms.clock.advance(BOARD_BOUNDS.measureAgainMs)
  anna = full
  anna.map.set('room', words(5_000))
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBeNull()
  expect((await rooms.stored()).room).toHaveLength(5_000)
})

test('G10: deletions that cut a text in pieces are taken as long as there is room for the pieces', async () => {
  const rooms = openRooms()
  let anna = await rooms.connect()
  const text = new Y.XmlText()
  anna.map.set('note', new Y.Map([['t', new Y.XmlFragment()]]))
  const fragment = (anna.map.get('note') as Y.Map<Y.XmlFragment>).get('t') as Y.XmlFragment
  fragment.insert(0, [text])
  text.insert(0, words(15_000))
  await rooms.deliver(anna)
  anna.map.set('more', words(BOUNDS.bytes - sizeOf(anna.doc) - 200))
  await rooms.deliver(anna)
  for (let at = 0; anna.pair.closedWith === null && at < 7_000; at++) {
    text.delete(at, 1)
    if (at % 20 === 0) await rooms.deliver(anna)
  }
  expect(anna.pair.closedWith).toBe('rebuild')
  anna = await rooms.connect()
  expect(sizeOf(anna.doc)).toBeGreaterThan(BOUNDS.smallUntilBytes)
  expect(sizeOf(anna.doc)).toBeLessThanOrEqual(BOUNDS.cutsUntilBytes)
  // All of it goes, for nothing is left in pieces.
  anna.map.delete('note')
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBeNull()
  expect(await rooms.stored()).toEqual({ more: expect.any(String) })
})

test('G10: who comes back with all deletions that they know of is judged by what is new', async () => {
  const rooms = openRooms()
  const anna = await rooms.connect()
  for (let i = 0; i < 400; i++) {
    anna.map.set(`k${i}`, i)
    if (i % 2 === 0) anna.map.delete(`k${i}`)
    if (i % 20 === 0) await rooms.deliver(anna)
  }
  await rooms.deliver(anna)
  anna.map.set('fill', words(BOUNDS.bytes - sizeOf(anna.doc) - 200))
  await rooms.deliver(anna)
  anna.reconnect()
  anna.map.set('k1', 'moved')
  await rooms.connect({ client: anna })
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBeNull()
  expect(anna.acked).toBe(anna.sent)
  expect((await rooms.stored()).k1).toBe('moved')
})

test('G10: a board that nobody has built from its bytes is as full as they are; one that is larger opens', async () => {
  const rooms = openRooms()
  const before = new Y.Doc()
  before.getMap('records').set('fill', words(30_000))
  await rooms.memory.append([{ boardId: BOARD, generation: 1, actorId: null, payload: Y.encodeStateAsUpdate(before) }])
  const anna = await rooms.connect()
  expect(rooms.registry.stats().documents).toBe(0)
  expect(anna.map.get('fill')).toHaveLength(30_000)
  anna.map.set('large', words(300))
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBe('rebuild')
  const bo = await rooms.connect()
  bo.map.delete('fill')
  await rooms.deliver(bo)
  rooms.clock.advance(BOARD_BOUNDS.measureAgainMs)
  bo.map.set('large', words(300))
  await rooms.deliver(bo)
  expect(await rooms.stored()).toEqual({ large: words(300) })
})

test('G10: many rows that cut each other are looked at before they count as small', async () => {
  const rooms = openRooms()
  const writer = new Y.Doc()
  const rows: Uint8Array[] = []
  writer.on('update', (payload: Uint8Array) => void rows.push(payload))
  const text = writer.getMap('records').set('note', new Y.Text())
  text.insert(0, words(1_500))
  // Every other letter: a few bytes each, that leave two pieces with headers of their own.
  for (let at = 0; at < 700; at++) text.delete(at, 1)
  const bytes = rows.reduce((sum, { byteLength }) => sum + byteLength, 0)
  expect(sizeOf(writer)).toBeGreaterThan(bytes)
  expect(sizeOf(writer)).toBeGreaterThan(BOUNDS.bytes * 0.6)
  await rooms.memory.append(rows.map((payload) => ({ boardId: BOARD, generation: 1, actorId: null, payload })))
  const anna = await rooms.connect()
  anna.map.set('large', words(BOUNDS.bytes - sizeOf(writer)))
  await rooms.deliver(anna)
  expect(anna.pair.closedWith).toBe('rebuild')
})
