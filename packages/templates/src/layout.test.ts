import type { BoardRecord } from '@samtavle/shared/board-doc'
import { cardLayout } from '@samtavle/shared/card-layout'
import { CARD_TYPE, type CardProps } from '@samtavle/shared/card-shape'
import { CHOICE_TYPE, type ChoiceProps } from '@samtavle/shared/choice-shape'
import { LOCALES } from '@samtavle/shared/locale'
import { boxOf } from '@samtavle/shared/picture-geometry'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { textHeight, type Weight, wordsFit } from '@samtavle/shared/text-measure'
import { describe, expect, it } from 'vitest'
import { findTemplate, listTemplates } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'
import { shortened } from './shorten.ts'
import type { Rect, TemplateGrid } from './template.ts'

type Box = Rect & {
  record: BoardRecord
  text: string
  size: number
  textWidth: number
  padding: number
  weight: Weight
}

const TEXT_SIZES: Record<string, number> = { s: 18, m: 24, l: 36 }
const LABEL_SIZES: Record<string, number> = { s: 18, m: 22, l: 26 }

/** Outlines without words, that others lie in. */
const OUTLINES = new Set(['stripe', 'ring', 'sketch-area', 'inner-box'])

/** A choice's own words stand in its options, and a card's in its fields: here they are one line. */
const structuredWords = ({ meta, props }: BoardRecord): string => `${meta?.section} ${String(props?.name ?? '')}`.trim()

/** The smallest size of what stands on a card or a choice. */
function structuredSize({ type, props }: BoardRecord): number {
  if (type === CHOICE_TYPE) return (props as ChoiceProps).textSize
  return Math.min(...cardLayout(props as CardProps).fields.map(({ label, text }) => Math.min(label.size, text.size)))
}

/** Every shape with words, with its box on the page and how its words are set, by tldraw's own rules. */
function boxesOf(records: readonly BoardRecord[]): Box[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return records.flatMap((record): Box[] => {
    const props = record.props as
      | { richText?: RichText; size: string; scale: number; w: number; h: number; growY?: number }
      | undefined
    const parent = byId.get(String(record.parentId))
    const inFrame = parent?.type === 'frame'
    const x = Number(record.x) + (inFrame ? Number(parent.x) : 0)
    const y = Number(record.y) + (inFrame ? Number(parent.y) : 0)
    if (props && (record.type === CARD_TYPE || record.type === CHOICE_TYPE)) {
      const { w, h } = boxOf(record, 1_000)
      const words = structuredWords(record)
      return [
        { record, text: words, x, y, w, h, size: structuredSize(record), textWidth: w, padding: 0, weight: 'bold' },
      ]
    }
    if (!props?.richText || OUTLINES.has(String(record.meta?.part))) return []
    const text = plainTextOf(props.richText)
    const weight: Weight = JSON.stringify(props.richText).includes('"bold"') ? 'bold' : 'medium'
    if (record.type === 'text') {
      const size = (TEXT_SIZES[props.size] ?? 0) * props.scale
      const w = props.w * props.scale
      return [{ record, text, x, y, w, h: textHeight(text, size, w, weight), size, textWidth: w, padding: 0, weight }]
    }
    const size = (LABEL_SIZES[props.size] ?? 0) * props.scale
    const padding = 16 * props.scale
    const note = record.type === 'note'
    const w = note ? 200 : props.w
    const h = (note ? 200 : props.h) + (props.growY ?? 0)
    return [{ record, text, x, y, w, h, size, textWidth: w - 2 * padding - (note ? 1 : 0), padding, weight }]
  })
}

/** Sections of 500 px with a question of three lines, where notes begin lower than elsewhere. */
const NARROW = /^b[1-5]$/

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5

function collisions(boxes: readonly (Rect & { text: string })[]): string[] {
  return boxes.flatMap((box, i) =>
    boxes
      .slice(i + 1)
      .filter((other) => overlap(box, other))
      .map((other) => `${box.text} / ${other.text}`),
  )
}

const inside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.w <= outer.x + outer.w + 0.5 &&
  inner.y + inner.h <= outer.y + outer.h + 0.5

