import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { BoardMeta } from '@samtavle/shared/board-meta'
import { boxOf } from '@samtavle/shared/picture-geometry'
import { numberOf, type Transform, textOf, toPage } from '@samtavle/shared/picture-scene'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'

/** Deeper nesting ends the way up, as it does on the canvas. */
const DEEPEST = 64

/** A box on the page, upright, whatever it is turned by: enough to say what is read first. */
export type Box = { x: number; y: number; w: number; h: number }

export const metaOf = (record: BoardRecord): BoardMeta => (record.meta ?? {}) as BoardMeta

/** The words of a shape, paragraphs on lines of their own; empty when it has none. */
export function textOn(record: BoardRecord): string {
  const { richText, text } = record.props ?? {}
  const words = richText === undefined ? textOf(text) : plainTextOf(richText as RichText)
  return words.trim()
}

/** The shapes of a board and where they lie. Reads records that are valid, yet may be dangling or in a ring. */
export class BoardShapes {
  readonly all: readonly BoardRecord[]
  readonly #byId: ReadonlyMap<string, BoardRecord>
  readonly #pages: ReadonlyMap<string, string>
  readonly #places = new Map<string, Transform>()

  constructor(records: readonly BoardRecord[]) {
    this.all = records.filter(({ typeName }) => typeName === 'shape')
    this.#byId = new Map(this.all.map((shape) => [shape.id, shape]))
    const pages = records.filter(({ typeName }) => typeName === 'page')
    this.#pages = new Map(pages.map((page) => [page.id, textOf(page.index)]))
  }

  get(id: string): BoardRecord | undefined {
    return this.#byId.get(id)
  }

  /** The shape itself, its parent, and so on up to the page. */
  *lineage(shape: BoardRecord): Generator<BoardRecord> {
    let next: BoardRecord | undefined = shape
    for (let depth = 0; next !== undefined && depth < DEEPEST; depth++) {
      yield next
      next = this.#byId.get(textOf(next.parentId))
    }
  }

  /** The frame that the shape stands in; undefined for one that lies on the page. */
  frameOf(shape: BoardRecord): BoardRecord | undefined {
    for (const above of this.lineage(shape)) if (above !== shape && above.type === 'frame') return above
    return undefined
  }

  /** The place of the shape's page among the pages, as text to be compared. */
  pageOf(shape: BoardRecord): string {
    let topmost = shape
    for (const above of this.lineage(shape)) topmost = above
    return this.#pages.get(textOf(topmost.parentId)) ?? ''
  }

  box(shape: BoardRecord): Box {
    const { x, y } = this.#placeOf(shape)
    return { x, y, ...boxOf(shape, 1_000) }
  }

  #placeOf(shape: BoardRecord): Transform {
    const path: BoardRecord[] = []
    let place: Transform = { x: 0, y: 0, angle: 0 }
    for (const above of this.lineage(shape)) {
      const known = this.#places.get(above.id)
      if (known !== undefined) {
        place = known
        break
      }
      path.push(above)
    }
    for (const below of path.reverse()) {
      const at = toPage(place, { x: numberOf(below.x, 0), y: numberOf(below.y, 0) })
      place = { ...at, angle: place.angle + numberOf(below.rotation, 0) }
      this.#places.set(below.id, place)
    }
    return place
  }
}

/**
 * From the top to the bottom, and from left to right where things stand beside each other: whatever begins above the
 * middle of the first of a row belongs to that row.
 */
export function inRows<T extends { box: Box; id: string }>(items: readonly T[]): T[] {
  const falling = [...items].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1))
  const rows: T[][] = []
  let rowEnds = Number.NEGATIVE_INFINITY
  for (const item of falling) {
    if (item.box.y >= rowEnds) {
      rows.push([])
      rowEnds = item.box.y + Math.max(1, item.box.h / 2)
    }
    rows.at(-1)?.push(item)
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y || (a.id < b.id ? -1 : 1)))
}

/** The items by what they have in common, each group in the order of the items. */
export function groupBy<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
