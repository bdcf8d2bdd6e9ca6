import {
  type Action,
  BOARD_ROLES,
  type BoardAction,
  SPRINT_ROLES,
  SPRINT_STATUSES,
  type SprintAction,
} from './access.ts'

const EVERYBODY_ANYWHERE = ['active', 'archived'].flatMap((state) => BOARD_ROLES.map((role) => `${role}@${state}`))

/** Who may, per action: `role@state`, for a member of the organisation. Everything that is not listed is refused. */
export const BOARD_TABLE: Record<BoardAction, string[]> & Partial<Record<Action, string[]>> = {
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

export const [PLACES, LEADS, TEAM] = [
  [...SPRINT_ROLES, 'commissioner'],
  ['facilitator'],
  ['facilitator', 'member'],
] as const
export const UNTIL_ARCHIVED = ['preparation', 'running', 'finished'] as const

/** Who may, per action, and in which status of the sprint. Everything else is refused. */
export const SPRINT_TABLE: Record<SprintAction, readonly [places: readonly string[], statuses: readonly string[]]> = {
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
