import type { BoardRecord } from './board-doc.ts'
import { boxOf, MEASURED_MAX } from './picture-geometry.ts'
import { numberOf, type Transform, textOf, toPage } from './picture-scene.ts'

/** Deeper nesting ends the way up, as it does on the canvas. */
const DEEPEST = 64

/** A box on the page, upright, whatever it is turned by: enough to say what is read first. */
export type Box = { x: number; y: number; w: number; h: number }

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

  /** The page that the shape is on; for a dangling one, what it says it stands in. */
  pageIdOf(shape: BoardRecord): string {
    let topmost = shape
    for (const above of this.lineage(shape)) topmost = above
    return textOf(topmost.parentId)
  }

  /** The place of the shape's page among the pages, as text to be compared. */
  pageOf(shape: BoardRecord): string {
    return this.#pages.get(this.pageIdOf(shape)) ?? ''
  }

  box(shape: BoardRecord): Box {
    const { x, y } = this.#placeOf(shape)
    return { x, y, ...boxOf(shape, MEASURED_MAX) }
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
