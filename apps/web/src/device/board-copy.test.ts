import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { RecordChange } from '../sync/unsaved-changes.ts'
import { BoardCopy, type CopyState } from './board-copy.ts'
import { BoardDatabase, databaseNameOf } from './board-database.ts'

const TIMES = { gatherMs: 0, retryMs: [5, 20], rowsMax: 8 } as const
let board = 0
let place = { personId: 'anna', boardId: '', generation: '1' }

beforeEach(() => {
  place = { personId: 'anna', boardId: `board-${++board}`, generation: '1' }
})
afterEach(() => vi.restoreAllMocks())

/** A copy that follows a document of its own, and every state that it told. */
async function tab(of = place) {
  const doc = new Y.Doc()
  const states: CopyState[] = []
  const copy: BoardCopy = new BoardCopy(() => states.push(copy.state), TIMES)
  const kept = await copy.open(of)
  for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update)
  copy.follow(doc, kept !== null)
  const is = (state: CopyState) => vi.waitFor(() => expect(copy.state).toBe(state))
  const write = (id: string, words = id, at = 1) => {
    const from = Y.getState(doc.store, doc.clientID)
    const before = doc.getMap('records').get(id)
    doc.getMap('records').set(id, words)
    const record = (text: unknown) => (text === undefined ? undefined : { id, typeName: 'shape', props: { text } })
    const change = { id, before: record(before), after: record(words) } as RecordChange
    copy.note([change], at, from, Y.getState(doc.store, doc.clientID))
  }
  return { doc, copy, kept, states, is, write }
}

const wordsIn = (doc: Y.Doc) => doc.getMap('records').toJSON()

async function stored(of = place) {
  const database = await BoardDatabase.open(of)
  const { keys, updates, waiting } = await database.read()
  database.close()
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { rows: keys.length, words: wordsIn(doc), waiting: waiting.map(({ id }) => id).sort() }
}

test('D1: a board is kept only when its transaction completed', async () => {
  const a = await tab()
  await a.is('kept')
  let complete = (_key: number) => {}
  const write = vi.spyOn(BoardDatabase.prototype, 'write')
  write.mockImplementationOnce(() => new Promise((resolve) => (complete = resolve)))
  a.write('shape:a')
  await vi.waitFor(() => expect(write).toHaveBeenCalledOnce())
  expect(a.copy.state).toBe('writing')
  a.write('shape:b')
  expect(write).toHaveBeenCalledOnce()
  complete(99)
  await a.is('kept')
  expect(write).toHaveBeenCalledTimes(2)
  await a.copy.close()
})

test('D1: what is kept is there in the next tab, and says what waits for the server', async () => {
  const a = await tab()
  a.write('shape:a')
  a.write('shape:b')
  a.write('shape:b', 'more')
  await a.is('kept')
  await a.copy.close()
  const b = await tab()
  expect(wordsIn(b.doc)).toEqual({ 'shape:a': 'shape:a', 'shape:b': 'more' })
  expect(b.kept?.waiting.map(({ id, before, after }) => [id, before, after?.props?.text])).toEqual([
    ['shape:a', undefined, 'shape:a'],
    ['shape:b', undefined, 'more'],
  ])
  expect(b.copy.state).toBe('kept')
  b.copy.settle(null, false)
  await vi.waitFor(async () => expect((await stored()).waiting).toEqual([]))
  await b.copy.close()
})

test('D1: a page that goes keeps what it had gathered', async () => {
  const a = await tab()
  a.write('shape:a')
  a.copy.flush()
  a.write('shape:b')
  await a.copy.close()
  expect(await stored()).toMatchObject({ words: { 'shape:a': 'shape:a', 'shape:b': 'shape:b' } })
})

test('D2: a write that fails is no copy, and the next one that succeeds holds everything', async () => {
  const a = await tab()
  await a.is('kept')
  const full = new DOMException('no room', 'QuotaExceededError')
  vi.spyOn(BoardDatabase.prototype, 'write').mockRejectedValue(full)
  a.write('shape:a')
  await a.is('failed')
  a.write('shape:b')
  expect(a.copy.state).toBe('failed')
  expect((await stored()).words).toEqual({})
  vi.restoreAllMocks()
  await a.is('kept')
  expect(await stored()).toEqual({
    rows: 1,
    words: { 'shape:a': 'shape:a', 'shape:b': 'shape:b' },
    waiting: ['shape:a', 'shape:b'],
  })
  await a.copy.close()
})

