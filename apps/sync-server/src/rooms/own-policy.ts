import { type BoardRole, can } from '@samtavle/shared/access'
import { originOfBinding } from '@samtavle/shared/marking-values'
import { isOwn, mayTouchOwn, type Ownership } from '@samtavle/shared/own-records'
import { isWrittenBy } from './client-claims.ts'
import { PARTICIPANT } from './participant-policy.ts'
import { principalOf, type RoomPerson } from './room-person.ts'
import type { BoardNow, WritePolicy } from './write-policy.ts'

/**
 * For those who contribute: what participants may, and of that only adding, and changing what is theirs. Whose a record
 * is the journal says, by the client that made it; never the record itself.
 */
export function ownPolicy(userId: string): WritePolicy {
  const mine = ({ doc, madeInBatch, claims }: BoardNow): Ownership => {
    return { doc, made: madeInBatch, isMine: (client) => claims.ownerOf(client) === userId }
  }
  return {
    name: 'own',
    mayTouch: (id, touch, now) => PARTICIPANT.mayTouch(id, touch, now) && mayTouchOwn(id, mine(now)),
    mayBring(id, key, values, now) {
      const tiesOwn = values.every((value) => {
        const origin = originOfBinding(key, value)
        return typeof origin !== 'string' || isOwn(origin, mine(now))
      })
      return tiesOwn && (PARTICIPANT.mayBring?.(id, key, values, now) ?? true)
    },
    mayWrite: (decoded, { doc, claims }) => isWrittenBy(userId, doc, claims, decoded),
  }
}

/** What somebody may write on a board, by their rights; null for all of it. */
export function policyOf(who: Pick<RoomPerson, 'userId' | 'role'>, onBoard: BoardRole): WritePolicy | null {
  const person = principalOf(who)
  const board = { kind: 'board', role: onBoard, state: 'active' } as const
  if (can(person, 'board.change-background', board)) return null
  return can(person, 'board.change-others', board) ? PARTICIPANT : ownPolicy(who.userId)
}
