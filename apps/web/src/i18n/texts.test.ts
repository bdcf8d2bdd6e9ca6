import { ERROR_STATUS } from '@samtavle/shared/errors'
import { describe, expect, it } from 'vitest'
import { texts as da } from './da/texts.ts'
import { texts as en } from './en/texts.ts'
import { texts as nb } from './nb/texts.ts'

type Words = Record<string, Record<string, string>>
const LANGUAGES: Record<string, Words> = { da, en, nb }
const AREAS = Object.keys(da)

const SOURCES: Record<string, string> = import.meta.glob(
  ['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!./{da,en,nb}/*.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** The names in braces, sorted: what the page must supply. */
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((m) => m[1] ?? '').sort()
/** `hits_one` and `hits_other` are one text, `hits`, to the page. */
const asked = (key: string): string => key.replace(/_(one|other)$/, '')

describe('texts of the interface', () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    it(`${language} has every key of Danish and no other`, () => {
      expect(Object.keys(words).sort()).toEqual([...AREAS].sort())
      for (const area of AREAS)
        expect(Object.keys(words[area] ?? {}).sort()).toEqual(Object.keys(LANGUAGES.da?.[area] ?? {}).sort())
    })

    it(`${language} has no empty text, no stray space and no exclamation mark`, () => {
      for (const area of AREAS) {
        for (const [key, text] of Object.entries(words[area] ?? {})) {
          expect(text.trim(), `${area}:${key}`).not.toBe('')
          expect(text, `${area}:${key}`).toBe(text.trim())
          expect(text, `${area}:${key}`).not.toMatch(/!| {2}/)
        }
      }
    })

    it(`${language} takes the same values as Danish`, () => {
      for (const area of AREAS) {
        for (const [key, text] of Object.entries(words[area] ?? {})) {
          expect(placeholders(text), `${area}:${key}`).toEqual(placeholders(LANGUAGES.da?.[area]?.[key] ?? ''))
        }
      }
    })

    it(`${language} has words for every failure that a page can be told`, () => {
      for (const code of [...Object.keys(ERROR_STATUS), 'network']) expect(words.errors?.[code], code).toBeTruthy()
    })
  }

  it('are all used', () => {
    const code = Object.values(SOURCES).join('\n')
    // A gate that reads nothing would find everything unused, one that reads too much nothing.
    expect(Object.keys(SOURCES).length).toBeGreaterThan(60)
    // A key is written out, or made of a beginning and a value: t(`phase_${…}`) uses every key that begins with phase_.
    const beginnings = [...code.matchAll(/`(?:\w+:)?(\w+_)\$\{/g)].map((match) => match[1] ?? '')
    const unused: string[] = []
    for (const area of AREAS.filter((name) => name !== 'errors')) {
      for (const key of Object.keys(LANGUAGES.da?.[area] ?? {})) {
        const name = asked(key)
        const written = new RegExp(`['"\`:]${name}['"\`]`).test(code)
        if (!written && !beginnings.some((beginning) => key.startsWith(beginning))) unused.push(`${area}:${key}`)
      }
    }
    expect(unused).toEqual([])
  })
})
