import { metaOf } from './board-meta.ts'
import { quadrantAt } from './matrix-layout.ts'
import { isMatrixProps, MATRIX_TYPE, type MatrixProps, quadrantWords } from './matrix-shape.ts'
import { textOn } from './shape-words.ts'

/** A cell of a section: its name as it stands on the board, and where it comes in the order of reading. */
export type Cell = {
  /** `column/lane`, `section/row` or the name of a quadrant; never shown. */
  key: string
  title: string
  row: number
  column: number
}

/** A column or a lane with its name. */
export type NamedLine = { key: string; title: string }

/** A shape as its record says, here or in tldraw's words. */
type Shape = { type?: unknown; x?: unknown; y?: unknown; props?: object; meta?: object | undefined }
type Point = { x: number; y: number }
type Label = Point & { part: string; cell: string | undefined; title: string }
/** Of a lane, or of something else that says which cell it stands for. */
type CellLabel = Label & { cell: string }
type ByKey = ReadonlyMap<string, CellLabel>
type Matrix = Point & { props: MatrixProps }

/** How far above the name of a lane the lane begins: in the frame of a column, in a log, in numbered rows. */
export const ABOVE_NAME = { column: 8, log: 28, rows: 4 } as const
/** How far left of the name of a column it begins. */
export const BEFORE_NAME = 30
/** Lanes, columns and quadrants of one frame that are looked at, for each thing in it. */
const MOST = 200

/**
 * The cells of a section, as what is drawn in its frame says: lanes and columns by their names, the quadrants of a
 * matrix. What lies in a cell is told from where it lies, never from what somebody wrote down about it.
 */
export class SectionCells {
  readonly #isColumn: boolean
  /** From the top. */
  readonly #lanes: readonly CellLabel[]
  /** From the right. */
  readonly #columns: readonly CellLabel[]
  /** Those that have words. */
  readonly #named: { readonly cells: ByKey; readonly lanes: ByKey; readonly columns: ByKey }
  readonly #quadrants: readonly Label[]
  /** Where the two axes of a matrix cross, on boards on which it is lines and labels. */
  readonly #middle: Point | undefined
  readonly #matrix: Matrix | undefined

