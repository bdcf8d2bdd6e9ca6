import type { CloseReason } from '@samtavle/shared/protocol'
import type { RoomPeer, SeatHandle } from '../../apps/sync-server/src/rooms/room-peer.ts'

/** What looks at everything that goes over a socket. */
export type SocketWatcher = {
  /** The server hands a frame to the socket. */
  serverSent(socket: FuzzSocket, frame: Uint8Array): void
  /** A frame reached the client. */
  clientReceived(socket: FuzzSocket, frame: Uint8Array): void
  /** The client handed a frame to the socket. */
  clientSent(socket: FuzzSocket, frame: Uint8Array): void
  /** A frame reached the server. */
  serverReceived(socket: FuzzSocket, frame: Uint8Array): void
}

/**
 * A socket that loses, keeps and orders frames as TCP does: in order in each direction, and when the connection is cut
 * the ends of both streams are lost. Frames that come before the client has a place wait, as in a paused socket.
 */
export class FuzzSocket {
  readonly id: string
  readonly boardId: string
  readonly peer: RoomPeer
  readonly #watcher: SocketWatcher
  readonly #toClient: Uint8Array[] = []
  readonly #toServer: Uint8Array[] = []
  #seat: SeatHandle | undefined
  /** The client's end hears nothing any more. */
  #cut = false
  #closed: CloseReason | null = null
  /** Generation of the board that the place belongs to. */
  generation = 0

  constructor(id: string, boardId: string, watcher: SocketWatcher) {
    this.id = id
    this.boardId = boardId
    this.#watcher = watcher
    const send = (frame: Uint8Array) => {
      if (this.#closed !== null) return
      watcher.serverSent(this, frame)
      if (!this.#cut) this.#toClient.push(frame)
    }
    this.peer = {
      id,
      backlog: 0,
      send,
      sendAll: (frames) => frames.forEach(send),
      whenTaken: (task) => task(),
      close: (reason) => {
        if (this.#closed !== null) return
        this.#closed = reason
        this.#leave()
      },
    }
  }

  /** Why the server ended the socket, as soon as the client has read everything that came before. */
  get closedWith(): CloseReason | null {
    return this.#cut || this.#toClient.length > 0 ? null : this.#closed
  }

  get isQuiet(): boolean {
    return this.#toClient.length === 0 && this.#toServer.length === 0
  }

  /** Gives the socket its place in a room. */
  sit(seat: SeatHandle): void {
    if (this.#closed !== null || (this.#cut && this.#toServer.length === 0)) seat.leave()
    else this.#seat = seat
  }

  /** The client hands over a frame. */
  send(frame: Uint8Array): void {
    if (this.#cut) return
    this.#watcher.clientSent(this, frame)
    this.#toServer.push(frame)
  }

  /** Delivers up to so many frames to the server; returns how many those were. */
  flushToServer(frames = Number.POSITIVE_INFINITY): number {
    let moved = 0
    while (this.#seat !== undefined && this.#closed === null && this.#toServer.length > 0 && moved < frames) {
      const frame = this.#toServer.shift() as Uint8Array
      moved += 1
      this.#watcher.serverReceived(this, frame)
      this.#seat.receive(frame)
    }
    // Behind a close nobody reads.
    if (this.#closed !== null) this.#toServer.length = 0
    return moved
  }

  /** Delivers up to so many frames to the client; returns how many those were. */
  flushToClient(receive: (frame: Uint8Array) => void, frames = Number.POSITIVE_INFINITY): number {
    let moved = 0
    while (!this.#cut && this.#toClient.length > 0 && moved < frames) {
      const frame = this.#toClient.shift() as Uint8Array
      moved += 1
      this.#watcher.clientReceived(this, frame)
      receive(frame)
    }
    return moved
  }

  /** The connection is cut: what was under way is lost. The server does not know before `noticeCut`. */
  cut(): void {
    this.#cut = true
    this.#toClient.length = 0
    this.#toServer.length = 0
  }

  /** The server finds out that nobody is there. */
  noticeCut(): void {
    this.#closed ??= 'unavailable'
    this.#leave()
  }

  #leave(): void {
    this.#seat?.leave()
    this.#seat = undefined
  }
}
