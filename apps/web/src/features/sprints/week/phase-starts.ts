import type { AgendaDay, Phase } from '@samtavle/shared/agenda'

/** Where a phase begins in a row of days: with the day of that place, or midway through it. */
export type PhaseStart = { phase: Phase; day: number; isMidway: boolean }

/**
 * The phases of a plan in the order in which they begin, each once. Phases that are called the same are one.
 * @param words what a phase is called
 */
export function phaseStarts(days: readonly AgendaDay[], words: (phase: Phase) => string): PhaseStart[] {
  const starts: PhaseStart[] = []
  const called = new Set<string>()
  days.forEach((day, place) => {
    day.phases.forEach((phase, i) => {
      if (called.has(words(phase))) return
      called.add(words(phase))
      starts.push({ phase, day: place, isMidway: i > 0 })
    })
  })
  // Two in one half of a day would lie upon each other; the later one says where the plan is going.
  return starts.filter((start, i) => {
    const next = starts[i + 1]
    return next === undefined || next.day !== start.day || next.isMidway !== start.isMidway
  })
}
