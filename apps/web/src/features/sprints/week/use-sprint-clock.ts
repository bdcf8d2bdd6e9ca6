import { wallTimeOf } from '@samtavle/shared/agenda-times'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useEffect, useState } from 'react'
import { type RunningBlock, runningBlock } from './running-block.ts'
import { type WhereWeAre, whereWeAre } from './shown-day.ts'

/** What the time of day makes of a sprint. */
export type SprintClock = {
  now: Date
  /** ISO date on this device. */
  today: string
  where: WhereWeAre | null
  running: RunningBlock | null
}

const EVERY_MS = 15_000

/** The time, renewed while the page is there. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = () => setNow(new Date())
    const timer = setInterval(tick, EVERY_MS)
    // A device that slept shows the right day as soon as it is looked at.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}

/** Where a sprint stands at this time. */
export function sprintClock(sprint: Sprint, now: Date): SprintClock {
  const today = wallTimeOf(now).date
  const where = whereWeAre(sprint.agenda.days, sprint.startDate, today)
  const running = where?.when === 'day' ? runningBlock(sprint, where.day, now) : null
  return { now, today, where, running }
}
