import { type BoardRecord, createRecord, encodeSeed, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BOARD_BOUNDS } from '../rooms/board-bound.ts'
import { withDocument } from '../rooms/stored-document.ts'
import { encodeCopy, encodeSeeds, encodeStored } from './board-document.ts'

const note = (id: string, text: string): BoardRecord => ({ id, typeName: 'shape', type: 'note', props: { text } })
const byId = (records: BoardRecord[]) => records.sort((a, b) => a.id.localeCompare(b.id))

/** A board on which somebody worked: a seed and one update per record. */
function journal(records: BoardRecord[]): Uint8Array[] {
  const doc = new Y.Doc()
  const payloads: Uint8Array[] = [encodeSeed([note('shape:seed', 'first')])]
  for (const payload of payloads) Y.applyUpdate(doc, payload)
  doc.on('update', (update: Uint8Array) => payloads.push(update))
  for (const record of records) doc.transact(() => createRecord(recordMapOf(doc), record))
  return payloads
}

describe('a stored board', () => {
  const records = [note('shape:a', 'A'), note('shape:b', 'B'), note('shape:c', 'C')]
  const expected = byId([note('shape:seed', 'first'), ...records])

  test('reads back whole, in whatever order its updates lie', () => {
    const payloads = journal(records)
    expect(payloads).toHaveLength(4)
    for (const order of [payloads, payloads.toReversed()]) {
      expect(byId(withDocument({ payloads: order }, readAllRecords))).toEqual(expected)
    }
  })

  test('is encoded as one update', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodeStored({ payloads: journal(records) }))
    expect(byId(readAllRecords(doc))).toEqual(expected)
  })

  test('a single stored update is handed on as it is', () => {
    const [seed] = journal([])
    if (seed === undefined) throw new Error('no seed')
    expect(encodeStored({ payloads: [seed] })).toBe(seed)
  })

  test('its copy holds the same', () => {
    const copy = encodeCopy({ payloads: journal(records) })
    expect(byId(withDocument({ payloads: [copy] }, readAllRecords))).toEqual(expected)
  })

  test('a history too large for a board is copied without it', () => {
    const doc = new Y.Doc()
    const payloads: Uint8Array[] = [encodeSeed([note('shape:seed', 'first')])]
    for (const payload of payloads) Y.applyUpdate(doc, payload)
    // A value beside the records takes the place that a long history would.
    doc.getMap('elsewhere').set('weight', 'x'.repeat(BOARD_BOUNDS.bytes))
    payloads.push(Y.encodeStateAsUpdate(doc))
    const copy = encodeCopy({ payloads })
    expect(copy.byteLength).toBeLessThan(1000)
    expect(withDocument({ payloads: [copy] }, readAllRecords)).toEqual([note('shape:seed', 'first')])
  })

  test('records that are more than a board may hold are refused with a reason', () => {
    const payloads = [encodeSeed([note('shape:huge', 'x'.repeat(BOARD_BOUNDS.bytes))])]
    expect(() => encodeCopy({ payloads })).toThrowError(expect.objectContaining({ code: 'too_large' }))
  })
})

describe('a document of many records', () => {
  test('is several updates that make up the same, none of them too large', async () => {
    const records = Array.from({ length: 1_201 }, (_, i) => note(`shape:${String(i).padStart(4, '0')}`, `${i}`))
    const seeds = await encodeSeeds(records, () => undefined)
    expect(seeds).toHaveLength(3)
    expect(byId(withDocument({ payloads: seeds.toReversed() }, readAllRecords))).toEqual(records)
  })

  test('counts what its records hold, not only how many they are', async () => {
    const records = Array.from({ length: 12 }, (_, i) => note(`shape:${i}`, 'x'.repeat(1024 * 1024)))
    const seeds = await encodeSeeds(records, () => undefined)
    expect(seeds.length).toBeGreaterThan(5)
    expect(Math.max(...seeds.map(({ byteLength }) => byteLength))).toBeLessThan(4 * 1024 * 1024)
  })

  test('is refused with a reason when all together are more than a board may hold', async () => {
    const many = Array.from({ length: 20 }, (_, i) => note(`shape:${i}`, 'x'.repeat(1024 * 1024)))
    await expect(encodeSeeds(many, () => undefined)).rejects.toMatchObject({ code: 'too_large' })
    expect(await encodeSeeds(many.slice(1), () => undefined)).toHaveLength(19)
  })
})
