import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { renderBoardPicture } from './board-picture.ts'
import { PALETTE } from './palette.ts'
import { richTextOf } from './rich-text-doc.ts'
import { shapeRecord, tieRecord } from './shape-record.fixture.ts'

const page: BoardRecord = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
let place = 0

function shape(type: string, props: Record<string, unknown>, changes: Record<string, unknown> = {}): BoardRecord {
  place += 1
  return shapeRecord(type, `shape:${type}${place}`, { index: `a${place}`, parentId: 'page:p', props, ...changes })
}
const noteWith = (text: string, changes: Record<string, unknown> = {}) =>
  shape(
    'note',
    {
      color: 'yellow',
      size: 'm',
      align: 'start',
      verticalAlign: 'start',
      growY: 0,
      scale: 1,
      richText: richTextOf(text),
    },
    changes,
  )

describe('renderBoardPicture', () => {
  it('draws words as text, with the colours of the role and nothing that runs', () => {
    const hostile = '</text><script>alert(1)</script>"\'&\u0000\uD800'
    const picture = renderBoardPicture([page, noteWith(hostile)], { theme: 'light', title: '<b>Navn</b>' })
    expect(picture).toContain('&lt;/text&gt;&lt;script')
    expect(picture).not.toMatch(/<script|foreignObject|href=|\son\w+=|<style|[\uD800-\uDFFF]/)
    expect(picture.includes('\u0000')).toBe(false)
    expect(picture).toContain('<title>&lt;b&gt;Navn&lt;/b&gt;</title>')
    expect(picture).toContain(PALETTE.light.note.fact.fill)
    expect(renderBoardPicture([page, noteWith('a')], { theme: 'dark' })).toContain(PALETTE.dark.note.fact.fill)
  })

  it('is tight around the content, also of shapes in turned frames', () => {
    const picture = renderBoardPicture([page, noteWith('a', { x: 1000, y: -500 })], { theme: 'light' })
    expect(picture).toContain('viewBox="940 -560 320 320"')
    const frame = shape('frame', { w: 400, h: 200, name: 'Felt' }, { rotation: Math.PI / 2 })
    const far = noteWith('b', { parentId: frame.id, x: 5000, y: 5000 })
    expect(renderBoardPicture([page, frame, far], { theme: 'light' })).toContain('viewBox="-260 -60 355 520"')
  })

  it('draws the page that is asked for, or the first', () => {
    const second: BoardRecord = { ...page, id: 'page:q', index: 'a2' }
    const records = [second, page, noteWith('først'), noteWith('sidst', { parentId: 'page:q' })]
    expect(renderBoardPicture(records, { theme: 'light' })).toContain('først')
    const asked = renderBoardPicture(records, { theme: 'light', pageId: 'page:q' })
    expect(asked).toContain('sidst')
    expect(asked).not.toContain('først')
  })

  it('keeps notes and headings in a thumbnail, and drops words', () => {
    const heading = shape('text', {
      size: 'l',
      scale: 1,
      w: 600,
      autoSize: false,
      color: 'black',
      richText: richTextOf('Overskrift'),
    })
    const picture = renderBoardPicture([page, noteWith('Ringer selv'), heading], {
      theme: 'light',
      detail: 'thumbnail',
    })
    expect(picture).not.toMatch(/<text|Ringer|Overskrift/)
    expect(picture).toContain(PALETTE.light.note.fact.edge)
    expect(picture).toContain(PALETTE.light.text3)
  })

  it('names the role at the foot of a note, in the language asked for', () => {
    const note = noteWith('«Jeg satte en stol i gangen»', { meta: { role: 'quote', example: true } })
    const picture = renderBoardPicture([page, note], { theme: 'light', locale: 'nb' })
    expect(picture).toContain('>Sitat<')
    expect(picture).toContain('stroke-dasharray')
    expect(renderBoardPicture([page, note], { theme: 'light' })).not.toContain('Sitat')
  })

  it('ties arrows to the edges of their shapes', () => {
    const from = noteWith('fra')
    const to = noteWith('til', { x: 600 })
    const arrow = shape('arrow', { start: { x: 0, y: 0 }, end: { x: 1, y: 1 }, bend: 0, size: 'm', color: 'black' })
    const tie = (terminal: string, toId: string) => tieRecord(`binding:${terminal}`, arrow.id, toId, terminal)
    const records = [page, from, to, arrow, tie('start', from.id), tie('end', to.id)]
    expect(renderBoardPicture(records, { theme: 'light' })).toContain('d="M200 100L586.5 100')
  })

  it('draws lines, drawings thinned out, ellipses and turned groups', () => {
    const points = { b: { id: 'b', index: 'a2', x: 50, y: 60 }, a: { id: 'a', index: 'a1', x: 0, y: 0 } }
    const line = shape('line', { points, color: 'red', size: 'm', dash: 'dashed', scale: 1 })
    const segments = [{ type: 'free', points: Array.from({ length: 5000 }, (_, x) => ({ x, y: x % 7 })) }]
    const draw = shape('draw', { segments, color: 'black', size: 'm', dash: 'draw', scale: 1 })
    const group = shape('group', {}, { x: 100, rotation: 1 })
    const ellipse = shape(
      'geo',
      { geo: 'ellipse', w: 80, h: 40, color: 'blue', fill: 'none', size: 'm', scale: 1 },
      { parentId: group.id },
    )
    const picture = renderBoardPicture([page, line, draw, group, ellipse], { theme: 'light' })
    expect(picture).toContain('d="M0 0L50 60"')
    expect(picture).toContain('d="M0 20A40 20 0 0 1 80 20A40 20 0 0 1 0 20Z"')
    expect(picture).toContain('rotate(57.3)')
    expect(picture.length).toBeLessThan(60_000)
  })

  it('survives records that nobody checked', () => {
    const cyclic = [
      noteWith('a', { id: 'shape:x', parentId: 'shape:y' }),
      noteWith('b', { id: 'shape:y', parentId: 'shape:x' }),
    ]
    const broken = [
      shape('note', { color: 7, richText: { content: [null, 3] }, scale: Number.NaN }),
      shape('geo', { w: 'wide', h: null }),
      shape('line', { points: null }),
      shape('draw', { segments: [null, { points: 4 }] }),
      shape('arrow', {}),
      shape('text', { richText: 'no' }),
      shape('unheard-of', {}),
      { id: 'shape:bare', typeName: 'shape', parentId: 'page:p' } as BoardRecord,
    ]
    const picture = renderBoardPicture([page, ...cyclic, ...broken], { theme: 'light' })
    expect(picture).toMatch(/^<svg .*<\/svg>$/s)
    expect(picture).not.toMatch(/NaN|Infinity|undefined|\[object/)
    expect(renderBoardPicture([], { theme: 'dark' })).toContain('viewBox')
  })

  it('cuts texts that are longer than asked for', () => {
    const picture = renderBoardPicture([page, noteWith('ord '.repeat(500))], { theme: 'light', maxTextLength: 20 })
    expect(picture.length).toBeLessThan(1200)
    expect(picture).toContain('…')
  })
})
