import { heldRecords, isBoardFrame } from '@samtavle/shared/held-records'
import { isFixing, originOfBinding } from '@samtavle/shared/marking-values'
import type { BoardNow, WritePolicy } from './write-policy.ts'

const isHeld = ({ doc, fixedInBatch }: BoardNow, recordId: string): boolean =>
  fixedInBatch.has(recordId) || heldRecords(doc).has(recordId)

/**
 * For those who take part: everything but the background. What is fixed is what the server's document says before the
 * update, or an earlier update of the batch; what an update says of itself counts only against it.
 */
export const PARTICIPANT: WritePolicy = {
  name: 'participant',
  mayTouch: (recordId, _touch, now) => !isBoardFrame(recordId) && !isHeld(now, recordId),
  mayBring(_recordId, key, values, now) {
    return values.every((value) => {
      const origin = originOfBinding(key, value)
      return !isFixing(key, value) && !(typeof origin === 'string' && isHeld(now, origin))
    })
  },
}
