import { wallTimeOf } from '@samtavle/shared/agenda-times'

/** The day on this device's wall. */
export const today = (): string => wallTimeOf(new Date()).date

/** A day as the moment that words of dates are made of: its midnight on this device's wall. */
export function localDate(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day)
}
