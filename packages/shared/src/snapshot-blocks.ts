import { type ArrowTies, arrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import type { BoardShapes } from './board-shapes.ts'
import { CARD_TYPE, type CardProps, fieldText, pickedOption } from './card-shape.ts'
import { CHOICE_TYPE, type ChoiceProps } from './choice-shape.ts'
import { CURVE_TYPE, type CurveProps, spokenPoint } from './curve-shape.ts'
import { groupBy } from './group-by.ts'
import type { Locale } from './locale.ts'
import { textOf } from './picture-scene.ts'
import { type Placed, type PlacedCell, type PlacedSection, writtenText } from './read-board.ts'
import { SectionCells } from './section-cells.ts'
import { textOn } from './shape-words.ts'
import type { SnapshotBlock, SnapshotItem } from './snapshot-content.ts'
import { sourceCode } from './snapshot-redaction.ts'
import { quoted, snapshotWord } from './snapshot-words.ts'

type Table = Extract<SnapshotBlock, { kind: 'table' }>

/** A board whose records nothing must be hidden of, as its sections are put into words. */
export type ReadableBoard = {
  /** What names it in keys: nothing that leads to the board. */
  key: string
  shapes: BoardShapes
  ties: ArrowTies
  /** By what they stand in. */
  children: ReadonlyMap<string, readonly BoardRecord[]>
  /** What people put there, by the section that it is said in; of none under an empty name. */
  drawn: ReadonlyMap<string, readonly BoardRecord[]>
  locale: Locale
  /** What votes gave the notes, by their ids. */
  votes: ReadonlyMap<string, number>
}

export function readableBoard(
  key: string,
  shapes: BoardShapes,
  records: readonly BoardRecord[],
  about: Pick<ReadableBoard, 'locale' | 'votes'>,
): ReadableBoard {
  const ties = arrowTies(records)
  const put = shapes.all.filter((shape) => metaOf(shape).part === undefined)
  const children = groupBy(shapes.all, ({ parentId }) => textOf(parentId))
  const drawn = groupBy(put, (shape) => shapes.frameOf(beginningOf({ shapes, ties }, shape))?.id ?? '')
  return { key, shapes, ties, children, drawn, ...about }
}

/** What a section says, in the order of reading; empty when nobody wrote or drew anything. `null`: outside all sections. */
export function blocksOf(
  board: ReadableBoard,
  frame: BoardRecord | null,
  section: PlacedSection | undefined,
): SnapshotBlock[] {
  const cells = (section?.cells ?? []).map(({ cell, placed }) => ({
    cell,
    placed: placed.filter(({ shape }) => !isTied(board, shape)),
  }))
  const table = frame === null ? undefined : tableOf(board, frame, cells)
  const rest = table === undefined ? cells : cells.filter((each) => !isInTable(table, each))
  const loose = rest.flatMap((cell) => cellBlocks(board, cell))
  // A card says more than a cell of a table holds.
  const cards = table === undefined ? [] : cells.filter((each) => isInTable(table, each)).flatMap(formsOf(board))
  return [...loose, ...(table === undefined ? [] : [table.block]), ...cards, ...drawnBlocks(board, frame)]
}

type TableOfCells = { block: Table; keys: ReadonlySet<string> }

const isInTable = ({ keys }: TableOfCells, { cell }: PlacedCell): boolean => cell !== undefined && keys.has(cell.key)

/** Rows that hold anything; undefined where there is no table, or nothing in it. */
function tableOf(board: ReadableBoard, frame: BoardRecord, cells: readonly PlacedCell[]): TableOfCells | undefined {
  const lines = new SectionCells(frame, board.children.get(frame.id) ?? []).table()
  if (lines === undefined) return undefined
  const byKey = new Map(cells.map((each) => [each.cell?.key, each]))
  const keys = new Set<string>()
  const rows = lines.lanes.flatMap((lane) => {
    const row = lines.columns.map((column) => {
      const key = `${column.key}/${lane.key}`
      const own = byKey.get(key)
      if (own !== undefined) keys.add(key)
      return (own?.placed ?? []).filter(isPlain).map((one) => itemOf(board, one))
    })
    return row.some((items) => items.length > 0) ? [{ title: lane.title, cells: row }] : []
  })
  if (rows.length === 0) return undefined
  return { block: { kind: 'table', title: '', columns: lines.columns.map(({ title }) => title), rows }, keys }
}

const FORMS: readonly unknown[] = [CARD_TYPE, CHOICE_TYPE, CURVE_TYPE]
const isPlain = ({ shape }: Placed): boolean => !FORMS.includes(shape.type)

function cellBlocks(board: ReadableBoard, { cell, placed }: PlacedCell): SnapshotBlock[] {
  const items = placed.filter(isPlain).map((one) => itemOf(board, one))
  const list: SnapshotBlock[] = items.length === 0 ? [] : [{ kind: 'list', title: cell?.title ?? '', items }]
  return [...list, ...formsOf(board)({ cell, placed })]
}

const formsOf =
  (board: ReadableBoard) =>
  ({ placed }: PlacedCell): SnapshotBlock[] =>
    placed.filter((one) => !isPlain(one)).map((one) => formBlock(board, one))

function formBlock(board: ReadableBoard, { shape, said, id }: Placed): SnapshotBlock {
  const { locale, key } = board
  const mark = metaOf(shape).example === true ? snapshotWord('example', locale) : ''
  const marked = (words: string) => [mark, words].filter((word) => word !== '').join(' · ')
  if (shape.type === CARD_TYPE) {
    const props = shape.props as CardProps
    const status = props.picks.flatMap(({ label }, i) => {
      const picked = pickedOption(props, i)?.label
      return picked === undefined ? [] : [`${label}: ${picked}`]
    })
    const fields = props.fields
      .map(({ label }, i) => ({ label, text: fieldText(props, i).trim() }))
      .filter(({ text }) => text !== '')
    return {
      kind: 'card',
      key: `${key}/${id}`,
      title: props.name,
      status: marked(status.join(' · ')),
      fields,
      ...votesOn(board, shape),
      change: 'same',
    }
  }
  if (shape.type === CURVE_TYPE) {
    const props = shape.props as CurveProps
    const column = props.columns.find((one) => `${shape.id}/${one.key}` === id)
    const point = column === undefined ? '' : spokenPoint(props, column, locale)
    // In a column the point is of that column; a curve that lies on none names its phase.
    const line = said?.cell.title === props.name ? point : `${said?.cell.title}: ${point}`
    return { kind: 'words', title: props.name, lines: [marked(line)] }
  }
  const props = shape.props as ChoiceProps
  return { kind: 'words', title: props.question, lines: textOn(shape).split('\n').map(marked) }
}

/** Absent where there are none, as in snapshots from before there were votes. */
function votesOn({ votes }: ReadableBoard, { id }: BoardRecord): { votes?: number } {
  const given = votes.get(id)
  return given === undefined ? {} : { votes: given }
}

function itemOf(board: ReadableBoard, { shape, said }: Placed): SnapshotItem {
  const { text, role, example } = writtenText(shape)
  return {
    key: `${board.key}/${shape.id}`,
    text: said?.text ?? text,
    role: role ?? null,
    source: sourceCode(metaOf(shape).source),
    example,
    ...votesOn(board, shape),
    change: 'same',
    before: '',
  }
}

type Arrows = Pick<ReadableBoard, 'shapes' | 'ties'>

/** Both ends of an arrow, where both are tied to something. */
function endsOf({ shapes, ties }: Arrows, arrow: BoardRecord): [BoardRecord, BoardRecord] | undefined {
  const { start, end } = ties.get(arrow.id) ?? {}
  const ends = [start, end].map((tie) => shapes.get(tie?.to ?? ''))
  return ends[0] && ends[1] && [ends[0], ends[1]]
}

/** An arrow is said where it begins. */
const beginningOf = (arrows: Arrows, shape: BoardRecord): BoardRecord =>
  (shape.type === 'arrow' ? endsOf(arrows, shape)?.[0] : undefined) ?? shape

const isTied = (board: ReadableBoard, shape: BoardRecord): boolean =>
  shape.type === 'arrow' && endsOf(board, shape) !== undefined

/** Arrows between things, pictures by what they are described as, and that something is drawn. */
function drawnBlocks(board: ReadableBoard, frame: BoardRecord | null): SnapshotBlock[] {
  const { locale } = board
  const own = board.drawn.get(frame?.id ?? '') ?? []
  const arrows = own.flatMap((shape) => arrowLine(board, shape))
  const alts = own.filter(({ type }) => type === 'image').map((image) => textOf(image.props?.altText).trim())
  const isDrawn = own.some(({ type }) => type === 'draw' || type === 'highlight')
  const blocks: SnapshotBlock[] = []
  if (arrows.length > 0) blocks.push({ kind: 'words', title: snapshotWord('arrows', locale), lines: arrows })
  if (alts.length > 0) {
    const lines = alts.map((alt) => alt || snapshotWord('noAlt', locale))
    blocks.push({ kind: 'words', title: snapshotWord('pictures', locale), lines })
  }
  if (isDrawn) blocks.push({ kind: 'words', title: '', lines: [snapshotWord('drawing', locale)] })
  return blocks
}

function arrowLine(board: ReadableBoard, arrow: BoardRecord): string[] {
  const ends = arrow.type === 'arrow' ? endsOf(board, arrow) : undefined
  if (ends === undefined) return []
  const { locale } = board
  const name = (shape: BoardRecord) =>
    quoted(shape.type === 'frame' ? textOf(shape.props?.name) : textOn(shape), locale)
  const label = textOn(arrow).trim()
  return [`${name(ends[0])} → ${name(ends[1])}${label === '' ? '' : `: ${label}`}`]
}
