import type { SprintRole } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import { leftTeamProposal } from './proposal-words.ts'
import { type GrantedSprint, requireFurther } from './sprint-access-service.ts'
import type { SprintReadingStore } from './sprint-reading-store.ts'
import type { SprintTeamStore } from './sprint-team-store.ts'

export type SprintTeamService = ReturnType<typeof createSprintTeamService>

const nobodyLeads = (): AppError =>
  new AppError('conflict', 'a sprint needs a facilitator: make somebody else one first')

/** Who is in a sprint. Open sockets on its boards follow every change at once. */
export function createSprintTeamService(deps: {
  store: SprintTeamStore
  reading: Pick<SprintReadingStore, 'people'>
  live: Pick<LiveRightsService, 'tellRoles'>
  now: () => Date
}) {
  const { store, reading, live, now } = deps
  return {
    /**
     * Adds somebody or changes their role.
     * @throws AppError `conflict` when nobody would lead the sprint, `not_found` for somebody not in the organisation.
     */
    async put(granted: GrantedSprint, person: string, role: SprintRole): Promise<void> {
      requireFurther(granted, 'sprint.manage-team')
      const sprintId = granted.sprint.id
      const userId = person.toLowerCase()
      if (!(await reading.people([userId])).has(userId)) throw new AppError('not_found', 'no such person')
      if (!(await store.put(sprintId, userId, role, now()))) throw nobodyLeads()
      await live.tellRoles({ sprintId, userId })
    },

    /**
     * Takes somebody out of the team. Everybody may leave; only facilitators take out somebody else.
     * @throws AppError `forbidden`; `conflict` when nobody would lead the sprint; `not_found` for somebody who is not in
     *   the team.
     */
    async remove(granted: GrantedSprint, person: string): Promise<void> {
      const { sprint, identity } = granted
      const sprintId = sprint.id
      const userId = person.toLowerCase()
      if (userId !== identity.userId) requireFurther(granted, 'sprint.manage-team')
      const role = await store.role(sprintId, userId)
      const proposals =
        role === undefined || role === 'observer' ? [] : [leftTeamProposal(sprint.teamSize, role, sprint.locale, now())]
      const removed = await store.remove(sprintId, userId, proposals)
      // Also when there was nobody to remove: an earlier attempt may have been committed without anybody hearing of it.
      await live.tellRoles({ sprintId, userId })
      if (removed) return
      if (role === 'facilitator') throw nobodyLeads()
      throw new AppError('not_found', 'not in the team')
    },
  }
}
