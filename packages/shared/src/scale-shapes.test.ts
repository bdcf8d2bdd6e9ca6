import { describe, expect, it, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord, readRecord, recordMapOf, updateRecord } from './board-doc.ts'
import { curvePath, curvePoints, pointNear, stepAt, stepY } from './curve-layout.ts'
import { CURVE_TYPE, type CurveProps, curveParts, pointChange, spokenPoint } from './curve-shape.ts'
import { quadrantAt } from './matrix-layout.ts'
import { MATRIX_TYPE, type MatrixProps, quadrantWords } from './matrix-shape.ts'
import { plainShape, structuredShape } from './plain-shapes.ts'
import { checkRecord } from './record-schema.ts'
import { placeWords, SectionCells } from './section-cells.ts'
import { shapeRecord } from './shape-record.fixture.ts'
import { wordsOn } from './shape-words.ts'

const words = ['Rigtig godt', 'Godt', 'Neutralt', 'Svært', 'Meget svært']
const CURVE: CurveProps = {
  ...{ w: 2160, h: 400, name: 'Følelseskurve' },
  steps: words.map((label, i) => ({ key: `step${5 - i}`, label })),
  columns: [1, 2, 3].map((n) => ({ key: `p${n}`, label: `Fase ${n}`, x: (n - 1) * 720, w: 720, point: n })),
  ...{ point1: 1, point2: 4, point3: 0 },
}
const MATRIX: MatrixProps = {
  ...{ w: 1000, h: 1000, name: 'Nytte og mulighed' },
  ...{ up: 'Stor nytte', down: 'Lille nytte', left: 'Svær', right: 'Let' },
  ...{ upLeft: '', upRight: 'Begynd her', downLeft: 'Lad ligge', downRight: 'Lille nytte, let' },
}
const curve = (changes: object = {}) => shapeRecord(CURVE_TYPE, 'shape:c', { props: { ...CURVE, ...changes } })
const matrix = (changes: object = {}) => shapeRecord(MATRIX_TYPE, 'shape:m', { props: { ...MATRIX, ...changes } })
const columnOf = (n: number) => {
  const column = CURVE.columns[n - 1]
  if (column === undefined) throw new Error(`no column ${n}`)
  return column
}

