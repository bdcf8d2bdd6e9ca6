import { describe, expect, it } from 'vitest'
import { emptyDraft, faultsOf, keptDraft, type SprintDraft, sprintRequest, startOf } from './sprint-draft.ts'

const draft = {
  title: ' Hjem med\u0007hjælp ',
  challenge: 'Når jeg kommer hjem,\r\nved jeg ikke,\thvem der kommer. ',
  programmeId: 'week',
  date: '2026-09-09',
  locale: 'nb',
  examples: false,
  commissioner: { name: ' Lone Friis ', userId: null },
  team: [{ id: 'a', name: 'Anders', colour: 3, role: 'observer' }],
  follows: '0198f0c1-2345-4abc-8def-0123456789ab',
  loops: { one: false },
} satisfies SprintDraft

const older = { id: draft.follows }

describe('a draft', () => {
  it('lacks a title, a challenge and a commissioner as long as they are blank', () => {
    const empty = { ...emptyDraft('da'), commissioner: { name: '', userId: null } }
    expect([...faultsOf(empty)]).toEqual(['title', 'challenge', 'commissioner'])
    expect([...faultsOf({ ...draft, challenge: ' \n ' }, older)]).toEqual(['challenge'])
    expect(faultsOf(draft, older).size).toBe(0)
  })

  it('lacks the sprint that it follows until that was read', () => {
    expect([...faultsOf(draft)]).toEqual(['follows'])
    expect([...faultsOf(draft, { id: 'another' })]).toEqual(['follows'])
    expect(faultsOf({ ...draft, follows: null }).size).toBe(0)
  })

  it('starts on the Monday of its week where the programme does', () => {
    expect(startOf('2026-09-09', { startsOnMonday: true })).toBe('2026-09-07')
    expect(startOf('2026-09-09', { startsOnMonday: false })).toBe('2026-09-09')
  })

  it('is sent without blanks and control characters, and with its line breaks', () => {
    const chosen = { programmeId: 'week', startDate: '2026-09-07', loops: ['two'] }
    expect(sprintRequest({ ...draft, follows: null }, chosen)).not.toHaveProperty('follows')
    expect(sprintRequest(draft, chosen)).toEqual({
      title: 'Hjem med hjælp',
      challenge: 'Når jeg kommer hjem,\nved jeg ikke, hvem der kommer.',
      startDate: '2026-09-07',
      programmeId: 'week',
      locale: 'nb',
      examples: false,
      commissioner: { name: 'Lone Friis', userId: null },
      team: [{ userId: 'a', role: 'observer' }],
      follows: { sprintId: draft.follows, loops: ['two'] },
    })
  })
})

describe('a kept draft', () => {
  it('comes back as it was', () => {
    expect(keptDraft(JSON.stringify(draft), emptyDraft('da'))).toEqual(draft)
  })

  it.each([null, '', 'no json', '[]', 'null', '7'])('of »%s« is an empty one', (kept) => {
    expect(keptDraft(kept, emptyDraft('da'))).toEqual(emptyDraft('da'))
  })

  it('keeps what can be used of one that is not as it should be', () => {
    const kept = {
      ...draft,
      locale: 'fr',
      date: 'soon',
      commissioner: 4,
      follows: 'the last one',
      loops: { one: false, two: 'yes' },
      team: [...draft.team, { id: 'b', role: 'king' }],
    }
    expect(keptDraft(JSON.stringify(kept), emptyDraft('da'))).toEqual({
      ...draft,
      locale: 'da',
      date: null,
      commissioner: null,
      follows: null,
    })
  })
})
