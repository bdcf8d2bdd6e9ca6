import { templateAboutSchema } from '@samtavle/shared/template-about'
import { describe, expect, it } from 'vitest'
import { type AboutDraft, draftOf, newDraft, readDraft } from './about-draft.ts'

const DRAFT: AboutDraft = {
  ...newDraft('Tjek ind', 'da'),
  steps: { da: 'Læs højt.\n\nSkriv.', en: 'Read aloud.', nb: '' },
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
      { da: 'Læs højt.', en: 'Read aloud.', nb: '' },
      { da: 'Skriv.', en: '', nb: '' },
    ])
  })

  it('comes back the same when it is changed again', () => {
    const read = readDraft(DRAFT)
    if (!('about' in read)) throw new Error('refused')
    expect(readDraft(draftOf(read.about))).toEqual(read)
  })

  it('keeps a step in its place whose first language says nothing', () => {
    const read = readDraft({ ...DRAFT, steps: { da: '\nTo', en: 'One\nTwo', nb: '' } })
    if (!('about' in read)) throw new Error('refused')
    expect(readDraft(draftOf(read.about))).toEqual(read)
    expect(read.about.steps[0]).toEqual({ da: '', en: 'One', nb: '' })
  })

  it('names what cannot be used', () => {
    expect(faultsOf({ name: { da: ' ', en: '', nb: '' } })).toEqual(['name'])
    expect(faultsOf({ minutes: { least: '60', most: '30' } })).toEqual(['minutes'])
    expect(faultsOf({ minutes: { least: '1,5', most: '30' } })).toEqual(['minutes'])
    expect(faultsOf({ people: { least: '0', most: '501' } })).toEqual(['people'])
    expect(faultsOf({ steps: { da: 'Trin\n'.repeat(21), en: '', nb: '' } })).toEqual(['steps'])
    expect(faultsOf({ steps: { da: 'x'.repeat(401), en: '', nb: '' } })).toEqual(['steps'])
  })

  it('is rid of control characters that were pasted', () => {
    const read = readDraft({ ...DRAFT, purpose: { da: 'En\tto\u0007', en: '', nb: '' } })
    expect('about' in read && read.about.purpose.da).toBe('En to')
  })
})
