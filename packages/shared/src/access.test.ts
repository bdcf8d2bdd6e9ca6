import { describe, expect, it } from 'vitest'
import {
  type Action,
  BOARD_ROLES,
  type BoardAction,
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
import { boardRoleBy } from './board-role.ts'
import { boardRoleByLinks, LINK_RIGHTS } from './link-rights.ts'

const user = (role: (typeof ORGANISATION_ROLES)[number]): Principal => ({ kind: 'user', userId: 'u', role })
const STATES: BoardState[] = ['active', 'archived', 'deleted']

const EVERYBODY_ANYWHERE = ['active', 'archived'].flatMap((state) => BOARD_ROLES.map((role) => `${role}@${state}`))

/** Who may, per action: `role@state`, for a member of the organisation. Everything that is not listed is refused. */
const BOARD_TABLE: Record<BoardAction, string[]> & Partial<Record<Action, string[]>> = {
  'board.view': EVERYBODY_ANYWHERE,
  'board.edit': ['owner@active', 'edit@active', 'contribute@active'],
  'board.change-others': ['owner@active', 'edit@active'],
  'board.change-background': ['owner@active'],
  'board.send-on': ['active', 'archived'].flatMap((state) => [
    `owner@${state}`,
    `edit@${state}`,
    `contribute@${state}`,
  ]),
  'board.receive': ['owner@active', 'edit@active', 'contribute@active'],
  'board.rename': ['owner@active', 'edit@active'],
  'board.duplicate': EVERYBODY_ANYWHERE,
  'board.archive': ['owner@active', 'owner@archived'],
  'board.delete': ['owner@active', 'owner@archived'],
  'board.restore': ['owner@deleted'],
  'board.manage-members': ['owner@active', 'owner@archived'],
  'board.list-members': EVERYBODY_ANYWHERE,
  'board.list-versions': ['owner@active', 'edit@active', 'owner@archived', 'edit@archived'],
  'board.save-version': ['owner@active', 'edit@active'],
  'board.restore-version': ['owner@active', 'edit@active'],
  'board.erase-history': ['owner@active'],
  'board.save-as-template': ['owner@active', 'owner@archived'],
  'board.use-newer-template': ['owner@active'],
  'board.keep': ['owner@active', 'owner@archived'],
  'board.make-snapshot': ['active', 'archived', 'deleted'].flatMap((state) => [`owner@${state}`, `edit@${state}`]),
  'board.see-snapshots': ['active', 'archived', 'deleted'].flatMap((state) =>
    BOARD_ROLES.map((role) => `${role}@${state}`),
  ),
  'board.answer-snapshot': EVERYBODY_ANYWHERE,
  'board.share': ['owner@active', 'owner@archived'],
  'board.vote': ['owner@active', 'edit@active', 'contribute@active'],
  'board.steer-vote': ['owner@active'],
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

const [PLACES, LEADS, TEAM] = [[...SPRINT_ROLES, 'commissioner'], ['facilitator'], ['facilitator', 'member']] as const
const UNTIL_ARCHIVED = ['preparation', 'running', 'finished'] as const

/** Who may, per action, and in which status of the sprint. Everything else is refused. */
const SPRINT_TABLE: Record<SprintAction, readonly [places: readonly string[], statuses: readonly string[]]> = {
  'sprint.view': [PLACES, SPRINT_STATUSES],
  'sprint.change': [LEADS, UNTIL_ARCHIVED],
  'sprint.delete': [LEADS, ['preparation']],
  'sprint.change-agenda': [LEADS, UNTIL_ARCHIVED],
  'sprint.run': [LEADS, ['running']],
  'sprint.set-status': [LEADS, SPRINT_STATUSES],
  'sprint.duplicate': [TEAM, SPRINT_STATUSES],
  'sprint.manage-team': [LEADS, UNTIL_ARCHIVED],
  'sprint.add-board': [TEAM, UNTIL_ARCHIVED],
  'sprint.arrange-boards': [LEADS, UNTIL_ARCHIVED],
  'sprint.read-log': [PLACES, SPRINT_STATUSES],
  'sprint.write-log': [TEAM, UNTIL_ARCHIVED],
  'sprint.add-side-benefit': [TEAM, SPRINT_STATUSES],
  'sprint.change-purpose': [LEADS, UNTIL_ARCHIVED],
  'sprint.decide': [LEADS, UNTIL_ARCHIVED],
  'sprint.plan-loops': [TEAM, SPRINT_STATUSES],
  'sprint.make-snapshot': [TEAM, SPRINT_STATUSES],
  'sprint.see-snapshots': [PLACES, SPRINT_STATUSES],
  'sprint.answer-snapshot': [['commissioner'], UNTIL_ARCHIVED],
  'sprint.share': [LEADS, UNTIL_ARCHIVED],
  'sprint.file': [LEADS, SPRINT_STATUSES],
}

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
