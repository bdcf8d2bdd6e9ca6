import type { TemplateSummary } from '@samtavle/shared/api'
import { describe, expect, it } from 'vitest'
import { byPhase, filterTemplates, offeredFilters } from './template-filter.ts'

const words = (text: string) => ({ da: text, en: `${text} (en)`, nb: `${text} (nb)` })
const template = (
  number: string,
  name: string,
  phase: TemplateSummary['phase'],
  toolType: TemplateSummary['toolType'],
): TemplateSummary => ({
  id: name.toLowerCase(),
  number,
  name: words(name),
  purpose: words(`Formål med ${name}`),
  when: words('Tirsdag'),
  who: words('Team'),
  duration: words('60 min'),
  minutes: { least: 60, most: 60 },
  people: { least: 3, most: 8 },
  group: phase === 'all' ? 'start' : phase,
  phase,
  toolType,
  hasShort: false,
  shortDuration: null,
  shortMinutes: null,
  steps: [],
  sections: [],
  handsOnTo: [],
})
const ALL = [
  template('T20', 'Læringsloop', 'work', 'closes'),
  template('T07', 'Borgerrejse', 'understand', 'sorts'),
  template('T01', 'Øvetavle', 'all', null),
]
const ids = (found: readonly TemplateSummary[]) => found.map(({ number }) => number)
const ANY = { query: '', phase: 'any', toolType: 'any' } as const

describe('filterTemplates', () => {
  it('searches in the language of the page', () => {
    expect(ids(filterTemplates(ALL, { ...ANY, query: 'rejse' }, 'da'))).toEqual(['T07'])
    expect(ids(filterTemplates(ALL, { ...ANY, query: '(en)' }, 'da'))).toEqual([])
    expect(ids(filterTemplates(ALL, { ...ANY, query: '(en)' }, 'en'))).toEqual(['T20', 'T07', 'T01'])
  })

  it('holds every filter at once', () => {
    expect(ids(filterTemplates(ALL, { ...ANY, phase: 'work' }, 'da'))).toEqual(['T20'])
    expect(ids(filterTemplates(ALL, { ...ANY, toolType: 'sorts' }, 'da'))).toEqual(['T07'])
    expect(ids(filterTemplates(ALL, { query: 'rejse', phase: 'work', toolType: 'any' }, 'da'))).toEqual([])
  })
})

describe('offeredFilters', () => {
  it('offers what there is something of', () => {
    expect(offeredFilters(ALL)).toEqual({ phases: ['all', 'understand', 'work'], toolTypes: ['sorts', 'closes'] })
  })
})

describe('byPhase', () => {
  it('follows the week and leaves empty phases out', () => {
    expect(byPhase(ALL).map((group) => [group.phase, ids(group.templates)])).toEqual([
      ['all', ['T01']],
      ['understand', ['T07']],
      ['work', ['T20']],
    ])
  })
})
