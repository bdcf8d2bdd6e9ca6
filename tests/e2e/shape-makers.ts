import type { BoardRecord } from '@samtavle/shared/board-doc'
import { type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord, tieRecord } from '@samtavle/shared/shape-record.fixture'

/** Records of shapes as tldraw writes them, with ids in the order in which they are made. */
let made = 0
const indexes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const indexOf = (i: number): string => `b${indexes[Math.floor(i / 50)]}${indexes[(i % 50) + 1]}`

export function shape(
  type: string,
  x: number,
  y: number,
  props: Record<string, unknown>,
  changes: Record<string, unknown> = {},
): BoardRecord {
  made += 1
  return shapeRecord(type, `shape:s${made}`, { x, y, index: indexOf(made), props, ...changes })
}

export const LOOK = { color: 'blue', size: 'm', dash: 'solid', scale: 1 }
const GEO = {
  ...LOOK,
  labelColor: 'black',
  fill: 'none',
  font: 'sans',
  align: 'middle',
  verticalAlign: 'middle',
  growY: 0,
  url: '',
}
export const geo = (x: number, y: number, props: Record<string, unknown>, changes = {}) =>
  shape('geo', x, y, { ...GEO, geo: 'rectangle', w: 160, h: 120, richText: richTextOf(''), ...props }, changes)
export const note = (x: number, y: number, text: RichText, props = {}, changes = {}) =>
  shape('note', x, y, { ...noteRecord('shape:note').props, richText: text, ...props }, changes)
export const text = (x: number, y: number, richText: RichText, props = {}) =>
  shape('text', x, y, {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    autoSize: true,
    w: 8,
    scale: 1,
    richText,
    ...props,
  })
const ARROW = {
  ...LOOK,
  color: 'black',
  labelColor: 'black',
  fill: 'none',
  font: 'sans',
  kind: 'arc',
  bend: 0,
  elbowMidPoint: 0.5,
  labelPosition: 0.5,
  text: '',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  start: { x: 0, y: 0 },
}
export const arrow = (x: number, y: number, end: { x: number; y: number }, props = {}) =>
  shape('arrow', x, y, { ...ARROW, end, ...props })
export const tie = (
  from: BoardRecord,
  to: BoardRecord,
  terminal: 'start' | 'end',
  anchor = { x: 0.5, y: 0.5 },
): BoardRecord => {
  made += 1
  return tieRecord(`binding:b${made}`, from.id, to.id, terminal, { normalizedAnchor: anchor })
}

type Mark = { type: string; attrs?: Record<string, unknown> }
const run = (words: string, ...marks: Mark[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) })
const paragraph = (...content: ReturnType<typeof run>[]) => ({ type: 'paragraph', content })
const list = (type: 'bulletList' | 'orderedList', ...items: string[]) => ({
  type,
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(run(item))] })),
})
export const SET: RichText = {
  type: 'doc',
  content: [
    paragraph(
      run('Ring '),
      run('altid', { type: 'bold' }),
      run(' først, '),
      run('helst om morgenen', { type: 'italic' }),
      run(', og skriv det ned'),
    ),
    list('bulletList', 'Hvem ringede, og hvornår på dagen var det?', 'Hvad'),
    list('orderedList', 'Først', 'Så'),
    paragraph(
      run('Se '),
      run('vejledningen', {
        type: 'link',
        attrs: { href: 'https://tavle.example/', target: '_blank', rel: 'noopener', class: null },
      }),
      run(' '),
      run('forkert', { type: 'strike' }),
    ),
  ],
}

/** Begins to count anew. */
export function startCounting(): void {
  made = 0
}
