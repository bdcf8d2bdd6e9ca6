import type { AgendaDay } from '@samtavle/shared/agenda'
import { daysBetween, isoWeekOf } from '@samtavle/shared/iso-dates'
import type { Locale } from '@samtavle/shared/locale'
import { dayWords } from '../../../i18n/date-words.ts'
import { dateOf } from './shown-day.ts'

const TAGS: Record<Locale, string> = { da: 'da-DK', en: 'en-GB', nb: 'nb-NO' }
/** Days within which a weekday and a number say which day it is. */
const NEAR = 14

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase()

/** How a day of a plan is called in a row of days; `subtitle` is its title where that says more than the name. */
export type DayName = { name: string; short: string; date: string; subtitle: string }

/** Words of the page that names are made with. */
export type NameWords = { weekend: string; weeks: (from: number, to: number) => string }

/**
 * The names of the days of a plan: weekdays with their number within a fortnight, with the month beyond it; a weekend;
 * and for a phase of weeks or months its title with its weeks or months.
 */
export function dayNames(days: readonly AgendaDay[], locale: Locale, words: NameWords): DayName[] {
  const { weekend } = words
  const [first, last] = [days.find((day) => day.lastDate === null) ?? days[0], days.at(-1)]
  const isNear = first !== undefined && last !== undefined && daysBetween(first.date, last.date) <= NEAR
  return days.map((day) => {
    if (day.lastDate === null) {
      const name = capital(weekdayOf(day.date, locale))
      const date = isNear ? numberOf(day.date, locale) : monthOf(day.date, locale, true)
      return { name, short: name.slice(0, 2), date, subtitle: same(day.title, name) ? '' : day.title }
    }
    if (day.quiet && daysBetween(day.date, day.lastDate) < 4) {
      const subtitle = same(day.title, weekend) ? '' : day.title
      return { name: weekend, short: weekend.slice(0, 2), date: rangeOf(day, locale, words), subtitle }
    }
    const short = days.length > 5 ? (day.title.split(' ')[0] ?? day.title) : day.title
    return { name: day.title, short, date: rangeOf(day, locale, words), subtitle: '' }
  })
}

/** »Onsdag 9. september«; of more than one day »12.–13. september«. */
export function wholeDate(day: AgendaDay, locale: Locale): string {
  if (day.lastDate === null) return dayWords(dateOf(day.date), locale)
  const [from, to] = [dateOf(day.date), dateOf(day.lastDate)]
  const words = (date: Date, month: boolean) =>
    new Intl.DateTimeFormat(TAGS[locale], { day: 'numeric', ...(month ? { month: 'long' } : {}) }).format(date)
  if (from.getMonth() !== to.getMonth()) return `${words(from, true)} – ${words(to, true)}`
  return `${words(from, false)}–${words(to, true)}`
}

const weekdayOf = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(TAGS[locale], { weekday: 'long' }).format(dateOf(iso))

function numberOf(iso: string, locale: Locale): string {
  const number = String(dateOf(iso).getDate())
  return locale === 'en' ? number : `${number}.`
}

const monthOf = (iso: string, locale: Locale, withDay: boolean): string =>
  new Intl.DateTimeFormat(TAGS[locale], { month: 'short', ...(withDay ? { day: 'numeric' } : {}) }).format(dateOf(iso))

function rangeOf({ date, lastDate }: AgendaDay, locale: Locale, { weeks }: NameWords): string {
  const last = lastDate ?? date
  const days = daysBetween(date, last)
  if (days < 4) return `${numberOf(date, locale)}–${numberOf(last, locale)}`
  if (days < 28) return weeks(isoWeekOf(date), isoWeekOf(last))
  const [a, b] = [monthOf(date, locale, false), monthOf(last, locale, false)]
  return a === b ? a : `${a}–${b}`
}
