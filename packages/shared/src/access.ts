/**
 * The one place where rights are decided. Three doors ask it: the HTTP routes, the socket upgrade and the room. What is
 * not granted here is refused.
 */

export const ORGANISATION_ROLES = ['admin', 'designer', 'member', 'manager'] as const
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

export const BOARD_ROLES = ['owner', 'edit', 'view'] as const
/** What somebody is on one board. The owner created it; the owner adds colleagues to edit or to view. */
export type BoardRole = (typeof BOARD_ROLES)[number]

export type BoardState = 'active' | 'archived' | 'deleted'

export type Principal = { kind: 'anonymous' } | { kind: 'user'; userId: string; role: OrganisationRole }

export type Resource =
  | { kind: 'organisation' }
  | { kind: 'board'; role: BoardRole | null; state: BoardState }
  | { kind: 'invitation'; invitedRole: OrganisationRole }
  | { kind: 'template'; isOwner: boolean }

export type OrganisationAction =
  | 'board.list'
  | 'board.create'
  | 'template.list'
  | 'template.create'
  | 'template.hide'
  | 'people.list'
  | 'people.manage'
  | 'profile.edit'
export type BoardAction =
  | 'board.view'
  | 'board.edit'
  | 'board.change-background'
  | 'board.rename'
  | 'board.duplicate'
  | 'board.archive'
  | 'board.delete'
  | 'board.restore'
  | 'board.manage-members'
  | 'board.list-members'
  | 'board.list-versions'
  | 'board.save-version'
  | 'board.restore-version'
  | 'board.erase-history'
  | 'board.save-as-template'
  | 'board.use-newer-template'
  | 'board.keep'
export type InvitationAction = 'invitation.create'
/** What is done to a template of the organisation's own, deleting it too. Everybody may use it. */
export type TemplateAction = 'template.change'
export type Action = OrganisationAction | BoardAction | InvitationAction | TemplateAction

const ORGANISATION_RIGHTS: Record<OrganisationAction, readonly OrganisationRole[]> = {
  'board.list': ORGANISATION_ROLES,
  'board.create': ['admin', 'designer', 'member'],
  'template.list': ORGANISATION_ROLES,
  'template.create': ['admin', 'designer', 'member'],
  'template.hide': ['admin'],
  'people.list': ORGANISATION_ROLES,
  'people.manage': ['admin'],
  'profile.edit': ORGANISATION_ROLES,
}

/**
 * Per action: which board roles may, and in which states of the board. The organisation's role opens no board: a
 * manager or an administrator who was not added sees nothing (psychological safety, domain guide section 4).
 */
const BOARD_RIGHTS: Record<BoardAction, { roles: readonly BoardRole[]; states: readonly BoardState[] }> = {
  'board.view': { roles: ['owner', 'edit', 'view'], states: ['active', 'archived'] },
  'board.edit': { roles: ['owner', 'edit'], states: ['active'] },
  'board.change-background': { roles: ['owner'], states: ['active'] },
  'board.rename': { roles: ['owner', 'edit'], states: ['active'] },
  'board.duplicate': { roles: ['owner', 'edit', 'view'], states: ['active', 'archived'] },
  'board.archive': { roles: ['owner'], states: ['active', 'archived'] },
  'board.delete': { roles: ['owner'], states: ['active', 'archived'] },
  'board.restore': { roles: ['owner'], states: ['deleted'] },
  'board.manage-members': { roles: ['owner'], states: ['active', 'archived'] },
  'board.list-members': { roles: ['owner', 'edit', 'view'], states: ['active', 'archived'] },
  'board.list-versions': { roles: ['owner', 'edit'], states: ['active', 'archived'] },
  'board.save-version': { roles: ['owner', 'edit'], states: ['active'] },
  'board.restore-version': { roles: ['owner', 'edit'], states: ['active'] },
  'board.erase-history': { roles: ['owner'], states: ['active'] },
  'board.save-as-template': { roles: ['owner'], states: ['active', 'archived'] },
  'board.use-newer-template': { roles: ['owner'], states: ['active'] },
  'board.keep': { roles: ['owner'], states: ['active', 'archived'] },
}

/** What somebody may do to a board that they may see, and that also makes something new: the right for that is asked. */
const ALSO_NEEDED: Partial<Record<BoardAction, OrganisationAction>> = {
  'board.duplicate': 'board.create',
  'board.save-as-template': 'template.create',
}

/** Whom each role may invite. Designers build teams; only administrators make administrators and designers. */
const INVITATION_RIGHTS: Record<OrganisationRole, readonly OrganisationRole[]> = {
  admin: ORGANISATION_ROLES,
  designer: ['member', 'manager'],
  member: [],
  manager: [],
}

function isOrganisationAction(action: Action): action is OrganisationAction {
  return Object.hasOwn(ORGANISATION_RIGHTS, action)
}

function isBoardAction(action: Action): action is BoardAction {
  return Object.hasOwn(BOARD_RIGHTS, action)
}

/**
 * May this principal do this to this resource? Pure; false for every combination that is not written down above,
 * also for an action that does not belong to the resource's kind.
 */
export function can(principal: Principal, action: Action, resource: Resource): boolean {
  if (principal.kind !== 'user') return false
  switch (resource.kind) {
    case 'organisation':
      return isOrganisationAction(action) && ORGANISATION_RIGHTS[action].includes(principal.role)
    case 'board': {
      if (!isBoardAction(action) || resource.role === null) return false
      const also = ALSO_NEEDED[action]
      if (also !== undefined && !can(principal, also, { kind: 'organisation' })) return false
      const right = BOARD_RIGHTS[action]
      return right.roles.includes(resource.role) && right.states.includes(resource.state)
    }
    case 'invitation':
      return action === 'invitation.create' && INVITATION_RIGHTS[principal.role].includes(resource.invitedRole)
    case 'template':
      // Whoever made it and may still make others, and administrators.
      return (
        action === 'template.change' &&
        (principal.role === 'admin' ||
          (resource.isOwner && can(principal, 'template.create', { kind: 'organisation' })))
      )
    default:
      return false
  }
}
