import type { BoardRole } from '@samtavle/shared/access'
import type { RoomEvent, RoomState } from '@samtavle/shared/protocol'
import type { TLStore } from '@tldraw/tldraw'
import type { ConnectionState } from '../sync/connection-options.ts'
import type { Probe } from '../sync/end-reason.ts'
import type { FirstStateRequest } from '../sync/first-state.ts'
import type { StampedUser } from '../sync/presence-state.ts'
import type { SavedName } from '../sync/saved-state.ts'
import type { Keeping } from './board-keeper.ts'
import type { RebuildCause } from './rebuild.ts'

/** What the room says that changes nothing of the session itself. */
type ToldOn = Extract<RoomEvent, { type: 'restored' | 'taken-back' | 'vote' }>

/** Is this for the page alone? */
export const isToldOn = (event: RoomEvent): event is ToldOn =>
  event.type === 'restored' || event.type === 'taken-back' || event.type === 'vote'

/** What the server told while the board was open. */
export type SessionNews =
  | { type: 'title'; title: string; archived: boolean }
  | { type: 'role'; role: BoardRole }
  /** I tried to change what is not mine, for the first time. */
  | { type: 'not-mine' }
  /** Somebody went back to a version of the board, or took that back; a vote on it is another than before. */
  | ToldOn
  /** Something I did was more than a board may hold, and was taken back. */
  | { type: 'beyond-limit' }
  /** The board was loaded anew. Of my changes some may be lost, with the words that I wrote in them. */
  | { type: 'rebuilt'; cause: RebuildCause; lost: boolean; words: string[] }

/** What the page shows of a session; a new object with every change. */
export type SessionView = Readonly<{
  connection: ConnectionState
  saved: SavedName
  /** True while something of mine is not known to be durable at the server. */
  unsaved: boolean
  /** True while something of it is neither on this device. */
  onlyHere: boolean
  /** True while this device keeps what is written. */
  keepsHere: boolean
  /** How many things on the board I have changed that wait for the server. */
  waiting: number
  room: RoomState
  people: readonly StampedUser[]
  /** What my role and the state of the board allow. */
  mayEdit: boolean
  /** The board takes no changes for now, whatever my role. */
  paused: boolean
  /** The board is loaded; from then on there is an editor. */
  store: TLStore | null
  quarantined: number
}>

/** What my role on a board allows: to write at all, to change what others made, to change the background. */
export type SessionRights = { mayWrite: boolean; mayChangeOthers: boolean; mayFix: boolean }

export type SessionOptions = {
  boardId: string
  /** What I may do while the board is not archived. */
  rights: SessionRights
  archived: boolean
  probe: Probe
  /** Asks for the board over HTTP; called once for each document. */
  firstState: () => FirstStateRequest
  /** Where the board is kept on this device; null when it is not to be. */
  keeping: Keeping | null
  onNews(news: SessionNews): void
}
