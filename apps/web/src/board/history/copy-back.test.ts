import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, pictureRecords, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import { copyBack } from './copy-back.ts'

const page: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
const section = shapeRecord('frame', 'shape:s', { x: 100, y: 50, props: { w: 800, h: 400, name: 'Nu' } })
const note = (id: string, words: string, changes: Record<string, unknown> = {}) =>
  noteRecord(`shape:${id}`, { richText: richTextOf(words) }, changes)
const inSection = (id: string, words: string, changes: Record<string, unknown> = {}) =>
  note(id, words, { parentId: 'shape:s', x: 20, y: 30, ...changes })

let made = 0
const back = (wanted: string[], version: BoardRecord[], present: BoardRecord[]) =>
  copyBack({
    wanted,
    version: [page, ...version],
    present: [page, ...present],
    newId: (kind) => `${kind}:new${made++}`,
  })

describe('a note', () => {
  test('that is gone comes back under its id, where it was', () => {
    const gone = inSection('a', 'Ingen ringede')
    expect(back(['shape:a'], [section, gone], [section])).toEqual([gone])
  })

  test('comes to the same place of the page when its section is gone', () => {
    const [brought] = back(['shape:a'], [section, inSection('a', 'Ingen ringede')], [])
    expect(brought).toMatchObject({ id: 'shape:a', parentId: 'page:page', x: 120, y: 80 })
  })

  test('that has other words now comes as a copy that does not hide it', () => {
    const now = inSection('a', 'Andre ord')
    const [brought, ...more] = back(['shape:a'], [section, inSection('a', 'Ingen ringede')], [section, now])
    expect(more).toEqual([])
    expect(brought?.id).not.toBe('shape:a')
    expect(brought).toMatchObject({
      parentId: 'shape:s',
      x: 52,
      y: 62,
      props: { richText: richTextOf('Ingen ringede') },
    })
  })

  test('that lies elsewhere now comes as a copy where it lay', () => {
    const [brought] = back(['shape:a'], [section, inSection('a', 'x')], [section, inSection('a', 'x', { x: 500 })])
    expect(brought).toMatchObject({ parentId: 'shape:s', x: 20, y: 30 })
    expect(brought?.id).not.toBe('shape:a')
  })

  test('that is there as it was brings nothing', () => {
    expect(back(['shape:a'], [note('a', 'x')], [note('a', 'x', { index: 'a9' })])).toEqual([])
  })

  test('that shows a picture brings it along', () => {
    const [asset, picture] = pictureRecords('p', '/p.png')
    expect(back(['shape:p'], [asset, picture], [])).toEqual([asset, picture])
    expect(back(['shape:p'], [asset, picture], [asset])).toEqual([picture])
  })
})

describe('a section', () => {
  test('that is gone comes back with all that stood in it, each before what it holds', () => {
    const inner = shapeRecord('frame', 'shape:a-inner', { parentId: 'shape:s', props: { w: 9, h: 9, name: '' } })
    const version = [inSection('z', 'To', { parentId: inner.id }), inner, inSection('b', 'En'), section]
    const brought = back(['shape:s'], [...version, note('outside', 'Andet')], [])
    expect(brought.map(({ id }) => id)).toEqual(['shape:s', 'shape:a-inner', 'shape:b', 'shape:z'])
    expect(brought).toEqual(expect.arrayContaining(version))
  })

  test('that is there takes back what is gone from it, and what was only moved in it stays', () => {
    const moved = { ...section, x: 900 }
    const version = [section, inSection('a', 'Væk'), inSection('b', 'Flyttet'), inSection('c', 'Som den var')]
    const present = [moved, inSection('b', 'Flyttet', { x: 300 }), inSection('c', 'Som den var')]
    expect(back(['shape:s'], version, present)).toEqual([inSection('a', 'Væk')])
  })

  test('of which a note went to another section gets a copy, and the note stays where it is', () => {
    const brought = back(
      ['shape:s'],
      [section, inSection('a', 'x')],
      [section, note('a', 'x', { parentId: 'page:page' })],
    )
    expect(brought).toHaveLength(1)
    expect(brought[0]).toMatchObject({ parentId: 'shape:s', x: 20, y: 30 })
    expect(brought[0]?.id).not.toBe('shape:a')
  })
})

test('arrows are tied to what came back, under whatever id, and to nothing that is gone', () => {
  const tie = (id: string, to: string): BoardRecord => ({
    id: `binding:${id}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: 'shape:arrow',
    toId: to,
    props: {},
    meta: {},
  })
  const arrow = shapeRecord('arrow', 'shape:arrow', { parentId: 'shape:s' })
  const version = [
    section,
    arrow,
    inSection('a', 'Før'),
    tie('start', 'shape:a'),
    tie('end', 'shape:far'),
    note('far', 'x'),
  ]
  const gone = back(['shape:s'], version, [section, inSection('a', 'Nu')])
  const copy = gone.find(({ type }) => type === 'note')
  expect(gone.filter(({ typeName }) => typeName === 'binding')).toEqual([{ ...tie('start', ''), toId: copy?.id }])
  expect(back(['shape:s'], version, [section, inSection('a', 'Før'), note('far', 'x')])).toEqual(
    expect.arrayContaining([tie('start', 'shape:a'), tie('end', 'shape:far')]),
  )
})
