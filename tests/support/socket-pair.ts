import type { CloseReason } from '@samtavle/shared/protocol'
import type { RoomPeer, SeatHandle } from '../../apps/sync-server/src/rooms/room-peer.ts'

/**
 * A socket without a network: two queues that a test flushes by hand, so that every order of events can be had. The
 * server's end is a `RoomPeer`; the client's end is a function that takes frames.
 */
export type SocketPair = {
  /** The server's end. */
  readonly peer: RoomPeer
  /** What the server sent and the client has not seen. */
  readonly toClient: Uint8Array[]
  /** What the client sent and the server has not seen. */
  readonly toServer: Uint8Array[]
  readonly closedWith: CloseReason | null
  /** Binds the server's end to its place in a room. */
  sit(seat: SeatHandle): void
  /** Delivers what the server sent; returns how many frames that were. */
  flushToClient(receive: (frame: Uint8Array) => void): number
  /** Delivers what the client sent; returns how many frames that were. */
  flushToServer(): number
  /** Says how many bytes lie before the client unread; at 0 the server is told that it has read again. */
  stall(bytes: number): void
  /** The client goes away; what is under way is lost. */
  disconnect(): void
}

let pairs = 0

export function createSocketPair(): SocketPair {
  const toClient: Uint8Array[] = []
  const toServer: Uint8Array[] = []
  let seat: SeatHandle | undefined
  let closedWith: CloseReason | null = null
  let backlog = 0
  let taken = () => {}
  pairs += 1
  return {
    peer: {
      id: `peer-${pairs}`,
      get backlog() {
        return backlog
      },
      send(frame) {
        if (closedWith === null) toClient.push(frame)
      },
      sendAll(frames) {
        if (closedWith === null) toClient.push(...frames)
      },
      whenTaken(task) {
        if (backlog === 0) task()
        else taken = task
      },
      close(reason) {
        closedWith ??= reason
      },
    },
    toClient,
    toServer,
    stall(bytes) {
      const wasSlow = backlog > 0
      backlog = bytes
      if (!wasSlow || bytes > 0) return
      taken()
      seat?.drained()
    },
    get closedWith() {
      return closedWith
    },
    sit(place) {
      seat = place
    },
    flushToClient(receive) {
      const frames = toClient.splice(0)
      for (const frame of frames) receive(frame)
      return frames.length
    },
    flushToServer() {
      const frames = toServer.splice(0)
      for (const frame of frames) if (closedWith === null) seat?.receive(frame)
      return frames.length
    },
    disconnect() {
      toClient.length = 0
      toServer.length = 0
      seat?.leave()
      seat = undefined
    },
  }
}
