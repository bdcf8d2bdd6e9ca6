import { describe, expect, it } from 'vitest'
import { designedWords, wordsOfMeta } from './designed-words.ts'
import { saidIn } from './locale.ts'
import { richTextOf } from './rich-text-doc.ts'

const text = (shown: string, words?: unknown) => ({
  type: 'text',
  props: { richText: richTextOf(shown) },
  meta: { words },
})

describe('words that a designer wrote', () => {
  it('are what was typed, and in the language of the board what it shows', () => {
    expect(designedWords(text('Humøret', { da: 'Humør', en: 'Mood', nb: '' }), 'da')).toEqual({
      da: 'Humøret',
      en: 'Mood',
      nb: '',
    })
  })

  it('are not said in the language of the board when it borrows them', () => {
    expect(designedWords(text('Mood', { da: '', en: 'Mood', nb: '' }), 'da')).toEqual({ da: '', en: 'Mood', nb: '' })
  })

  it('are what a shape shows where nobody wrote them, and whatever a peer wrote in their place', () => {
    expect(designedWords(text('Humør'), 'nb')).toEqual({ da: '', en: '', nb: 'Humør' })
    for (const words of [null, 'x', { da: 1, en: '', nb: '' }, { da: 'x' }]) {
      expect(wordsOfMeta(text('Humør', words))).toBeUndefined()
      expect(designedWords(text('Humør', words), 'da')).toEqual({ da: 'Humør', en: '', nb: '' })
    }
  })

  it('borrow from the first other language', () => {
    expect(saidIn('nb', { da: 'Håb', en: 'Hope', nb: '' })).toBe('Håb')
    expect(saidIn('en', { da: 'Håb', en: 'Hope', nb: '' })).toBe('Hope')
    expect(saidIn('da', { da: '', en: '', nb: '' })).toBe('')
  })
})
