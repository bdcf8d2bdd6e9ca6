import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { createMemoryDocStore } from '../../../../tests/support/memory-doc-store.ts'
import { BUILD_DEADLINE_MS, createSnapshotBuilder, THREAD_IDLE_MS } from './snapshot-builder.ts'

const BOARD = 'board'

/** A builder on a clock that stands still, and a board with two rows. */
async function prepare() {
  const clock = createManualClock()
  const builder = createSnapshotBuilder(clock)
  onTestFinished(() => builder.close())
  const store = createMemoryDocStore()
  store.putBoard(BOARD)
  const doc = new Y.Doc()
  doc.on(
    'update',
    (payload: Uint8Array) => void store.append([{ boardId: BOARD, generation: 1, actorId: null, payload }]),
  )
  doc.getMap('records').set('a', 1)
  doc.getMap('records').set('b', 'x'.repeat(100_000))
  const source = async () => {
    const found = await store.readSource(BOARD, 0)
    if (found === undefined) throw new Error('there is no such board')
    return found
  }
  return { clock, builder, doc, source }
}

const jsonOf = (payload: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, payload)
  return doc.getMap('records').toJSON()
}

test('V2: the thread builds what is asked for, plain or zipped', async () => {
  const { builder, doc, source } = await prepare()
  const plain = await builder.build(await source())
  expect(jsonOf(plain.payload)).toEqual(doc.getMap('records').toJSON())
  expect(plain).toMatchObject({ records: 2, bytes: plain.payload.byteLength })
  expect([...plain.seqs]).toEqual([1n, 2n])
  const zipped = await builder.build(await source(), { zipped: true })
  expect(zipped.payload.byteLength).toBeLessThan(zipped.bytes / 10)
  expect(gunzipSync(zipped.payload).equals(plain.payload)).toBe(true)
  expect(zipped.sha256).toEqual(plain.sha256)
})

test('V2: what cannot be built is refused, and the next is built all the same', async () => {
  const { builder, source } = await prepare()
  const { rows } = await source()
  await expect(builder.build({ previous: null, rows: rows.slice(0, -1) })).rejects.toThrow(/cut short/)
  expect((await builder.build(await source())).records).toBe(2)
})

test('V5: what takes too long is given up with its thread; the next gets another one', async () => {
  const { builder, clock, source } = await prepare()
  const slow = builder.build(await source())
  clock.advance(BUILD_DEADLINE_MS)
  await expect(slow).rejects.toThrow(/took more than/)
  expect((await builder.build(await source())).records).toBe(2)
})

test('V5: a thread that has nothing to do ends, and is started again when there is work', async () => {
  const { builder, clock, source } = await prepare()
  const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
  const none = threads()
  await builder.build(await source())
  expect(threads()).toBeGreaterThan(none)
  clock.advance(THREAD_IDLE_MS)
  await expect.poll(threads, { timeout: 8_000 }).toBe(none)
  expect((await builder.build(await source())).records).toBe(2)
})

test('V5: closing rejects what is being built, and takes no more', async () => {
  const { builder, source } = await prepare()
  const building = builder.build(await source())
  const closed = builder.close()
  await expect(building).rejects.toThrow(/stops/)
  await closed
  await expect(builder.build(await source())).rejects.toThrow(/stops/)
})
