import { AppError } from '@samtavle/shared/errors'
import { type GrantedAccess, noSuchBoard, requireFurther } from './access-service.ts'
import type { LiveRightsService } from './live-rights-service.ts'
import type { MemberRole, MemberRow, SharingStore } from './sharing-store.ts'

export type MemberService = ReturnType<typeof createMemberService>

/** Who is on a board. The rooms hear of every change after it is committed, so that open sockets follow at once. */
export function createMemberService(deps: { store: SharingStore; live: Pick<LiveRightsService, 'tellRoles'> }) {
  const { store, live } = deps
  return {
    async list(access: GrantedAccess): Promise<MemberRow[]> {
      return await store.members(access.boardId)
    },

    /**
     * Adds a colleague or changes their role. The access must be the owner's.
     * @throws AppError `conflict` for the owner themselves, `not_found` for somebody who is not in the organisation.
     */
    async put(access: GrantedAccess, userId: string, role: MemberRole): Promise<void> {
      requireFurther(access, 'board.manage-members')
      if (sameId(userId, access.identity.userId)) throw new AppError('conflict', 'the owner of a board stays its owner')
      const stored = await store.put(access.boardId, userId, role)
      if (stored === undefined) throw new AppError('not_found', 'no such person')
      await live.tellRoles({ boardId: access.boardId, userId: stored })
    },

    /**
     * Takes somebody off the board. Everybody may leave; only the owner removes somebody else.
     * @throws AppError `forbidden`; `conflict` for the owner leaving, and for somebody who is here by the sprint's team
     *   alone; `not_found` for somebody who is not on the board.
     */
    async remove(access: GrantedAccess, userId: string): Promise<void> {
      const leaving = sameId(userId, access.identity.userId)
      if (leaving && access.role === 'owner') throw new AppError('conflict', 'the owner of a board stays its owner')
      if (!leaving) requireFurther(access, 'board.manage-members')
      const removed = await store.remove(access.boardId, userId)
      // Also when there was nobody to remove: an earlier attempt may have been committed without anybody hearing of it.
      const [left] = await live.tellRoles({ boardId: access.boardId, userId: userId.toLowerCase() })
      if (!removed && left?.role) throw new AppError('conflict', 'on this board by its sprint')
      if (!removed) throw leaving ? noSuchBoard() : new AppError('not_found', 'not a member of this board')
    },
  }
}

/** A UUID may come in capitals; the database knows it in lower case. */
const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
