import type { BoardRole } from '@samtavle/shared/access'

/** Somebody whose socket is open on a board. */
export type Attendee = { userId: string; name: string; colour: number }

/**
 * What the rest of the server may tell the rooms: rights and boards change over HTTP and reach live sockets at once.
 * Implemented by the room registry.
 */
export interface RoomControl {
  /** Ends every socket of the board with 4410 and forgets the room. */
  boardDeleted(boardId: string): void
  /** Somebody's role on a board changed: null ends their sockets with 4403, `view` makes them read-only at once. */
  accessChanged(boardId: string, userId: string, role: BoardRole | null): void
  /** The board was renamed, archived (its sockets become read-only) or taken out of the archive. */
  boardChanged(boardId: string, board: { title: string; archived: boolean }): void
  /** Ends the sockets of one session with 4401. */
  sessionEnded(sessionHash: string): void
  /** A person's name or colour changed: their cursor shows it from now on. */
  personChanged(person: Attendee): void
  /** Who is on the board now, each person once. */
  attendees(boardId: string): Attendee[]
}
