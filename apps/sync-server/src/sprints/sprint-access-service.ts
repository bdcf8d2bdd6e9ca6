import { can, type SprintAction, type SprintPlace } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { type Identity, principalOf, requireIdentity } from '../http/app-env.ts'
import type { SprintReadingStore, SprintRow } from './sprint-reading-store.ts'

/** A sprint that the identity may see, with what the identity is in it. */
export type GrantedSprint = { sprint: SprintRow & { place: SprintPlace }; identity: Identity }

/** What stands between a person and a sprint: asked by every route of sprints. */
export type SprintAccessService = ReturnType<typeof createSprintAccessService>

/** Unknown, foreign and malformed: one answer, so that it tells nobody which sprints exist. */
export const noSuchSprint = (): AppError => new AppError('not_found', 'no such sprint')

/** May the identity do this, too, to a sprint that is open to it? */
export function mayFurther({ sprint, identity }: GrantedSprint, action: SprintAction): boolean {
  return can(principalOf(identity), action, { kind: 'sprint', place: sprint.place, status: sprint.status })
}

/** @throws AppError `forbidden` when it may not. */
export function requireFurther(granted: GrantedSprint, action: SprintAction): void {
  if (!mayFurther(granted, action)) throw new AppError('forbidden', `${action} is not among your rights in this sprint`)
}

export function createSprintAccessService(deps: { store: Pick<SprintReadingStore, 'find'> }) {
  return {
    /**
     * The sprint, when the identity may do the action to it.
     * @throws AppError `unauthenticated`; `not_found` for every sprint that the identity must not know of; `forbidden`
     * when the place in it, or its status, does not allow the action.
     */
    async require(identity: Identity | null, sprintId: string, action: SprintAction): Promise<GrantedSprint> {
      const person = requireIdentity(identity)
      const row = isUuid(sprintId) ? await deps.store.find(person.userId, sprintId) : undefined
      if (row === undefined || row.place === null) throw noSuchSprint()
      const granted = { sprint: { ...row, place: row.place }, identity: person }
      requireFurther(granted, action)
      return granted
    },
  }
}
