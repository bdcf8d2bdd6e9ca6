import { can, type SprintAction, type SprintPlace, type SprintStatus } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { type Sql, withDeadline } from '../db/database.ts'
import { type Identity, principalOf, requireIdentity } from '../http/app-env.ts'

/** A sprint that the identity may see, with what the identity is in it. */
export type GrantedSprint = { sprintId: string; place: SprintPlace; status: SprintStatus; identity: Identity }

/** Says whether an action is among somebody's rights in a sprint that is open to them. */
export function mayInSprint({ identity, place, status }: GrantedSprint, action: SprintAction): boolean {
  return can(principalOf(identity), action, { kind: 'sprint', place, status })
}

/**
 * Asks once more, for an action that only the body names.
 * @throws AppError `forbidden`.
 */
export function requireFurtherInSprint(access: GrantedSprint, action: SprintAction): void {
  if (!mayInSprint(access, action)) throw new AppError('forbidden', `${action} is not among your rights in this sprint`)
}

/**
 * The sprint, when the identity may do the action to it.
 * @throws AppError `unauthenticated`; `not_found` for every sprint that the identity must not know of; `forbidden`.
 */
export type RequireSprint = (identity: Identity | null, id: string, action: SprintAction) => Promise<GrantedSprint>

/** What stands between a person and a sprint. */
export function createRequireSprint(sql: Sql): RequireSprint {
  return async (identity, id, action) => {
    const person = requireIdentity(identity)
    const unknown = () => new AppError('not_found', 'no such sprint')
    if (!isUuid(id)) throw unknown()
    const [row] = await withDeadline(sql<{ place: SprintPlace | null; status: SprintStatus }[]>`
      SELECT sprint.status,
        coalesce(member.role, CASE WHEN sprint.commissioner_id = ${person.userId} THEN 'commissioner' END) AS place
      FROM sprint
      LEFT JOIN sprint_member AS member ON member.sprint_id = sprint.id AND member.user_id = ${person.userId}
      WHERE sprint.id = ${id} AND sprint.deleted_at IS NULL`)
    if (row === undefined || row.place === null) throw unknown()
    const access = { sprintId: id, place: row.place, status: row.status, identity: person }
    requireFurtherInSprint(access, action)
    return access
  }
}
