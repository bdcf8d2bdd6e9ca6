import type { BoardMeta } from '@samtavle/shared/board-meta'
import { evenWidth, textHeight, wordsFit } from '@samtavle/shared/text-measure'
import type { Drawing } from './drawing.ts'
import { addExamples } from './flow.ts'
import { addDividingLine, addGuideLines } from './grid-lines.ts'
import { addHeading, PADDING } from './heading.ts'
import { BODY_SIZE, frame, label, rectangle } from './shapes.ts'
import type { GridColumn, GridLane, Locale, NewNote, Template, TemplateGrid } from './template.ts'

/** Below the name of a lane; a note of six lines still ends inside a lane of 260 px. */
const NOTES_BELOW_NAME = 44
const NAME_TOP = 8
/** In a grid without names in its cells. */
const NOTES_BELOW_EDGE = 28
const LABEL_PADDING = 30

type Options = { locale: Locale; examples: readonly NewNote[]; order: number }

/**
 * Of the name and question of a lane: as far from the first column as from the edge, if the name breaks no more like
 * that and both fit their lane.
 */
function laneWidth({ labelWidth }: TemplateGrid, { heading, question, h }: GridLane, locale: Locale): number {
  const [name, asked] = [heading[locale], question?.[locale] ?? '']
  const [inner, outer] = [labelWidth - 2 * LABEL_PADDING, labelWidth - LABEL_PADDING - 10]
  const nameHeight = textHeight(name, BODY_SIZE, inner, 'bold')
  const height = nameHeight + (asked ? textHeight(asked, BODY_SIZE, inner) : 0)
  const isWhole = nameHeight === textHeight(name, BODY_SIZE, outer, 'bold') && wordsFit(asked, BODY_SIZE, inner)
  return isWhole && height <= h - 2 * NOTES_BELOW_EDGE ? inner : outer
}

/** Of a question that takes several lines: none of them with a single word. */
const evenLane = (text: string, w: number): number => evenWidth(text, BODY_SIZE, w, Math.round(w * 0.6))

const bottomOf = (grid: TemplateGrid): number => Math.max(...grid.lanes.map((lane) => lane.y + lane.h))

/**
 * The names and questions of the lanes, left of the first column, for a grid with one frame per column. Background of
 * the page, to be added before the frames.
 */
export function addLaneLabels(drawing: Drawing, grid: TemplateGrid, locale: Locale): void {
  const section = grid.key
  grid.lanes.forEach((lane, i) => {
    if (i % 2 === 0) {
      drawing.add(stripe({ x: grid.x, y: lane.y, w: grid.labelWidth, h: lane.h, meta: { section, cell: lane.key } }))
    }
    const w = laneWidth(grid, lane, locale)
    const x = grid.x + LABEL_PADDING
    const y = lane.y + NAME_TOP + 8
    const name = lane.heading[locale]
    const meta: BoardMeta = { section, cell: lane.key }
    drawing.add(label({ x, y, w, text: name, weight: 'bold', meta: { ...meta, part: 'lane' } }))
    if (!lane.question) return
    const below = y + Math.ceil(textHeight(name, BODY_SIZE, w, 'bold')) + 4
    const text = lane.question[locale]
    drawing.add(label({ x, y: below, w: evenLane(text, w), text, meta: { ...meta, part: 'question' } }))
  })
}

/** One frame per column, with the lanes as stripes. Returns the next place in the reading order. */
export function addColumnFrames(drawing: Drawing, template: Template, grid: TemplateGrid, options: Options): number {
  const { locale, examples } = options
  let order = options.order
  for (const column of grid.columns) {
    const heading = column.heading[locale]
    const meta: BoardMeta = { section: grid.key, cell: column.key }
    const parent = drawing.add(
      frame({
        x: column.x,
        y: grid.y,
        w: column.w,
        h: bottomOf(grid) - grid.y,
        name: heading,
        meta: { ...meta, order: order++, fixed: true, part: 'section' },
      }),
    )
    addHeading(drawing, { parent, w: column.w, heading, question: column.question?.[locale], meta })
    grid.lanes.forEach((lane, i) => {
      if (i % 2 === 0) {
        drawing.add(
          stripe({ parent, x: 0, y: lane.y - grid.y, w: column.w, h: lane.h, meta: inCell(grid, column, lane) }),
        )
      }
    })
    for (const lane of grid.lanes) addLaneOfColumn(drawing, template, { grid, column, lane, parent, locale })
    for (const lane of grid.lanes) {
      const zone = {
        x: PADDING,
        y: lane.y - grid.y + NOTES_BELOW_NAME,
        w: column.w - 2 * PADDING,
        h: lane.h - NOTES_BELOW_NAME,
      }
      const own = examples.filter(({ where }) => where === `${column.key}/${lane.key}`)
      addExamples(drawing, own, zone, { locale, parent, meta: inCell(grid, column, lane) })
    }
  }
  return order
}

