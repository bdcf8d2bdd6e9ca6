import { createRecord, deleteRecord, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changedSince, encodeSeen } from './seen-state.ts'

const note = (id: string, words = 'Hej') => noteRecord(`shape:${id}`, { richText: richTextOf(words) })
const NOTHING = { added: [], changed: [], removed: [] }

/** A board on which somebody wrote three notes, as it comes from the server. */
function board() {
  const doc = new Y.Doc()
  const put = (...ids: string[]) =>
    doc.transact(() => ids.forEach((id) => void createRecord(recordMapOf(doc), note(id))))
  put('a', 'b', 'c')
  const change = (id: string, changes: Record<string, unknown>, props: Record<string, unknown> = {}) => {
    const before = readRecord(recordMapOf(doc), `shape:${id}`)
    if (before === undefined) throw new Error(`no ${id}`)
    const after = { ...before, ...changes, props: { ...before.props, ...props } }
    doc.transact(() => updateRecord(recordMapOf(doc), before, after))
  }
  const remove = (id: string) => doc.transact(() => deleteRecord(recordMapOf(doc), `shape:${id}`))
  /** The document as another browser gets it, merged as the server stores it. */
  const reloaded = () => {
    const again = new Y.Doc()
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
    return again
  }
  return { doc, put, change, remove, reloaded }
}

test('what was added, changed and removed since is told, and nothing else', () => {
  const { doc, put, change, remove, reloaded } = board()
  const seen = encodeSeen(doc)
  expect(changedSince(reloaded(), seen)).toEqual(NOTHING)
  put('d', 'e')
  change('a', { x: 40 })
  remove('b')
  remove('e')
  expect(changedSince(reloaded(), seen)).toEqual({
    added: ['shape:d'],
    changed: ['shape:a'],
    removed: ['shape:b'],
  })
})

test.for([
  ['longer', 'Hej med dig'],
  ['shorter', 'He'],
  ['empty', ''],
  ['other', 'Farvel'],
])('a text that is %s now has changed', ([, words]) => {
  const { doc, change, reloaded } = board()
  const seen = encodeSeen(doc)
  change('c', {}, { richText: richTextOf(words ?? '') })
  expect(changedSince(reloaded(), seen)).toEqual({ ...NOTHING, changed: ['shape:c'] })
  expect(changedSince(reloaded(), encodeSeen(doc))).toEqual(NOTHING)
})

test('a note that was changed before it was seen is none of the news, whoever wrote in between', () => {
  const { doc, change, remove, put, reloaded } = board()
  change('a', { x: 1 })
  change('b', {}, { richText: richTextOf('Hejsa') })
  remove('c')
  const seen = encodeSeen(reloaded())
  put('d')
  expect(changedSince(reloaded(), seen)).toEqual({ ...NOTHING, added: ['shape:d'] })
  expect(encodeSeen(doc)).toEqual(encodeSeen(reloaded()))
})

test('what only measures or orders is no news; what is deleted and comes back is', () => {
  const { doc, change, remove, put, reloaded } = board()
  const seen = encodeSeen(doc)
  change('a', { index: 'a9' }, { growY: 20, fontSizeAdjustment: 3 })
  expect(changedSince(reloaded(), seen)).toEqual(NOTHING)
  remove('b')
  put('b')
  expect(changedSince(reloaded(), seen)).toEqual({ ...NOTHING, changed: ['shape:b'] })
})

test('bytes that are something else are refused', () => {
  expect(() => changedSince(new Y.Doc(), new Uint8Array([255, 255]))).toThrow()
})

test('what I put there myself since is no news', () => {
  const { doc, put, change } = board()
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
  const seen = encodeSeen(mine)
  put('d')
  change('a', { x: 40 })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
  mine.transact(() => createRecord(recordMapOf(mine), note('e')))
  expect(changedSince(mine, seen, new Set([mine.clientID]))).toEqual({
    ...NOTHING,
    added: ['shape:d'],
    changed: ['shape:a'],
  })
})
