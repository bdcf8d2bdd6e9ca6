import type { Agenda } from '@samtavle/shared/agenda'
import { moveBlock, removeBlock, resizeBlock } from '@samtavle/shared/agenda-edits'
import { describe, expect, it } from 'vitest'
import { agendaDifferences } from './agenda-differences.ts'
import {
  type AgendaChange,
  type AgendaDraft,
  changed,
  newDraft,
  onTopOf,
  redone,
  undone,
  without,
} from './agenda-draft.ts'
import { WEEK } from './sprint.fixture.ts'

const PLAN: Agenda = { days: [...WEEK] }
const shorter: AgendaChange = { about: 'shorter', apply: (agenda) => resizeBlock(agenda, 'wed-1', 20) }
const removed: AgendaChange = { about: 'removed', apply: (agenda) => removeBlock(agenda, 'wed-2') }
const longer: AgendaChange = { about: 'longer', apply: (agenda) => resizeBlock(agenda, 'wed-2', 80) }
const nothing: AgendaChange = { about: 'nothing', apply: (agenda) => resizeBlock(agenda, 'wed-1', 0) }

function drafted(draft: AgendaDraft, ...changes: AgendaChange[]): AgendaDraft {
  return changes.reduce((before, change) => {
    const result = changed(before, change)
    if (!('draft' in result)) throw new Error(`${change.about} was refused: ${result.reason}`)
    return result.draft
  }, draft)
}
const minutes = (agenda: Agenda, id: string) =>
  agenda.days.flatMap(({ blocks }) => blocks).find((block) => block.id === id)?.minutes

describe('a plan that is being changed', () => {
  it('takes changes back and makes them again', () => {
    const draft = drafted(newDraft(PLAN, 1), shorter, removed)
    expect([minutes(draft.agenda, 'wed-1'), minutes(draft.agenda, 'wed-2')]).toEqual([20, undefined])
    const once = undone(draft)
    expect([minutes(once.agenda, 'wed-1'), minutes(once.agenda, 'wed-2')]).toEqual([20, 75])
    expect(undone(once).agenda).toEqual(PLAN)
    expect(redone(redone(undone(once)))).toEqual(draft)
  })

  it('has nothing to take back or to repeat at its ends', () => {
    const draft = newDraft(PLAN, 1)
    expect(undone(draft)).toBe(draft)
    expect(redone(draft)).toBe(draft)
  })

  it('cannot repeat what was taken back once something else was done', () => {
    expect(drafted(undone(drafted(newDraft(PLAN, 1), removed)), shorter).undone).toEqual([])
  })

  it('stays as it is when a change is refused', () => {
    expect(changed(newDraft(PLAN, 1), nothing)).toEqual({ reason: 'too-short' })
  })

  it('takes back one change from the middle, as the message after removing offers', () => {
    const draft = without(drafted(newDraft(PLAN, 1), removed, shorter), removed)
    expect([minutes(draft.agenda, 'wed-1'), minutes(draft.agenda, 'wed-2')]).toEqual([20, 75])
    expect(without(draft, removed)).toBe(draft)
  })

  it("goes on top of somebody else's plan, and names what that does not take", () => {
    const theirs = removeBlock(PLAN, 'wed-2')
    if (!theirs.ok) throw new Error(theirs.reason)
    const { draft, refused } = onTopOf(drafted(newDraft(PLAN, 1), shorter, longer), theirs.agenda, 2)
    expect(draft.version).toBe(2)
    expect(minutes(draft.agenda, 'wed-1')).toBe(20)
    expect(draft.done).toEqual([shorter])
    expect(refused).toEqual([{ change: longer, reason: 'gone' }])
  })
})

describe('what is different in another version of a plan', () => {
  const differences = (result: ReturnType<typeof removeBlock>) => {
    if (!result.ok) throw new Error(result.reason)
    return agendaDifferences(PLAN, result.agenda)
  }

  it('is nothing in the same', () => {
    expect(agendaDifferences(PLAN, structuredClone(PLAN))).toEqual([])
  })

  it('is a block that is gone, and no other one that it stood before', () => {
    expect(differences(removeBlock(PLAN, 'wed-2'))).toEqual([{ kind: 'removed', title: 'Mulighedsrum', day: 'wed' }])
    const gone = removeBlock(PLAN, 'wed-2')
    if (!gone.ok) throw new Error(gone.reason)
    expect(agendaDifferences(gone.agenda, PLAN)).toEqual([{ kind: 'added', title: 'Mulighedsrum', day: 'wed' }])
  })

  it('is another length, and another day', () => {
    expect(differences(resizeBlock(PLAN, 'wed-1', 20))).toEqual([
      { kind: 'changed', title: 'Rejsen genlæses', day: 'wed' },
    ])
    expect(differences(moveBlock(PLAN, 'wed-7', { day: 'thu', index: 1 }))).toEqual([
      { kind: 'moved', title: 'Vanebryder', day: 'thu' },
    ])
  })

  it('is a block that went to another place in its day, and not all those that it passed', () => {
    expect(differences(moveBlock(PLAN, 'wed-1', { day: 'wed', index: 2 }))).toEqual([
      { kind: 'moved', title: 'Rejsen genlæses', day: 'wed' },
    ])
  })

  it('is another beginning of a day', () => {
    const later = { days: PLAN.days.map((day) => (day.key === 'wed' ? { ...day, startsAt: 540 } : day)) }
    expect(agendaDifferences(PLAN, later)).toEqual([{ kind: 'start', startsAt: 540, day: 'wed' }])
  })
})