function addLaneOfColumn(
  drawing: Drawing,
  template: Template,
  at: { grid: TemplateGrid; column: GridColumn; lane: GridLane; parent: string; locale: Locale },
): void {
  const { grid, column, lane, parent, locale } = at
  const meta = inCell(grid, column, lane)
  const y = lane.y - grid.y
  const { curve, dividingLine } = template
  const divided = dividingLine?.grid === grid.key && laneAbove(grid, lane)?.key === dividingLine.belowLane
  const w = divided ? column.w - 2 * PADDING - 220 : column.w - 2 * PADDING
  const text = lane.heading[locale]
  drawing.add(label({ parent, x: PADDING, y: y + NAME_TOP, w, text, weight: 'bold', meta: { ...meta, part: 'lane' } }))
  if (curve?.grid === grid.key && curve.lane === lane.key) {
    addGuideLines(drawing, curve, { parent, y, w: column.w, locale, meta })
  }
  if (divided) addDividingLine(drawing, dividingLine.label[locale], { parent, y, w: column.w, meta })
}

/** A grid that is read line by line: one frame, with the lines and columns drawn in it. */
export function addLogFrame(drawing: Drawing, grid: TemplateGrid, options: Options): number {
  const { locale, examples, order } = options
  const section = grid.key
  const right = Math.max(...grid.columns.map((column) => column.x + column.w))
  const parent = drawing.add(
    frame({
      x: grid.x,
      y: grid.y,
      w: right - grid.x,
      h: bottomOf(grid) - grid.y,
      name: grid.name[locale],
      meta: { section, order, fixed: true, part: 'section' },
    }),
  )
  grid.lanes.forEach((lane, i) => {
    if (i % 2 !== 0) return
    drawing.add(
      stripe({ parent, x: 0, y: lane.y - grid.y, w: right - grid.x, h: lane.h, meta: { section, cell: lane.key } }),
    )
  })
  for (const column of grid.columns) {
    const x = column.x - grid.x
    const h = bottomOf(grid) - grid.y
    const meta: BoardMeta = { section, cell: column.key }
    drawing.add(stripe({ parent, x, y: 0, w: column.w, h, fill: 'none', meta }))
    drawing.add(
      label({
        parent,
        x: x + LABEL_PADDING,
        y: 24,
        w: column.w - LABEL_PADDING - 10,
        text: column.heading[locale],
        size: 36,
        weight: 'bold',
        meta: { ...meta, part: 'heading' },
      }),
    )
  }
  for (const lane of grid.lanes) {
    const y = lane.y - grid.y
    drawing.add(
      label({
        parent,
        x: LABEL_PADDING,
        y: y + NOTES_BELOW_EDGE,
        w: laneWidth(grid, lane, locale),
        text: lane.heading[locale],
        weight: 'bold',
        meta: { section, cell: lane.key, part: 'lane' },
      }),
    )
    if (lane.question) addLaneQuestion(drawing, grid, lane, { parent, locale })
    for (const column of grid.columns) {
      const zone = {
        x: column.x - grid.x + PADDING,
        y: y + NOTES_BELOW_EDGE,
        w: column.w - 2 * PADDING,
        h: lane.h - NOTES_BELOW_EDGE,
      }
      const own = examples.filter(({ where }) => where === `${column.key}/${lane.key}`)
      addExamples(drawing, own, zone, { locale, parent, meta: inCell(grid, column, lane) })
    }
  }
  return order + 1
}

function addLaneQuestion(
  drawing: Drawing,
  grid: TemplateGrid,
  lane: GridLane,
  { parent, locale }: { parent: string; locale: Locale },
): void {
  const w = laneWidth(grid, lane, locale)
  const name = Math.ceil(textHeight(lane.heading[locale], BODY_SIZE, w, 'bold'))
  const y = lane.y - grid.y + NOTES_BELOW_EDGE + name + 4
  const meta: BoardMeta = { section: grid.key, cell: lane.key, part: 'question' }
  const text = lane.question?.[locale] ?? ''
  drawing.add(label({ parent, x: LABEL_PADDING, y, w: evenLane(text, w), text, meta }))
}

function inCell(grid: TemplateGrid, column: GridColumn, lane: GridLane): BoardMeta {
  return { section: grid.key, cell: `${column.key}/${lane.key}` }
}

function laneAbove(grid: TemplateGrid, lane: GridLane): GridLane | undefined {
  return grid.lanes[grid.lanes.indexOf(lane) - 1]
}

function stripe(place: {
  x: number
  y: number
  w: number
  h: number
  meta: BoardMeta
  parent?: string
  fill?: 'none' | 'solid'
}) {
  const meta: BoardMeta = { ...place.meta, part: 'stripe', fixed: true }
  return rectangle({
    fill: 'solid',
    ...place,
    colour: 'grey',
    dash: 'solid',
    textSize: 9,
    text: '',
    meta,
    locked: true,
  })
}
