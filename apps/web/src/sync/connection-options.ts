import type { RoomEvent } from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import type { EndReason, Probe } from './end-reason.ts'
import type { FirstStateRequest, KeptState } from './first-state.ts'

export type ConnectionState =
  | { name: 'connecting' }
  /** The socket is open; the board is on its way. */
  | { name: 'syncing' }
  | { name: 'synced' }
  /** Not connected; tries again at `retryAt` (ms). */
  | { name: 'waiting'; retryAt: number; failedOpens: number }
  | { name: 'ended'; reason: EndReason }

/** Why the server did not take a write: records that this person may not touch, or a full board. */
export type Refusal = Extract<RoomEvent, { type: 'refused' | 'full' }>

export type ConnectionOptions = {
  /** `ws(s)://host`, without the path. */
  origin: string
  boardId: string
  doc: Y.Doc
  probe: Probe
  /** What lies on this device, asked for once and before anybody else; null when nothing does. Never rejects. */
  kept?: () => Promise<KeptState | null>
  /** The first load over HTTP; without one the socket brings everything. Not asked for when the device has it. */
  firstState?: () => FirstStateRequest
  /** Called before a received message is applied: what is not yet in the document must be written into it now. */
  beforeReceive(): void
  onChange(): void
  onEvent(event: RoomEvent): void
  WebSocket?: typeof WebSocket
  now?: () => number
  random?: () => number
}
