import { type Action, can } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import { useMe } from './queries.ts'

/** What the signed-in person may do with a board. */
export function useBoardRights({ role, state }: Pick<BoardSummary, 'role' | 'state'>): (action: Action) => boolean {
  const me = useMe()
  return (action) => can({ kind: 'user', userId: me.id, role: me.role }, action, { kind: 'board', role, state })
}
