import { can } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { LoopAction } from '@samtavle/shared/loop-rights'
import { type Identity, principalOf, requireIdentity } from '../http/app-env.ts'
import { noSuchSprint } from '../sprints/sprint-access-service.ts'
import type { SprintReadingStore, SprintRow } from '../sprints/sprint-reading-store.ts'
import type { LoopStore } from './loop-store.ts'

/** A learning loop that the identity may see: through its sprint, or as the owner who received it. */
export type GrantedLoop = {
  sprint: Pick<SprintRow, 'id' | 'title' | 'place' | 'status'>
  identity: Identity
  /** Does the identity own it without being of the sprint? */
  receives: boolean
}

export type LoopAccessService = ReturnType<typeof createLoopAccessService>

/** What stands between a person and one learning loop. */
export function createLoopAccessService(deps: {
  sprints: Pick<SprintReadingStore, 'find'>
  store: Pick<LoopStore, 'receives'>
}) {
  return {
    /**
     * The loop's sprint, when the identity may do the action to the loop.
     * @throws AppError `unauthenticated`; `not_found` for every sprint of which the identity must not know, and whose
     *   loop it did not receive; `forbidden`
     */
    async require(
      identity: Identity | null,
      { sprintId, loopId }: { sprintId: string; loopId: string },
      action: LoopAction,
    ): Promise<GrantedLoop> {
      const person = requireIdentity(identity)
      const sprint = isUuid(sprintId) ? await deps.sprints.find(person.userId, sprintId) : undefined
      if (sprint === undefined) throw noSuchSprint()
      const { place } = sprint
      const may = (wanted: LoopAction, receives: boolean) =>
        can(principalOf(person), wanted, { kind: 'loop', place, receives })
      // Whoever may through the sprint is not asked about anything more.
      if (may(action, false)) return { sprint, identity: person, receives: false }
      const receives = isUuid(loopId) && (await deps.store.receives({ sprintId, loopId, userId: person.userId }))
      if (may(action, receives)) return { sprint, identity: person, receives }
      if (!may('loop.view', receives)) throw noSuchSprint()
      throw new AppError('forbidden', `${action} is not among your rights to this loop`)
    },
  }
}
