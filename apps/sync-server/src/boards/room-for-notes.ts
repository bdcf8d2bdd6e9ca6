import type { BoardRecord } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { COVERED_PARTS, NOTE_STEP } from '@samtavle/shared/note-rows'
import { boxOf, MEASURED_MAX } from '@samtavle/shared/picture-geometry'

/** Where there is room for notes that the server puts on a board. */
export type Box = { x: number; y: number; w: number; h: number }
const DIGITS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** True for what a note must not lie on. */
export function takesRoom(record: BoardRecord): boolean {
  const { part } = metaOf(record)
  return part === undefined ? !isFrame(record) : COVERED_PARTS.has(part)
}

export const boxAt = (record: BoardRecord): Box => ({
  x: Number(record.x),
  y: Number(record.y),
  ...boxOf(record, MEASURED_MAX),
})

export const collide = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - 2 && b.x < a.x + a.w - 2 && a.y < b.y + b.h - 2 && b.y < a.y + a.h - 2

/** A key above all of these in the stack; what is appended to it stays above them, and below nothing. */
export const highest = (siblings: readonly BoardRecord[]): string =>
  siblings.reduce((top, { index }) => (typeof index === 'string' && index > top ? index : top), 'a0')

/** Right of everything on the page, level with the top of it. */
export function besideAll(records: ReadonlyMap<string, BoardRecord>): { x: number; y: number } {
  let right = Number.NEGATIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  for (const record of records.values()) {
    if (record.typeName !== 'shape' || !String(record.parentId).startsWith('page:')) continue
    const box = boxAt(record)
    right = Math.max(right, box.x + box.w)
    top = Math.min(top, box.y)
  }
  return Number.isFinite(right) ? { x: right + NOTE_STEP, y: top } : { x: 0, y: 0 }
}

/** A key above `above` and below nothing, of the note at this place among those put there at once. */
export const indexAbove = (above: string, i: number): string =>
  `${above}${DIGITS[Math.floor(i / DIGITS.length)]}${DIGITS[i % DIGITS.length]}`