describe('a curve', () => {
  it('says phase by phase what was set, and nothing of what was not', () => {
    expect(curveParts(CURVE).map(({ label, text }) => [label, text])).toEqual([
      ['Fase 1', 'Meget svært'],
      ['Fase 2', 'Godt'],
    ])
    expect(wordsOn(curve())).toBe('Fase 1: Meget svært\nFase 2: Godt')
    expect([1, 2, 3].map((n) => spokenPoint(CURVE, columnOf(n), 'da'))).toEqual([
      'Meget svært, 1 af 5',
      'Godt, 4 af 5',
      'Ikke sat',
    ])
    expect(spokenPoint(CURVE, columnOf(2), 'en')).toBe('Godt, 4 of 5')
  })

  it('runs through its points, with a gap where none is set', () => {
    expect(curvePoints(CURVE).map(({ x, y, isSet }) => [x, y, isSet])).toEqual([
      [360, 400, true],
      [1080, 100, true],
      [1800, 200, false],
    ])
    expect(curvePath(CURVE)).toBe('M360 400C720 400 720 100 1080 100')
    expect(curvePath({ ...CURVE, point2: 0, point3: 5 })).toBe('M360 400M1800 0')
  })

  it('knows which step a height means, beyond its ends too', () => {
    expect([-90, 0, 49, 51, 400, 900].map((y) => stepAt(CURVE, y))).toEqual([5, 5, 5, 4, 1, 1])
    for (const value of [1, 2, 3, 4, 5]) expect(stepAt(CURVE, stepY(CURVE, value))).toBe(value)
    expect(pointNear(CURVE, { x: 1070, y: 110 }, 20)?.column.key).toBe('p2')
    expect(pointNear(CURVE, { x: 1070, y: 300 }, 20)).toBeUndefined()
  })

  it('keeps the points that two people move at once', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
    createRecord(recordMapOf(mine), curve())
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    const move = (doc: Y.Doc, n: number, value: number) => {
      const before = readRecord(recordMapOf(doc), 'shape:c')
      if (before === undefined) throw new Error('no curve')
      const props = { ...before.props, ...pointChange(CURVE, columnOf(n), value) }
      updateRecord(recordMapOf(doc), before, { ...before, props })
    }
    move(mine, 1, 5)
    move(theirs, 3, 2)
    for (const [to, from] of [
      [mine, theirs],
      [theirs, mine],
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    for (const doc of [mine, theirs]) {
      const { point1, point2, point3 } = (readRecord(recordMapOf(doc), 'shape:c')?.props ?? {}) as CurveProps
      expect([point1, point2, point3]).toEqual([5, 4, 2])
    }
  })
})

describe('a matrix', () => {
  it('says in words where something lies: by its name and by its axes', () => {
    const at = (x: number, y: number) => quadrantWords(MATRIX, quadrantAt(MATRIX, { x, y }))
    expect([at(200, 200), at(700, 200), at(200, 700), at(700, 700)]).toEqual([
      'Stor nytte, svær',
      'Begynd her (stor nytte, let)',
      'Lad ligge (lille nytte, svær)',
      'Lille nytte, let',
    ])
    expect(at(-500, -500)).toBe('Stor nytte, svær')
  })

  it('keeps an abbreviation as it is, and says nothing where nothing is written', () => {
    const ends = { up: 'Effekt', right: 'IT klar' }
    expect(quadrantWords({ ...MATRIX, ...ends, upRight: '' }, 'upRight')).toBe('Effekt, IT klar')
    expect(quadrantWords({ ...MATRIX, up: '', right: '', upRight: ' ' }, 'upRight')).toBe('')
  })
})

describe('the cells of a section', () => {
  const label = (text: string, x: number, y: number, meta: object) =>
    shapeRecord('text', `shape:${text}`, { x, y, meta, props: { text } })
  const column = shapeRecord('frame', 'shape:f', { meta: { section: 'g', cell: 'p1' } })
  const lanes = [
    label('Handling', 40, 208, { part: 'lane', cell: 'p1/handling' }),
    label('Smerte', 40, 688, { part: 'lane', cell: 'p1/smerte' }),
    label('Fase 1', 40, 24, { part: 'heading', cell: 'p1' }),
  ]

  it('are told by where a middle lies: on the edge in the lower lane, in none above them', () => {
    const cells = new SectionCells(column, lanes)
    const titles = [100, 199, 200, 679, 680, 5_000].map((y) => cells.at({ x: 100, y })?.title)
    expect(titles).toEqual([undefined, undefined, 'Handling', 'Handling', 'Smerte', 'Smerte'])
    expect(placeWords(column, 'Fase 1', cells.at({ x: 0, y: 300 }))).toBe('Handling · Fase 1')
    expect(placeWords(column, 'Fase 1', undefined)).toBe('Fase 1')
  })

  it('in a grid of one frame are told by line and column, before the first column by the line', () => {
    const log = shapeRecord('frame', 'shape:l', { meta: { section: 'log' } })
    const cells = new SectionCells(log, [
      label('Hvad', 290, 24, { part: 'heading', cell: 'hvad' }),
      label('Hvem', 590, 24, { part: 'heading', cell: 'hvem' }),
      label('Uge 1', 30, 188, { part: 'lane', cell: 'u1' }),
    ])
    const titles = [100, 260, 560].map((x) => cells.at({ x, y: 200 })?.title)
    expect(titles).toEqual(['Uge 1', 'Uge 1 · Hvad', 'Uge 1 · Hvem'])
    expect(placeWords(log, 'Log', cells.at({ x: 600, y: 200 }))).toBe('Log · Uge 1 · Hvem')
  })

  it('are none where what a peer wrote says none', () => {
    for (const cell of [5, null, {}, ['p1/x'], { toString: 1 }, undefined]) {
      for (const part of ['lane', 'heading', 'label', 7, null]) {
        const cells = new SectionCells(column, [label('Ingen', 40, 100, { part, cell }), ...lanes])
        expect(cells.at({ x: 100, y: 150 })).toBeUndefined()
        expect(cells.at({ x: 100, y: 300 })?.title).toBe('Handling')
      }
      const frame = shapeRecord('frame', 'shape:f', { meta: { section: 'g', cell } })
      expect(placeWords(frame, 'Fase 1', new SectionCells(frame, lanes).at({ x: 100, y: 300 }))).toBe(
        'Fase 1 · Handling',
      )
    }
    for (const props of [undefined, {}, { ...MATRIX, upRight: 5 }, { ...MATRIX, w: '1000' }]) {
      const shape = { type: MATRIX_TYPE, x: 0, y: 0, meta: { part: 'matrix' }, ...(props && { props }) }
      expect(new SectionCells(column, [shape]).at({ x: 900, y: 200 })).toBeUndefined()
    }
  })

  it('are 200 lanes at the most, and found without looking through all labels', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => label('L', 40, 100 + i, { part: 'lane', cell: `p1/l${i}` }))
    const cells = new SectionCells(column, many.toReversed())
    expect(cells.at({ x: 100, y: 9_000 })?.key).toBe('p1/l199')
    expect(cells.named('p1/l4999')).toMatchObject({ title: 'L', row: 5_099 })
  })

  it('of a matrix are its quadrants', () => {
    const section = shapeRecord('frame', 'shape:s', { meta: { section: 'm' } })
    const cells = new SectionCells(section, [{ ...matrix(), x: 40, y: 140, meta: { section: 'm', part: 'matrix' } }])
    expect(cells.at({ x: 900, y: 200 })).toMatchObject({ key: 'upRight', title: 'Begynd her (stor nytte, let)' })
  })
})

