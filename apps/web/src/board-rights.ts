import { type Action, can, type Principal } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import { guestHere } from './guest.ts'
import { useMe } from './queries.ts'

/** What the signed-in person, or the guest, may do with a board. */
export function useBoardRights({ role, state }: Pick<BoardSummary, 'role' | 'state'>): (action: Action) => boolean {
  const me = useMe()
  const principal: Principal =
    guestHere() === null ? { kind: 'user', userId: me.id, role: me.role } : { kind: 'guest', guestId: me.id }
  return (action) => can(principal, action, { kind: 'board', role, state })
}
