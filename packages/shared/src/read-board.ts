import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { BoardShapes, type Box } from './board-shapes.ts'
import { CARD_TYPE, type CardProps, cardParts } from './card-shape.ts'
import { CURVE_TYPE, type CurveProps, curveParts } from './curve-shape.ts'
import { groupBy } from './group-by.ts'
import { isNoteRole, type NoteRole, roleOfColour } from './note-role.ts'
import { textOf } from './picture-scene.ts'
import { rowByRow, sheetsInOrder } from './reading-order.ts'
import { type Cell, SectionCells } from './section-cells.ts'
import { textOn } from './shape-words.ts'

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

/** `said` is one thing of several that a shape says, and the cell that it says it in. */
export type Placed = {
  id: string
  box: Box
  shape: BoardRecord
  frame: BoardRecord | undefined
  said?: { text: string; cell: Cell }
}
/** What is written in one cell, row by row; `cell` is undefined for what lies in none. */
export type PlacedCell = { cell: Cell | undefined; placed: Placed[] }
export type PlacedSection = { frame: BoardRecord | null; cells: PlacedCell[] }

/** Parts of a template that people fill in. */
const WRITABLE = new Set(['field', 'text', 'card', 'choice'])
/** On an option that somebody chose, on boards from before choices were shapes of their own. */
const CHOSEN = /[✔◀]/

/** The sections in scope that hold text, each with its cells that do. */
export function readBoard(records: readonly BoardRecord[], scope: ReadScope): ReadSection[] {
  return readPlaced(new BoardShapes(records), scope).map(({ frame, cells }) => ({
    frame: frame?.id ?? null,
    title: frame === null ? '' : nameOf(frame),
    cells: cells.flatMap(textsOf),
  }))
}

/** The same with the shapes that the words stand on. */
export function readPlaced(shapes: BoardShapes, scope: ReadScope): PlacedSection[] {
  const written = shapes.all.filter((shape) => isWritten(shapes, shape) && inScope(shapes, shape, scope))
  const placed = written.map((shape): Placed => {
    return { id: shape.id, box: shapes.box(shape), shape, frame: shapes.frameOf(shape) }
  })
  placed.push(...pointsInScope(shapes, scope))
  const children = groupBy(shapes.all, (shape) => textOf(shape.parentId))
  const ofFrame = groupBy(placed, ({ frame }) => frame?.id ?? null)
  const sections = framesInOrder(shapes)
    .filter(({ id }) => ofFrame.has(id))
    .map((frame): PlacedSection => {
      const cells = new SectionCells(frame, children.get(frame.id) ?? [])
      const own = ofFrame.get(frame.id) ?? []
      return { frame, cells: cellsInOrder(own, (one) => cellOf(frame, shapes.box(frame), cells, one)) }
    })
  const outside = ofFrame.get(null)
  if (outside !== undefined) sections.push({ frame: null, cells: cellsInOrder(outside, () => undefined) })
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

/** The same of what was read with its shapes. */
export const countPlaced = (section: PlacedSection | undefined): number =>
  (section?.cells ?? []).reduce((sum, { placed }) => sum + placed.length, 0)

/** The name of a frame, without blanks around it. */
export const nameOf = (frame: BoardRecord): string => textOf(frame.props?.name).trim()

function isWritten(shapes: BoardShapes, shape: BoardRecord): boolean {
  const { part } = metaOf(shape)
  const text = textOn(shape).trim()
  if (text === '') return false
  if (shape.type === CURVE_TYPE) return false
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

/** Each point of a curve stands in the column that it is of, or for itself where the curve lies on none. */
function pointsInScope(shapes: BoardShapes, scope: ReadScope): Placed[] {
  const frames = shapes.all.filter(({ type }) => type === 'frame').map((frame) => ({ frame, box: shapes.box(frame) }))
  return shapes.all
    .filter(({ type }) => type === CURVE_TYPE)
    .flatMap((shape) => {
      const props = shape.props as CurveProps
      const curve = shapes.box(shape)
      const page = shapes.pageIdOf(shape)
      const isInScope = inScope(shapes, shape, scope)
      return curveParts(props).flatMap(({ key, label, text }): Placed[] => {
        const { x = 0, w = 0 } = props.columns.find((column) => column.key === key) ?? {}
        const box = { x: curve.x + x, y: curve.y, w, h: curve.h }
        const at = { x: box.x + w / 2, y: box.y + box.h / 2 }
        const column = frames.find((each) => shapes.pageIdOf(each.frame) === page && holds(each.box, at))
        if (scope.part === 'section' ? column?.frame.id !== scope.frame : !isInScope) return []
        const title = column === undefined ? label : props.name
        const cell = { key, title, row: box.y - (column?.box.y ?? 0), column: 0 }
        return [{ id: `${shape.id}/${key}`, box, shape, frame: column?.frame, said: { text, cell } }]
      })
    })
}

const holds = ({ x, y, w, h }: Box, at: { x: number; y: number }): boolean =>
  at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h

/** Page by page; on each the frames of the template in its order, those that people added after them. */
export function framesInOrder(shapes: BoardShapes): BoardRecord[] {
  const sheets = shapes.all
    .filter(({ type }) => type === 'frame')
    .map((frame) => ({ id: frame.id, frame, box: shapes.box(frame), order: metaOf(frame).order }))
  return [...groupBy(sheets, ({ frame }) => shapes.pageOf(frame))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofPage]) => sheetsInOrder(ofPage).map(({ frame }) => frame))
}

/** The cell that something lies in; what is a part of the template says which it belongs to. */
function cellOf(frame: BoardRecord, at: Box, cells: SectionCells, { shape, box }: Placed): Cell | undefined {
  const { part, cell } = metaOf(shape)
  // What was dragged here may still name the cell of another section.
  if (part === undefined || metaOf(shape).section !== metaOf(frame).section)
    return cells.at({ x: box.x - at.x + box.w / 2, y: box.y - at.y + box.h / 2 })
  return cell === undefined || cell === metaOf(frame).cell ? undefined : cells.named(cell)
}

/** From line to line of cells, and along each; what is in none comes first. */
function cellsInOrder(placed: readonly Placed[], cell: (one: Placed) => Cell | undefined): PlacedCell[] {
  const inCells = placed.map((one) => ({ one, cell: one.said?.cell ?? cell(one) }))
  return [...groupBy(inCells, ({ cell }) => JSON.stringify(cell)).values()]
    .map((own) => ({ cell: own[0]?.cell, placed: rowByRow(own.map(({ one }) => one)) }))
    .sort(({ cell: a }, { cell: b }) =>
      a && b ? a.row - b.row || a.column - b.column : Number(a !== undefined) - Number(b !== undefined),
    )
}

function textsOf({ cell, placed }: PlacedCell): ReadCell[] {
  const plain = placed
    .filter(({ shape }) => shape.type !== CARD_TYPE)
    .map(({ shape, said }) => ({ ...writtenText(shape), ...(said && { text: said.text }) }))
  const cards = placed.map(({ shape }) => shape).filter(({ type }) => type === CARD_TYPE)
  const own: ReadCell[] = plain.length > 0 ? [{ title: cell?.title, texts: plain }] : []
  return [...own, ...cards.flatMap(fieldsOf)]
}

/** A field of a card is a cell with its name, and so is its status. */
const fieldsOf = (card: BoardRecord): ReadCell[] =>
  cardParts(card.props as CardProps).map(({ label, text }) => ({
    title: label,
    texts: [{ ...writtenText(card), text }],
  }))

/** What a shape says, and what is known of it. */
export function writtenText(shape: BoardRecord): WrittenText {
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
