import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { CARD_TYPE, type CardProps, cardParts } from '@samtavle/shared/card-shape'
import { groupBy } from '@samtavle/shared/group-by'
import { isNoteRole, type NoteRole, roleOfColour } from '@samtavle/shared/note-role'
import { textOf } from '@samtavle/shared/picture-scene'
import { textOn } from '@samtavle/shared/shape-words'
import { rowByRow, sheetsInOrder } from '../reading-order.ts'
import { BoardShapes, type Box } from './board-shapes.ts'
import { SectionCells } from './section-cells.ts'

/**
 * What is written on a board, in the order in which it is read: sections by their place in the template, else by where
 * they lie; in them the cells; in these from the top to the bottom and from left to right. Headings, questions and names
 * of lanes are the template's and not among it.
 */
export type WrittenText = {
  id: string
  text: string
  role: NoteRole | undefined
  /** Id of who made it, where that is known. */
  author: string | undefined
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
  | { part: 'page'; page: string }

type Placed = { id: string; box: Box; shape: BoardRecord; frame: BoardRecord | undefined }

/** Parts of a template that people fill in. */
const WRITABLE = new Set(['field', 'text', 'card', 'choice'])
/** On an option that somebody chose, on boards from before choices were shapes of their own. */
const CHOSEN = /[✔◀]/

/** The sections in scope that hold text, each with its cells that do. */
export function readBoard(records: readonly BoardRecord[], scope: ReadScope): ReadSection[] {
  const shapes = new BoardShapes(records)
  const written = shapes.all.filter((shape) => isWritten(shapes, shape) && inScope(shapes, shape, scope))
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

function isWritten(shapes: BoardShapes, shape: BoardRecord): boolean {
  const { part } = metaOf(shape)
  const text = textOn(shape).trim()
  if (text === '') return false
  if (part === 'option') return CHOSEN.test(text)
  // A piece of a puzzle says something once it lies in a section.
  if (part === 'piece') return shapes.frameOf(shape) !== undefined
  return part === undefined || WRITABLE.has(part)
}

function inScope(shapes: BoardShapes, shape: BoardRecord, scope: ReadScope): boolean {
  switch (scope.part) {
    case 'board':
      return true
    case 'section':
      return shapes.frameOf(shape)?.id === scope.frame
    case 'page':
      return shapes.pageIdOf(shape) === scope.page
    case 'selection':
      for (const above of shapes.lineage(shape)) if (scope.ids.has(above.id)) return true
      return false
  }
}

/** Page by page; on each the frames of the template in its order, those that people added after them. */
function framesInOrder(shapes: BoardShapes): BoardRecord[] {
  const sheets = shapes.all
    .filter(({ type }) => type === 'frame')
    .map((frame) => ({ id: frame.id, frame, box: shapes.box(frame), order: metaOf(frame).order }))
  return [...groupBy(sheets, ({ frame }) => shapes.pageOf(frame))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofPage]) => sheetsInOrder(ofPage).map(({ frame }) => frame))
}

/** From line to line of cells, and along each; what is in none comes first. */
function cellsInOrder(placed: readonly Placed[], cells: SectionCells | undefined): ReadCell[] {
  const inCells = placed.map((one) => ({ ...one, cell: cells?.of(one.shape, one.box) }))
  return [...groupBy(inCells, ({ cell }) => JSON.stringify(cell)).values()]
    .map((texts) => ({ cell: texts[0]?.cell, texts }))
    .sort(({ cell: a }, { cell: b }) =>
      a && b ? a.row - b.row || a.column - b.column : Number(a !== undefined) - Number(b !== undefined),
    )
    .flatMap(({ cell, texts }) => {
      const inOrder = rowByRow(texts).map(({ shape }) => shape)
      const plain = inOrder.filter(({ type }) => type !== CARD_TYPE).map((shape) => writtenText(shape))
      const own: ReadCell[] = plain.length > 0 ? [{ title: cell?.title, texts: plain }] : []
      return [...own, ...inOrder.filter(({ type }) => type === CARD_TYPE).flatMap(fieldsOf)]
    })
}

/** A field of a card is a cell with its name, and so is its status. */
const fieldsOf = (card: BoardRecord): ReadCell[] =>
  cardParts(card.props as CardProps).map(({ label, text }) => ({
    title: label,
    texts: [{ ...writtenText(card), text }],
  }))

function writtenText(shape: BoardRecord): WrittenText {
  const { role, example, by } = metaOf(shape)
  const colour = textOf(shape.props?.color)
  return {
    id: shape.id,
    text: textOn(shape).trim(),
    role: isNoteRole(role) ? role : shape.type === 'note' ? roleOfColour(colour) : undefined,
    author: typeof by === 'string' ? by : undefined,
    colour,
    example: example === true,
  }
}
