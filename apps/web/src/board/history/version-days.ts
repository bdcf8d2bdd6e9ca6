import { wallTimeOf } from '@samtavle/shared/agenda-times'
import type { BoardVersion } from '@samtavle/shared/api'

export type VersionHour = { hour: number; versions: BoardVersion[] }
/** `date` is a day of this device's calendar, as 2026-09-09. */
export type VersionDay = { date: string; hours: VersionHour[] }

/** Versions by the day and the hour in which they were taken, newest first, on this device's clock. */
export function byDayAndHour(versions: readonly BoardVersion[]): VersionDay[] {
  const days: VersionDay[] = []
  for (const version of [...versions].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))) {
    const at = new Date(version.createdAt)
    const { date } = wallTimeOf(at)
    let day = days.at(-1)
    if (day?.date !== date) {
      day = { date, hours: [] }
      days.push(day)
    }
    const hour = day.hours.at(-1)
    if (hour?.hour === at.getHours()) hour.versions.push(version)
    else day.hours.push({ hour: at.getHours(), versions: [version] })
  }
  return days
}
