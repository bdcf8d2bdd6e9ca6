import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askedLocale } from './reader-languages.ts'
import { dayWords, momentWords } from './reader-moment.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')

/** Colours by name in a block of rules. */
function coloursIn(css: string): Map<string, string> {
  return new Map([...css.matchAll(/(--color-[\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [name, value]))
}
const between = (css: string, from: string) => css.slice(css.indexOf(from), css.indexOf('}', css.indexOf(from)))

test.each([
  ['light', ':root {', '[data-theme="light"] {'],
  ['dark', '@media screen and (prefers-color-scheme: dark)', '[data-theme="dark"] {'],
])('the %s colours are those of the app', (_theme, here, there) => {
  const own = coloursIn(between(read('page-files/1-colours.css'), here))
  const tokens = coloursIn(between(read('../../../web/src/ui/tokens.css'), there))
  expect(own.size).toBeGreaterThan(15)
  for (const [name, value] of own) expect([name, value]).toEqual([name, tokens.get(name)])
})

test('a moment is said as people say it', () => {
  const moment = new Date('2026-01-04T07:05:00Z')
  expect(momentWords(moment, 'da', 'Europe/Copenhagen')).toBe('søndag 4. januar 2026 kl. 8.05')
  expect(momentWords(moment, 'nb', 'Europe/Oslo')).toBe('søndag 4. januar 2026 kl. 8.05')
  expect(momentWords(moment, 'en', 'Europe/London')).toBe('Sunday 4 January 2026 at 7:05')
  expect(dayWords(moment, 'da', 'UTC')).toBe('søndag 4. januar')
})

test('a page that no snapshot speaks for speaks the language of the browser, else Danish', () => {
  expect(askedLocale('en-GB,en;q=0.8,da;q=0.5')).toBe('en')
  expect(askedLocale('de, nn;q=0.9')).toBe('nb')
  expect(askedLocale('de')).toBe('da')
  expect(askedLocale(undefined)).toBe('da')
})
