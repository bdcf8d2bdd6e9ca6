const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

export const VERSION_KINDS = ['automatic', 'named', 'before-restore'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

/** For how long what nobody named is kept, in milliseconds. */
export const VERSION_RETENTION_MS = 30 * DAY
/** How many versions that nobody named a board has at most: restoring to and fro makes one every time. */
export const UNNAMED_MAX = 200

export type Thinnable = { id: string; kind: VersionKind; createdAt: Date }

/**
 * Which versions of one board to remove: all of the last hour stay, then the newest of each hour for a day, then the
 * newest of each day for 30 days, then none. Hours and days are those of UTC, and one is thinned when all of it is old
 * enough, so that it does not matter how often this runs. What somebody named stays. Pure.
 */
export function versionsToRemove(versions: readonly Thinnable[], now: Date): string[] {
  const present = now.getTime()
  const newestFirst = [...versions].sort(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
  )
  const seen = new Set<string>()
  let unnamed = 0
  const keep = ({ kind, createdAt }: Thinnable): boolean => {
    if (kind === 'named') return true
    const at = createdAt.getTime()
    if (at <= present - VERSION_RETENTION_MS) return false
    const bucket = bucketOf(at, present)
    if (bucket !== undefined && seen.has(bucket)) return false
    if (bucket !== undefined) seen.add(bucket)
    unnamed += 1
    return unnamed <= UNNAMED_MAX
  }
  return newestFirst.filter((version) => !keep(version)).map(({ id }) => id)
}

/** The hour or the day of which one version is enough; undefined while all are kept. */
function bucketOf(at: number, present: number): string | undefined {
  const dayEnd = (Math.floor(at / DAY) + 1) * DAY
  if (dayEnd <= present - DAY) return `day ${dayEnd}`
  const hourEnd = (Math.floor(at / HOUR) + 1) * HOUR
  return hourEnd <= present - HOUR ? `hour ${hourEnd}` : undefined
}
