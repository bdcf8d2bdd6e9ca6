import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { drawBoard, drawSection } from './board-picture.ts'
import { boardShapeSchemas } from './record-schema.ts'
import { richTextOf } from './rich-text-doc.ts'

const page: BoardRecord = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
const frame: BoardRecord = {
  ...{
    id: 'shape:frame',
    typeName: 'shape',
    type: 'frame',
    parentId: 'page:p',
    x: 100,
    y: 50,
    rotation: 0,
    index: 'a1',
  },
  ...{ meta: { section: 'maal' }, props: { w: 800, h: 600, name: 'Mål' } },
}
const look = { theme: 'light', locale: 'da' } as const

/** Values that no checked record has. */
const hostile = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 1e-308, -0, 0, 1e9, null, undefined, '', true),
  fc.double(),
  fc.constantFrom(
    '</svg><script>alert(1)</script>',
    ']]>',
    '&#0;',
    '\u0000\uD800\uFFFF',
    '"onload="x',
    'M0 0',
    'start',
    'sans',
    'xl',
    'draw',
    'pattern',
    'cubic',
    'elbow',
    'cloud',
    'star',
    'blue',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('ord '.repeat(3_000), 'x'.repeat(9_000), '\n'.repeat(4_000), '<'.repeat(5_000)),
)
const words = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.subarray(['bold', 'italic', 'code', 'link', 'strike', 'highlight']),
  )
  .map(([text, marks]) =>
    richTextOf(
      text,
      marks.map((type) => ({ type })),
    ),
  )
const mess: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 4 },
  hostile,
  words,
  fc.array(hostile, { maxLength: 4 }),
  fc.record({ x: hostile, y: hostile, z: hostile, index: hostile, id: hostile }),
  fc.dictionary(
    fc.constantFrom('type', 'content', 'text', 'marks', 'attrs', 'points', 'topLeft', 'bottomRight', 'key', 'label'),
    fc.array(hostile, { maxLength: 3 }),
    { maxKeys: 5 },
  ),
)
const names = [
  'w',
  'h',
  'growY',
  'scale',
  'size',
  'color',
  'labelColor',
  'fill',
  'dash',
  'geo',
  'font',
  'align',
  'verticalAlign',
  'textAlign',
  'autoSize',
  'richText',
  'text',
  'points',
  'spline',
  'segments',
  'isClosed',
  'isPen',
  'start',
  'end',
  'bend',
  'kind',
  'elbowMidPoint',
  'arrowheadStart',
  'arrowheadEnd',
  'labelPosition',
  'crop',
  'assetId',
  'url',
  'altText',
  'name',
  'fontSizeAdjustment',
  'options',
  'fields',
  'picks',
  'steps',
  'columns',
  'values',
  'textSize',
  'framed',
  'up',
  'down',
  'left',
  'right',
]
const anyShape = fc.record({
  id: fc.constantFrom('shape:frame', 'shape:a', 'shape:b', 'shape:c', 'shape:d'),
  typeName: fc.constant('shape'),
  type: fc.constantFrom(...Object.keys(boardShapeSchemas), 'bookmark', 'embed', 'unheard-of'),
  parentId: fc.constantFrom('page:p', 'shape:a', 'shape:b', 'shape:c', 'shape:frame'),
  index: hostile,
  x: hostile,
  y: hostile,
  rotation: hostile,
  opacity: hostile,
  meta: fc.oneof(hostile, fc.dictionary(fc.constantFrom('role', 'part', 'section', 'example', 'fixed'), hostile)),
  props: fc
    .tuple(fc.dictionary(fc.constantFrom(...names), mess, { maxKeys: 20 }), fc.option(words))
    .map(([props, richText]) => (richText === null ? props : { ...props, richText })),
})
const anyBinding = fc.record({
  id: fc.constantFrom('binding:a', 'binding:b'),
  typeName: fc.constant('binding'),
  type: fc.constant('arrow'),
  fromId: fc.constantFrom('shape:a', 'shape:b', 'shape:c'),
  toId: fc.constantFrom('shape:a', 'shape:b', 'shape:frame'),
  props: fc.record({
    terminal: fc.constantFrom('start', 'end'),
    normalizedAnchor: mess,
    isExact: hostile,
    isPrecise: hostile,
  }),
})

/** What every picture must be: closed elements, no sign that XML forbids, nothing that runs or leads elsewhere. */
function expectSound(svg: string): void {
  const open: string[] = []
  const rest = svg.replaceAll(
    /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/g,
    (_tag, closing, name, attributes: string, isWhole) => {
      const names = attributes.match(/ [\w:-]+=/g) ?? []
      expect(new Set(names).size).toBe(names.length)
      if (closing) expect(open.pop()).toBe(name)
      else if (!isWhole) open.push(name)
      return ''
    },
  )
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/)
  expect(svg).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
  expect(svg).not.toMatch(/<script|<style|foreignObject| on\w+="|url\(/)
  expect(svg.replaceAll(/>[^<]*</g, '><')).not.toMatch(/NaN|Infinity|undefined|\[object|e[+-]\d/)
}

const note = (i: number, text: string): BoardRecord => ({
  ...{ id: `shape:${i}`, typeName: 'shape', type: 'note', parentId: 'page:p', x: 0, y: 0, rotation: 0, index: `a${i}` },
  ...{
    opacity: 1,
    isLocked: false,
    meta: {},
    props: { color: 'yellow', size: 'm', scale: 1, growY: 0, richText: richTextOf(text) },
  },
})

describe('records that nobody has checked', () => {
  it('never throw, hang or make a picture that is no XML', () => {
    const records = fc.tuple(fc.array(anyShape, { maxLength: 7 }), fc.array(anyBinding, { maxLength: 2 }))
    fc.assert(
      fc.property(records, fc.constantFrom('thumbnail', 'full'), ([shapes, bindings], detail) => {
        const all = [page, frame, ...shapes, ...bindings] as unknown as BoardRecord[]
        const began = performance.now()
        expectSound(drawBoard(all, { ...look, detail, title: '</title>' }).svg)
        expectSound(drawSection(all, frame.id, { ...look, description: '\u0000<' })?.svg ?? '')
        expect(performance.now() - began).toBeLessThan(4_000)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('end in time, however much there is', () => {
    const much = 'Et ord til '.repeat(2_000)
    const records = [page, frame, ...Array.from({ length: 3_000 }, (_, i) => note(i, much))]
    const began = performance.now()
    const { svg } = drawBoard(records, look)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(svg.length).toBeLessThan(12_000_000)
  }, 60_000)
})
