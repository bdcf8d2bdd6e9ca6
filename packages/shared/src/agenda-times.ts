import type { Agenda, AgendaBlock, AgendaDay } from './agenda.ts'

/** When the blocks of a day are, as clocks say it, and where a team stands against its plan. */

export const DAY_MINUTES = 24 * 60
/** Work is not planned for longer than this without a break (domain guide, section 5). */
const WORK_MINUTES = 90

export type PlacedBlock = { block: AgendaBlock; start: number; end: number }

/**
 * The blocks of a day with their start and end, in the order in which they happen; none overlaps another one. Blocks
 * follow each other; one with a locked start stays there; one without that does not fit before it, whole, goes after it.
 */
export function placedBlocks(day: AgendaDay): PlacedBlock[] {
  const locked = lockedOnes(day)
  const placed: PlacedBlock[] = []
  let minute = day.startsAt
  for (const block of day.blocks) {
    const own = locked.find((one) => one.block === block) ?? fitted(block, minute, locked)
    placed.push(own)
    minute = Math.max(minute, own.end)
  }
  return placed.sort((one, other) => one.start - other.start)
}

/** What a day of one date must not be: locked blocks at once, or blocks after midnight. Null when all is well. */
export function dayFault(day: AgendaDay): 'overlaps-locked' | 'past-midnight' | null {
  if (day.lastDate !== null) return null
  const placed = placedBlocks(day)
  if (placed.some(({ block, start }) => block.lockedStart !== null && block.lockedStart !== start)) {
    return 'overlaps-locked'
  }
  return placed.some(({ end }) => end > DAY_MINUTES) ? 'past-midnight' : null
}

/** The block that is planned for a minute of the day, or null. */
export function currentBlock(day: AgendaDay, minute: number): PlacedBlock | null {
  return placedBlocks(day).find(({ start, end }) => start <= minute && minute < end) ?? null
}

/** Ids of blocks that work for so long that a break should be planned in them. A hint; nothing is forbidden. */
export function blocksNeedingBreak(day: AgendaDay): string[] {
  if (day.lastDate !== null) return []
  return day.blocks.filter(({ kind, minutes }) => kind === 'work' && minutes > WORK_MINUTES).map(({ id }) => id)
}

/** A moment where the team is, as its calendar and its clock say it. */
export type WallTime = { date: string; minute: number }

/** What a moment is on this device's calendar and clock. */
export function wallTimeOf(moment: Date): WallTime {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'))
  return { date: `${moment.getFullYear()}-${month}-${day}`, minute: moment.getHours() * 60 + moment.getMinutes() }
}

export type Standing = {
  /** Minutes behind the plan; negative for ahead. */
  behind: number
  /** Of the running block; negative when it takes longer than planned. */
  left: number
}

/**
 * How far behind its plan a team is that has been at a block since then: as late as it began, and as long as it has
 * taken more than planned. Null for a block that is gone, and on another day than the planned one.
 */
export function aheadOrBehind(agenda: Agenda, blockId: string, since: WallTime, at: WallTime): Standing | null {
  const day = agenda.days.find(({ blocks }) => blocks.some(({ id }) => id === blockId))
  if (day === undefined || day.lastDate !== null || day.date !== since.date || day.date !== at.date) return null
  const planned = placedBlocks(day).find(({ block }) => block.id === blockId)
  if (planned === undefined) return null
  const left = planned.block.minutes - Math.max(0, at.minute - since.minute)
  return { behind: since.minute - planned.start + Math.max(0, -left), left }
}

/** Locked blocks at their starts. In a plan that has two at once, the later one is put after the earlier one. */
function lockedOnes(day: AgendaDay): PlacedBlock[] {
  const placed: PlacedBlock[] = []
  const inOrder = day.blocks
    .flatMap((block) => (block.lockedStart === null ? [] : [{ block, start: block.lockedStart }]))
    .sort((one, other) => one.start - other.start)
  for (const { block, start } of inOrder) {
    const from = Math.max(start, placed.at(-1)?.end ?? 0)
    placed.push({ block, start: from, end: from + block.minutes })
  }
  return placed
}

/** The first place from this minute on that is free of locked blocks. They are in order of time. */
function fitted(block: AgendaBlock, from: number, locked: readonly PlacedBlock[]): PlacedBlock {
  let start = from
  for (const taken of locked) if (start < taken.end && taken.start < start + block.minutes) start = taken.end
  return { block, start, end: start + block.minutes }
}
