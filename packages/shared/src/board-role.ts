import { BOARD_ROLES, type BoardRole, type MemberRole, type Sensitivity, type SprintRole } from './access.ts'

/** What each place in a sprint makes of its people on its boards. Restricted ones are the team's alone. */
const THROUGH_SPRINT: Record<SprintRole, Record<Sensitivity, BoardRole | null>> = {
  facilitator: { open: 'owner', restricted: 'owner', locked: 'owner' },
  member: { open: 'edit', restricted: 'edit', locked: 'view' },
  sparring: { open: 'contribute', restricted: null, locked: 'view' },
  observer: { open: 'view', restricted: null, locked: 'view' },
}

/** What somebody is on a board, by every way that leads to it: the most of them counts. Null for a stranger. */
export function boardRoleBy(ways: {
  isOwner: boolean
  added: MemberRole | null
  inSprint: SprintRole | null
  sensitivity: Sensitivity
}): BoardRole | null {
  if (ways.isOwner) return 'owner'
  const roles = [ways.added, ways.inSprint === null ? null : THROUGH_SPRINT[ways.inSprint][ways.sensitivity]]
  return BOARD_ROLES.find((role) => roles.includes(role)) ?? null
}
