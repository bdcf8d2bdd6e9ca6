import { describe, expect, it } from 'vitest'
import {
  type Action,
  BOARD_ROLES,
  type BoardRole,
  type BoardState,
  can,
  ORGANISATION_ROLES,
  type Principal,
  SENSITIVITIES,
  SPRINT_ROLES,
  SPRINT_STATUSES,
  type SprintAction,
} from './access.ts'
import { BOARD_TABLE, PLACES, SPRINT_TABLE, UNTIL_ARCHIVED } from './access-tables.fixture.ts'
import { boardRoleBy } from './board-role.ts'
import { boardRoleByLinks, LINK_RIGHTS } from './link-rights.ts'

const user = (role: (typeof ORGANISATION_ROLES)[number]): Principal => ({ kind: 'user', userId: 'u', role })
const STATES: BoardState[] = ['active', 'archived', 'deleted']

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

describe('can, in a sprint', () => {
  it.each(Object.entries(SPRINT_TABLE))('%s: exactly %s', (action, [places, statuses]) => {
    for (const status of SPRINT_STATUSES) {
      const granted = [...PLACES, null].filter((place) =>
        can(user('member'), action as SprintAction, { kind: 'sprint', place, status }),
      )
      expect(granted, status).toEqual(statuses.includes(status) ? places : [])
    }
  })

  it('opens no sprint to administrators and managers who are not in it', () => {
    for (const role of ORGANISATION_ROLES) {
      for (const action of Object.keys(SPRINT_TABLE) as SprintAction[]) {
        expect(can(user(role), action, { kind: 'sprint', place: null, status: 'running' })).toBe(false)
      }
    }
  })

  it('lets a manager who leads it run it, but not make another one of it', () => {
    const sprint = { kind: 'sprint', place: 'facilitator', status: 'running' } as const
    expect(can(user('manager'), 'sprint.run', sprint)).toBe(true)
    expect(can(user('manager'), 'sprint.duplicate', sprint)).toBe(false)
    expect(can(user('admin'), 'board.view', sprint)).toBe(false)
  })

  it('gives its people on its boards what their place and the sensitivity of the board say', () => {
    const table = [...SPRINT_ROLES, null].map((inSprint) =>
      SENSITIVITIES.map((sensitivity) => boardRoleBy({ isOwner: false, added: null, inSprint, sensitivity })),
    )
    expect(table).toEqual([
      ['owner', 'owner', 'owner'],
      ['edit', 'edit', 'view'],
      ['contribute', null, 'view'],
      ['view', null, 'view'],
      [null, null, null],
    ])
  })

  it('counts of several ways to a board the one that gives most', () => {
    const by = (ways: Partial<Parameters<typeof boardRoleBy>[0]>) =>
      boardRoleBy({ isOwner: false, added: null, inSprint: null, sensitivity: 'open', ...ways })
    expect(by({ isOwner: true, added: 'view' })).toBe('owner')
    expect(by({ added: 'edit', inSprint: 'sparring' })).toBe('edit')
    expect(by({ added: 'view', inSprint: 'sparring' })).toBe('contribute')
    expect(by({ added: 'contribute', inSprint: 'sparring', sensitivity: 'restricted' })).toBe('contribute')
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

describe('can, as a guest', () => {
  const guest: Principal = { kind: 'guest', guestId: 'g' }
  /** All that a guest may ever do, by the role that the link gives: on an active board, and nothing else. */
  const GUEST_TABLE: Partial<Record<Action, (BoardRole | null)[]>> = {
    'board.view': ['owner', 'edit', 'contribute', 'view'],
    'board.edit': ['owner', 'edit', 'contribute'],
    'board.change-others': ['owner', 'edit'],
    'board.vote': ['owner', 'edit', 'contribute'],
  }

  it.each(Object.keys({ ...BOARD_TABLE, ...SPRINT_TABLE }) as Action[])('%s', (action) => {
    for (const state of STATES) {
      const granted = [...BOARD_ROLES, null].filter((role) => can(guest, action, { kind: 'board', role, state }))
      expect(granted, state).toEqual(state === 'active' ? (GUEST_TABLE[action] ?? []) : [])
    }
    for (const status of SPRINT_STATUSES) {
      for (const place of [...PLACES, null]) expect(can(guest, action, { kind: 'sprint', place, status })).toBe(false)
      expect(can(guest, action, { kind: 'sprint-page', isShared: true, status })).toBe(false)
    }
    expect(can(guest, action, { kind: 'organisation' })).toBe(false)
    expect(can(guest, action, { kind: 'template', isOwner: true })).toBe(false)
    expect(can(guest, action, { kind: 'invitation', invitedRole: 'member' })).toBe(false)
  })

  it('opens the page of a sprint that a link leads to until the sprint is archived, and to nobody else', () => {
    const pages = (principal: Principal, isShared: boolean) =>
      SPRINT_STATUSES.filter((status) => can(principal, 'sprint-page.view', { kind: 'sprint-page', isShared, status }))
    expect(pages(guest, true)).toEqual(UNTIL_ARCHIVED)
    expect(pages(guest, false)).toEqual([])
    expect(pages({ kind: 'anonymous' }, true)).toEqual([])
    expect(pages(user('admin'), true)).toEqual([])
  })

  it('is what the right of the link and the sensitivity of the board say, and of several links the most', () => {
    const table = LINK_RIGHTS.map((right) => SENSITIVITIES.map((kind) => boardRoleByLinks([right], kind)))
    expect(table).toEqual([
      ['edit', null, 'view'],
      ['contribute', null, 'view'],
      ['view', null, 'view'],
    ])
    expect(boardRoleByLinks(['view', 'edit', 'comment'], 'open')).toBe('edit')
    expect(boardRoleByLinks([], 'open')).toBeNull()
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
