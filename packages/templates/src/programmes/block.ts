import { type Localised, words } from '../template.ts'
import type { ProgrammeBlock } from './programme.ts'

/** Minute of the day: `clock(8, 30)`. */
export const clock = (hour: number, minute = 0): number => hour * 60 + minute

type More = { note?: Localised; lockedStart?: number }

export function work(
  id: string,
  minutes: number,
  boards: readonly string[],
  title: Localised,
  more: More = {},
): ProgrammeBlock {
  return { id, kind: 'work', minutes, boards, title, ...more }
}

export function pause(id: string, minutes = 15): ProgrammeBlock {
  return { id, kind: 'break', minutes, boards: [], title: words('Pause', 'Break', 'Pause') }
}

export function lunch(id: string): ProgrammeBlock {
  return { id, kind: 'lunch', minutes: 30, boards: [], title: words('Frokost', 'Lunch', 'Lunsj') }
}

/** The one slot that the manager has in a day. Its start is agreed with somebody outside the team, so it is locked. */
export function manager(
  id: string,
  lockedStart: number,
  boards: readonly string[],
  note: Localised,
  title: Localised = words('Lederens 15 minutter', "The manager's 15 minutes", 'Lederens 15 minutter'),
  minutes = 15,
): ProgrammeBlock {
  return { id, kind: 'manager', minutes, lockedStart, boards, title, note }
}

export function wrapUp(
  id: string,
  minutes: number,
  boards: readonly string[],
  title: Localised = words('Opsamling', 'Wrap-up', 'Oppsummering'),
  note: Localised = words('Loglinje og øjebliksbillede', 'Log line and snapshot', 'Logglinje og øyeblikksbilde'),
): ProgrammeBlock {
  return { id, kind: 'wrap-up', minutes, boards, title, note }
}
