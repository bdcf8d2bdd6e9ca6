import { type BoardRecord, createRecord, encodeSeed, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
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
  const clients = [await rooms.connect(), await rooms.connect(), await rooms.connect()] as const
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

const text = (content: unknown) => ({ richText: { type: 'doc', content } })
const NOTE_PROPS = {
  color: 'yellow',
  labelColor: 'black',
  size: 'm',
  font: 'sans',
  fontSizeAdjustment: 0,
  align: 'start',
  verticalAlign: 'start',
  growY: 0,
  url: '',
  scale: 1,
  ...text([{ type: 'paragraph' }]),
}
const note = shapeRecord('note', 'shape:good', { props: NOTE_PROPS })
const noteWith = (props: Record<string, unknown>): BoardRecord => ({ ...note, props: { ...note.props, ...props } })
const poison: Record<string, Record<string, unknown>> = {
  'an unknown node in a text': noteWith(text([{ type: 'script', content: [{ type: 'text', text: 'x' }] }])),
  'an empty text node': noteWith(text([{ type: 'paragraph', content: [{ type: 'text', text: '' }] }])),
  'a link that runs': noteWith(
    text([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
      },
    ]),
  ),
  'a text of nearly a megabyte': noteWith(
    text([{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(900_000) }] }]),
  ),
  'a place that no canvas has': { ...note, x: 1e308 },
  'a place that is no number': { ...note, y: Number.NaN },
  'a bad index': { ...note, index: 'zzz not an index' },
  'an unknown shape': { ...note, type: 'embed' },
  'an unknown type': { ...note, typeName: 'camera' },
  'an asset of somewhere else': {
    id: 'asset:one',
    typeName: 'asset',
    type: 'image',
    props: { w: 1, h: 1, name: '', isAnimated: false, mimeType: 'image/png', src: 'https://elsewhere.example/a.png' },
    meta: {},
  },
  'the name of another record': { ...note, id: 'shape:other' },
}

describe('records that no canvas can show', () => {
  test.each(Object.entries(poison))('R14: SEC-31 %s is gone in a second; the rest stays', async (_, bad) => {
    const { rooms, clients, put, look, readAt } = await scene()
    const [writer] = clients
    const key = bad.typeName === 'asset' ? 'asset:one' : 'shape:bad'
    put(writer, { ...note, id: 'shape:good' })
    // As a hostile program writes it: whole, in one value.
    writer.doc.transact(() => {
      const entry = new Y.Map<unknown>()
      recordMapOf(writer.doc).set(key, entry)
      entry.set('_', bad.id === note.id ? { ...bad, id: key } : bad)
    })
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
    put(clients[0], {
      ...noteWith(text([{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(30_000) }] }])),
    } as BoardRecord)
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
    put(clients[0], { ...note, x: 1e308 })
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