const isValid = (record: ReturnType<typeof curve>): boolean => checkRecord(record, record.id).ok
const column = (changes: object) => [{ ...columnOf(1), ...changes }]

test.each([
  ['a step beyond the scale', curve({ point1: 10 })],
  ['half a step', curve({ point1: 1.5 })],
  ['a point that is a word', curve({ point1: 'godt' })],
  ['a point too many', curve({ point25: 1 })],
  ['columns without end', curve({ columns: Array.from({ length: 25 }, (_, i) => ({ ...columnOf(1), key: `k${i}` })) })],
  ['two columns of one key', curve({ columns: [columnOf(1), columnOf(1)] })],
  ['two columns of one point', curve({ columns: [columnOf(1), { ...columnOf(2), point: 1 }] })],
  ['a column of no width', curve({ columns: column({ w: 0 }) })],
  ['a column of the thousandth point', curve({ columns: column({ point: 1_000 }) })],
  ['a column whose name is none', curve({ columns: column({ label: { da: 'x' } }) })],
  [
    'more steps than a scale has',
    curve({ steps: Array.from({ length: 10 }, (_, i) => ({ key: `s${i}`, label: '' })) }),
  ],
  ['a height without end', curve({ h: 1e9 })],
  ['a matrix of no width', matrix({ w: 0 })],
  ['an axis without a name at all', matrix({ up: undefined })],
  ['a name as long as a book', matrix({ upLeft: 'x'.repeat(501) })],
  ['a prop that nobody knows', matrix({ middle: 'x' })],
])('the schema refuses %s', (_, record) => {
  expect([isValid(curve()), isValid(matrix())]).toEqual([true, true])
  expect(isValid(record)).toBe(false)
})

test.each([
  ['a curve', curve(), 'Fase 2: Godt'],
  ['a matrix', matrix(), 'Begynd her'],
])('%s is a box with its words elsewhere, and itself again here', (_, record, line) => {
  const plain = plainShape(record)
  expect([plain.type, isValid(plain)]).toEqual(['geo', true])
  expect(wordsOn(plain).split('\n')).toContain(line)
  expect(structuredShape(plain)).toEqual(record)
})
