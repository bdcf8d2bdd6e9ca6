import type { BoardRecord } from '@samtavle/shared/board-doc'
import { serializedSchema } from '@samtavle/shared/record-schema'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { GEOMETRIES } from '@samtavle/shared/shape-record.fixture'
import type { ApiSession } from '../support/api-session.ts'
import { arrow, geo, LOOK, note, SET, shape, startCounting, text, tie } from './shape-makers.ts'

const HEADS = ['arrow', 'triangle', 'square', 'dot', 'diamond', 'inverted', 'bar']
const wave = (count: number, pressed: boolean) =>
  Array.from({ length: count }, (_, i) => ({
    x: i * 4,
    y: Math.sin(i / 6) * 40 + (i % 3),
    z: pressed ? 0.2 + 0.6 * Math.abs(Math.sin(i / 9)) : 0.5,
  }))

function geometries(): BoardRecord[] {
  const dashes = ['solid', 'dashed', 'dotted', 'draw']
  const fills = ['none', 'semi', 'solid', 'pattern', 'fill']
  return GEOMETRIES.map((kind, i) =>
    geo((i % 10) * 220, Math.floor(i / 10) * 200, {
      geo: kind,
      dash: dashes[i % 4],
      fill: fills[i % 5],
      color: ['blue', 'grey', 'red', 'light-green', 'black'][i % 5],
      richText: richTextOf(i % 3 === 0 ? 'Ord' : ''),
      labelColor: i % 2 === 0 ? 'black' : 'red',
    }),
  )
}

function words(): BoardRecord[] {
  const y = 450
  return [
    note(0, y, SET, { growY: 260 }, { meta: { role: 'fact' } }),
    note(
      260,
      y,
      richTextOf('Midt på og nederst'),
      { color: 'light-blue', align: 'middle', verticalAlign: 'end' },
      { meta: { role: 'quote', example: true } },
    ),
    note(
      520,
      y,
      richTextOf('Større og til højre for det hele'),
      { color: 'light-red', align: 'end', verticalAlign: 'middle', size: 'l', scale: 1.4 },
      { meta: { role: 'pain' } },
    ),
    note(
      840,
      y,
      richTextOf('Meget lille'),
      { color: 'blue', fontSizeAdjustment: 14, size: 's' },
      { rotation: 0.2, opacity: 0.6, meta: { role: 'decision' } },
    ),
    text(1100, y, richTextOf('Bredde efter ordene\nog en linje til')),
    text(1100, y + 100, SET, { autoSize: false, w: 300, size: 's' }),
    text(1460, y, richTextOf('Midterstillet tekst i fast bredde, som brydes'), {
      autoSize: false,
      w: 260,
      textAlign: 'middle',
      size: 'l',
    }),
    text(1460, y + 220, richTextOf('Til højre, skaleret og rød'), {
      autoSize: false,
      w: 200,
      textAlign: 'end',
      scale: 1.5,
      color: 'red',
    }),
    geo(1800, y, { w: 240, h: 180, align: 'end', verticalAlign: 'end', richText: SET, size: 's', growY: 60 }),
  ]
}

function strokes(): BoardRecord[] {
  const y = 900
  const points = (...places: [number, number][]) =>
    Object.fromEntries(places.map(([x, py], i) => [`a${i + 1}`, { id: `a${i + 1}`, index: `a${i + 1}`, x, y: py }]))
  const hand = {
    ...LOOK,
    fill: 'none',
    isComplete: true,
    isClosed: false,
    isPen: false,
    segments: [{ type: 'free', points: wave(50, false) }],
  }
  return [
    shape('line', 0, y, { ...LOOK, spline: 'line', points: points([0, 0], [120, 80], [200, 10]) }),
    shape('line', 260, y, {
      ...LOOK,
      dash: 'dashed',
      color: 'red',
      spline: 'cubic',
      points: points([0, 0], [60, 90], [120, 10], [200, 60]),
    }),
    shape('draw', 540, y, { ...hand, dash: 'draw' }),
    shape('draw', 800, y, {
      ...hand,
      dash: 'draw',
      isPen: true,
      color: 'red',
      segments: [{ type: 'free', points: wave(50, true) }],
    }),
    shape('draw', 1060, y, { ...hand, dash: 'dotted', size: 'l' }),
    shape('highlight', 1320, y, {
      color: 'yellow',
      size: 'm',
      scale: 1,
      isComplete: true,
      isPen: false,
      segments: [{ type: 'free', points: wave(50, false) }],
    }),
  ]
}

