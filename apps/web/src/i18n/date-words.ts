import { wallTimeOf } from '@samtavle/shared/agenda-times'
import { isoWeekOf } from '@samtavle/shared/iso-dates'
import type { Locale } from '@samtavle/shared/locale'

const TAGS: Record<Locale, string> = { da: 'da-DK', en: 'en-GB', nb: 'nb-NO' }

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Week number of ISO 8601 on this device's calendar. */
export function isoWeek(date: Date): number {
  return isoWeekOf(wallTimeOf(date).date)
}

/** »Onsdag 9. september«, »Wednesday 9 September«, »Onsdag 9. september«: weekday, day and month as the language writes them. */
export function dayWords(date: Date, locale: Locale): string {
  const words = new Intl.DateTimeFormat(TAGS[locale], { weekday: 'long', day: 'numeric', month: 'long' })
    .formatToParts(date)
    .filter((part) => part.type !== 'literal')
    .map((part) => (part.type === 'day' && locale !== 'en' ? `${part.value}.` : part.value))
  return capital(words.join(' '))
}

/** »8.41« in Danish and English, »08.41« never: the product writes times with a point and without a leading zero. */
export function clockWords(date: Date): string {
  return `${date.getHours()}.${String(date.getMinutes()).padStart(2, '0')}`
}

/** A minute of the day as plans write it: »8.30« in Danish and Norwegian, »8:30« in English. */
export function minuteWords(minute: number, locale: Locale): string {
  const hour = Math.floor(minute / 60) % 24
  return `${hour}${locale === 'en' ? ':' : '.'}${String(minute % 60).padStart(2, '0')}`
}

const dayNumber = (date: Date): number =>
  Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)

/**
 * How a moment is called in a list: »i dag« and »i går« by their words, the last six days by weekday, the rest by
 * date, with the year when it is another. `time` is given for the days of the last week only.
 */
export function momentWords(moment: Date, now: Date, locale: Locale): { day: string; time: string | null } {
  const daysAgo = dayNumber(now) - dayNumber(moment)
  const time = clockWords(moment)
  if (daysAgo === 0 || daysAgo === 1) {
    const relative = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' }).format(-daysAgo, 'day')
    return { day: relative, time }
  }
  if (daysAgo > 1 && daysAgo < 7) {
    return { day: new Intl.DateTimeFormat(TAGS[locale], { weekday: 'long' }).format(moment), time }
  }
  return { day: dateWords(moment, now, locale), time: null }
}

/** How a moment within the next days is called: »i dag«, »i morgen«, and later by weekday and date. */
export function comingWords(moment: Date, now: Date, locale: Locale): { day: string; time: string } {
  const days = dayNumber(moment) - dayNumber(now)
  const time = clockWords(moment)
  if (days > 1) return { day: dayWords(moment, locale), time }
  const relative = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' })
  return { day: relative.format(Math.max(0, days), 'day'), time }
}

/** »9. september«, with the year when it is not the present one. */
export function dateWords(date: Date, now: Date, locale: Locale): string {
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat(TAGS[locale], { day: 'numeric', month: 'long', ...year }).format(date)
}

/** »om 7 dage«, under a day »om 5 timer«, under an hour »om 12 minutter«; never less than a minute. */
export function expiryWords(end: Date, now: Date, locale: Locale): string {
  const minutes = Math.max(1, Math.round((end.getTime() - now.getTime()) / 60_000))
  const words = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'always' })
  if (minutes < 60) return words.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 24 ? words.format(hours, 'hour') : words.format(Math.round(hours / 24), 'day')
}

/** »7.–14. september 2026«, »28. december 2026–4. januar 2027«: from one day to another, as the language writes it. */
export function spanWords(from: Date, to: Date, locale: Locale): string {
  const words = new Intl.DateTimeFormat(TAGS[locale], { day: 'numeric', month: 'long', year: 'numeric' })
  // Danish and Norwegian set no space beside the dash; British English sets a thin one between figures.
  return words.formatRange(from, to).replace(/(\d)\s–\s(\d)/u, '$1–$2')
}

/** The months, January first, as the language calls them. */
export function monthNames(locale: Locale): string[] {
  const words = new Intl.DateTimeFormat(TAGS[locale], { month: 'long' })
  return Array.from({ length: 12 }, (_, month) => words.format(new Date(2026, month, 15)))
}

/** »man. 7.«, »Mon 7«: weekday and day, as short as a button needs them. */
export function shortDayWords(date: Date, locale: Locale): string {
  const weekday = new Intl.DateTimeFormat(TAGS[locale], { weekday: 'short' }).format(date)
  return `${weekday} ${date.getDate()}${locale === 'en' ? '' : '.'}`
}
