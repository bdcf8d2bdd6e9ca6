import { groupBy } from '@samtavle/shared/group-by'
import type { RecordedSize } from './board-growth.ts'
import type { ClientClaim } from './doc-store.ts'
import type { Seat } from './room-peer.ts'
import type { DecodedUpdate } from './update-guard.ts'

/** A room as the writer knows it. */
export interface WriterRoom {
  readonly boardId: string
  readonly generation: number
  /**
   * Looks at updates before they become rows, in order of arrival and after everything earlier was applied. Returns
   * those that go on; of the others the room has told the sender.
   */
  admit(updates: readonly PendingUpdate[]): readonly PendingUpdate[]
  /** Shows updates that are not durable: only while the room is degraded. */
  show(updates: readonly PendingUpdate[]): void
  /** These updates of the room are durable now; called once per statement, in order of arrival. */
  commit(updates: readonly PendingUpdate[]): void
}

/** An update on its way into the journal. */
export type PendingUpdate = {
  readonly room: WriterRoom
  /** Who sent it; null for the server itself. */
  readonly seat: Seat | null
  readonly actorId: string | null
  readonly ordinal: number
  readonly payload: Uint8Array
  /** What was read of it, until the room has admitted it. */
  decoded: DecodedUpdate | null
  /** The client ids that it claims; told when the room admits it. */
  claims?: readonly ClientClaim[]
  /** By how much at most the document grows with it; told when the room admits it. */
  growth?: number
  /** For an edit of the server's own on a board that is nearly full: how large the document is with it. */
  readonly size?: RecordedSize
  /**
   * Where it stands: the room's guard looks at it once, and it is `admitted` or `refused`; `shown` ones everybody sees
   * without their being durable.
   */
  stage: 'queued' | 'admitted' | 'refused' | 'shown'
}

/** The updates of each room, in their order. */
export const byRoom = (updates: readonly PendingUpdate[]): Map<WriterRoom, PendingUpdate[]> =>
  groupBy(updates, ({ room }) => room)