function counter(): () => string {
  let next = 0
  return () => `s${next++}`
}

const cases = listTemplates().flatMap((template) =>
  LOCALES.flatMap((locale) =>
    [true, false].flatMap((examples) =>
      (template.short ? [true, false] : [false]).map((short) => ({
        name: template.id,
        template,
        locale,
        examples,
        short,
      })),
    ),
  ),
)

describe.each(cases)('$name in $locale, examples $examples, short $short', ({ template, locale, examples, short }) => {
  const laidOut = short ? shortened(template) : template
  const records = instantiateTemplate(template, { locale, examples, short, newId: counter() })
  const frames = records.filter(({ type }) => type === 'frame')
  const boxes = boxesOf(records)
  const frameRect = (frame: BoardRecord): Rect => ({
    x: Number(frame.x),
    y: Number(frame.y),
    w: Number(frame.props?.w),
    h: Number(frame.props?.h),
  })

  it('keeps its sections apart and inside the content area', () => {
    const area = { x: 0, y: -240, w: laidOut.size.w, h: laidOut.size.h + 240 }
    const rects = frames.map((frame) => ({ ...frameRect(frame), text: String(frame.props?.name) }))
    expect(rects.filter((rect) => !inside(rect, area))).toEqual([])
    expect(collisions(rects)).toEqual([])
  })

  it('sets every text large enough and inside its zone', () => {
    for (const box of boxes) {
      const tiny = box.record.meta?.part === 'tiny-text'
      const smallest = tiny ? 10 : (template.smallestText ?? 22)
      expect(Math.round(box.size * 10) / 10, box.text).toBeGreaterThanOrEqual(smallest)
      expect(wordsFit(box.text, box.size, box.textWidth, box.weight), box.text).toBe(true)
      const needed = textHeight(box.text, box.size, box.textWidth, box.weight) + 2 * box.padding
      expect(needed, box.text).toBeLessThanOrEqual(box.h + 0.5)
      const parent = frames.find(({ id }) => id === box.record.parentId)
      if (parent) expect(inside(box, frameRect(parent)), box.text).toBe(true)
    }
  })

  it('puts no text or note on another', () => {
    expect(collisions(boxes)).toEqual([])
  })

  it('puts every note into the section or cell that its record names', () => {
    for (const box of boxes.filter(({ record }) => record.meta?.role !== undefined)) {
      const { section, cell } = box.record.meta as { section: string; cell?: string }
      const grid = laidOut.grids.find(({ key }) => key === section)
      const area = grid && cell ? cellOf(grid, cell) : laidOut.sections.find(({ key }) => key === section)?.rect
      expect(area, box.text).toBeDefined()
      expect(inside(box, area as Rect), box.text).toBe(true)
    }
  })

  it('sets a text of more than 70 characters as a wide card', () => {
    const areaOf = ({ section, cell }: { section?: string; cell?: string }): number | undefined => {
      const grid = laidOut.grids.find(({ key }) => key === section)
      return (grid && cell ? cellOf(grid, cell) : laidOut.sections.find(({ key }) => key === section)?.rect)?.w
    }
    const written = boxes.filter(({ record }) => record.meta?.role !== undefined && !record.meta.part)
    const long = written.filter(({ text }) => text.length > 70)
    expect(long.every(({ record }) => record.type === 'geo')).toBe(true)
    expect(long.map(({ w }) => w)).toEqual(long.map(({ record }) => Number(areaOf(record.meta ?? {})) - 80))
    if (['mulighedsrum', 'sprintplan'].includes(template.id) && examples) expect(long.length).toBeGreaterThan(0)
  })

  it('keeps questions as far from the right edge as notes, unless that would push the notes down', () => {
    for (const box of boxes.filter(({ record }) => record.meta?.part === 'question')) {
      const parent = frames.find(({ id }) => id === box.record.parentId)
      if (!parent || box.record.meta?.cell) continue
      const edge = Number(parent.x) + Number(parent.props?.w)
      const lines = textHeight(box.text, box.size, Number(parent.props?.w) - 80, box.weight)
      const pushes = box.y - Number(parent.y) + lines > 132
      if (Number(parent.props?.h) >= 300 && !pushes)
        expect(box.x + box.w, box.text).toBeLessThanOrEqual(edge - 40 + 0.5)
    }
  })

  it('keeps headings and questions above what follows', () => {
    for (const box of boxes.filter(({ record }) => ['heading', 'question'].includes(String(record.meta?.part)))) {
      const { section, cell } = box.record.meta ?? {}
      const parent = frames.find(({ id }) => id === box.record.parentId)
      const grid = laidOut.grids.find(({ key }) => key === section)
      if (!parent || grid?.lanes.some(({ key }) => key === cell)) continue
      const bottom = box.y + box.h - Number(parent.y)
      if (grid) {
        expect(bottom, box.text).toBeLessThanOrEqual(grid.headingHeight)
        continue
      }
      const others = boxes.filter(({ record }) => record.parentId === parent.id)
      const below = others.filter(({ record }) => !['heading', 'question'].includes(String(record.meta?.part)))
      expect(below.filter(({ y }) => y < box.y + box.h).map(({ text }) => text)).toEqual([])
      if (!NARROW.test(String(section))) expect(bottom, box.text).toBeLessThanOrEqual(140)
    }
  })
})

