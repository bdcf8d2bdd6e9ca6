import type { Locale } from '@samtavle/shared/locale'

const FORMATS: Record<Locale, { tag: string; at: string; sign: string; dot: string }> = {
  da: { tag: 'da-DK', at: 'kl.', sign: '.', dot: '.' },
  en: { tag: 'en-GB', at: 'at', sign: ':', dot: '' },
  nb: { tag: 'nb-NO', at: 'kl.', sign: '.', dot: '.' },
}

/** A day in words, »onsdag 9. september«, with its year when that is asked for. */
export function dayWords(date: Date, locale: Locale, timeZone: string, withYear = false): string {
  const { tag, dot } = FORMATS[locale]
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(date)
  const day = Number.parseInt(part({ day: 'numeric' }), 10)
  const words = `${part({ weekday: 'long' })} ${day}${dot} ${part({ month: 'long' })}`
  return withYear ? `${words} ${Number.parseInt(part({ year: 'numeric' }), 10)}` : words
}

/** A moment in words, »onsdag 9. september 2026 kl. 15.32«: hours without a zero before them. */
export function momentWords(moment: Date, locale: Locale, timeZone: string): string {
  const { at, sign } = FORMATS[locale]
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const [hour = '0', minute = '00'] = clock.format(moment).split(':')
  return `${dayWords(moment, locale, timeZone, true)} ${at} ${Number(hour)}${sign}${minute}`
}
