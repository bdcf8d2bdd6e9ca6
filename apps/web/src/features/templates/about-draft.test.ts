import type { StepDraft } from '@samtavle/shared/board-steps'
import { templateAboutSchema } from '@samtavle/shared/template-about'
import { describe, expect, it } from 'vitest'
import { type AboutDraft, draftOf, newDraft, readDraft } from './about-draft.ts'

const NOTHING = { da: '', en: '', nb: '' }
const step = (id: string, text: Partial<StepDraft['text']>, more: Partial<StepDraft> = {}): StepDraft => ({
  id,
  title: NOTHING,
  text: { ...NOTHING, ...text },
  minutes: null,
  ...more,
})
const DRAFT: AboutDraft = {
  ...newDraft('Tjek ind', 'da'),
  steps: [
    step('1', { da: 'Læs højt.', en: 'Read aloud.' }, { title: { da: 'Begynd', en: '', nb: '' }, minutes: 5 }),
    step('2', { da: '  ' }),
    step('3', { da: 'Skriv.\n' }),
  ],
}
const faultsOf = (changes: Partial<AboutDraft>) => {
  const read = readDraft({ ...DRAFT, ...changes })
  return 'faults' in read ? [...read.faults] : []
}

describe('what is typed about a template', () => {
  it('becomes what the server takes', () => {
    const read = readDraft(DRAFT)
    if (!('about' in read)) throw new Error('refused')
    expect(templateAboutSchema.parse(read.about)).toEqual(read.about)
    expect(read.about.steps).toEqual([
      { da: 'Læs højt.', en: 'Read aloud.', nb: '', title: { da: 'Begynd', en: '', nb: '' }, minutes: 5 },
      { da: 'Skriv.', en: '', nb: '' },
    ])
  })

  it('is not saved while something else than minutes stands as those of a step', () => {
    const [first, ...others] = DRAFT.steps
    if (first === undefined) throw new Error('no step')
    expect(faultsOf({ steps: [{ ...first, wrongMinutes: '900' }, ...others] })).toEqual(['stepMinutes'])
    expect(faultsOf({ steps: [{ ...first, wrongMinutes: undefined }, ...others] })).toEqual([])
  })

  it('comes back the same when it is changed again', () => {
    const read = readDraft(DRAFT)
    if (!('about' in read)) throw new Error('refused')
    expect(readDraft(draftOf(read.about))).toEqual(read)
  })

  it('keeps a step that has a title only', () => {
    const read = readDraft({ ...DRAFT, steps: [step('1', {}, { title: { da: 'Pause', en: '', nb: '' } })] })
    expect('about' in read && read.about.steps).toEqual([{ ...NOTHING, title: { da: 'Pause', en: '', nb: '' } }])
  })

  it('names what cannot be used', () => {
    expect(faultsOf({ name: { da: ' ', en: '', nb: '' } })).toEqual(['name'])
    expect(faultsOf({ minutes: { least: '60', most: '30' } })).toEqual(['minutes'])
    expect(faultsOf({ minutes: { least: '1,5', most: '30' } })).toEqual(['minutes'])
    expect(faultsOf({ people: { least: '0', most: '501' } })).toEqual(['people'])
    const many = Array.from({ length: 21 }, (_, i) => step(String(i), { da: 'Trin' }))
    expect(faultsOf({ steps: many })).toEqual(['steps'])
    expect(faultsOf({ steps: many.slice(1) })).toEqual([])
  })

  it('is rid of control characters that were pasted', () => {
    const read = readDraft({ ...DRAFT, purpose: { da: 'En\tto\u0007', en: '', nb: '' } })
    expect('about' in read && read.about.purpose.da).toBe('En to')
  })
})
