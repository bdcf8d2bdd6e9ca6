import { gzipSync } from 'node:zlib'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { mergeRecords } from '@samtavle/shared/merge-records'
import { expect, test } from 'vitest'
import { byId, freshDocument, recordsOfVersion, stepBetween } from './version-document.ts'

const note = (id: string, x: number, text = ''): BoardRecord => ({
  ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', parentId: 'page:p', index: 'a1', x, y: 0, meta: {} },
  props: { text },
})
const packed = (records: readonly BoardRecord[]) => {
  const { payload, sha256 } = freshDocument(records)
  return { payload: gzipSync(payload), sha256 }
}

test('a step holds what differs, as it is on either side, and nothing else', () => {
  const from = [note('same', 0), note('moved', 0), note('gone', 0)]
  const to = [note('same', 0), note('moved', 9), note('back', 0)]
  const step = stepBetween(packed(from), packed(to))
  expect(step.from.map(({ id, x }) => [id, x]).sort()).toEqual([
    ['shape:gone', 0],
    ['shape:moved', 0],
  ])
  expect(step.to.map(({ id, x }) => [id, x]).sort()).toEqual([
    ['shape:back', 0],
    ['shape:moved', 9],
  ])
  expect(stepBetween(packed(to), packed(to))).toEqual({ from: [], to: [] })
})

test('what differs makes the same of a board as all of it, whatever happened on the board meanwhile', () => {
  const texts = ['', 'a', 'b']
  // Every way in which one note can be or be missing in the two states and on the board.
  const ways = [undefined, ...texts.flatMap((text) => [0, 5].map((x) => ({ x, text })))]
  const states = ways.flatMap((was, i) =>
    ways.flatMap((is, j) => ways.map((now, k) => ({ was, is, now, id: `n${i}-${j}-${k}` }))),
  )
  const of = (side: 'was' | 'is' | 'now') =>
    states.flatMap(({ id, [side]: way }) => (way === undefined ? [] : [note(id, way.x, way.text)]))
  const [from, to, now] = [of('was'), of('is'), byId(of('now'))]
  const whole = mergeRecords({ from: byId(from), to: byId(to), now })
  const step = stepBetween(packed(from), packed(to))
  const less = mergeRecords({ from: byId(step.from), to: byId(step.to), now })
  expect(step.to.length).toBeLessThan(to.length)
  const sorted = (board: ReadonlyMap<string, BoardRecord>) =>
    [...board.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(sorted(less)).toEqual(sorted(whole))
})

test('bytes that are not what was stored are refused', () => {
  const { payload } = packed([note('a', 0)])
  expect(() => recordsOfVersion({ payload, sha256: new Uint8Array(32) })).toThrow('a version is damaged')
})
