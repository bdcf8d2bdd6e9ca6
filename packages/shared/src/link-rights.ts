import { BOARD_ROLES, type BoardRole, type Sensitivity } from './access.ts'

export const LINK_RIGHTS = ['edit', 'comment', 'view'] as const
/** What whoever has a share link may do with what it leads to. */
export type LinkRight = (typeof LINK_RIGHTS)[number]

/** What a link makes of its guests on its board. Restricted boards are open to nobody by a link. */
const BY_LINK: Record<LinkRight, Record<Sensitivity, BoardRole | null>> = {
  edit: { open: 'edit', restricted: null, locked: 'view' },
  comment: { open: 'contribute', restricted: null, locked: 'view' },
  view: { open: 'view', restricted: null, locked: 'view' },
}

/** What a guest is on the board of links that are open: the most that one of them gives. Null without any. */
export function boardRoleByLinks(rights: readonly LinkRight[], sensitivity: Sensitivity): BoardRole | null {
  const roles = rights.map((right) => BY_LINK[right][sensitivity])
  return BOARD_ROLES.find((role) => roles.includes(role)) ?? null
}
