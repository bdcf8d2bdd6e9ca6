import { type BoardAction, type BoardRole, can } from '@samtavle/shared/access'
import type { CloseReason } from '@samtavle/shared/protocol'
import { policyOf } from './own-policy.ts'
import { principalOf, type RoomPerson } from './room-person.ts'
import type { WritePolicy } from './write-policy.ts'

/** All that a room knows of a socket. `ws/socket-peer.ts` implements it; tests use a hand-flushed one. */
export interface RoomPeer {
  readonly id: string
  /** Bytes that were sent and that the network has not taken yet. */
  readonly backlog: number
  /** Sends one frame. The bytes may be shared with other peers: nobody changes them. */
  send(frame: Uint8Array): void
  /** Sends several frames. The array may be shared with other peers too, so that it is prepared for the wire once. */
  sendAll(frames: readonly Uint8Array[]): void
  /** Calls back once the network has taken all that was sent, or the socket is gone. */
  whenTaken(task: () => void): void
  /** Ends the socket with the reason's close code. A second call does nothing. */
  close(reason: CloseReason): void
}

/** What the rights of a person on a board were at the moment of asking. */
export type Admission = Readonly<{
  person: RoomPerson
  role: BoardRole
  archived: boolean
  generation: number
}>

/** What a socket may do with its place in a room. */
export interface SeatHandle {
  /** Handles one frame of the client. Never throws on what a client sends. */
  receive(frame: Uint8Array): void
  /** Sends message 100 with the present count, so that the socket is not silent. */
  keepAlive(): void
  /** The network has taken what lay before it: the peer gets what was left out. */
  drained(): void
  /** Gives the place up: the socket is closed. */
  leave(): void
}

/**
 * How the document frames of a seat are counted. A frame that was refused stops the count for good, because what comes
 * behind it may build on what is not there: `readonly` by somebody who may only view, `saturated` while the room took
 * no edits, `refused` by the write guard.
 */
export type Counting = 'running' | 'readonly' | 'saturated' | 'refused'

/** A peer's place in a room: who it is, what it may, and how far its document frames have come. */
export type Seat = {
  readonly peer: RoomPeer
  person: RoomPerson
  role: BoardRole
  /** What of the board the person may touch; null for all of it. */
  policy: WritePolicy | null
  count: Counting
  /** Document frames accepted, in order of arrival. */
  accepted: number
  /** Their numbers, from 1, that are not durable, in ascending order. */
  readonly open: number[]
  /** The one awareness client id of this socket, once its first awareness message claimed it. */
  awarenessId: number | null
  /** Newest clock of the client's own awareness messages. */
  awarenessClock: number
  /** When writes were dropped because this person may only view, for the last minute. */
  dropped: number[]
  /** What the document held when this peer, which did not read, was first left out; null when it has everything. */
  leftOutSince: Uint8Array | null
  /** Awareness client ids whose states it was left out of. */
  readonly presenceLeftOut: Set<number>
}

export function createSeat(peer: RoomPeer, admission: Admission): Seat {
  const { person, role } = admission
  const counters = { count: 'running' as const, accepted: 0, open: [], dropped: [] }
  const presence = { awarenessId: null, awarenessClock: 0, presenceLeftOut: new Set<number>() }
  return { peer, person, role, policy: policyOf(person, role), ...counters, ...presence, leftOutSince: null }
}

/** May the person at this seat be here? Archived boards are closed to guests. */
export const mayView = (seat: Seat, archived: boolean): boolean => may(seat, 'board.view', archived)

/** May the person at this seat change the board now? */
export const mayEdit = (seat: Seat, archived: boolean): boolean => may(seat, 'board.edit', archived)

function may({ person, role }: Seat, action: BoardAction, archived: boolean): boolean {
  return can(principalOf(person), action, { kind: 'board', role, state: archived ? 'archived' : 'active' })
}

/** How many document frames of the seat, from its first, are durable: what message 100 says. */
export function durableCount({ accepted, open }: Seat): number {
  return open[0] === undefined ? accepted : open[0] - 1
}

/** The `ordinal`th document frame of the seat was committed. */
export function noteCommitted({ open }: Seat, ordinal: number): void {
  const index = open.indexOf(ordinal)
  if (index >= 0) open.splice(index, 1)
}
