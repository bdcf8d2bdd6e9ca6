import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { drawSection } from './board-picture.ts'
import { PALETTE } from './palette.ts'
import { type RichText, richTextOf } from './rich-text-doc.ts'
import { GEOMETRIES, noteRecord, shapeRecord, tieRecord } from './shape-record.fixture.ts'

const page: BoardRecord = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
let made = 0

function shape(type: string, props: Record<string, unknown>, changes: Record<string, unknown> = {}): BoardRecord {
  made += 1
  return shapeRecord(type, `shape:${made}`, { index: `a${made}`, parentId: 'shape:frame', props, ...changes })
}

const frame = shape(
  'frame',
  { w: 800, h: 600, name: 'Mål' },
  { id: 'shape:frame', parentId: 'page:p', x: 100, y: 50, meta: { section: 'maal' } },
)
const note = (text: string | RichText, changes: Record<string, unknown> = {}) => {
  const richText = typeof text === 'string' ? richTextOf(text) : text
  return shape('note', { ...noteRecord('shape:note').props, richText }, changes)
}
const look = { theme: 'light', locale: 'da' } as const
const drawn = (records: BoardRecord[]): string => drawSection([page, frame, ...records], frame.id, look)?.svg ?? ''

describe('drawSection', () => {
  it('is the frame with a margin, as large as it says, with its name and what it shows', () => {
    const picture = drawSection([page, frame], frame.id, { ...look, title: 'Mål & <mening>', description: '3 sedler' })
    expect(picture).toMatchObject({ width: 880, height: 680 })
    expect(picture?.svg).toContain('viewBox="60 10 880 680" width="880" height="680"')
    expect(picture?.svg).toContain('<title>Mål &amp; &lt;mening&gt;</title><desc>3 sedler</desc>')
    expect(drawSection([page], frame.id, look)).toBeUndefined()
    expect(drawSection([page, note('en', { id: 'shape:x' })], 'shape:x', look)).toBeUndefined()
  })

  it('has what is in the frame, what lies on it and the arrows tied to it, and nothing else', () => {
    const inside = note('Inden i', { id: 'shape:inside' })
    const onTop = note('Oven på', { parentId: 'page:p', x: 400, y: 300 })
    const elsewhere = note('Et andet sted', { parentId: 'page:p', x: 4000, id: 'shape:elsewhere' })
    const arrow = shape(
      'arrow',
      { start: { x: 0, y: 0 }, end: { x: 9, y: 9 }, bend: 0, text: 'fører til' },
      { parentId: 'page:p', id: 'shape:arrow' },
    )
    const free = shape(
      'arrow',
      { start: { x: 0, y: 0 }, end: { x: 9, y: 9 }, bend: 0, text: 'fremmed' },
      { parentId: 'page:p', x: 3000 },
    )
    const tie = (terminal: string, toId: string) => tieRecord(`binding:${terminal}`, arrow.id, toId, terminal)
    const svg = drawn([inside, onTop, elsewhere, arrow, free, tie('start', inside.id), tie('end', elsewhere.id)])
    for (const words of ['>Inden i<', '>Oven på<', '>fører til<']) expect(svg).toContain(words)
    expect(svg).not.toMatch(/andet sted|fremmed/)
  })

  it('shows of a curve across several sections the points of its own, and says nothing of the others', () => {
    const steps = ['Rigtig godt', 'Godt', 'Svært'].map((label, i) => ({ key: `s${i}`, label }))
    const columns = [0, 1, 2].map((i) => ({ key: `c${i}`, label: `Fase ${i}`, x: i * 800, w: 800, point: i + 1 }))
    const props = { w: 2_400, h: 200, name: 'Følelseskurve', steps, columns, point1: 3, point2: 1, point3: 2 }
    const over = (changes: object) => drawn([shape('samtavle-curve', props, { parentId: 'page:p', ...changes })])
    const first = over({ x: 100, y: 200 })
    expect(first).toContain('Rigtig godt')
    expect(first).not.toMatch(/: Godt|: Svært/)
    const middle = over({ x: -700, y: 200 })
    expect(middle).toContain('Svært')
    expect(middle).not.toMatch(/: Godt|Rigtig godt/)
    expect(over({ x: 100, y: 1_000 })).not.toMatch(/Rigtig godt|: Godt|: Svært/)
    expect(over({ x: 100, y: 200, props: { ...props, columns: 'none' } })).not.toContain('Rigtig godt')
  })

  it('sets words as the canvas does: bold, lists, links as text, three languages of its own words', () => {
    const text: RichText = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Ring ' },
            { type: 'text', text: 'straks', marks: [{ type: 'bold' }] },
          ],
        },
        {
          type: 'orderedList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Først' }] }] }],
        },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'her', marks: [{ type: 'link', attrs: { href: 'https://x.example' } }] }],
        },
      ],
    }
    const records = [page, frame, note(text, { meta: { role: 'pain', example: true } })]
    const svg = drawSection(records, frame.id, look)?.svg ?? ''
    expect(svg).toMatch(/Ring <tspan font-weight="680">straks<\/tspan>/)
    expect(svg).toContain('>1.<')
    expect(svg).toContain('text-decoration="underline"')
    expect(svg).not.toContain('x.example')
    expect(svg).toContain('>Smertepunkt<')
    expect(svg).toContain('>Eksempel<')
    const english = drawSection(records, frame.id, { theme: 'dark', locale: 'en' })?.svg ?? ''
    expect(english).toContain('>Pain point<')
    expect(english).toContain(PALETTE.dark.section)
  })

  it('holds uploaded pictures, cropped and mirrored, and words in place of what is missing or too large', () => {
    const asset = (id: string, src: string): BoardRecord => ({
      id,
      typeName: 'asset',
      type: 'image',
      props: { src },
      meta: {},
    })
    const [known, large, unknown] = ['a', 'b', 'c'].map((digit) => digit.repeat(64))
    const image = (assetId: string, more = {}) =>
      shape('image', { w: 300, h: 200, assetId, crop: null, flipX: false, flipY: false, altText: 'Køkkenet', ...more })
    const crop = { topLeft: { x: 0.5, y: 0 }, bottomRight: { x: 1, y: 1 }, isCircle: true }
    const records = [
      page,
      frame,
      asset('asset:1', `asset:${known}`),
      asset('asset:2', `asset:${large}`),
      asset('asset:3', `asset:${unknown}`),
      image('asset:1', { crop, flipX: true }),
      image('asset:1'),
      image('asset:2'),
      image('asset:3'),
    ]
    const asked: string[] = []
    const read = (id: string) => {
      asked.push(id)
      if (id === known) return { type: 'image/png', bytes: new Uint8Array([1, 2, 3, 4]) }
      return id === large ? { type: 'image/png', bytes: new Uint8Array(4_000_000) } : undefined
    }
    const svg = drawSection(records, frame.id, { ...look, read })?.svg ?? ''
    expect(svg.match(/href="data:image\/png;base64,AQIDBA=="/g)?.length).toBe(2)
    expect(svg).toContain('x="-300" y="0" width="600" height="200"')
    expect(svg).toContain('scale(-1 1)')
    expect(svg.match(/Billedet kan ikke vises/g)?.length).toBe(2)
    expect(asked.toSorted()).toEqual([known, large, unknown])
    expect(drawSection(records, frame.id, look)?.svg).not.toContain('href')
    const foreign = { ...look, read: () => ({ type: 'text/html', bytes: new Uint8Array([1]) }) }
    expect(drawSection(records, frame.id, foreign)?.svg).not.toContain('href')
  })

  it('draws every geometry that tldraw has within its box', () => {
    for (const geo of GEOMETRIES) {
      for (const dash of ['solid', 'dashed', 'dotted', 'draw']) {
        for (const fill of ['none', 'semi', 'solid', 'pattern', 'fill']) {
          const svg = drawn([
            shape('geo', {
              geo,
              w: 120,
              h: 80,
              dash,
              fill,
              color: 'blue',
              size: 'm',
              scale: 1,
              growY: 0,
              richText: richTextOf('A'),
            }),
          ])
          expect(svg, `${geo} ${dash} ${fill}`).toMatch(/>A<\/text>/)
          expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        }
      }
    }
  })
})
