import type { BoardRecord } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { describe, expect, it } from 'vitest'
import { settledRecords, strippedRecords } from './stripped-records.ts'

const frame = (id: string, at: { x: number; y: number }, meta: object = {}): BoardRecord =>
  shapeRecord('frame', id, { ...at, meta, props: { w: 1, h: 1, name: id } })
const box = (id: string, meta: object, words: string, changes: object = {}): BoardRecord =>
  shapeRecord('geo', id, { meta, props: { richText: richTextOf(words) }, ...changes })
const idsOf = (records: readonly BoardRecord[]) => records.map(({ id }) => id)

describe('a board without what people put there', () => {
  it('leaves its steps behind, which the template says itself', () => {
    const step = { order: 0, title: { da: 'Læs', en: '', nb: '' }, text: { da: '', en: '', nb: '' }, minutes: 5 }
    const meta = { 'step:a': step, time: { least: 5, most: 10 }, other: 1 }
    const document = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta }
    expect(strippedRecords([document], false).records[0]?.meta).toEqual({ other: 1 })
  })

  it('keeps what is fixed, and what it stands in', () => {
    const records = [
      shapeRecord('group', 'shape:group'),
      box('shape:in', { fixed: true }, 'Fast', { parentId: 'shape:group' }),
      shapeRecord('group', 'shape:empty'),
      noteRecord('shape:note', {}, { parentId: 'shape:empty' }),
      noteRecord('shape:example', {}, { meta: { example: true, by: 'someone' } }),
      shapeRecord('image', 'shape:logo', { isLocked: true }),
      shapeRecord('draw', 'shape:drawn'),
    ]
    const { records: kept, leftOut } = strippedRecords(records, false)
    expect(idsOf(kept)).toEqual(['shape:group', 'shape:in', 'shape:example'])
    expect(kept.at(-1)?.meta).toEqual({ example: true })
    expect(leftOut).toEqual({ notes: 1, pictures: 1, loose: 1, fields: 0 })
    expect(strippedRecords(records, true).leftOut).toEqual(leftOut)
  })

  it('keeps arrows between what stays, and none that led to a note', () => {
    const binding = (id: string, toId: string) => ({ id, typeName: 'binding', fromId: 'shape:a', toId, meta: {} })
    const records = [
      box('shape:a', { fixed: true }, ''),
      box('shape:b', { fixed: true }, ''),
      noteRecord('shape:note'),
      binding('binding:1', 'shape:b'),
      binding('binding:2', 'shape:note'),
    ]
    expect(idsOf(strippedRecords(records, false).records)).toEqual(['shape:a', 'shape:b', 'binding:1'])
  })

  it('empties the boxes that people fill in, but not those of examples and the phase', () => {
    const { records, leftOut } = strippedRecords(
      [
        box('shape:1', { part: 'field' }, 'Fru Jensen'),
        box('shape:2', { part: 'field', example: true }, 'Et eksempel'),
        box('shape:3', { part: 'field', section: 'titelfelt', cell: 'fase' }, 'Forstå'),
        box('shape:4', { part: 'field' }, ''),
        box('shape:5', { part: 'option' }, 'Ja'),
      ],
      false,
    )
    expect(records.map(wordsOn)).toEqual(['', 'Et eksempel', 'Forstå', '', 'Ja'])
    expect(leftOut.fields).toBe(1)
  })

  it('takes the points of a curve, and keeps a matrix with its names', () => {
    const curve = { name: 'Følelseskurve', columns: [], steps: [] }
    const matrix = { up: 'Stor værdi', down: '', left: '', right: '' }
    const { records, leftOut } = strippedRecords(
      [
        shapeRecord('samtavle-curve', 'shape:1', {
          meta: { part: 'curve' },
          props: { ...curve, point1: 5, point2: 0 },
        }),
        shapeRecord('samtavle-curve', 'shape:2', { meta: { part: 'curve' }, props: { ...curve, point1: 0 } }),
        shapeRecord('samtavle-matrix', 'shape:3', { meta: { part: 'matrix', fixed: true }, props: matrix }),
      ],
      false,
    )
    expect(records.map(({ props }) => props)).toEqual([curve, { ...curve, point1: 0 }, matrix])
    expect(leftOut).toEqual({ notes: 0, pictures: 0, loose: 0, fields: 1 })
  })

  it('empties cards and takes the ticks of choices, but not those of examples', () => {
    const card = { w: 520, fields: [{ key: 'navn', label: 'Navn', hint: '' }], text1: 'Fru Jensen', pick1: 'klar' }
    const choice = { options: [{ key: 'ja', label: 'Ja' }], chosen: 'ja', tick1: true }
    const { records, leftOut } = strippedRecords(
      [
        shapeRecord('samtavle-card', 'shape:1', { meta: { part: 'card' }, props: card }),
        shapeRecord('samtavle-card', 'shape:2', { meta: { part: 'card', example: true }, props: card }),
        shapeRecord('samtavle-choice', 'shape:3', { meta: { part: 'choice' }, props: choice }),
        shapeRecord('samtavle-choice', 'shape:4', { meta: { part: 'choice' }, props: { options: [], chosen: '' } }),
        shapeRecord('samtavle-card', 'shape:5', { props: card }),
      ],
      true,
    )
    const form = { w: card.w, fields: card.fields }
    expect(records.map(({ id, props }) => [id, props])).toEqual([
      ['shape:1', form],
      ['shape:2', card],
      ['shape:3', { options: choice.options, chosen: '' }],
      ['shape:4', { options: [], chosen: '' }],
    ])
    expect(leftOut).toEqual({ notes: 0, pictures: 0, loose: 1, fields: 2 })
  })
})

