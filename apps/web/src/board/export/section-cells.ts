import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { numberOf } from '@samtavle/shared/picture-scene'
import { textOn } from '@samtavle/shared/shape-words'
import type { Box } from './board-shapes.ts'

/** A cell of a section: its name as it stands on the board, and where it comes in the order of reading. */
export type Cell = { title: string; row: number; column: number }

type Label = { part: string; cell: string | undefined; title: string; x: number; y: number }

/** What is drawn in a frame says which cells it has: names of lanes, columns, fields and quadrants. */
export class SectionCells {
  readonly #section: string | undefined
  readonly #frameCell: string | undefined
  readonly #frame: Box
  readonly #labels: readonly Label[]
  readonly #quadrants: readonly Label[]
  /** Where the two axes of a matrix cross, from the frame's corner. */
  readonly #middle: { x: number; y: number } | undefined

  /** @param children the shapes whose parent is the frame */
  constructor(frame: BoardRecord, box: Box, children: readonly BoardRecord[]) {
    this.#section = metaOf(frame).section
    this.#frameCell = metaOf(frame).cell
    this.#frame = box
    const labels = children.map((child): Label => {
      const { part = '', cell } = metaOf(child)
      return { part, cell, title: textOn(child).trim(), x: numberOf(child.x, 0), y: numberOf(child.y, 0) }
    })
    this.#labels = labels.filter(({ part, title }) => title !== '' && ['lane', 'label', 'heading'].includes(part))
    this.#quadrants = labels.filter(({ part, title }) => title !== '' && part === 'quadrant')
    const axes = labels.filter(({ part }) => part === 'axis')
    // One begins above the middle and the other left of it.
    this.#middle =
      axes.length === 2 ? { x: Math.max(...axes.map(({ x }) => x)), y: Math.max(...axes.map(({ y }) => y)) } : undefined
  }

  /** The cell that a shape in this frame says it is in, or the quadrant that its middle lies in. */
  of(shape: BoardRecord, box: Box): Cell | undefined {
    const { section, cell } = metaOf(shape)
    // What was dragged here by an older client may still name the cell of another section.
    const own = section === this.#section ? cell : undefined
    // The frame of a column is that column: what is in none of its lanes needs no further name.
    if (own !== undefined) return own === this.#frameCell ? undefined : this.#named(own)
    return this.#quadrant({ x: box.x - this.#frame.x + box.w / 2, y: box.y - this.#frame.y + box.h / 2 })
  }

  #named(cell: string): Cell {
    const own = this.#find(cell, ['lane', 'label'])
    if (own !== undefined) return { title: own.title, row: own.y, column: own.x }
    const [columnKey = '', laneKey = ''] = cell.split('/')
    const column = this.#find(columnKey, ['heading'])
    const lane = this.#find(laneKey, ['lane'])
    if (column !== undefined && lane !== undefined) {
      return { title: `${lane.title} · ${column.title}`, row: lane.y, column: column.x }
    }
    // A cell without a name on the board keeps its key, after those that have one.
    const known = lane ?? (laneKey === '' ? column : undefined)
    if (known === undefined) return { title: cell, row: Number.MAX_SAFE_INTEGER, column: 0 }
    return { title: known.title, row: known.y, column: known.x }
  }

  #find(cell: string, parts: readonly string[]): Label | undefined {
    return this.#labels.find((label) => label.cell === cell && parts.includes(label.part))
  }

  #quadrant(point: { x: number; y: number }): Cell | undefined {
    const middle = this.#middle
    if (middle === undefined) return undefined
    const found = this.#quadrants.find(
      ({ x, y }) => x < middle.x === point.x < middle.x && y < middle.y === point.y < middle.y,
    )
    return found && { title: found.title, row: found.y, column: found.x }
  }
}
