import type { Phase } from '@samtavle/shared/agenda'
import { describe, expect, it } from 'vitest'
import { phaseStarts } from './phase-starts.ts'
import { WEEK } from './sprint.fixture.ts'

const WORDS: Record<Phase, string> = { foundation: 'Forstå', understand: 'Forstå', create: 'Skab', work: 'Virk' }

describe('phases above the days', () => {
  it('begin with a day, or midway through one that began in another phase', () => {
    expect(phaseStarts(WEEK.slice(1), (phase) => WORDS[phase])).toEqual([
      { phase: 'understand', day: 0, isMidway: false },
      { phase: 'create', day: 2, isMidway: true },
      { phase: 'work', day: 6, isMidway: false },
    ])
  })

  it('are one when the organisation has one word for both', () => {
    expect(phaseStarts(WEEK, (phase) => WORDS[phase]).map(({ phase }) => phase)).toEqual([
      'foundation',
      'create',
      'work',
    ])
  })

  it('are four when it has four words', () => {
    expect(phaseStarts(WEEK, (phase) => phase).map(({ phase }) => phase)).toEqual([
      'foundation',
      'understand',
      'create',
      'work',
    ])
  })

  it('show the two ends of a day that goes through three', () => {
    const day = WEEK.slice(1, 2).map((one) => ({ ...one, phases: ['understand', 'create', 'work'] as Phase[] }))
    expect(phaseStarts(day, (phase) => phase)).toEqual([
      { phase: 'understand', day: 0, isMidway: false },
      { phase: 'work', day: 0, isMidway: true },
    ])
  })
})