  /** @param children the shapes whose parent is the frame, placed from its corner */
  constructor(frame: Shape, children: readonly Shape[]) {
    this.#isColumn = metaOf(frame).cell !== undefined
    const drawn = children.filter((child) => metaOf(child).part !== undefined)
    const labels = drawn.map((child): Label => {
      const { part = '', cell } = metaOf(child)
      return { part, cell, title: textOn(child).trim(), ...cornerOf(child) }
    })
    const ofCells = labels.filter((label): label is CellLabel => label.cell !== undefined)
    const lanes = ofCells.filter(({ part }) => part === 'lane')
    const headings = ofCells.filter(({ part, title }) => part === 'heading' && title !== '')
    this.#lanes = lanes.toSorted((a, b) => a.y - b.y).slice(0, MOST)
    this.#columns = headings.toSorted((a, b) => b.x - a.x).slice(0, MOST)
    this.#named = {
      cells: byKey(ofCells.filter(({ part }) => part === 'lane' || part === 'label')),
      lanes: byKey(lanes),
      columns: byKey(headings),
    }
    this.#quadrants = labels.filter(({ part, title }) => title !== '' && part === 'quadrant').slice(0, MOST)
    const axes = labels.filter(({ part }) => part === 'axis')
    // One begins above the middle and the other left of it.
    this.#middle =
      axes.length === 2 ? { x: Math.max(...axes.map(({ x }) => x)), y: Math.max(...axes.map(({ y }) => y)) } : undefined
    this.#matrix = drawn.flatMap((child): Matrix[] => matrixOf(child))[0]
  }

  /** Columns and lanes of a table, in the order of reading; undefined for a section that is none. */
  table(): { columns: NamedLine[]; lanes: NamedLine[] } | undefined {
    const lanes = this.#lanes.filter(({ cell }) => !cell.includes('/'))
    if (this.#isColumn || lanes.length === 0 || this.#columns.length === 0) return undefined
    const line = ({ cell, title }: CellLabel): NamedLine => ({ key: cell, title })
    return { columns: this.#columns.map(line).reverse(), lanes: lanes.map(line) }
  }

  /** The cell that a place lies in, from the frame's corner; undefined above the lanes, and in a section without any. */
  at(point: Point): Cell | undefined {
    if (this.#lanes.length === 0) return this.#quadrant(point)
    const lane = this.#lanes.findLast((each) => each.y - this.#aboveName(each) <= point.y)
    if (lane === undefined) return undefined
    const key = lane.cell
    if (key.includes('/')) return this.named(key)
    const column = this.#columns.find(({ x }) => x - BEFORE_NAME <= point.x)
    return this.named(column === undefined ? key : `${column.cell}/${key}`)
  }

  /** The cell with this key, for what is no note and was put there by the template. */
  named(key: string): Cell {
    const own = this.#named.cells.get(key)
    if (own !== undefined) return { key, title: own.title, row: own.y, column: own.x }
    const [columnKey = '', laneKey = ''] = key.split('/')
    const column = this.#named.columns.get(columnKey)
    const lane = this.#named.lanes.get(laneKey)
    if (column !== undefined && lane !== undefined) {
      return { key, title: `${lane.title} · ${column.title}`, row: lane.y, column: column.x }
    }
    // A cell without a name on the board keeps its key, after those that have one.
    const known = lane ?? (laneKey === '' ? column : undefined)
    if (known === undefined) return { key, title: key, row: Number.MAX_SAFE_INTEGER, column: 0 }
    return { key, title: known.title, row: known.y, column: known.x }
  }

  #aboveName({ cell }: CellLabel): number {
    if (this.#isColumn) return ABOVE_NAME.column
    return cell.includes('/') ? ABOVE_NAME.rows : ABOVE_NAME.log
  }

  #quadrant(point: Point): Cell | undefined {
    const [matrix, middle] = [this.#matrix, this.#middle]
    if (matrix !== undefined) {
      const key = quadrantAt(matrix.props, { x: point.x - matrix.x, y: point.y - matrix.y })
      const title = quadrantWords(matrix.props, key)
      const place = { row: key.startsWith('up') ? 0 : 1, column: key.endsWith('Left') ? 0 : 1 }
      return title === '' ? undefined : { key, title, ...place }
    }
    if (middle === undefined) return undefined
    const found = this.#quadrants.find(
      ({ x, y }) => x < middle.x === point.x < middle.x && y < middle.y === point.y < middle.y,
    )
    return found && { key: found.title, title: found.title, row: found.y, column: found.x }
  }
}

/**
 * Where something lies, in words: "Borgerens egne ord · 4. Jeg får svar" in the frame of a column, "Nytte og mulighed ·
 * Begynd her" in any other section.
 * @param name of the frame
 */
export function placeWords(frame: Shape, name: string, cell: Pick<Cell, 'title'> | undefined): string {
  const both = metaOf(frame).cell === undefined ? [name, cell?.title] : [cell?.title, name]
  return both.filter((words) => words !== undefined && words !== '').join(' · ')
}

/** Those with words, of several with the same key the first. */
const byKey = (labels: readonly CellLabel[]): ByKey =>
  new Map(
    labels
      .filter(({ title }) => title !== '')
      .toReversed()
      .map((label) => [label.cell, label]),
  )
/** One, unless it is no matrix, or one that cannot be read. */
const matrixOf = (shape: Shape): Matrix[] =>
  shape.type === MATRIX_TYPE && isMatrixProps(shape.props) ? [{ ...cornerOf(shape), props: shape.props }] : []
const cornerOf = ({ x, y }: Shape): Point => ({ x: Number(x), y: Number(y) })
