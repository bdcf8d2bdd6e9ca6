import type { LogProposal, PurposeVersion } from '@samtavle/shared/sprint-log-api'
import { describe, expect, it } from 'vitest'
import { isKickOffOver } from './kick-off.ts'
import { lineOf } from './line-draft.ts'
import { purposeChanges, purposeOf } from './purpose-versions.ts'

const version = (number: number, isOriginal = false): PurposeVersion => ({
  number,
  purpose: `Formål ${number}`,
  plan: `Plan ${number}`,
  why: `Grund ${number}`,
  isOriginal,
  byRole: 'facilitator',
  byName: '',
  at: '2026-09-07T10:00:00.000Z',
})

describe('the purpose', () => {
  it('is the newest version, beside the one that was locked', () => {
    const { now, original } = purposeOf([version(1), version(2, true), version(3)])
    expect([now?.number, original?.number]).toEqual([3, 2])
    expect(purposeOf([])).toEqual({ now: null, original: null })
  })

  it('changes after the lock only: drafts are no changes', () => {
    expect(purposeChanges([version(1), version(2)])).toEqual([])
    expect(purposeChanges([version(1), version(2, true)])).toEqual([])
    const changes = purposeChanges([version(1), version(2, true), version(3), version(4)])
    expect(changes.map(({ before, after }) => [before.number, after.number])).toEqual([
      [3, 4],
      [2, 3],
    ])
  })
})

describe('a line that is proposed', () => {
  const proposal: LogProposal = {
    id: '5f0c1f0e-4c66-4f0b-8f5e-0d5b0d0f5a11',
    type: 'plan',
    day: null,
    from: 'Plan 1',
    to: 'Plan 2',
    madeAt: '2026-09-08T10:00:00.000Z',
  }
  it('takes the reason from the version that it tells of, and none from another', () => {
    const purposes = [version(1, true), version(2), version(3)]
    expect(lineOf(proposal, purposes)).toMatchObject({ type: 'plan', to: 'Plan 2', why: 'Grund 2', typeStands: true })
    expect(lineOf({ ...proposal, type: 'team', to: '6 i teamet' }, purposes).why).toBe('')
  })
})

describe('the kick-off', () => {
  const ends = { date: '2026-09-07', minute: 630 }
  it.each([
    [new Date(2026, 8, 7, 10, 29), false],
    [new Date(2026, 8, 7, 10, 30), true],
    [new Date(2026, 8, 6, 23, 0), false],
    [new Date(2026, 8, 8, 0, 1), true],
  ])('at %s is over: %s', (now, over) => {
    expect(isKickOffOver(ends, now)).toBe(over)
  })
  it('is never over in a plan without one', () => {
    expect(isKickOffOver(null, new Date(2030, 0, 1))).toBe(false)
  })
})
