import { describe, expect, test } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { countTexts, type ReadScope, readBoard, sectionsOf } from './read-board.ts'
import { richTextOf } from './rich-text-doc.ts'
import { shapeRecord } from './shape-record.fixture.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
type Extra = Record<string, unknown> & { props?: Record<string, unknown>; meta?: Record<string, unknown> }

const shape = (id: string, type: string, x: number, y: number, more: Extra = {}): BoardRecord =>
  shapeRecord(type, `shape:${id}`, { x, y, ...more })
const note = (id: string, x: number, y: number, more: Extra = {}) =>
  shape(id, 'note', x, y, {
    ...more,
    props: { color: 'yellow', growY: 0, scale: 1, richText: richTextOf(id), ...more.props },
  })
const frame = (id: string, x: number, y: number, more: Extra = {}) =>
  shape(id, 'frame', x, y, { ...more, props: { w: 1_000, h: 1_000, name: id, ...more.props } })
const label = (text: string, x: number, y: number, parent: string, meta: Record<string, unknown>) =>
  shape(`label-${text}`, 'text', x, y, { parentId: `shape:${parent}`, meta, props: { richText: richTextOf(text) } })
const within = (parent: string, meta: Record<string, unknown> = {}) => ({ parentId: `shape:${parent}`, meta })

const read = (shapes: BoardRecord[], scope: ReadScope = { part: 'board' }) =>
  readBoard([PAGE, ...shapes], scope).map(({ title, cells }) => [
    title,
    ...cells.map((cell) => [cell.title, ...cell.texts.map(({ text }) => text)]),
  ])

