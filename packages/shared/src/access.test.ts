import { describe, expect, it } from 'vitest'
import { type Action, BOARD_ROLES, type BoardState, can, ORGANISATION_ROLES, type Principal } from './access.ts'

const user = (role: (typeof ORGANISATION_ROLES)[number]): Principal => ({ kind: 'user', userId: 'u', role })
const STATES: BoardState[] = ['active', 'archived', 'deleted']

/** Who may, per action: `role@state`, for a member of the organisation. Everything that is not listed is refused. */
const BOARD_TABLE: Partial<Record<Action, string[]>> = {
  'board.view': ['owner@active', 'edit@active', 'view@active', 'owner@archived', 'edit@archived', 'view@archived'],
  'board.edit': ['owner@active', 'edit@active'],
  'board.change-background': ['owner@active'],
  'board.rename': ['owner@active', 'edit@active'],
  'board.duplicate': ['owner@active', 'edit@active', 'view@active', 'owner@archived', 'edit@archived', 'view@archived'],
  'board.archive': ['owner@active', 'owner@archived'],
  'board.delete': ['owner@active', 'owner@archived'],
  'board.restore': ['owner@deleted'],
  'board.manage-members': ['owner@active', 'owner@archived'],
  'board.list-members': [
    'owner@active',
    'edit@active',
    'view@active',
    'owner@archived',
    'edit@archived',
    'view@archived',
  ],
  'board.list-versions': ['owner@active', 'edit@active', 'owner@archived', 'edit@archived'],
  'board.save-version': ['owner@active', 'edit@active'],
  'board.restore-version': ['owner@active', 'edit@active'],
  'board.erase-history': ['owner@active'],
  'board.save-as-template': ['owner@active', 'owner@archived'],
  'board.use-newer-template': ['owner@active'],
  'board.keep': ['owner@active', 'owner@archived'],
  'board.create': [],
  'template.change': [],
  'people.manage': [],
}

describe('can, on a board', () => {
  it.each(Object.entries(BOARD_TABLE))('%s: exactly %s', (action, allowed) => {
    const granted = STATES.flatMap((state) =>
      [...BOARD_ROLES, null]
        .filter((role) => can(user('member'), action as Action, { kind: 'board', role, state }))
        .map((role) => `${role}@${state}`),
    )
    expect(granted).toEqual(allowed)
  })

  it('opens no board to administrators and managers who were not added', () => {
    for (const role of ORGANISATION_ROLES) {
      for (const action of Object.keys(BOARD_TABLE) as Action[]) {
        expect(can(user(role), action, { kind: 'board', role: null, state: 'active' })).toBe(false)
      }
    }
  })

  it('lets a manager who was added edit, but not create by duplicating', () => {
    const board = { kind: 'board', role: 'edit', state: 'active' } as const
    expect(can(user('manager'), 'board.edit', board)).toBe(true)
    expect(can(user('manager'), 'board.duplicate', board)).toBe(false)
    const own = { ...board, role: 'owner' } as const
    expect(can(user('manager'), 'board.save-as-template', own)).toBe(false)
  })
})

describe('can, in the organisation', () => {
  it.each([
    ['board.create', ['admin', 'designer', 'member']],
    ['people.manage', ['admin']],
    ['template.create', ['admin', 'designer', 'member']],
    ['template.hide', ['admin']],
    ['template.change', []],
    ['people.list', ['admin', 'designer', 'member', 'manager']],
    ['board.edit', []],
  ] as const)('gives %s to %s', (action, roles) => {
    for (const role of ORGANISATION_ROLES) {
      expect(can(user(role), action, { kind: 'organisation' })).toBe((roles as readonly string[]).includes(role))
    }
  })

  it('lets a template be changed and deleted by who made it, and by administrators', () => {
    const who = (isOwner: boolean) =>
      ORGANISATION_ROLES.filter((role) => can(user(role), 'template.change', { kind: 'template', isOwner }))
    expect(who(true)).toEqual(['admin', 'designer', 'member'])
    expect(who(false)).toEqual(['admin'])
    expect(can(user('admin'), 'board.view', { kind: 'template', isOwner: true })).toBe(false)
  })

  it('lets nobody invite somebody above themselves', () => {
    const invites = (role: (typeof ORGANISATION_ROLES)[number]) =>
      ORGANISATION_ROLES.filter((invitedRole) =>
        can(user(role), 'invitation.create', { kind: 'invitation', invitedRole }),
      )
    expect(invites('admin')).toEqual(['admin', 'designer', 'member', 'manager'])
    expect(invites('designer')).toEqual(['member', 'manager'])
    expect(invites('member')).toEqual([])
    expect(invites('manager')).toEqual([])
  })
})

it('gives nothing to somebody who is not signed in, and nothing for words that are no action', () => {
  const anonymous: Principal = { kind: 'anonymous' }
  expect(can(anonymous, 'board.view', { kind: 'board', role: 'owner', state: 'active' })).toBe(false)
  expect(can(anonymous, 'template.list', { kind: 'organisation' })).toBe(false)
  for (const word of ['constructor', '__proto__', 'toString', 'board.everything']) {
    expect(can(user('admin'), word as Action, { kind: 'organisation' })).toBe(false)
    expect(can(user('admin'), word as Action, { kind: 'board', role: 'owner', state: 'active' })).toBe(false)
  }
})
