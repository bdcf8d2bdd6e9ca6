import { describe, expect, it } from 'vitest'
import { type Action, can, ORGANISATION_ROLES, type Principal } from './access.ts'
import { BOARD_TABLE, SPRINT_TABLE } from './access-tables.fixture.ts'

const user = (role: (typeof ORGANISATION_ROLES)[number]): Principal => ({ kind: 'user', userId: 'u', role })

describe('can, at the page of a snapshot', () => {
  const everybody: Principal[] = [
    { kind: 'anonymous' },
    { kind: 'guest', guestId: 'g' },
    ...ORGANISATION_ROLES.map((role) => user(role)),
  ]
  const may = (isShared: boolean, needsAccount: boolean) =>
    everybody
      .filter((who) => can(who, 'snapshot-page.view', { kind: 'snapshot-page', isShared, needsAccount }))
      .map((who) => (who.kind === 'user' ? who.role : who.kind))

  it('lets in whoever has an open link, and with an account only where the link says so', () => {
    expect(may(true, false)).toEqual(['anonymous', 'guest', ...ORGANISATION_ROLES])
    expect(may(true, true)).toEqual([...ORGANISATION_ROLES])
    expect(may(false, false)).toEqual([])
    expect(may(false, true)).toEqual([])
  })

  it('knows no other action there, and the action nowhere else', () => {
    for (const action of [...Object.keys(BOARD_TABLE), ...Object.keys(SPRINT_TABLE), 'sprint-page.view'] as Action[]) {
      const page = { kind: 'snapshot-page', isShared: true, needsAccount: false } as const
      expect(everybody.some((who) => can(who, action, page))).toBe(false)
    }
    expect(everybody.some((who) => can(who, 'snapshot-page.view', { kind: 'organisation' }))).toBe(false)
  })
})
