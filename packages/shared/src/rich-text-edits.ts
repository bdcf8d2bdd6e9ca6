import { commonBegin, commonEnd, type Unit, unitsBefore } from './rich-text-units.ts'

/** Some units of a row, removed, and others put in their place. */
export type Edit = { from: number; removed: number; put: readonly Unit[] }

/** Rows whose lengths multiply to more than this are compared as wholes. */
const COMPARED_MAX = 1_000_000

/**
 * The one edit that makes a row of units another one.
 * @param caret where its author stands in the new one, in UTF-16 units, or less than 0 where nobody knows
 */
export function editBetween(old: readonly Unit[], wanted: readonly Unit[], caret: number): Edit {
  const most = Math.min(old.length, wanted.length)
  const [begin, end] = [commonBegin(old, wanted), commonEnd(old, wanted)]
  let from = begin
  if (begin + end > most && caret >= 0) {
    // Several places would give the same text. Letters come before the caret, and go from behind it.
    const stands = unitsBefore(wanted, caret) - Math.max(0, wanted.length - old.length)
    from = Math.min(begin, Math.max(most - end, stands))
  }
  const last = Math.min(end, most - from)
  return { from, removed: old.length - last - from, put: wanted.slice(from, wanted.length - last) }
}

/** The edits that make a row another one and leave as many units as they can where they are, in order. */
export function editsBetween(old: readonly Unit[], wanted: readonly Unit[]): Edit[] {
  const whole = editBetween(old, wanted, -1)
  const { from: start, removed, put } = whole
  if (removed === 0 || put.length === 0 || removed * put.length > COMPARED_MAX) return [whole]
  const gone = old.slice(start, start + removed)
  const alike = lengthsOfCommon(gone, put)
  const edits: Edit[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < put.length) {
    if (i < gone.length && j < put.length && gone[i]?.key === put[j]?.key) {
      i += 1
      j += 1
      continue
    }
    const [fromOld, fromNew] = [i, j]
    while (i < gone.length || j < put.length) {
      const isSame = i < gone.length && j < put.length && gone[i]?.key === put[j]?.key
      if (isSame) break
      const skipOld = i < gone.length && (j === put.length || alike(i + 1, j) >= alike(i, j + 1))
      if (skipOld) i += 1
      else j += 1
    }
    edits.push({ from: start + fromOld, removed: i - fromOld, put: put.slice(fromNew, j) })
  }
  return edits
}

/** How many units two rows have in common, in order, from the i-th of one and the j-th of the other on. */
function lengthsOfCommon(a: readonly Unit[], b: readonly Unit[]): (i: number, j: number) => number {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}
