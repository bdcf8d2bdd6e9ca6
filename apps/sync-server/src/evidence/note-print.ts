import { createHash } from 'node:crypto'
import type { BoardRecord } from '@samtavle/shared/board-doc'

/** What every page works out for itself when it draws a note: nobody did anything to it by that. */
const DRAWN: readonly string[] = ['growY', 'fontSizeAdjustment']

/** A hash of a note as it is: its words, its look and its place. Another one says that somebody did something to it. */
export function notePrint({ props, ...record }: BoardRecord): string {
  const lasting = Object.fromEntries(Object.entries(props ?? {}).filter(([key]) => !DRAWN.includes(key)))
  return createHash('sha256')
    .update(JSON.stringify(inOrder({ ...record, props: lasting })))
    .digest('base64')
}

/** The same value with the keys of all its objects in order; keys that hold `undefined` count as absent. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, inOrder(held)])
}
