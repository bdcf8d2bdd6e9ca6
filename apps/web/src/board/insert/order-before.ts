import { type Sheet, sheetsInOrder } from '@samtavle/shared/reading-order'

/** Orders beyond these are no template's, and nothing is counted on from them. */
const LAST_ORDER = 1e9

/**
 * Frames without a place in a template's order are read after all that have one: what is inserted would come before
 * them. They get the place that they have now. Pure.
 * @returns the places that such frames get, and the place after all of them
 */
export function orderBefore(sheets: readonly Sheet[]): { orders: Map<string, number>; next: number } {
  const known = sheets.map(({ order }) => order).filter(isOrder)
  const first = known.length === 0 ? 0 : Math.max(...known) + 1
  const without = sheetsInOrder(sheets.filter(({ order }) => order === undefined))
  return { orders: new Map(without.map(({ id }, i) => [id, first + i])), next: first + without.length }
}

/** What a peer wrote may be anything. */
const isOrder = (order: number | undefined): order is number =>
  typeof order === 'number' && Number.isFinite(order) && Math.abs(order) < LAST_ORDER