describe('a form as others get it', () => {
  it('lies fast, in the order in which it is read', () => {
    const settled = settledRecords(
      [
        frame('shape:c', { x: 0, y: 100 }),
        frame('shape:b', { x: 50, y: 0 }),
        frame('shape:a', { x: 0, y: 0 }),
        frame('shape:first', { x: 900, y: 900 }, { order: 0 }),
        box('shape:heading', { part: 'heading' }, 'Ord'),
        noteRecord('shape:note', {}, { meta: { example: true } }),
      ],
      'da',
    )
    expect(settled.map(({ meta }) => meta?.order)).toEqual([3, 2, 1, 0, undefined, undefined])
    expect(settled.map(({ meta }) => meta?.fixed === true)).toEqual([true, true, true, true, true, false])
    expect(settled.map(({ isLocked }) => isLocked)).toEqual([false, false, false, false, true, false])
  })

  it('calls a section what its heading says', () => {
    const words = { da: 'Før', en: 'Before', nb: '' }
    const heading = box('shape:h', { part: 'heading', words }, 'Nyt', { parentId: 'shape:a' })
    const [section] = settledRecords([frame('shape:a', { x: 0, y: 0 }, { words }), heading], 'da')
    expect([section?.props?.name, section?.meta?.words]).toEqual(['Nyt', { ...words, da: 'Nyt' }])
    const [built] = settledRecords([frame('shape:a', { x: 0, y: 0 }), heading], 'da')
    expect(built?.props?.name).toBe('shape:a')
  })

  it('says in the board’s language what stands on the board', () => {
    const words = { da: 'Før', en: 'Before', nb: '' }
    const said = (shown: string) =>
      settledRecords([box('shape:1', { part: 'heading', words }, shown)], 'da')[0]?.meta?.words
    expect(said('Nyt')).toEqual({ da: 'Nyt', en: 'Before', nb: '' })
    expect(said('Før')).toEqual(words)
    expect(said('Before')).toEqual(words)
  })
})

describe('a section that its designer left free', () => {
  const records = [
    frame('shape:free', { x: 0, y: 0 }, { fixed: false, words: { da: 'a', en: '', nb: '' } }),
    box('shape:heading', { part: 'heading', fixed: false }, 'Frit felt', { parentId: 'shape:free' }),
    frame('shape:plain', { x: 900, y: 0 }),
    box('shape:own', { part: 'hint' }, 'Hjælp', { parentId: 'shape:plain' }),
  ]

  it('stays free in the template, and all others are fixed', () => {
    const settled = settledRecords(records, 'da')
    expect(settled.map(({ id, meta }) => [id, meta?.fixed])).toEqual([
      ['shape:free', false],
      ['shape:heading', false],
      ['shape:plain', true],
      ['shape:own', true],
    ])
    expect(wordsOn(settled[0] ?? {})).toBe('Frit felt')
  })

  it('is not called what one of its columns is called', () => {
    const column = box('shape:column', { part: 'heading', cell: 'p1' }, 'Uge 1', { parentId: 'shape:free' })
    expect(wordsOn(settledRecords([...records, column], 'da')[0] ?? {})).toBe('Frit felt')
  })
})
