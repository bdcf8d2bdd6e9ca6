import { recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { TLShapeId } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchange, noteRecord, type Peer, peer, seed, textOf, validate, writeText } from './board-peers.fixture.ts'
import { wordsOfChanges } from './lost-words.ts'
import { missingChanges, replayChanges } from './replay.ts'
import { UnsavedChanges } from './unsaved-changes.ts'

/**
 * Two peers of a board with three notes; what the first writes from now on is not saved. `refuse` gives its document
 * up, as after 4409, and brings the changes into a fresh one of what the second has.
 */
function board() {
  const changes = new UnsavedChanges()
  let clock = 0
  const state = seed()
  const [mine, other] = [
    peer(state, { onWritten: (list, from, to) => changes.note(list, ++clock, from, to) }),
    peer(state),
  ] as const
  other.store.put(['shape:n', 'shape:m', 'shape:fixed'].map((id) => noteRecord({ props: words('Start') }, id)))
  exchange(other, mine)
  const refuse = (refused: string[] = []) => {
    mine.binding.flush()
    const fresh = peer(Y.encodeStateAsUpdate(other.doc))
    const replay = replayChanges(missingChanges(changes.all, fresh.doc, mine.doc.clientID), {
      doc: fresh.doc,
      permits: (id) => !refused.includes(id),
      writeText,
      origin: 'replay',
    })
    fresh.binding.receive()
    return { fresh, ...replay }
  }
  return { mine, other, changes, refuse }
}

const words = (text: string) => ({ richText: richTextOf(text) })
const write = (someone: Peer, text: string, id = 'shape:n') => {
  someone.edit({ props: words(text) }, id)
  someone.binding.flush()
}
const received = (from: Peer, by: Peer) => {
  Y.applyUpdate(by.doc, Y.encodeStateAsUpdate(from.doc), 'remote')
  by.binding.receive()
}

test('what is permitted is kept, the refused record is as it was', () => {
  const { mine, refuse } = board()
  mine.edit({ x: 300 })
  mine.store.put([noteRecord({ props: words('Ny') }, 'shape:new')])
  mine.edit({ x: 999, props: words('Mit') }, 'shape:fixed')
  mine.store.remove(['shape:m' as TLShapeId])
  const { fresh, lost } = refuse(['shape:fixed'])
  expect(fresh.note()?.x).toBe(300)
  expect(textOf(fresh.note('shape:new'))).toBe('Ny')
  expect(fresh.note('shape:m')).toBeUndefined()
  expect(fresh.note('shape:fixed')?.x).toBe(0)
  expect(textOf(fresh.note('shape:fixed'))).toBe('Start')
  expect(wordsOfChanges(lost)).toEqual(['Mit'])
})

test('only what I changed is brought over: what others did to other properties since stays', () => {
  const { mine, other, refuse } = board()
  mine.edit({ x: 300, y: 40, meta: { role: 'idea' } })
  mine.binding.flush()
  other.edit({ opacity: 0.5, meta: { cell: 'a' }, props: { color: 'blue' } })
  other.binding.flush()
  const { fresh } = refuse()
  expect(fresh.note()).toMatchObject({
    x: 300,
    y: 40,
    opacity: 0.5,
    meta: { role: 'idea', cell: 'a' },
    props: { color: 'blue' },
  })
})

test('words of both are kept, also when those of the other came in between my own', () => {
  const { mine, other, refuse } = board()
  write(mine, 'Start og mit')
  write(other, 'Deres Start')
  received(other, mine)
  expect(textOf(mine.note())).toBe('Deres Start og mit')
  write(mine, 'Deres Start og mit igen')
  const { fresh } = refuse()
  expect(textOf(fresh.note())).toBe('Deres Start og mit igen')
})

test('what had arrived after all is not written a second time', () => {
  const { mine, other, refuse } = board()
  write(mine, 'Start et')
  mine.store.put([noteRecord({ props: words('Ny') }, 'shape:new')])
  mine.binding.flush()
  // The server has it, and only its answer was lost; somebody has gone on from there.
  received(mine, other)
  write(other, 'Start et, rettet')
  write(other, 'Ny, rettet', 'shape:new')
  write(mine, 'Start et to')
  const { fresh } = refuse()
  expect(textOf(fresh.note('shape:new'))).toBe('Ny, rettet')
  expect(textOf(fresh.note())).toMatch(/^Start et( to, rettet|, rettet to)$/)
})

