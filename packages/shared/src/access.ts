import { type LoopAction, mayWithLoop } from './loop-rights.ts'

/**
 * The one place where rights are decided. Three doors ask it: the HTTP routes, the socket upgrade and the room. What is
 * not granted here is refused.
 */

export const ORGANISATION_ROLES = ['admin', 'designer', 'member', 'manager'] as const
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number]

export const MEMBER_ROLES = ['edit', 'contribute', 'view'] as const
/** What somebody may be added to a board as. */
export type MemberRole = (typeof MEMBER_ROLES)[number]

export const BOARD_ROLES = ['owner', ...MEMBER_ROLES] as const
/**
 * What somebody is on one board, from the most to the least. The owner created it; the owner adds colleagues to edit, to
 * contribute (to add, and to change only what is their own) or to view.
 */
export type BoardRole = (typeof BOARD_ROLES)[number]

/** Who sees a board of a sprint, and who changes it: `restricted` is for the team, `locked` is to be read only. */
export const SENSITIVITIES = ['open', 'restricted', 'locked'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const SPRINT_ROLES = ['facilitator', 'member', 'sparring', 'observer'] as const
/** What somebody is in one sprint (domain guide, section 4). */
export type SprintRole = (typeof SPRINT_ROLES)[number]

/**
 * `commissioner` is the commissioning manager who is not of the team: reads where the sprint stands, and no live board.
 */
export type SprintPlace = SprintRole | 'commissioner'

export const SPRINT_STATUSES = ['preparation', 'running', 'finished', 'archived'] as const
export type SprintStatus = (typeof SPRINT_STATUSES)[number]

export type BoardState = 'active' | 'archived' | 'deleted'

/** A guest has no account: what a guest may follows from a share link, and from nothing else. */
export type Principal =
  | { kind: 'anonymous' }
  | { kind: 'user'; userId: string; role: OrganisationRole }
  | { kind: 'guest'; guestId: string }

export type Resource =
  | { kind: 'organisation' }
  | { kind: 'board'; role: BoardRole | null; state: BoardState }
  | { kind: 'invitation'; invitedRole: OrganisationRole }
  | { kind: 'template'; isOwner: boolean }
  | { kind: 'sprint'; place: SprintPlace | null; status: SprintStatus }
  /** A learning loop of a sprint; `receives` for its owner who is not of the sprint. */
  | { kind: 'loop'; place: SprintPlace | null; receives: boolean }
  /** The page of a sprint that a share link leads to; `isShared` when it leads this guest there. */
  | { kind: 'sprint-page'; isShared: boolean; status: SprintStatus }
  /** The page of a snapshot that a share link leads to; `needsAccount` when the link is for members only. */
  | { kind: 'snapshot-page'; isShared: boolean; needsAccount: boolean }

export type OrganisationAction =
  | 'board.list'
  | 'board.create'
  | 'template.list'
  | 'template.create'
  | 'template.hide'
  | 'sprint.list'
  | 'sprint.create'
  | 'process-model.read'
  | 'process-model.change'
  | 'people.list'
  | 'people.manage'
  | 'profile.edit'
export type BoardAction =
  | 'board.view'
  | 'board.edit'
  | 'board.change-others'
  | 'board.change-background'
  | 'board.send-on'
  | 'board.receive'
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
  | 'board.make-snapshot'
  | 'board.see-snapshots'
  | 'board.answer-snapshot'
  | 'board.share'
  | 'board.vote'
  | 'board.steer-vote'
export type InvitationAction = 'invitation.create'
/** What is done to a template of the organisation's own, deleting it too. Everybody may use it. */
export type TemplateAction = 'template.change'
export type SprintAction =
  | 'sprint.view'
  | 'sprint.change'
  | 'sprint.delete'
  | 'sprint.change-agenda'
  | 'sprint.run'
  | 'sprint.set-status'
  | 'sprint.duplicate'
  | 'sprint.manage-team'
  | 'sprint.add-board'
  | 'sprint.arrange-boards'
  | 'sprint.read-log'
  | 'sprint.write-log'
  | 'sprint.add-side-benefit'
  | 'sprint.change-purpose'
  | 'sprint.decide'
  | 'sprint.plan-loops'
  | 'sprint.make-snapshot'
  | 'sprint.see-snapshots'
  | 'sprint.answer-snapshot'
  | 'sprint.share'
  | 'sprint.file'
export type SprintPageAction = 'sprint-page.view'
export type SnapshotPageAction = 'snapshot-page.view'
export type Action =
  | OrganisationAction
  | BoardAction
  | InvitationAction
  | TemplateAction
  | SprintAction
  | LoopAction
  | SprintPageAction
  | SnapshotPageAction

const ORGANISATION_RIGHTS: Record<OrganisationAction, readonly OrganisationRole[]> = {
  'board.list': ORGANISATION_ROLES,
  'board.create': ['admin', 'designer', 'member'],
  'template.list': ORGANISATION_ROLES,
  'template.create': ['admin', 'designer', 'member'],
  'template.hide': ['admin'],
  'sprint.list': ORGANISATION_ROLES,
  'sprint.create': ['admin', 'designer', 'member'],
  'process-model.read': ORGANISATION_ROLES,
  'process-model.change': ['admin'],
  'people.list': ORGANISATION_ROLES,
  'people.manage': ['admin'],
  'profile.edit': ORGANISATION_ROLES,
}

/**
 * Per action: which board roles may, and in which states of the board. The organisation's role opens no board: a
 * manager or an administrator who was not added sees nothing (psychological safety, domain guide section 4).
 */
const BOARD_RIGHTS: Record<BoardAction, { roles: readonly BoardRole[]; states: readonly BoardState[] }> = {
  'board.view': { roles: BOARD_ROLES, states: ['active', 'archived'] },
  'board.edit': { roles: ['owner', 'edit', 'contribute'], states: ['active'] },
  'board.change-others': { roles: ['owner', 'edit'], states: ['active'] },
  'board.change-background': { roles: ['owner'], states: ['active'] },
  'board.send-on': { roles: ['owner', 'edit', 'contribute'], states: ['active', 'archived'] },
  'board.receive': { roles: ['owner', 'edit', 'contribute'], states: ['active'] },
  'board.rename': { roles: ['owner', 'edit'], states: ['active'] },
  'board.duplicate': { roles: BOARD_ROLES, states: ['active', 'archived'] },
  'board.archive': { roles: ['owner'], states: ['active', 'archived'] },
  'board.delete': { roles: ['owner'], states: ['active', 'archived'] },
  'board.restore': { roles: ['owner'], states: ['deleted'] },
  'board.manage-members': { roles: ['owner'], states: ['active', 'archived'] },
  'board.list-members': { roles: BOARD_ROLES, states: ['active', 'archived'] },
  'board.list-versions': { roles: ['owner', 'edit'], states: ['active', 'archived'] },
  'board.save-version': { roles: ['owner', 'edit'], states: ['active'] },
  'board.restore-version': { roles: ['owner', 'edit'], states: ['active'] },
  'board.erase-history': { roles: ['owner'], states: ['active'] },
  'board.save-as-template': { roles: ['owner'], states: ['active', 'archived'] },
  'board.use-newer-template': { roles: ['owner'], states: ['active'] },
  'board.keep': { roles: ['owner'], states: ['active', 'archived'] },
  // Snapshots outlive their board: whoever deleted it can still see and withdraw them.
  'board.make-snapshot': { roles: ['owner', 'edit'], states: ['active', 'archived', 'deleted'] },
  'board.see-snapshots': { roles: BOARD_ROLES, states: ['active', 'archived', 'deleted'] },
  'board.answer-snapshot': { roles: BOARD_ROLES, states: ['active', 'archived'] },
  'board.share': { roles: ['owner'], states: ['active', 'archived'] },
  // Whoever may contribute may vote; to open a vote, show it and cancel it is for who leads the board or its sprint.
  'board.vote': { roles: ['owner', 'edit', 'contribute'], states: ['active'] },
  'board.steer-vote': { roles: ['owner'], states: ['active'] },
}

/** All that guests do on the board that their link leads to, by their role on it. An archived board is closed to them. */
const GUEST_BOARD_ACTIONS: readonly BoardAction[] = ['board.view', 'board.edit', 'board.change-others', 'board.vote']

/** What somebody may do to a board that they may see, and that also makes something new: the right for that is asked. */
const ALSO_NEEDED: Partial<Record<BoardAction, OrganisationAction>> = {
  'board.duplicate': 'board.create',
  'board.save-as-template': 'template.create',
}

const EVERYBODY: readonly SprintPlace[] = [...SPRINT_ROLES, 'commissioner']
const TEAM: readonly SprintPlace[] = ['facilitator', 'member']
const LEADS: readonly SprintPlace[] = ['facilitator']
const UNTIL_ARCHIVED: readonly SprintStatus[] = ['preparation', 'running', 'finished']

/** Per action: which places in a sprint may, and in which status of it. */
const SPRINT_RIGHTS: Record<SprintAction, { places: readonly SprintPlace[]; statuses: readonly SprintStatus[] }> = {
  'sprint.view': { places: EVERYBODY, statuses: SPRINT_STATUSES },
  'sprint.change': { places: LEADS, statuses: UNTIL_ARCHIVED },
  'sprint.delete': { places: LEADS, statuses: ['preparation'] },
  'sprint.change-agenda': { places: LEADS, statuses: UNTIL_ARCHIVED },
  'sprint.run': { places: LEADS, statuses: ['running'] },
  'sprint.set-status': { places: LEADS, statuses: SPRINT_STATUSES },
  'sprint.duplicate': { places: TEAM, statuses: SPRINT_STATUSES },
  'sprint.manage-team': { places: LEADS, statuses: UNTIL_ARCHIVED },
  'sprint.add-board': { places: TEAM, statuses: UNTIL_ARCHIVED },
  'sprint.arrange-boards': { places: LEADS, statuses: UNTIL_ARCHIVED },
  'sprint.read-log': { places: EVERYBODY, statuses: SPRINT_STATUSES },
  'sprint.write-log': { places: TEAM, statuses: UNTIL_ARCHIVED },
  // Also after closing (domain guide, rule 16).
  'sprint.add-side-benefit': { places: TEAM, statuses: SPRINT_STATUSES },
  'sprint.change-purpose': { places: LEADS, statuses: UNTIL_ARCHIVED },
  'sprint.decide': { places: LEADS, statuses: UNTIL_ARCHIVED },
  // Loops go on when the sprint has long been filed.
  'sprint.plan-loops': { places: TEAM, statuses: SPRINT_STATUSES },
  // What was shown can be withdrawn, and marked as final, after the sprint too.
  'sprint.make-snapshot': { places: TEAM, statuses: SPRINT_STATUSES },
  'sprint.see-snapshots': { places: EVERYBODY, statuses: SPRINT_STATUSES },
  // An answer is a decision, and so the commissioning manager's.
  'sprint.answer-snapshot': { places: ['commissioner'], statuses: UNTIL_ARCHIVED },
  'sprint.share': { places: LEADS, statuses: UNTIL_ARCHIVED },
  // Records are often filed when the sprint is long over.
  'sprint.file': { places: LEADS, statuses: SPRINT_STATUSES },
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

function isSprintAction(action: Action): action is SprintAction {
  return Object.hasOwn(SPRINT_RIGHTS, action)
}

/**
 * May this guest do this? Only what a link leads to, and never an account's rights: no list, no search, no member, no
 * version, no log.
 */
function canGuest(action: Action, resource: Resource): boolean {
  switch (resource.kind) {
    case 'board':
      if (!isBoardAction(action) || !GUEST_BOARD_ACTIONS.includes(action) || resource.role === null) return false
      return resource.state === 'active' && BOARD_RIGHTS[action].roles.includes(resource.role)
    case 'sprint-page':
      return action === 'sprint-page.view' && resource.isShared && UNTIL_ARCHIVED.includes(resource.status)
    default:
      return false
  }
}

/**
 * May this principal do this to this resource? Pure; false for every combination that is not written down above,
 * also for an action that does not belong to the resource's kind.
 */
export function can(principal: Principal, action: Action, resource: Resource): boolean {
  // Whoever has the secret may read, with an account where the link says so, and without one where it does not.
  if (resource.kind === 'snapshot-page') {
    return action === 'snapshot-page.view' && resource.isShared && (principal.kind === 'user' || !resource.needsAccount)
  }
  if (principal.kind === 'guest') return canGuest(action, resource)
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
    case 'sprint': {
      if (!isSprintAction(action) || resource.place === null) return false
      if (action === 'sprint.duplicate' && !can(principal, 'sprint.create', { kind: 'organisation' })) return false
      const right = SPRINT_RIGHTS[action]
      return right.places.includes(resource.place) && right.statuses.includes(resource.status)
    }
    case 'loop':
      return mayWithLoop(action, resource)
    default:
      return false
  }
}
