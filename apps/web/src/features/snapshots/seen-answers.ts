import { remember, remembered } from '../../device/remembered.ts'

/** So many snapshots are remembered; a sprint has a dozen. */
const MOST = 200

const keyOf = (personId: string) => `answers-seen.${personId}`

/** How many answers of each snapshot this person has seen on this device. */
export function seenAnswers(personId: string): Record<string, number> {
  try {
    const said: unknown = JSON.parse(remembered(keyOf(personId)) ?? '{}')
    if (typeof said !== 'object' || said === null) return {}
    return Object.fromEntries(Object.entries(said).filter(([, count]) => typeof count === 'number'))
  } catch {
    return {}
  }
}

/** They have seen so many answers to this one now. */
export function noteSeen(personId: string, snapshotId: string, answers: number): void {
  if (answers === 0) return
  const { [snapshotId]: before = 0, ...others } = seenAnswers(personId)
  const latest = Object.entries(others).slice(1 - MOST)
  remember(keyOf(personId), JSON.stringify({ ...Object.fromEntries(latest), [snapshotId]: Math.max(before, answers) }))
}
