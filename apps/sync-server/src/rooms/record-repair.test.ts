import {
  type BoardRecord,
  createRecord,
  encodeSeed,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { POISON, poisonKey, putRaw } from '../../../../tests/support/poison-records.ts'
import type { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { REPAIR } from './record-repair.ts'
import { WRITER_LIMITS } from './room-writer.ts'

const DOCUMENT = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
const PAGE = { id: 'page:page', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
const frame = (id: string, parentId: string): BoardRecord =>
  shapeRecord('frame', id, { parentId, props: { w: 100, h: 100, name: '', color: 'black' } })

async function scene() {
  const rooms = createTestRooms()
  await rooms.memory.append([{ boardId: BOARD, generation: 1, actorId: null, payload: encodeSeed([DOCUMENT, PAGE]) }])
  // Only an owner may take pages away.
  const clients = [await rooms.connect({ role: 'owner' }), await rooms.connect(), await rooms.connect()] as const
  await rooms.deliver(...clients)
  const put = (client: RoomClient, ...records: BoardRecord[]) =>
    client.doc.transact(() => {
      for (const record of records) createRecord(recordMapOf(client.doc), record)
    })
  /** A look of the server, and what it did on its way to all. */
  const look = async () => {
    rooms.clock.advance(REPAIR.afterMs)
    // On a slow machine one look goes on in several.
    for (let i = 0; i < 20; i++) rooms.clock.advance(REPAIR.goOnMs)
    await settle()
    await rooms.deliver(...clients)
  }
  const readAt = (id: string) => clients.map(({ doc }) => readRecord(recordMapOf(doc), id))
  return { rooms, clients, put, look, readAt }
}

describe('records that no canvas can show', () => {
  test.each(Object.entries(POISON))('R14: SEC-31 %s is gone in a second; the rest stays', async (_, bad) => {
    const { rooms, clients, put, look, readAt } = await scene()
    const [writer] = clients
    const key = poisonKey(bad)
    put(writer, noteRecord('shape:good'))
    putRaw(writer.doc, key, bad)
    await rooms.deliver(...clients)
    expect(readAt(key)[1]).toBeDefined()
    await look()
    expect(readAt(key)).toEqual([undefined, undefined, undefined])
    expect(readAt('shape:good')[2]).toEqual(readAt('shape:good')[0])
    expect(readAt('shape:good')[2]).toBeDefined()
    // Gone for good: whoever comes later does not meet it either.
    expect(Object.keys(await rooms.stored())).not.toContain(key)
  })

  test('R14: a record that two people made a little too large stays', async () => {
    const { clients, put, look, readAt } = await scene()
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(30_000) }] }]
    put(clients[0], noteRecord('shape:good', { richText: { type: 'doc', content } }))
    await clients[0].flush()
    await look()
    expect(readAt('shape:good').every((record) => record !== undefined)).toBe(true)
  })

  test('R14: while nothing can be stored the look waits', async () => {
    const { rooms, clients, put, look, readAt } = await scene()
    rooms.store.hold.append = true
    clients[0].map.set('more', 1)
    await rooms.deliver(...clients)
    rooms.clock.advance(WRITER_LIMITS.degradedAfterMs)
    put(clients[0], { ...noteRecord('shape:good'), x: 1e308 })
    await rooms.deliver(...clients)
    await look()
    await look()
    expect(readAt('shape:good')[1]).toBeDefined()
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(...clients)
    await look()
    await look()
    expect(readAt('shape:good')[1]).toBeUndefined()
  })
})

describe('what a board cannot be without', () => {
  test('R15: a circle of parents is cut at its least, on the page', async () => {
    const { rooms, clients, put, look, readAt } = await scene()
    put(clients[0], frame('shape:a', 'shape:b'), frame('shape:b', 'shape:c'), frame('shape:c', 'shape:a'))
    await rooms.deliver(...clients)
    await look()
    expect(readAt('shape:a').map((record) => record?.parentId)).toEqual(['page:page', 'page:page', 'page:page'])
    expect([readAt('shape:b')[1]?.parentId, readAt('shape:c')[1]?.parentId]).toEqual(['shape:c', 'shape:a'])
  })

  test('R15: the document record and the last page come back as they were', async () => {
    const { rooms, clients, look, readAt } = await scene()
    clients[0].doc.transact(() => {
      for (const { id } of [DOCUMENT, PAGE]) recordMapOf(clients[0].doc).delete(id)
    })
    await rooms.deliver(...clients)
    expect(readAt(PAGE.id)[1]).toBeUndefined()
    await look()
    expect(readAt(PAGE.id)).toEqual([PAGE, PAGE, PAGE])
    expect(readAt(DOCUMENT.id)).toEqual([DOCUMENT, DOCUMENT, DOCUMENT])
  })

  test.each([
    ['step:a', { order: 0, title: '<b>', text: 7, minutes: null }],
    ['step:__proto__ ', { order: 0 }],
    ['time', { least: 9, most: 1 }],
  ])('R15: with something under %s that is none, the document record comes back as it was', async (key, value) => {
    const { rooms, clients, look, readAt } = await scene()
    const words = { da: 'Læs', en: '', nb: '' }
    const steps = { ...DOCUMENT, meta: { 'step:b': { order: 0, title: words, text: words, minutes: 5 } } }
    const write = (before: BoardRecord, after: BoardRecord) =>
      clients[0].doc.transact(() => updateRecord(recordMapOf(clients[0].doc), before, after))
    write(DOCUMENT, steps)
    await rooms.deliver(...clients)
    await look()
    write(steps, { ...steps, meta: { ...steps.meta, [key]: value } })
    await rooms.deliver(...clients)
    expect(readAt(DOCUMENT.id)[1]?.meta).toHaveProperty([key])
    // The first look takes it out, and the next one finds that it is missing.
    await look()
    await look()
    expect(readAt(DOCUMENT.id)).toEqual([steps, steps, steps])
  })

  test('R15: one of two pages may go', async () => {
    const { rooms, clients, put, look, readAt } = await scene()
    put(clients[0], { ...PAGE, id: 'page:two', index: 'a2' })
    await rooms.deliver(...clients)
    await look()
    recordMapOf(clients[0].doc).delete(PAGE.id)
    await rooms.deliver(...clients)
    await look()
    expect(readAt(PAGE.id)[1]).toBeUndefined()
    expect(readAt('page:two')[1]).toBeDefined()
  })
})
