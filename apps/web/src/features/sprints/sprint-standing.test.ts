import { describe, expect, it } from 'vitest'
import { byStatus, currentSprints, dayParts, standingOf } from './sprint-standing.ts'
import { aSprint } from './sprint-summary.fixture.ts'

const today = { key: 'wed', title: 'Onsdag', goal: 'Idéer', boardId: null, boardTitle: '' }

describe('where a sprint stands', () => {
  it.each([
    ['before its week', aSprint({ status: 'preparation' }), '2026-08-26', { kind: 'starts', days: 12 }],
    ['before its week, started early', aSprint(), '2026-09-06', { kind: 'starts', days: 1 }],
    ['in its week, not started', aSprint({ status: 'preparation' }), '2026-09-07', { kind: 'waits' }],
    ['on a day with work', aSprint({ today }), '2026-09-09', { kind: 'today', day: 'Onsdag' }],
    ['in its weekend', aSprint(), '2026-09-12', { kind: 'free' }],
    ['after its last day', aSprint(), '2026-09-15', { kind: 'ended' }],
    ['finished early', aSprint({ status: 'finished' }), '2026-09-10', { kind: 'ended' }],
  ] as const)('%s', (_, sprint, day, standing) => {
    expect(standingOf(sprint, day)).toEqual(standing)
  })
})

describe('lists of sprints', () => {
  const sprints = [
    aSprint({ id: 'old', status: 'finished', startDate: '2026-03-02', lastDate: '2026-03-09' }),
    aSprint({ id: 'just', status: 'finished', startDate: '2026-08-24', lastDate: '2026-08-31' }),
    aSprint({ id: 'later', status: 'preparation', startDate: '2026-11-02', lastDate: '2026-11-09' }),
    aSprint({ id: 'next', status: 'preparation', startDate: '2026-10-05', lastDate: '2026-10-12' }),
    aSprint({ id: 'gone', status: 'archived' }),
    aSprint({ id: 'runs' }),
  ]

  it('go by status, what comes next first and what was last first', () => {
    expect(byStatus(sprints).map(({ status, sprints: here }) => [status, here.map(({ id }) => id)])).toEqual([
      ['running', ['runs']],
      ['preparation', ['next', 'later']],
      ['finished', ['just', 'old']],
      ['archived', ['gone']],
    ])
  })

  it('show on the first page what is current', () => {
    expect(currentSprints(sprints, '2026-09-09').map(({ id }) => id)).toEqual(['runs', 'next', 'later', 'just'])
  })
})

describe('the strip of days', () => {
  it('has a part for each day of a week', () => {
    expect(dayParts(aSprint(), '2026-09-09')).toEqual([
      'done',
      'done',
      'today',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
  })

  it('is left out for a day and for months', () => {
    expect(dayParts(aSprint({ lastDate: '2026-09-07' }), '2026-09-07')).toEqual([])
    expect(dayParts(aSprint({ lastDate: '2027-03-01' }), '2026-09-07')).toEqual([])
  })
})
