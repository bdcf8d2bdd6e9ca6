import type { SprintStatus } from '@samtavle/shared/access'
import { addDays, daysBetween } from '@samtavle/shared/iso-dates'
import type { SprintSummary } from '@samtavle/shared/sprint-api'

/** What there is to be said today of a sprint besides its status. */
export type Standing =
  | { kind: 'today'; day: string }
  | { kind: 'starts'; days: number }
  /** Its week is there, and nobody has started it. */
  | { kind: 'waits' }
  /** It runs, and today there is nothing on its plan: a weekend, a holiday, between the days of a course. */
  | { kind: 'free' }
  | { kind: 'ended' }

/** Where a sprint stands on the day `today`. */
export function standingOf(
  sprint: Pick<SprintSummary, 'status' | 'startDate' | 'lastDate' | 'today'>,
  today: string,
): Standing {
  const { status, startDate, lastDate } = sprint
  if (status === 'finished' || status === 'archived' || today > lastDate) return { kind: 'ended' }
  if (today < startDate) return { kind: 'starts', days: daysBetween(today, startDate) }
  if (status === 'preparation') return { kind: 'waits' }
  return sprint.today === null ? { kind: 'free' } : { kind: 'today', day: sprint.today.title }
}

const ORDER: readonly SprintStatus[] = ['running', 'preparation', 'finished', 'archived']

/** Sprints by status, the running first; within one the next to come first, of those that are over the latest. */
export function byStatus(sprints: readonly SprintSummary[]): { status: SprintStatus; sprints: SprintSummary[] }[] {
  return ORDER.map((status) => {
    const over = status === 'finished' || status === 'archived'
    const order = (one: SprintSummary, other: SprintSummary) => one.startDate.localeCompare(other.startDate)
    const here = sprints.filter((sprint) => sprint.status === status).sort(order)
    return { status, sprints: over ? here.reverse() : here }
  }).filter(({ sprints: here }) => here.length > 0)
}

/** Days that a sprint stays on the first page after its last one. */
const SHOWN_AFTER_DAYS = 14

/** What the first page shows: what runs and what comes, and for two weeks what is just over. */
export function currentSprints(sprints: readonly SprintSummary[], today: string): SprintSummary[] {
  return byStatus(sprints)
    .filter(({ status }) => status !== 'archived')
    .flatMap(({ sprints: here }) => here)
    .filter(({ status, lastDate }) => status !== 'finished' || addDays(lastDate, SHOWN_AFTER_DAYS) >= today)
}

/** How far a sprint has come, a part a day, as long as it is short enough to be drawn so. */
export function dayParts(
  { startDate, lastDate }: Pick<SprintSummary, 'startDate' | 'lastDate'>,
  today: string,
): ('done' | 'today' | 'ahead')[] {
  const days = daysBetween(startDate, lastDate) + 1
  if (days < 2 || days > 14) return []
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(startDate, index)
    return day < today ? 'done' : day === today ? 'today' : 'ahead'
  })
}
