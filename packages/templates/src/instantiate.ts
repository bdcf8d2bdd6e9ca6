import type { BoardRecord } from '@samtavle/shared/board-doc'
import { blankBoardRecords } from './blank.ts'
import { type Drawing, startDrawing } from './drawing.ts'
import { addColumnFrames, addLaneLabels, addLogFrame } from './grid-layout.ts'
import { addCurve } from './grid-lines.ts'
import { addHeaderStrip } from './header-strip.ts'
import { addPuzzle } from './puzzle.ts'
import { addSection } from './section-layout.ts'
import { arrow } from './shapes.ts'
import { shortened } from './shorten.ts'
import type { Locale, LoopArrow, NewNote, Template } from './template.ts'

export type InstantiateOptions = {
  locale: Locale
  /** With the examples of the specification, which one action removes again. */
  examples: boolean
  /** The short version; ignored by templates that have none. */
  short: boolean
  /** The part of a record's id after the colon; must never repeat. Records are the same for the same ids. */
  newId: () => string
  /** Written in the header strip; the template's name when left out. */
  boardName?: string
}

/**
 * Every record of a new board made from a template: the document, one page, and shapes in reading order – background
 * first, then frames with what stands in them, then lines that run across frames.
 */
export function instantiateTemplate(source: Template, options: InstantiateOptions): BoardRecord[] {
  const { locale, newId } = options
  const template = options.short ? shortened(source) : source
  const name = template.name[locale]
  const drawing = startDrawing(blankBoardRecords({ name, newId }), newId)
  const notes: NewNote[] = [
    ...(template.prefilled ?? []).map((note) => ({ ...note, example: false })),
    ...(options.examples ? template.examples.map((note) => ({ ...note, example: true })) : []),
  ]
  const notesOf = (keep: (where: string) => boolean) => notes.filter(({ where }) => keep(where))

  for (const grid of template.grids) {
    if (grid.readBy === 'columns') addLaneLabels(drawing, grid, locale)
  }
  let order = 0
  addHeaderStrip(drawing, template, { locale, boardName: options.boardName ?? name, order: order++ })
  for (const section of template.sections) {
    const examples = notesOf((where) => where === section.key)
    addSection(drawing, template, section, { locale, examples, order: order++ })
  }
  for (const grid of template.grids) {
    const examples = notesOf((where) => where.includes('/'))
    const at = { locale, examples, order }
    order = grid.readBy === 'columns' ? addColumnFrames(drawing, template, grid, at) : addLogFrame(drawing, grid, at)
  }
  const { curve } = template
  const curveGrid = template.grids.find(({ key }) => key === curve?.grid)
  if (curve && curveGrid) addCurve(drawing, curve, curveGrid, { examples: options.examples, locale })
  for (const loopArrow of template.arrows ?? []) addArrow(drawing, loopArrow)
  if (template.puzzle) addPuzzle(drawing, template.puzzle, locale)
  return [...drawing.records]
}

function addArrow(drawing: Drawing, { from, start, end, bend }: LoopArrow): void {
  const [x, y] = start
  drawing.add(arrow({ x, y, end: { x: end[0] - x, y: end[1] - y }, bend, meta: { section: from, part: 'loop-arrow' } }))
}
