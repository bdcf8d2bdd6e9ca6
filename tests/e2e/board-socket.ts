import type { Page, WebSocketRoute } from '@playwright/test'
import {
  CLOSE,
  type CloseReason,
  encodeAck,
  encodeEvent,
  isDocumentFrame,
  MESSAGE,
  type RoomState,
} from '@samtavle/shared/protocol'

/** The sockets of one page's board, with a hand on what goes through; the real server is behind them. */
export type BoardSocket = {
  /** How many sockets the page has opened. */
  opened(): number
  /** From now on the server says that the room is like this, and confirms nothing more; null: as it really is. */
  say(room: RoomState | null): void
  /** Lets no more writes of the page reach the server, on this socket. */
  refuseWrites(): void
  /** The server says that writes touched these records, and hangs up with 4409. */
  refuse(records: readonly string[]): Promise<void>
  /** The server says that there is no room on the board, and hangs up with 4409. */
  refuseAsFull(): Promise<void>
  /** The server hangs up. */
  end(reason: CloseReason): Promise<void>
  /** Every new socket is ended like this as soon as it has asked for the board; null: no more. */
  endNew(reason: CloseReason | null): void
}

/** Lays hands on the board's sockets of a page. Call it before the page goes to the board. */
export async function holdBoardSocket(page: Page): Promise<BoardSocket> {
  let opened = 0
  let room: RoomState | null = null
  let ending: CloseReason | null = null
  let counted = 0
  let refusing = false
  let current: WebSocketRoute | undefined
  const hangUp = async (route: WebSocketRoute | undefined, reason: CloseReason) => {
    await route?.close({ code: CLOSE[reason].code, reason })
  }
  await page.routeWebSocket(/\/sync\//, (route) => {
    opened += 1
    counted = 0
    refusing = false
    current = route
    const server = route.connectToServer()
    route.onMessage((frame) => {
      if (ending !== null) void hangUp(route, ending)
      else if (!refusing || typeof frame === 'string' || !isDocumentFrame(frame)) server.send(frame)
    })
    server.onMessage((frame) => {
      if (typeof frame === 'string' || frame[0] !== MESSAGE.ack) route.send(frame)
      else if (room === null) {
        counted = frame[1] ?? 0
        route.send(frame)
      } else route.send(Buffer.from(encodeAck(counted, room)))
    })
  })
  return {
    opened: () => opened,
    say(next) {
      room = next
      if (next !== null) current?.send(Buffer.from(encodeAck(counted, next)))
    },
    refuseWrites() {
      refusing = true
    },
    async refuse(records) {
      current?.send(Buffer.from(encodeEvent({ type: 'refused', records: [...records] })))
      await hangUp(current, 'rebuild')
    },
    async refuseAsFull() {
      current?.send(Buffer.from(encodeEvent({ type: 'full' })))
      await hangUp(current, 'rebuild')
    },
    end: (reason) => hangUp(current, reason),
    endNew(reason) {
      ending = reason
    },
  }
}
