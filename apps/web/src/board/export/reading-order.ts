import type { BoardRecord } from '@samtavle/shared/board-doc'
import { isNoteRole, type NoteRole, roleOfColour } from '@samtavle/shared/note-role'
import { textOf } from '@samtavle/shared/picture-scene'
import { BoardShapes, type Box, groupBy, inRows, metaOf, textOn } from './board-shapes.ts'
import { type Cell, SectionCells } from './section-cells.ts'

/**
 * What is written on a board, in the order in which it is read: sections by their place in the template, else by where
 * they lie; in them the cells; in these from the top to the bottom and from left to right. Headings, questions and names
 * of lanes are the template's and not among it.
 */
export type WrittenText = {
  id: string
  text: string
  role: NoteRole | undefined
  /** Name of a colour of the canvas. */
  colour: string
  example: boolean
}
export type ReadCell = { title: string | undefined; texts: WrittenText[] }
/** `frame` is null for what lies outside all frames. */
export type ReadSection = { frame: string | null; title: string; cells: ReadCell[] }

export type ReadScope =
  | { part: 'board' }
  /** These shapes and what stands in them. */
  | { part: 'selection'; ids: ReadonlySet<string> }
  | { part: 'section'; frame: string }

type Placed = { id: string; box: Box; shape: BoardRecord; frame: BoardRecord | undefined }

/** Parts of a template that people fill in. */
const WRITABLE = new Set(['field', 'text'])

/** The sections in scope that hold text, each with its cells that do. */
export function readBoard(records: readonly BoardRecord[], scope: ReadScope): ReadSection[] {
  const shapes = new BoardShapes(records)
  const written = shapes.all.filter((shape) => isWritten(shape) && inScope(shapes, shape, scope))
  const placed = written.map((shape): Placed => {
    return { id: shape.id, box: shapes.box(shape), shape, frame: shapes.frameOf(shape) }
  })
  const children = groupBy(shapes.all, (shape) => textOf(shape.parentId))
  const ofFrame = groupBy(placed, ({ frame }) => frame?.id ?? null)
  const sections = framesInOrder(shapes)
    .filter(({ id }) => ofFrame.has(id))
    .map((frame): ReadSection => {
      const cells = new SectionCells(frame, shapes.box(frame), children.get(frame.id) ?? [])
      return { frame: frame.id, title: nameOf(frame), cells: cellsInOrder(ofFrame.get(frame.id) ?? [], cells) }
    })
  const outside = ofFrame.get(null)
  if (outside !== undefined) sections.push({ frame: null, title: '', cells: cellsInOrder(outside, undefined) })
  return sections
}

/** Every frame of the board with its name, in reading order, empty ones too. */
export function sectionsOf(records: readonly BoardRecord[]): { frame: string; title: string }[] {
  return framesInOrder(new BoardShapes(records)).map((frame) => ({ frame: frame.id, title: nameOf(frame) }))
}

/** How many texts there are in these sections. */
export function countTexts(sections: readonly ReadSection[]): number {
  return sections.reduce((sum, { cells }) => sum + cells.reduce((own, { texts }) => own + texts.length, 0), 0)
}

const nameOf = (frame: BoardRecord): string => textOf(frame.props?.name).trim()

function isWritten(shape: BoardRecord): boolean {
  const { part } = metaOf(shape)
  return (part === undefined || WRITABLE.has(part)) && textOn(shape) !== ''
}

function inScope(shapes: BoardShapes, shape: BoardRecord, scope: ReadScope): boolean {
  switch (scope.part) {
    case 'board':
      return true
    case 'section':
      return shapes.frameOf(shape)?.id === scope.frame
    case 'selection':
      for (const above of shapes.lineage(shape)) if (scope.ids.has(above.id)) return true
      return false
  }
}

/** Page by page; frames with a place in the template's order first, those that people added after them. */
function framesInOrder(shapes: BoardShapes): BoardRecord[] {
  const frames = shapes.all
    .filter(({ type }) => type === 'frame')
    .map((frame) => ({ id: frame.id, frame, box: shapes.box(frame), page: shapes.pageOf(frame) }))
  const byPlace = inRows(frames)
  const orderOf = (frame: BoardRecord): number => metaOf(frame).order ?? Number.POSITIVE_INFINITY
  // Sorting keeps the order of equals, so that places decide between frames without an order of their own.
  return byPlace
    .sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : compare(orderOf(a.frame), orderOf(b.frame))))
    .map(({ frame }) => frame)
}

/** Also right for two that are infinite. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

function cellsInOrder(placed: readonly Placed[], cells: SectionCells | undefined): ReadCell[] {
  const found = new Map<string, { cell: Cell | undefined; texts: Placed[] }>()
  for (const one of placed) {
    const cell = cells?.of(one.shape, one.box)
    const key = cell === undefined ? '' : JSON.stringify(cell)
    const group = found.get(key)
    if (group === undefined) found.set(key, { cell, texts: [one] })
    else group.texts.push(one)
  }
  const before = (cell: Cell | undefined): [number, number] => [cell?.row ?? -Infinity, cell?.column ?? -Infinity]
  return [...found.values()]
    .sort((a, b) => {
      const [left, right] = [before(a.cell), before(b.cell)]
      return compare(left[0], right[0]) || compare(left[1], right[1])
    })
    .map(({ cell, texts }) => ({ title: cell?.title, texts: inRows(texts).map(({ shape }) => writtenText(shape)) }))
}

function writtenText(shape: BoardRecord): WrittenText {
  const { role, example } = metaOf(shape)
  const colour = textOf(shape.props?.color)
  return {
    id: shape.id,
    text: textOn(shape),
    role: isNoteRole(role) ? role : shape.type === 'note' ? roleOfColour(colour) : undefined,
    colour,
    example: example === true,
  }
}
