import type { StepDraft } from '@samtavle/shared/board-steps'
import type { Localised } from '@samtavle/shared/locale'
import { describe, expect, it } from 'vitest'
import { type CheckedSection, type CheckedText, findFaults, missingIn, sumOfSteps } from './design-checks.ts'

const NOTHING: Localised = { da: '', en: '', nb: '' }
const all = (text: string): Localised => ({ da: text, en: text, nb: text })

const section = (id: string, more: Partial<CheckedSection> = {}): CheckedSection => ({
  id,
  parent: 'page:1',
  box: { x: 0, y: 0, w: 720, h: 620 },
  words: { heading: all(id), question: NOTHING, hint: NOTHING },
  texts: [],
  ...more,
})
const text = (words: Localised, more: Partial<CheckedText> = {}): CheckedText => ({
  id: 'shape:text',
  x: 40,
  y: 24,
  w: 640,
  size: 36,
  weight: 'bold',
  words,
  ...more,
})
const step = (more: Partial<StepDraft> = {}): StepDraft => ({
  id: 'a',
  title: all('Læs'),
  text: all('Læs højt'),
  minutes: 10,
  ...more,
})
const kinds = (sections: CheckedSection[], steps: StepDraft[] = []) => findFaults(sections, steps, undefined)

describe('what is looked at before a template is saved', () => {
  it('finds nothing where everything is said and fits', () => {
    const texts = [
      text(all('Humør')),
      text(all('Hvordan har du det?'), { id: 'shape:q', y: 80, size: 22, weight: 'medium' }),
    ]
    expect(findFaults([section('a', { texts })], [step()], { least: 5, most: 10 })).toEqual([])
  })

  it('finds a board without sections and a section without a heading', () => {
    expect(kinds([])).toEqual([{ kind: 'noSections' }])
    const nameless = section('b', { words: { heading: NOTHING, question: NOTHING, hint: NOTHING } })
    expect(kinds([section('a', { box: { x: 900, y: 0, w: 9, h: 9 } }), nameless])).toEqual([
      { kind: 'noHeading', id: 'b', place: 2 },
    ])
  })

  it('finds sections that cover each other on one sheet, and not those that touch', () => {
    const beside = section('b', { box: { x: 720, y: 0, w: 720, h: 620 } })
    expect(kinds([section('a'), beside])).toEqual([])
    const over = section('b', { box: { x: 700, y: 600, w: 720, h: 620 } })
    expect(kinds([section('a'), over])).toMatchObject([{ kind: 'overlap', id: 'b', other: all('a') }])
    expect(kinds([section('a'), { ...over, parent: 'shape:other' }])).toEqual([])
  })

  it('names the languages in which words are missing', () => {
    const words = { heading: { da: 'Håb', en: '', nb: ' ' }, question: NOTHING, hint: all('x') }
    expect(kinds([section('a', { words })])).toMatchObject([
      { kind: 'missing', part: 'heading', locales: ['en', 'nb'] },
    ])
    expect(missingIn(NOTHING)).toEqual([])
  })

  it('finds a heading that runs into the question in one language', () => {
    const long = { da: 'Humør', en: 'How everybody here feels about this week right now', nb: '' }
    const texts = [text(long), text(all('Spørgsmål'), { id: 'shape:q', y: 74, size: 22 })]
    expect(kinds([section('a', { texts })])).toMatchObject([{ kind: 'tooLong', id: 'shape:text', locales: ['en'] }])
    const beside = [text(long), text(all('Spørgsmål'), { id: 'shape:q', x: 700, y: 74, w: 10, size: 1 })]
    expect(kinds([section('a', { texts: beside })])).toEqual([])
  })

  it('finds a text that the section cuts off, below and beside', () => {
    expect(kinds([section('a', { texts: [text(all('Humør'), { y: 600 })] })])).toMatchObject([{ kind: 'tooLong' }])
    expect(kinds([section('a', { texts: [text(all('Humør '.repeat(40)), { w: undefined })] })])).toMatchObject([
      { kind: 'tooLong', locales: ['da', 'en', 'nb'] },
    ])
  })

  it('finds steps without words, in too few languages, and of too many minutes', () => {
    const steps = [
      step({ title: NOTHING, text: NOTHING }),
      step({ text: { da: 'Læs', en: 'Read', nb: '' }, minutes: 25 }),
    ]
    expect(findFaults([section('a')], steps, { least: 5, most: 30 })).toEqual([
      { kind: 'stepEmpty', place: 1 },
      { kind: 'stepMissing', place: 2, words: all('Læs'), part: 'text', locales: ['nb'] },
      { kind: 'time', sum: 35, most: 30 },
    ])
    expect(sumOfSteps([{ minutes: 5 }, { minutes: null }])).toEqual({ sum: 5, without: 1 })
  })

  it('tells no more overlaps than anybody reads', () => {
    const pile = Array.from({ length: 60 }, (_, i) => section(`s${i}`))
    expect(kinds(pile)).toHaveLength(50)
  })
})
