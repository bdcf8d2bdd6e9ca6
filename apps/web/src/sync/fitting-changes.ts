import { charactersChanged } from './replay.ts'
import type { UnsavedChange } from './unsaved-changes.ts'

/** How much is written on a full board, in bytes, reckoned generously: less than what the server takes as small (G10). */
const SMALL_BYTES = 2_000
const BYTES_EACH = 80
const BYTES_PER_CHARACTER = 2

/**
 * Those of my changes that fit on a full board: all deletions, and the first few small changes of what was there before.
 * Of a record that one change is too much for, no later one fits.
 * @param onlyDeletions for a board on which even small changes were too much
 */
export function fittingChanges(changes: readonly UnsavedChange[], onlyDeletions: boolean): UnsavedChange[] {
  const leftOut = new Set<string>()
  let left = onlyDeletions ? 0 : SMALL_BYTES
  return changes.filter(({ id, before, after }) => {
    if (after === undefined) return true
    const size = before && !leftOut.has(id) && BYTES_EACH + BYTES_PER_CHARACTER * charactersChanged(before, after)
    if (!size || size > left) {
      leftOut.add(id)
      return false
    }
    left -= size
    return true
  })
}