describe('a board is read', () => {
  test('from the top to the bottom, and from left to right in what is a row to the eye', () => {
    const shapes = [note('d', 0, 300), note('b', 220, -20), note('a', 0, 0), note('c', 440, 60), note('e', 220, 290)]
    expect(read(shapes)).toEqual([['', [undefined, 'a', 'b', 'c', 'd', 'e']]])
    expect(read(shapes.toReversed())).toEqual(read(shapes))
  })

  test('by the order of sections, then those that people drew, then what lies outside', () => {
    const shapes = [
      note('løs', -5_000, -5_000),
      frame('egen ramme', -4_000, -4_000),
      note('i egen', 0, 0, within('egen ramme')),
      frame('anden', 0, 0, { meta: { order: 1, section: 'b' } }),
      note('i anden', 0, 0, within('anden')),
      frame('første', 3_000, 3_000, { meta: { order: 0, section: 'a' } }),
      note('i første', 0, 0, within('første')),
      frame('tom', 9_000, 0),
    ]
    expect(read(shapes).map(([title]) => title)).toEqual(['første', 'anden', 'egen ramme', ''])
    expect(sectionsOf([PAGE, ...shapes]).map(({ title }) => title)).toEqual(['første', 'anden', 'egen ramme', 'tom'])
  })

  test('page by page', () => {
    const second = { ...PAGE, id: 'page:q', index: 'a2' }
    const shapes = [frame('to', 0, 0, { parentId: 'page:q' }), frame('en', 500, 500)]
    expect(sectionsOf([second, PAGE, ...shapes]).map(({ title }) => title)).toEqual(['en', 'to'])
  })

  test('lane by lane inside a column by where things lie, with what is in no lane first', () => {
    const own = (cell: string) => within('kolonne', { section: 'g', cell })
    const shapes = [
      frame('kolonne', 0, 0, { meta: { section: 'g', cell: 'k', order: 0 } }),
      label('Nederst', 0, 500, 'kolonne', { section: 'g', cell: 'k/b', part: 'lane' }),
      label('Øverst', 0, 100, 'kolonne', { section: 'g', cell: 'k/a', part: 'lane' }),
      label('Overskrift', 0, 0, 'kolonne', { section: 'g', cell: 'k', part: 'heading' }),
      label('Spørgsmål?', 0, 50, 'kolonne', { section: 'g', cell: 'k', part: 'question' }),
      note('b1', 0, 520, own('k/b')),
      note('a1', 0, 120, own('k/b')),
      note('b2', 0, 750, within('kolonne', { section: 'other', cell: 'k/a' })),
      note('ovenfor', 0, -60, own('k/x')),
    ]
    expect(read(shapes)).toEqual([['kolonne', [undefined, 'ovenfor'], ['Øverst', 'a1'], ['Nederst', 'b1', 'b2']]])
  })

  test('line by line in a grid of one frame, each cell named by its line and its column', () => {
    const meta = (cell: string, part?: string) => ({ section: 'log', cell, ...(part === undefined ? {} : { part }) })
    const shapes = [
      frame('log', 0, 0, { meta: { section: 'log', order: 0 } }),
      label('Hvad', 300, 0, 'log', meta('hvad', 'heading')),
      label('Hvem', 600, 0, 'log', meta('hvem', 'heading')),
      label('Uge 2', 0, 400, 'log', meta('u2', 'lane')),
      label('Uge 1', 0, 100, 'log', meta('u1', 'lane')),
      note('2a', 300, 400, within('log', meta('hvad/u2'))),
      note('1b', 600, 100, within('log', meta('hvem/u1'))),
      note('1a', 300, 100, within('log', meta('hvad/u1'))),
    ]
    expect(read(shapes)).toEqual([['log', ['Uge 1 · Hvad', '1a'], ['Uge 1 · Hvem', '1b'], ['Uge 2 · Hvad', '2a']]])
  })

  test('quadrant by quadrant in a matrix', () => {
    const shapes = [
      frame('matrix', 100, 100, { meta: { section: 'm', order: 0 } }),
      shape('v', 'line', 500, 40, within('matrix', { section: 'm', part: 'axis' })),
      shape('h', 'line', 40, 500, within('matrix', { section: 'm', part: 'axis' })),
      ...(['Start her', 'Store satsninger', 'Hvis tid', 'Vent'] as const).map((name, i) =>
        label(name, i % 2 === 0 ? 60 : 520, i < 2 ? 60 : 520, 'matrix', { section: 'm', part: 'quadrant' }),
      ),
      note('nede til højre', 700, 700, within('matrix', { section: 'm' })),
      note('oppe til venstre', 100, 100, within('matrix', { section: 'm' })),
      note('oppe til højre', 430, 100, within('matrix', { section: 'm' })),
    ]
    expect(read(shapes)).toEqual([
      ['matrix', ['Start her', 'oppe til venstre'], ['Store satsninger', 'oppe til højre'], ['Vent', 'nede til højre']],
    ])
  })

  test('with each point of a curve in the column that it is of, and by its phase where there is none', () => {
    const steps = ['Godt', 'Svært'].map((text, i) => ({ key: `s${i}`, label: text }))
    const columns = [1, 2, 3].map((n) => ({ key: `p${n}`, label: `Fase ${n}`, x: (n - 1) * 1_000, w: 1_000, point: n }))
    const props = { w: 3_000, h: 100, name: 'Følelseskurve', steps, columns, point1: 1, point2: 0, point3: 2 }
    const lane = (column: string, name: string, y: number) =>
      label(name, 0, y, column, { section: 'g', cell: `${column}/${y}`, part: 'lane' })
    const shapes = [
      frame('p1', 0, 0, { meta: { section: 'g', cell: 'p1', order: 0 } }),
      frame('p2', 1_000, 0, { meta: { section: 'g', cell: 'p2', order: 1 } }),
      lane('p1', 'Før', 100),
      lane('p1', 'Efter', 700),
      shape('kurve', 'samtavle-curve', 0, 400, { props, meta: { section: 'g', part: 'curve' } }),
      note('sidst', 0, 720, within('p1')),
      note('først', 0, 120, within('p1')),
    ]
    expect(read(shapes)).toEqual([
      ['p1', ['Før', 'først'], ['Følelseskurve', 'Svært'], ['Efter', 'sidst']],
      ['', ['Fase 3', 'Godt']],
    ])
    expect(read(shapes, { part: 'section', frame: 'shape:p1' }).flat(2)).toContain('Svært')
    expect(read(shapes, { part: 'section', frame: 'shape:p2' })).toEqual([])
    expect(read(shapes, { part: 'selection', ids: new Set(['shape:sidst']) }).flat(2)).not.toContain('Svært')
  })

  test('through groups and turned frames, by where things lie on the page', () => {
    const shapes = [
      frame('vendt', 1_000, 1_000, { rotation: Math.PI, meta: { order: 0 } }),
      shape('gruppe', 'group', 100, 500, within('vendt')),
      note('i gruppen', 0, 300, within('gruppe')),
      note('for sig', 0, 100, within('vendt')),
    ]
    expect(read(shapes)).toEqual([['vendt', [undefined, 'i gruppen', 'for sig']]])
  })

  test('with roles by the record or the colour, examples marked, and nothing that has no words', () => {
    const shapes = [
      note('citat', 0, 0, { props: { color: 'light-blue' } }),
      note('bestemt', 220, 0, { meta: { role: 'idea', example: true }, props: { color: 'light-violet' } }),
      note('sort', 440, 0, { props: { color: 'black' } }),
      note('tom', 660, 0, { props: { richText: richTextOf(' \n ') } }),
      shape('pil', 'arrow', 880, 0, { props: { text: 'fører til', color: 'black' } }),
      shape('kort', 'geo', 1_100, 0, {
        meta: { role: 'pain' },
        props: { w: 9, h: 9, color: 'light-red', richText: richTextOf('kort') },
      }),
      shape('streg', 'draw', 1_300, 0, { props: { segments: [] } }),
      label('Navn', 1_500, 0, 'x', { part: 'label' }),
      shape('felt', 'geo', 1_700, 0, {
        meta: { part: 'field' },
        props: { w: 9, h: 9, color: 'grey', richText: richTextOf('udfyldt') },
      }),
    ]
    const [section] = readBoard([PAGE, ...shapes], { part: 'board' })
    expect(section?.cells[0]?.texts.map(({ text, role, example }) => [text, role, example])).toEqual([
      ['citat', 'quote', false],
      ['bestemt', 'idea', true],
      ['sort', undefined, false],
      ['fører til', undefined, false],
      ['kort', 'pain', false],
      ['udfyldt', undefined, false],
    ])
    expect(countTexts(section === undefined ? [] : [section])).toBe(6)
  })

  test('with the options that are chosen, and the pieces that lie in a section', () => {
    const part = (name: string, text: string, x: number, more: Extra = {}) =>
      shape(text, 'geo', x, 0, {
        ...more,
        meta: { part: name },
        props: { w: 9, h: 9, color: 'grey', richText: richTextOf(text) },
      })
    const shapes = [
      frame('valg', 0, 0, { meta: { order: 0 } }),
      part('option', 'Information', 0, within('valg')),
      part('option', 'Dialog ✔', 20, within('valg')),
      part('piece', 'Klima', 40, within('valg')),
      part('piece', 'Transport', 5_000),
    ]
    expect(read(shapes)).toEqual([['valg', [undefined, 'Dialog ✔', 'Klima']]])
  })

  test('in part: one section, or what is selected with all that stands in it', () => {
    const shapes = [
      frame('a', 0, 0, { meta: { order: 0 } }),
      note('a1', 0, 0, within('a')),
      shape('gruppe', 'group', 0, 300, within('a')),
      note('a2', 0, 0, within('gruppe')),
      frame('b', 2_000, 0, { meta: { order: 1 } }),
      note('b1', 0, 0, within('b')),
    ]
    expect(read(shapes, { part: 'section', frame: 'shape:a' })).toEqual([['a', [undefined, 'a1', 'a2']]])
    const selected = (...ids: string[]) =>
      read(shapes, { part: 'selection', ids: new Set(ids.map((id) => `shape:${id}`)) })
    expect(selected('gruppe', 'b1')).toEqual([
      ['a', [undefined, 'a2']],
      ['b', [undefined, 'b1']],
    ])
    expect(selected('b')).toEqual([['b', [undefined, 'b1']]])
    expect(selected()).toEqual([])
  })

  test('to its end when parents are missing or stand in a ring', () => {
    const shapes = [
      note('uden', 0, 0, { parentId: 'shape:gone' }),
      frame('x', 0, 0, { parentId: 'shape:y' }),
      frame('y', 0, 0, { parentId: 'shape:x' }),
      note('i ring', 0, 0, within('x')),
    ]
    expect(read(shapes)).toEqual([
      ['x', [undefined, 'i ring']],
      ['', [undefined, 'uden']],
    ])
  })
})
