import type { AgendaDay } from '@samtavle/shared/agenda'
import type { WhereWeAre } from './shown-day.ts'
import { namedDay, useDayNames } from './use-day-names.ts'

/** The days of a sprint as other features are told of them. */
export type SprintDays = {
  /** Key of the day that is shown. */
  shown: string | null
  /** Key of the day that it is. */
  today: string | null
  dayNames: ReadonlyMap<string, string>
}

export function useSprintDays(
  days: readonly AgendaDay[],
  shown: string | undefined,
  where: WhereWeAre | null,
): SprintDays {
  const names = useDayNames(days)
  const today = where?.when === 'day' ? where.day.key : null
  return { shown: shown ?? null, today, dayNames: new Map(days.map(({ key }, i) => [key, namedDay(names[i])])) }
}
