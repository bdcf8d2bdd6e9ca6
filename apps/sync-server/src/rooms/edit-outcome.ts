import { AppError } from '@samtavle/shared/errors'
import type { CloseReason } from '@samtavle/shared/protocol'

/** What becomes of an edit of the server's own: it is stored, there is no room for it, or the board takes no edits now. */
export type EditOutcome = 'committed' | 'full' | CloseReason

/** Why an edit was not made, for whoever asked for it. */
export function refusedEdit(outcome: Exclude<EditOutcome, 'committed'>): AppError {
  switch (outcome) {
    case 'full':
      return new AppError('board_full', 'there is no room for it on the board')
    case 'gone':
      return new AppError('gone', 'this board is deleted')
    case 'noSuchBoard':
      return new AppError('not_found', 'no such board')
    case 'notAllowed':
      return new AppError('forbidden', 'the board cannot be edited')
    default:
      return new AppError('unavailable', `the board cannot be edited now: ${outcome}`, { retryAfter: 2 })
  }
}
