import { can } from '@samtavle/shared/access'
import type { BoardSummary, TemplateSummary } from '@samtavle/shared/api'

type Board = Pick<BoardSummary, 'id' | 'title' | 'role' | 'state' | 'templateId'>

/**
 * The boards that notes can be sent to: those of a template that this one hands on to, in its order, and all others, as
 * they came. Which boards one may write on is the server's to decide; this leaves out what it would refuse.
 */
export function receivingBoards<Receiving extends Board>(
  boards: readonly Receiving[],
  from: Pick<Board, 'id' | 'templateId'>,
  templates: readonly Pick<TemplateSummary, 'id' | 'number' | 'handsOnTo'>[],
): { suggested: Receiving[]; others: Receiving[] } {
  const open = boards.filter(({ id, role, state }) => id !== from.id && mayReceive(role, state))
  const next = templates.find(({ id }) => id === from.templateId)?.handsOnTo ?? []
  const slugs = next.map(({ to }) => templates.find(({ number }) => number === to)?.id)
  const suggested = slugs.flatMap((slug) => open.filter(({ templateId }) => slug !== undefined && templateId === slug))
  const names = new Set(suggested.map(({ id }) => id))
  return { suggested: [...new Set(suggested)], others: open.filter(({ id }) => !names.has(id)) }
}

function mayReceive(role: Board['role'], state: Board['state']): boolean {
  // The organisation's role does not count on a board.
  return can({ kind: 'user', userId: '', role: 'member' }, 'board.receive', { kind: 'board', role, state })
}