test('a deletion wins, and the words are handed back', () => {
  const { mine, other, refuse } = board()
  write(mine, 'Start, meget mere')
  other.store.remove(['shape:n' as TLShapeId])
  other.binding.flush()
  const { fresh, lost } = refuse()
  expect(fresh.note()).toBeUndefined()
  expect(recordMapOf(fresh.doc).has('shape:n')).toBe(false)
  expect(wordsOfChanges(lost)).toEqual(['Start, meget mere'])
})

test('undo counts as a change like others', () => {
  const { mine, changes, refuse } = board()
  mine.undo.mark()
  mine.edit({ x: 300 })
  mine.undo.mark()
  mine.edit({ y: 70 })
  mine.binding.flush()
  mine.undo.undo()
  mine.binding.receive()
  expect(changes.all).toHaveLength(3)
  expect(refuse().fresh.note()).toMatchObject({ x: 300, y: 0 })
})

test('undo starts anew: what was brought over is not mine to take back', () => {
  const { mine, refuse } = board()
  mine.edit({ x: 300 })
  const { fresh } = refuse()
  expect(fresh.undo.canUndo).toBe(false)
})

test('what is brought over can be given up and brought over again', () => {
  const { mine, other, refuse } = board()
  write(mine, 'Start og mit')
  mine.edit({ x: 300 }, 'shape:m')
  const first = refuse()
  const again = new UnsavedChanges()
  for (const { changes, from, to } of first.written) again.note(changes, 1, from, to)
  const next = peer(Y.encodeStateAsUpdate(other.doc))
  replayChanges(missingChanges(again.all, next.doc, first.fresh.doc.clientID), {
    doc: next.doc,
    permits: (id) => id !== 'shape:m',
    writeText,
    origin: 'replay',
  })
  next.binding.receive()
  expect(textOf(next.note())).toBe('Start og mit')
  expect(next.note('shape:m')?.x).toBe(0)
})

test('much is brought over in several updates, each within the limit of one', () => {
  const { mine, refuse } = board()
  mine.store.put(
    Array.from({ length: 400 }, (_, i) => noteRecord({ props: words('x'.repeat(2_000)) }, `shape:big${i}`)),
  )
  const { fresh, written } = refuse()
  expect(written.length).toBeGreaterThan(3)
  expect(fresh.store.allRecords().filter(({ id }) => id.startsWith('shape:big'))).toHaveLength(400)
})

test('a store is bound to another document: what is not in that one goes, the rest stays the same object', () => {
  const { mine, other } = board()
  mine.store.put([noteRecord({}, 'shape:new')])
  mine.binding.flush()
  const [kept, doc] = [mine.note('shape:m'), new Y.Doc()]
  mine.binding.dispose()
  other.edit({ x: 77 })
  other.binding.flush()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc))
  const again = peer(seed(), {}, { doc, store: mine.store })
  expect(again.note('shape:new')).toBeUndefined()
  expect(again.note()?.x).toBe(77)
  expect(again.note('shape:m')).toBe(kept)
})

test('only records whose words were changed hand back words', () => {
  const before = validate(noteRecord({ props: words('Start') })) as never
  const moved = { ...(before as object), x: 5 } as never
  expect(wordsOfChanges([{ id: 'shape:n', before, after: moved }])).toEqual([])
  expect(wordsOfChanges([{ id: 'shape:n', before, after: undefined }])).toEqual([])
  const frame = { id: 'shape:f', typeName: 'shape', type: 'frame', props: { name: 'Ramme' } }
  expect(wordsOfChanges([{ id: 'shape:f', before: undefined, after: frame }])).toEqual(['Ramme'])
})

test('what an earlier tab wrote is brought over by its own client: not what the server has of it already', () => {
  const { mine, other, changes } = board()
  write(mine, 'Nåede frem')
  received(mine, other)
  write(mine, 'Nåede ikke frem', 'shape:m')
  const inherited = changes.all.map((change) => ({ ...change, client: mine.doc.clientID }))
  const later = new UnsavedChanges()
  later.inherit(inherited)
  other.edit({ props: words('Rettet siden') })
  other.binding.flush()
  const fresh = peer(Y.encodeStateAsUpdate(other.doc))
  const { lost } = replayChanges(missingChanges(later.all, fresh.doc, 1), {
    doc: fresh.doc,
    permits: () => true,
    writeText,
    origin: 'replay',
  })
  fresh.binding.receive()
  expect(lost).toEqual([])
  expect(textOf(fresh.note())).toBe('Rettet siden')
  expect(textOf(fresh.note('shape:m'))).toBe('Nåede ikke frem')
})
