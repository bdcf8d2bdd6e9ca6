import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { BoardMeta } from '@samtavle/shared/board-meta'
import { localBounds } from '@samtavle/shared/picture-geometry'
import type { Area } from './free-place.ts'

/** More letters of a text than this do not make it higher, as far as a place for it goes. */
const TEXT_LIMIT = 1_000

/** A part of a board, as a template has it, for a board that is there already. */
export type TemplatePart = {
  /** Shapes that stand on the page, from the lowest to the highest. */
  top: readonly BoardRecord[]
  /** What stands in these, and bindings: all but the document and its page. */
  inside: readonly BoardRecord[]
  /** What it covers, where the template has it. */
  area: Area
}

const isOnBoard = ({ typeName }: BoardRecord): boolean => typeName === 'shape' || typeName === 'binding'
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/**
 * The records of a template as a part of another board: ids of their own, every reference among them kept. Pure.
 * @param newId the part of an id after the colon; must never repeat
 */
export function templatePart(records: readonly BoardRecord[], newId: () => string): TemplatePart {
  const own = records.filter(isOnBoard)
  const ids = new Map(own.map(({ id, typeName }) => [id, `${typeName}:${newId()}`]))
  const renamed = own.map((record): BoardRecord => {
    const { id, parentId, fromId, toId } = record
    const reference = (key: string, value: unknown) => {
      const next = typeof value === 'string' ? ids.get(value) : undefined
      return next !== undefined && { [key]: next }
    }
    return {
      ...record,
      ...reference('parentId', parentId),
      ...reference('fromId', fromId),
      ...reference('toId', toId),
      id: ids.get(id) ?? id,
    }
  })
  const isTop = ({ parentId }: BoardRecord) => typeof parentId === 'string' && parentId.startsWith('page:')
  const top = renamed.filter(isTop).sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
  return { top, inside: renamed.filter((record) => !isTop(record)), area: areaOf(top) }
}

function areaOf(shapes: readonly BoardRecord[]): Area {
  const boxes = shapes.flatMap((shape) => {
    const bounds = localBounds(shape, TEXT_LIMIT)
    const [x, y] = [numberOf(shape.x), numberOf(shape.y)]
    return bounds === undefined
      ? []
      : [{ left: x + bounds.left, top: y + bounds.top, right: x + bounds.right, bottom: y + bounds.bottom }]
  })
  if (boxes.length === 0) return { x: 0, y: 0, w: 0, h: 0 }
  const x = Math.min(...boxes.map(({ left }) => left))
  const y = Math.min(...boxes.map(({ top }) => top))
  return {
    x,
    y,
    w: Math.max(...boxes.map(({ right }) => right)) - x,
    h: Math.max(...boxes.map(({ bottom }) => bottom)) - y,
  }
}

export type PartPlace = {
  pageId: string
  /** Where the top left corner of its area comes to lie. */
  at: { x: number; y: number }
  /** Places in the stack of the page, as many as there are shapes on it. */
  indices: readonly string[]
  /** Where its reading order begins. */
  order: number
  /** Id of the template. */
  template: string
}

/** The records of a part where it is to lie, parents before what stands in them. Pure. */
export function placedPart(part: TemplatePart, { pageId, at, indices, order, template }: PartPlace): BoardRecord[] {
  const orders = [...part.top, ...part.inside].map(orderOf).filter((own) => own !== undefined)
  const first = Math.min(...orders)
  const dx = at.x - part.area.x
  const dy = at.y - part.area.y
  const inOrder = (record: BoardRecord): BoardRecord => {
    const own = orderOf(record)
    if (own === undefined) return record
    return { ...record, meta: { ...record.meta, order: order + own - first, ...(own === first && { template }) } }
  }
  const top = part.top.map(
    (shape, i): BoardRecord => ({
      ...inOrder(shape),
      parentId: pageId,
      x: numberOf(shape.x) + dx,
      y: numberOf(shape.y) + dy,
      index: indices[i] ?? shape.index,
    }),
  )
  return [...top, ...part.inside.map(inOrder)]
}

const orderOf = ({ meta }: BoardRecord): number | undefined => (meta as BoardMeta | undefined)?.order
