import { type BoardRole, can, type OrganisationRole } from '@samtavle/shared/access'
import type { CloseReason } from '@samtavle/shared/protocol'

/** All that a room knows of a socket. `ws/socket-peer.ts` implements it; tests use a hand-flushed one. */
export interface RoomPeer {
  readonly id: string
  /** Sends one frame. The bytes may be shared with other peers: nobody changes them. */
  send(frame: Uint8Array): void
  /** Ends the socket with the reason's close code. A second call does nothing. */
  close(reason: CloseReason): void
}

/** Who sits at a socket, as the server knows it; nothing of it comes from the client. */
export type RoomPerson = Readonly<{
  userId: string
  name: string
  colour: number
  role: OrganisationRole
  sessionHash: string
}>

/** What the rights of a person on a board were at the moment of asking. */
export type Admission = Readonly<{ person: RoomPerson; role: BoardRole; archived: boolean; generation: number }>

/** What a socket may do with its place in a room. */
export interface SeatHandle {
  /** Handles one frame of the client. Never throws on what a client sends. */
  receive(frame: Uint8Array): void
  /** Sends message 100 with the present count, so that the socket is not silent. */
  keepAlive(): void
  /** Gives the place up: the socket is closed. */
  leave(): void
}

/** A peer's place in a room: who it is, what it may, and how far its document frames have come. */
export type Seat = {
  readonly peer: RoomPeer
  person: RoomPerson
  role: BoardRole
  /** A frame that was refused stops the count for good: what comes behind it may build on what is not there. */
  count: 'running' | 'stopped'
  /** Document frames accepted, in order of arrival. */
  accepted: number
  /** How many of those are durable. */
  durable: number
  /** How many of those wait for a commit. */
  waiting: number
  /** The one awareness client id of this socket, once its first awareness message claimed it. */
  awarenessId: number | null
  /** Newest clock of the client's own awareness messages. */
  awarenessClock: number
  /** When writes were dropped because this person may only view, for the last minute. */
  dropped: number[]
}

export function createSeat(peer: RoomPeer, admission: Admission): Seat {
  const { person, role } = admission
  const counters = { accepted: 0, durable: 0, waiting: 0, awarenessId: null, awarenessClock: 0, dropped: [] }
  return { peer, person, role, count: 'running', ...counters }
}

/** May the person at this seat change the board now? */
export function mayEdit(seat: Seat, archived: boolean): boolean {
  const { userId, role } = seat.person
  const board = { kind: 'board', role: seat.role, state: archived ? 'archived' : 'active' } as const
  return can({ kind: 'user', userId, role }, 'board.edit', board)
}

/** How far message 100 may go after the `ordinal`th document frame of the seat was committed. */
export function noteCommitted(seat: Seat, ordinal: number): void {
  seat.waiting -= 1
  // Frames that carried nothing new lie behind the last one that waits: they are as durable as what they build on.
  seat.durable = seat.waiting === 0 ? seat.accepted : Math.max(seat.durable, ordinal)
}
