import type { AgendaDay } from '@samtavle/shared/agenda'
import { aheadOrBehind, currentBlock, placedBlocks, wallTimeOf } from '@samtavle/shared/agenda-times'
import type { Sprint } from '@samtavle/shared/sprint-api'

/** The block that a team is at, or that the plan says it is at. */
export type RunningBlock = {
  block: string
  /** Negative when it has taken longer than planned. */
  minutesLeft: number
  /** Minutes behind the plan, negative ahead of it; null as long as nobody has said where the team is. */
  behind: number | null
}

/** Minutes after the day's end from which nobody is at a block any more, even when none said that the day was over. */
const EVENING = 60
/** Minutes either way that are on time. */
const ON_TIME = 2

/** What runs now on this day, which is today. Null before and after its work, and as long as the sprint does not run. */
export function runningBlock(sprint: Sprint, day: AgendaDay, now: Date): RunningBlock | null {
  if (sprint.status !== 'running' || day.lastDate !== null) return null
  const at = wallTimeOf(now)
  const end = placedBlocks(day).at(-1)?.end ?? 0
  if (sprint.now !== null && at.minute < end + EVENING) {
    const since = wallTimeOf(new Date(sprint.now.since))
    const standing = aheadOrBehind(sprint.agenda, sprint.now.block, since, at)
    if (standing !== null) return { block: sprint.now.block, minutesLeft: standing.left, behind: standing.behind }
  }
  const planned = currentBlock(day, at.minute)
  return planned === null ? null : { block: planned.block.id, minutesLeft: planned.end - at.minute, behind: null }
}

/** How far ahead or behind, in which words. */
export function paceWords(behind: number): { key: 'onTime' | 'behind' | 'ahead'; count: number } {
  if (Math.abs(behind) <= ON_TIME) return { key: 'onTime', count: 0 }
  return behind > 0 ? { key: 'behind', count: behind } : { key: 'ahead', count: -behind }
}
