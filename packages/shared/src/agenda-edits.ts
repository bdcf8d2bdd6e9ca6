import type { Agenda, AgendaBlock, AgendaDay } from './agenda.ts'
import { DAY_MINUTES, dayFault, placedBlocks } from './agenda-times.ts'

/**
 * Changes to an agenda. Each answers with a new one, or with the reason why not and nothing changed. None makes blocks
 * overlap, and only a new length changes how many minutes there are.
 */

export const BLOCK_MINUTES_MIN = 5
const BLOCKS_MAX = 40

export type EditRefusal =
  /** Two blocks with a locked start would be at once. */
  | 'overlaps-locked'
  | 'past-midnight'
  /** A locked start does not follow an order: unlock it, or lock it to another minute. */
  | 'locked'
  | 'too-short'
  | 'too-many'
  /** The block or the day is not in this agenda: somebody else may have removed it. */
  | 'gone'
  /** Days of several dates have no clock to lock a start to. */
  | 'no-clock'
export type EditResult = { ok: true; agenda: Agenda } | { ok: false; reason: EditRefusal }

/** Where a block goes: among the other blocks of that day as they follow each other; 0 is first. */
export type BlockPlace = { day: string; index: number }

/** Moves a block within its day or to another one. It takes its locked start along to a day that has a clock. */
export function moveBlock(agenda: Agenda, id: string, to: BlockPlace): EditResult {
  const found = find(agenda, id)
  const target = agenda.days.find(({ key }) => key === to.day)
  if (found === null || target === undefined) return refused('gone')
  const { day, block } = found
  if (day !== target && target.blocks.length >= BLOCKS_MAX) return refused('too-many')
  if (day === target && block.lockedStart !== null) return refused('locked')
  const moved = target.lastDate === null ? block : { ...block, lockedStart: null }
  const left = withDay(
    agenda,
    withBlocks(
      day,
      day.blocks.filter((one) => one !== block),
    ),
  )
  const others = inOrderOfTime(target).filter((one) => one !== block)
  const blocks = moved.lockedStart === null ? inserted(others, moved, to.index) : lockedIn(target, others, moved)
  return changed(left, withBlocks(target, blocks))
}

/** Gives a block another length, in whole minutes. */
export function resizeBlock(agenda: Agenda, id: string, minutes: number): EditResult {
  const found = find(agenda, id)
  if (found === null) return refused('gone')
  if (!Number.isInteger(minutes) || minutes < BLOCK_MINUTES_MIN) return refused('too-short')
  if (minutes > DAY_MINUTES) return refused('past-midnight')
  return changed(agenda, withBlock(found.day, { ...found.block, minutes }))
}

/** Other words, another kind or other boards; length, start and id stay. */
export function describeBlock(
  agenda: Agenda,
  id: string,
  about: Partial<Pick<AgendaBlock, 'kind' | 'title' | 'note' | 'boards'>>,
): EditResult {
  const found = find(agenda, id)
  if (found === null) return refused('gone')
  const { sections, ...block } = { ...found.block, ...about }
  // Sections are those of the first board.
  const stay = sections !== undefined && block.boards[0] === found.block.boards[0]
  return { ok: true, agenda: withDay(agenda, withBlock(found.day, stay ? { ...block, sections } : block)) }
}

export function addBlock(agenda: Agenda, block: AgendaBlock, to: BlockPlace): EditResult {
  const day = agenda.days.find(({ key }) => key === to.day)
  if (day === undefined) return refused('gone')
  if (day.blocks.length >= BLOCKS_MAX) return refused('too-many')
  if (!Number.isInteger(block.minutes) || block.minutes < BLOCK_MINUTES_MIN) return refused('too-short')
  if (block.lockedStart !== null && day.lastDate !== null) return refused('no-clock')
  const others = inOrderOfTime(day)
  const blocks = block.lockedStart === null ? inserted(others, block, to.index) : lockedIn(day, others, block)
  return changed(agenda, withBlocks(day, blocks))
}

export function removeBlock(agenda: Agenda, id: string): EditResult {
  const found = find(agenda, id)
  if (found === null) return refused('gone')
  const blocks = found.day.blocks.filter((one) => one !== found.block)
  return { ok: true, agenda: withDay(agenda, withBlocks(found.day, blocks)) }
}

/** Locks the start of a block, to where it is now unless a minute of the day is given. */
export function lockBlock(agenda: Agenda, id: string, start?: number): EditResult {
  const found = find(agenda, id)
  if (found === null) return refused('gone')
  const { day, block } = found
  if (day.lastDate !== null) return refused('no-clock')
  const lockedStart = start ?? placedBlocks(day).find((one) => one.block === block)?.start ?? day.startsAt
  if (lockedStart < 0 || lockedStart >= DAY_MINUTES) return refused('past-midnight')
  const others = inOrderOfTime(day).filter((one) => one !== block)
  return changed(agenda, withBlocks(day, lockedIn(day, others, { ...block, lockedStart })))
}

/** Lets a block follow the one before it again; it keeps its place among the others. */
export function unlockBlock(agenda: Agenda, id: string): EditResult {
  const found = find(agenda, id)
  if (found === null) return refused('gone')
  const { day, block } = found
  const blocks = inOrderOfTime(day).map((one) => (one === block ? { ...block, lockedStart: null } : one))
  return changed(agenda, withBlocks(day, blocks))
}

/** Begins a day at another minute; locked starts stay. */
export function startDay(agenda: Agenda, key: string, startsAt: number): EditResult {
  const day = agenda.days.find((one) => one.key === key)
  if (day === undefined) return refused('gone')
  if (startsAt < 0 || startsAt >= DAY_MINUTES) return refused('past-midnight')
  return changed(agenda, { ...day, startsAt })
}

const refused = (reason: EditRefusal): EditResult => ({ ok: false, reason })

function find(agenda: Agenda, id: string): { day: AgendaDay; block: AgendaBlock } | null {
  for (const day of agenda.days) {
    const block = day.blocks.find((one) => one.id === id)
    if (block !== undefined) return { day, block }
  }
  return null
}

const inOrderOfTime = (day: AgendaDay): AgendaBlock[] => placedBlocks(day).map(({ block }) => block)

function inserted(others: readonly AgendaBlock[], block: AgendaBlock, index: number): AgendaBlock[] {
  const at = Math.max(0, Math.min(index, others.length))
  return [...others.slice(0, at), block, ...others.slice(at)]
}

/** A locked block among the others: after those that begin before it, so that they fill the time until it. */
function lockedIn(day: AgendaDay, others: readonly AgendaBlock[], block: AgendaBlock): AgendaBlock[] {
  const placed = placedBlocks(withBlocks(day, [...others]))
  const later = placed.findIndex(({ start }) => start >= (block.lockedStart ?? 0))
  return inserted(
    placed.map((one) => one.block),
    block,
    later === -1 ? placed.length : later,
  )
}

const withBlocks = (day: AgendaDay, blocks: AgendaBlock[]): AgendaDay => ({ ...day, blocks })

const withBlock = (day: AgendaDay, block: AgendaBlock): AgendaDay =>
  withBlocks(
    day,
    day.blocks.map((one) => (one.id === block.id ? block : one)),
  )

const withDay = (agenda: Agenda, day: AgendaDay): Agenda => ({
  days: agenda.days.map((one) => (one.key === day.key ? day : one)),
})

function changed(agenda: Agenda, day: AgendaDay): EditResult {
  const fault = dayFault(day)
  return fault === null ? { ok: true, agenda: withDay(agenda, day) } : refused(fault)
}
