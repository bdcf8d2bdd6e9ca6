import type { Agenda, AgendaDay } from '@samtavle/shared/agenda'
import { placedBlocks } from '@samtavle/shared/agenda-times'
import { daysAfter, wallClock } from '../loops/loop-dates.ts'
import type { Clock } from '../rooms/clock.ts'
import { createRecurringWork } from '../rooms/recurring-work.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { SnapshotComposer } from './snapshot-composer.ts'
import type { SnapshotSourceStore } from './snapshot-source-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** Milliseconds between two looks. */
export const PREPARING = { firstMs: 45_000, everyMs: 5 * 60_000 } as const
/** Where a day has no clock, because it is several: four in the afternoon. */
const NO_CLOCK_END = 16 * 60

/**
 * Is the day over, and was it today or yesterday? A server that stood still overnight prepares in the morning what it
 * missed, and a sprint that is begun late does not get a draft for every day that is past.
 */
export function hasJustEnded(day: AgendaDay, wall: { date: string; minute: number }): boolean {
  if (day.quiet || day.managerSees === null) return false
  const date = day.lastDate ?? day.date
  if (date === daysAfter(wall.date, -1)) return true
  if (date !== wall.date) return false
  const end =
    day.lastDate === null ? Math.max(day.startsAt, ...placedBlocks(day).map((block) => block.end)) : NO_CLOCK_END
  return wall.minute >= end
}

/**
 * Makes a draft at the end of each day of a running sprint, from what its programme shows of that day: once, and never
 * published by itself.
 */
export function createSnapshotPreparing(deps: {
  store: Pick<SnapshotStore, 'addPrepared'>
  sources: Pick<SnapshotSourceStore, 'running'>
  composer: Pick<SnapshotComposer, 'presetOf'>
  /** Where days end. */
  timeZone: string
  clock: Clock
  log: RoomLog
  now: () => Date
}) {
  const { store, sources, composer, timeZone, clock, log, now } = deps
  const recurring = createRecurringWork({
    ...PREPARING,
    async work() {
      const drafts = await prepare()
      if (drafts > 0) log.info({ drafts }, 'snapshots were prepared')
    },
    failure: 'snapshots were not prepared',
    clock,
    log,
  })

  /** Answers how many drafts were made. */
  async function prepare(): Promise<number> {
    const wall = wallClock(now(), timeZone)
    let made = 0
    for (const { id: sprintId, agenda, prepared } of await sources.running()) {
      const { days } = JSON.parse(agenda) as Agenda
      for (const day of days) {
        if (recurring.isClosed()) return made
        if (prepared.includes(day.key) || !hasJustEnded(day, wall)) continue
        const choice = await composer.presetOf({ sprintId, boardId: null }, day.key)
        const draft = { sprintId, boardId: null, day: day.key, prepared: true, madeBy: null, at: now() }
        const done = await store.addPrepared({ ...draft, title: choice.title, choice: JSON.stringify(choice) })
        if (done) made += 1
      }
    }
    return made
  }

  return { prepare, start: recurring.start, close: recurring.close }
}
