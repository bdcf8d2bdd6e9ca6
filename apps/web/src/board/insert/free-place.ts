import { RECORD_LIMITS } from '@samtavle/shared/record-limits'

/** A box on the page. */
export type Area = Readonly<{ x: number; y: number; w: number; h: number }>

/** Between what is inserted and what was there. */
export const CLEARANCE = 200

/**
 * Where something as large as this lies free: right of the sections, or of everything while there are none, at their
 * top edge, and clear of whatever else lies there. Below everything where the board ends. Undefined when there is no
 * place at all, and the origin on an empty board. Pure.
 * @param taken what lies on the page, the sections among it
 */
export function freePlace(
  taken: readonly Area[],
  sections: readonly Area[],
  { w, h }: Readonly<{ w: number; h: number }>,
): { x: number; y: number } | undefined {
  const beside = sections.length > 0 ? sections : taken
  if (beside.length === 0) return { x: 0, y: 0 }
  const y = Math.min(...beside.map((area) => area.y))
  let x = Math.max(...beside.map((area) => area.x + area.w)) + CLEARANCE
  // From the left: what was passed stays passed, whatever comes next.
  for (const area of [...taken].sort((a, b) => a.x - b.x)) {
    if (isNear({ x, y, w, h }, area)) x = area.x + area.w + CLEARANCE
  }
  if (x + w <= RECORD_LIMITS.coordinate) return { x, y }
  const left = Math.min(...beside.map((area) => area.x))
  const below = Math.max(...taken.map((area) => area.y + area.h)) + CLEARANCE
  const fits = left + w <= RECORD_LIMITS.coordinate && below + h <= RECORD_LIMITS.coordinate
  return fits ? { x: left, y: below } : undefined
}

function isNear(a: Area, b: Area): boolean {
  return (
    a.x < b.x + b.w + CLEARANCE &&
    b.x < a.x + a.w + CLEARANCE &&
    a.y < b.y + b.h + CLEARANCE &&
    b.y < a.y + a.h + CLEARANCE
  )
}