function arrows(): BoardRecord[] {
  const y = 1100
  const [a, b, c, d] = [
    geo(0, y, { fill: 'solid' }),
    geo(400, y + 60, { geo: 'ellipse' }),
    geo(800, y, { geo: 'diamond', size: 'l' }),
    note(1200, y, richTextOf('Mål')),
  ]
  const tied = [
    arrow(0, y, { x: 5, y: 5 }),
    arrow(0, y, { x: 5, y: 5 }, { bend: 60, text: 'fører til' }),
    arrow(0, y, { x: 5, y: 5 }, { bend: -80, size: 'l', arrowheadStart: 'dot' }),
    arrow(0, y, { x: 5, y: 5 }, { kind: 'elbow' }),
  ]
  const [one, two, three, four] = tied as [BoardRecord, BoardRecord, BoardRecord, BoardRecord]
  const ties = [
    tie(one, a, 'start'),
    tie(one, b, 'end'),
    tie(two, b, 'start'),
    tie(two, c, 'end', { x: 0.4, y: 0.6 }),
    tie(three, c, 'start'),
    tie(three, d, 'end'),
    tie(four, a, 'start'),
    tie(four, d, 'end'),
  ]
  const heads = HEADS.map((head, i) =>
    arrow(
      1560,
      y + i * 36,
      { x: 240, y: i % 2 === 0 ? 0 : 20 },
      { arrowheadEnd: head, arrowheadStart: HEADS[(i + 2) % HEADS.length] },
    ),
  )
  return [
    a,
    b,
    c,
    d,
    ...tied,
    ...ties,
    ...heads,
    arrow(1860, y, { x: 200, y: 160 }, { bend: 90, dash: 'dashed', text: 'en lang tekst på en pil' }),
  ]
}

function framed(): BoardRecord[] {
  const y = 1500
  const frame = shape('frame', 0, y, { w: 500, h: 320, name: 'Min egen ramme', color: 'black' })
  const turned = shape('frame', 800, y, { w: 400, h: 260, name: 'Skæv', color: 'black' }, { rotation: 0.3 })
  const group = shape('group', 20, 40, {}, { parentId: frame.id, rotation: 0.1 })
  return [
    frame,
    turned,
    group,
    geo(0, 0, { fill: 'semi' }, { parentId: group.id }),
    geo(200, 30, { fill: 'solid', color: 'light-violet' }, { parentId: group.id, opacity: 0.4 }),
    note(420, 80, richTextOf('Rager ud over kanten'), {}, { parentId: frame.id }),
    note(40, 30, richTextOf('På skrå'), {}, { parentId: turned.id }),
  ]
}

/**
 * Makes a board with what people can put on one beside what templates have.
 * @returns its id
 */
export async function boardOfEverything(owner: ApiSession): Promise<string> {
  startCounting()
  const records = [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} },
    ...geometries(),
    ...words(),
    ...strokes(),
    ...arrows(),
    ...framed(),
  ]
  const head = {
    format: 'samtavle-board',
    version: 1,
    title: 'Alt',
    locale: 'da',
    templateId: null,
    exportedAt: '2026-11-23T12:00:00.000Z',
  }
  const { id } = await owner.ask<{ id: string }>('POST', '/api/boards/import', {
    ...head,
    schema: serializedSchema(),
    records,
  })
  return id
}
