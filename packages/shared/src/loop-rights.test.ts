import { describe, expect, it } from 'vitest'
import { can, ORGANISATION_ROLES, type Principal, SPRINT_ROLES, type SprintAction, type SprintPlace } from './access.ts'
import type { LoopAction } from './loop-rights.ts'

const user = (role: (typeof ORGANISATION_ROLES)[number]): Principal => ({ kind: 'user', userId: 'u', role })
const [PLACES, TEAM] = [
  [...SPRINT_ROLES, 'commissioner'],
  ['facilitator', 'member'],
] as const
/** Some of what is done to a sprint, seeing it first. */
const SPRINT_ACTIONS: readonly SprintAction[] = [
  'sprint.view',
  'sprint.change',
  'sprint.read-log',
  'sprint.plan-loops',
  'sprint.see-snapshots',
  'sprint.file',
]

/** Who may, per action, whatever the status of the sprint; and whether its owner may who received it. */
const LOOP_TABLE: Record<LoopAction, readonly [places: readonly string[], receiver: boolean]> = {
  'loop.view': [PLACES, true],
  'loop.run': [TEAM, true],
}

describe('can, to a learning loop', () => {
  it.each(Object.entries(LOOP_TABLE))('%s: exactly %s, and the receiver: %s', (action, [places, receiver]) => {
    const may = (place: SprintPlace | null, receives: boolean) =>
      can(user('member'), action as LoopAction, { kind: 'loop', place, receives })
    expect([...PLACES, null].filter((place) => may(place, false))).toEqual(places)
    expect([...PLACES, null].filter((place) => may(place, true))).toEqual(receiver ? [...PLACES, null] : places)
  })

  it('gives whoever received one nothing of its sprint, and the sprint nothing by it', () => {
    for (const role of ORGANISATION_ROLES) {
      for (const action of SPRINT_ACTIONS) {
        expect(can(user(role), action, { kind: 'loop', place: null, receives: true }), action).toBe(false)
      }
      for (const action of Object.keys(LOOP_TABLE) as LoopAction[]) {
        expect(can(user(role), action, { kind: 'loop', place: null, receives: false }), action).toBe(false)
        expect(can(user(role), action, { kind: 'sprint', place: 'facilitator', status: 'running' })).toBe(false)
      }
    }
  })

  it('is closed to guests and to nobody in particular', () => {
    for (const action of Object.keys(LOOP_TABLE) as LoopAction[]) {
      for (const principal of [{ kind: 'anonymous' }, { kind: 'guest', guestId: 'g' }] as const) {
        expect(can(principal, action, { kind: 'loop', place: 'facilitator', receives: true })).toBe(false)
      }
    }
  })
})