function cellOf(grid: TemplateGrid, cell: string): Rect | undefined {
  const [columnKey, laneKey] = cell.split('/')
  const column = grid.columns.find(({ key }) => key === columnKey)
  const lane = grid.lanes.find(({ key }) => key === laneKey)
  return column && lane && { x: column.x, y: lane.y, w: column.w, h: lane.h }
}

describe('short versions', () => {
  it.each(listTemplates().filter(({ short }) => short !== null))('of $id leave no hole', (template) => {
    const { sections, size } = shortened(template)
    const gap = 40
    for (const { key, rect } of sections) {
      const beside = sections.filter(({ rect: other }) => other.y < rect.y + rect.h && rect.y < other.y + other.h)
      const below = sections.filter(({ rect: other }) => other.x < rect.x + rect.w && rect.x < other.x + other.w)
      const right = Math.min(size.w + gap, ...beside.map(({ rect: other }) => other.x).filter((x) => x > rect.x))
      const bottom = Math.min(size.h + gap, ...below.map(({ rect: other }) => other.y).filter((y) => y > rect.y))
      expect(
        [right - rect.x - rect.w, bottom - rect.y - rect.h].map(Math.abs).every((space) => space <= gap),
        key,
      ).toBe(true)
    }
  })

  it('move what they keep together and leave nothing between', () => {
    const journey = findTemplate('borgerrejse')
    const space = findTemplate('mulighedsrum')
    if (!journey || !space) throw new Error('templates are missing')
    expect(shortened(journey).size).toEqual({ w: 420 + 4 * 720, h: 200 + 480 + 260 + 520 + 480 + 260 })
    const { sections, size } = shortened(space)
    expect(sections.map(({ key, rect }) => [key, rect.x])).toEqual([
      ['indsigter', 0],
      ['m1-situation', 980],
      ['m1-dilemma', 1520],
      ['m1-behov', 2060],
      ['m1-effekt', 2600],
      ['m1-hkv', 3140],
      ['valgt', 3900],
    ])
    expect(size).toEqual({ w: 4620, h: 710 })
  })

  it('slide to the left by columns and then up', () => {
    const placesOf = (id: string) => {
      const template = findTemplate(id)
      if (!template) throw new Error(`no template ${id}`)
      const { sections, size } = shortened(template)
      return { places: Object.fromEntries(sections.map(({ key, rect }) => [key, [rect.x, rect.y]])), size }
    }
    expect(placesOf('maalgruppe-persona')).toEqual({
      places: { navn: [0, 0], vigtigt: [760, 0], svaert: [760, 660], citat: [0, 660], behov: [1520, 0] },
      size: { w: 2240, h: 1500 },
    })
    expect(placesOf('grundlag').size).toEqual({ w: 3000, h: 620 })
    expect(placesOf('ideudvikling')).toMatchObject({
      places: { hkv: [0, 0], 'ark-a': [0, 340], 'idekort-1': [0, 1280], alle: [2160, 0] },
      size: { w: 3320, h: 2340 },
    })
  })
})
