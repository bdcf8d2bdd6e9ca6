import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { BoardMeta } from '@samtavle/shared/board-meta'

/** A shape on its way to a board, placed in the coordinates of its parent. */
export type NewShape = {
  type: string
  x: number
  y: number
  props: Record<string, unknown>
  meta: BoardMeta
  locked?: boolean
  /** Id of a frame; the page when left out. */
  parent?: string
}

/** Collects a new board's records: ids, places in the stack and parents. */
export type Drawing = {
  readonly records: readonly BoardRecord[]
  /** Adds a shape on top of its parent's other children and returns its id. */
  add(shape: NewShape): string
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The nth place in a stack, as the canvas writes it (fractional indexing over base 62): `a1` … `az`, `b00` … `bzz`.
 */
export function indexKey(n: number): string {
  if (n < 62) return `a${DIGITS[n]}`
  const rest = n - 62
  if (rest >= 62 * 62) throw new RangeError(`no index for place ${n}`)
  return `b${DIGITS[Math.floor(rest / 62)]}${DIGITS[rest % 62]}`
}

/** Starts a board on top of the records of an empty one. */
export function startDrawing(empty: readonly BoardRecord[], newId: () => string): Drawing {
  const page = empty.find((record) => record.typeName === 'page')
  if (!page) throw new Error('a board needs a page')
  const records: BoardRecord[] = [...empty]
  const children = new Map<string, number>()
  return {
    records,
    add({ type, x, y, props, meta, locked = false, parent = page.id }) {
      const place = (children.get(parent) ?? 0) + 1
      children.set(parent, place)
      const id = `shape:${newId()}`
      records.push({
        id,
        typeName: 'shape',
        type,
        x,
        y,
        rotation: 0,
        index: indexKey(place),
        parentId: parent,
        isLocked: locked,
        opacity: 1,
        props,
        meta,
      })
      return id
    },
  }
}
