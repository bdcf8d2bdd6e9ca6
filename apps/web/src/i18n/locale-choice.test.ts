import { describe, expect, it } from 'vitest'
import { pickLocale } from './locale-choice.ts'

describe('pickLocale', () => {
  it.each([
    [['da-DK', 'en'], 'da'],
    [['en-GB'], 'en'],
    [['no'], 'nb'],
    [['nn-NO'], 'nb'],
    [['NB-no'], 'nb'],
    [['sv', 'de', 'en-US'], 'en'],
    [['sv'], 'da'],
    [[], 'da'],
    [['dansk'], 'da'],
  ])('%j gives %s', (tags, locale) => {
    expect(pickLocale(tags)).toBe(locale)
  })
})