test('D2: storage that is forbidden, missing or fails is told, and the board goes on', async () => {
  for (const trouble of [
    () =>
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no', 'SecurityError')
      }),
    () => vi.stubGlobal('indexedDB', undefined),
    () => vi.spyOn(BoardDatabase.prototype, 'read').mockRejectedValue(new DOMException('broken', 'UnknownError')),
  ]) {
    trouble()
    const a = await tab()
    expect(a.kept).toBeNull()
    expect(a.copy.state).toBe('failed')
    a.write('shape:a')
    a.copy.settle(1, true)
    a.copy.flush()
    expect(a.copy.state).toBe('failed')
    await a.copy.close()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

test('D3: many rows become one, of which nothing is missing', async () => {
  const a = await tab()
  for (let note = 0; note < 30; note++) {
    a.write(`shape:${note}`)
    await a.is('kept')
  }
  const { rows, words, waiting } = await stored()
  expect(rows).toBeLessThanOrEqual(TIMES.rowsMax + 1)
  expect(words).toEqual(wordsIn(a.doc))
  expect(waiting).toHaveLength(30)
  await a.copy.close()
})

test('D3: two tabs write the same board, also while rows become one: nothing is lost and nothing is there twice', async () => {
  const [a, b] = [await tab(), await tab()]
  for (let note = 0; note < 25; note++) {
    a.write(`shape:a${note}`)
    b.write(`shape:b${note}`)
    a.write('shape:both', `a${note}`)
    b.write('shape:both', `b${note}`)
    if (note % 3 === 0) await a.is('kept')
    if (note % 4 === 0) await b.is('kept')
  }
  await a.is('kept')
  await b.is('kept')
  await a.copy.close()
  await b.copy.close()
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  const c = await tab()
  expect(wordsIn(c.doc)).toEqual(wordsIn(a.doc))
  expect(Object.keys(wordsIn(c.doc))).toHaveLength(51)
  expect(new Set(c.kept?.waiting.map(({ id }) => id)).size).toBe(51)
  expect((await stored()).rows).toBeLessThanOrEqual(2 * (TIMES.rowsMax + 1))
  await c.copy.close()
})

test('D3: a tab that had the board from the server keeps it whole, beside what another tab wrote', async () => {
  const a = await tab()
  a.write('shape:a')
  await a.is('kept')
  const doc = new Y.Doc()
  doc.getMap('records').set('shape:server', 'from the server')
  const copy = new BoardCopy(() => {}, TIMES)
  const kept = await copy.open(place)
  for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update)
  copy.follow(doc, false)
  await vi.waitFor(() => expect(copy.state).toBe('kept'))
  a.write('shape:later')
  await a.is('kept')
  expect((await stored()).words).toEqual({
    'shape:a': 'shape:a',
    'shape:later': 'shape:later',
    'shape:server': 'from the server',
  })
  await a.copy.close()
  await copy.close()
})

test('D4: what a later tab knows to be durable does not wait any more; what the first one wrote since then does', async () => {
  const a = await tab()
  a.write('shape:a', 'one', 10)
  a.write('shape:b', 'one', 10)
  await a.is('kept')
  const b = await tab()
  a.write('shape:b', 'two', 20)
  await a.is('kept')
  b.copy.settle(null, false)
  await vi.waitFor(async () => expect((await stored()).waiting).toEqual(['shape:b']))
  a.copy.settle(20, true)
  a.copy.settle(null, false)
  await vi.waitFor(async () => expect((await stored()).waiting).toEqual([]))
  await a.copy.close()
  await b.copy.close()
})

test('D4: what is acknowledged before it was written is not noted as waiting', async () => {
  const a = await tab()
  await a.is('kept')
  a.write('shape:a')
  a.copy.settle(null, false)
  await a.is('kept')
  expect(await stored()).toMatchObject({ words: { 'shape:a': 'shape:a' }, waiting: [] })
  await a.copy.close()
})

test('D5: another generation of a board is another database, and sees nothing of the one before', async () => {
  const a = await tab()
  a.write('shape:a')
  await a.is('kept')
  await a.copy.close()
  const next = { ...place, generation: '2' }
  const b = await tab(next)
  expect(b.kept).toBeNull()
  await b.is('kept')
  expect((await stored(next)).words).toEqual({})
  expect(databaseNameOf(next)).not.toBe(databaseNameOf(place))
  await b.copy.close()
})

test('D6: a copy that is deleted, also by another tab, says that it keeps nothing any more', async () => {
  const a = await tab()
  a.write('shape:a')
  await a.is('kept')
  await BoardDatabase.delete(place)
  expect(a.copy.state).toBe('erased')
  a.write('shape:b')
  a.copy.flush()
  await a.copy.close()
  expect(a.copy.state).toBe('erased')
  expect(await stored()).toEqual({ rows: 0, words: {}, waiting: [] })
})

test('a copy that is closed while it opens keeps nothing open', async () => {
  const copy = new BoardCopy(() => {}, TIMES)
  const opening = copy.open(place)
  await copy.close()
  expect(await opening).toBeNull()
  copy.follow(new Y.Doc(), false)
  await BoardDatabase.delete(place)
  expect(copy.state).toBe('idle')
})
