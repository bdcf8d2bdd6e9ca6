import type { TemplateSummary } from '@samtavle/shared/api'
import { describe, expect, it } from 'vitest'
import {
  byGroup,
  countFilters,
  filterTemplates,
  fittingVersion,
  readTemplateFilter,
  type TemplateFilter,
} from './template-filter.ts'
import { templateSummary } from './template-summary.fixture.ts'

const LOOP = templateSummary('T20', 'Læringsloop', {
  group: 'work',
  phase: 'work',
  toolType: 'closes',
  minutes: { least: 30, most: 45 },
  people: { least: 2, most: 12 },
})
const JOURNEY = templateSummary('T07', 'Borgerrejse', {
  toolType: 'sorts',
  minutes: { least: 90, most: 120 },
  shortMinutes: { least: 75, most: 75 },
  hasShort: true,
  people: { least: 3, most: 10 },
})
const PRACTICE = templateSummary('T01', 'Øvetavle', {
  group: 'start',
  phase: 'all',
  minutes: { least: 5, most: 10 },
  people: { least: 1, most: 40 },
})
const ALL = [LOOP, JOURNEY, PRACTICE]
const found = (filter: TemplateFilter, locale: 'da' | 'en' = 'da') => numbers(filterTemplates(ALL, filter, locale))
const numbers = (templates: readonly TemplateSummary[]) => templates.map(({ number }) => number)

describe('filterTemplates', () => {
  it('finds everything while nothing is asked', () => {
    expect(found({})).toEqual(['T20', 'T07', 'T01'])
  })

  it('searches in the language of the page', () => {
    expect(found({ q: 'rejse' })).toEqual(['T07'])
    expect(found({ q: '(en)' })).toEqual([])
    expect(found({ q: '(en)' }, 'en')).toEqual(['T20', 'T07', 'T01'])
  })

  it('holds every filter at once', () => {
    expect(found({ phase: 'work' })).toEqual(['T20'])
    expect(found({ type: 'sorts' })).toEqual(['T07'])
    expect(found({ q: 'rejse', phase: 'work' })).toEqual([])
    expect(found({ time: 90, type: 'sorts', people: '3-8', q: 'rejse' })).toEqual(['T07'])
  })

  it('takes the shortest way for the time, the short version too', () => {
    expect(found({ time: 30 })).toEqual(['T20', 'T01'])
    expect(found({ time: 60 })).toEqual(['T20', 'T01'])
    expect(found({ time: 90 })).toEqual(['T20', 'T07', 'T01'])
    expect(fittingVersion(JOURNEY, 60)).toBe(undefined)
    expect(fittingVersion(JOURNEY, 75)).toBe('short')
    expect(fittingVersion(JOURNEY, 90)).toBe('whole')
  })

  it('asks whether a group of that size can use it', () => {
    expect(found({ people: '1-2' })).toEqual(['T20', 'T01'])
    expect(found({ people: '9-15' })).toEqual(['T20', 'T07', 'T01'])
    expect(found({ people: '16-' })).toEqual(['T01'])
  })
})

describe('readTemplateFilter', () => {
  it('reads what an address says', () => {
    const search = { q: 'rejse', phase: 'create', type: 'opens', time: 45, people: '9-15' }
    expect(readTemplateFilter(search)).toEqual(search)
    expect(readTemplateFilter({ q: 7, time: '45' })).toEqual({ q: '7', time: 45 })
  })

  it('passes over what it does not know', () => {
    const nonsense = { q: '  ', phase: 'forstå', type: 'toString', time: 46, people: '__proto__', more: 1 }
    expect(readTemplateFilter(nonsense)).toEqual({})
    expect(readTemplateFilter({ q: ['a'], phase: 1, type: null, time: {}, people: [] })).toEqual({})
    expect(readTemplateFilter({ q: 'a'.repeat(5000) }).q).toHaveLength(200)
  })

  it('counts the choices, not the words', () => {
    expect(countFilters({ q: 'rejse' })).toBe(0)
    expect(countFilters({ q: 'rejse', phase: 'all', time: 30 })).toBe(2)
  })
})

describe('byGroup', () => {
  it('follows the gallery and leaves empty groups out', () => {
    expect(byGroup(ALL).map(({ group, templates }) => [group, numbers(templates)])).toEqual([
      ['start', ['T01']],
      ['understand', ['T07']],
      ['work', ['T20']],
    ])
  })
})
