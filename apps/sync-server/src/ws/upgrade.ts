import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError } from '@samtavle/shared/errors'
import { toBoardId } from '@samtavle/shared/ids'
import { type CloseReason, LIMITS } from '@samtavle/shared/protocol'
import { WebSocketServer } from 'ws'
import { type Clock, systemClock } from '../rooms/clock.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { Admission } from '../rooms/room-peer.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import { type AdmissionDeps, type Admitted, createAdmitting } from './admitting.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { watchSession } from './session-watch.ts'
import { SocketCounts } from './socket-counts.ts'
import { SOCKET_TIMES, SocketPeer } from './socket-peer.ts'
import { createTurnFlush, type TurnFlush } from './turn-flush.ts'

/** How long finding out who asks may take, in milliseconds, before the upgrade is refused. */
export const AUTH_DEADLINE_MS = 5_000
/** Bytes that may come behind the request before it is answered. */
const HEAD_BYTES_MAX = 64 * 1024

export type UpgradeDeps = AdmissionDeps & {
  rooms: Pick<RoomRegistry, 'join'>
  /** Exact match against the installation's own origins; false for a missing one. */
  isAllowedOrigin: (origin: string | undefined) => boolean
  log: RoomLog
  /** False on loopback for benchmarks only. */
  rateLimits?: boolean
  clock?: Clock
  /** Writes to sockets; of its own unless the rooms are to know when it rests. */
  turnFlush?: TurnFlush
}

/** The way in for sockets, as shutdown sees it. */
export type SocketDoor = {
  /** Answers 503 to every upgrade from now on. */
  refuse(): void
  /** Ends every socket with 1012; resolves when all are gone, at the latest when none has time left to answer. */
  closeSockets(): Promise<void>
  /** How many sockets are open. */
  count(): number
}

/** `generation` is the one of the client's document, where it has one already. */
type Found = {
  boardId: string
  cookie: string | undefined
  generation: string | null
  admitted: Admitted
}

/**
 * Answers `GET /sync/:boardId`: origin, session and right to the board are checked before there is a WebSocket, and the
 * last two again by the room, because time passes between.
 */
export function attachUpgrade(server: Server, deps: UpgradeDeps): SocketDoor {
  const clock = deps.clock ?? systemClock
  const admit = createAdmitting(deps)
  const turnFlush = deps.turnFlush ?? createTurnFlush(clock)
  const peers = new Set<SocketPeer>()
  const counts = new SocketCounts()
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    maxFragments: 1_024,
    maxBufferedChunks: 4_096,
  })
  let refusing = false
  let whenEmpty: (() => void) | undefined

  async function find(request: IncomingMessage, head: Buffer): Promise<Found> {
    if (refusing) throw new AppError('unavailable', 'the server is stopping')
    const [path = '', query] = (request.url ?? '').split('?')
    const id = path.startsWith('/sync/') ? path.slice('/sync/'.length) : undefined
    if (id === undefined || id.includes('/')) throw new AppError('not_found', 'no socket here')
    if (!deps.isAllowedOrigin(request.headers.origin)) throw new AppError('foreign_origin', 'foreign or missing origin')
    if (head.byteLength > HEAD_BYTES_MAX) throw new AppError('too_large', 'too much before the handshake')
    const { cookie } = request.headers
    const boardId = toBoardId(id)
    if (boardId === undefined) {
      if ((await deps.identify(cookie)) === null) throw new AppError('unauthenticated', 'not signed in')
      throw new AppError('not_found', 'no such board')
    }
    const admitted = await admit(boardId, cookie)
    return { boardId, cookie, generation: new URLSearchParams(query).get('generation'), admitted }
  }

  /** Rights as they are now, as the room asks for them before it takes a peer in. */
  async function authorise({ boardId, cookie, generation }: Found): Promise<Admission | CloseReason> {
    try {
      const { admission } = await admit(boardId, cookie)
      return generation === null || generation === String(admission.generation) ? admission : 'rebuild'
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return CLOSE_REASON_OF[error.code as keyof typeof CLOSE_REASON_OF] ?? 'unavailable'
    }
  }

  async function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy())
    let found: Found
    let giveBack: () => void
    try {
      found = await within(clock, AUTH_DEADLINE_MS, find(request, head))
      if (refusing) throw new AppError('unavailable', 'the server is stopping')
      giveBack = takePlace(found)
    } catch (error) {
      if (!(error instanceof AppError)) deps.log.error({ err: error }, 'an upgrade failed')
      const { code, message } = error instanceof AppError ? error : new AppError('internal', 'internal error')
      refuseUpgrade(stream, code, message)
      return
    }
    // Also when the handshake fails, so that no place is ever lost.
    stream.once('close', giveBack)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const peer = new SocketPeer(socket, stream, {
        clock,
        log: deps.log,
        turnFlush,
        rateLimits: deps.rateLimits ?? true,
      })
      peers.add(peer)
      const stopWatching = watchSession(clock, found.admitted.endsAt, found.admitted.lasts, () =>
        peer.close('signedOut'),
      )
      socket.once('close', () => {
        stopWatching()
        peers.delete(peer)
        if (peers.size === 0) whenEmpty?.()
      })
      void takeIn(peer, found)
    })
  }

  /** @throws AppError `too_many_requests` when the person or the board has too many sockets. */
  function takePlace({ admitted, boardId }: Found): () => void {
    if (deps.rateLimits === false) return () => {}
    const giveBack = counts.enter(admitted.admission.person.userId, boardId)
    if (giveBack === null) throw new AppError('too_many_requests', 'too many sockets')
    return giveBack
  }

  async function takeIn(peer: SocketPeer, found: Found): Promise<void> {
    const seat = await deps.rooms.join(found.boardId, peer, () => authorise(found))
    if (typeof seat === 'string') peer.close(seat)
    else peer.sit(seat)
  }

  server.on('upgrade', (request, stream, head) => void onUpgrade(request, stream, head))
  const tick = () => {
    for (const peer of peers) peer.tick()
    cancelTick = clock.after(SOCKET_TIMES.tickMs, tick)
  }
  let cancelTick = clock.after(SOCKET_TIMES.tickMs, tick)

  return {
    refuse() {
      refusing = true
    },
    async closeSockets() {
      refusing = true
      cancelTick()
      for (const peer of [...peers]) peer.close('restart')
      if (peers.size > 0) await new Promise<void>((resolve) => (whenEmpty = resolve))
    },
    count: () => peers.size,
  }
}

const CLOSE_REASON_OF = {
  unauthenticated: 'signedOut',
  not_found: 'noSuchBoard',
  gone: 'gone',
  forbidden: 'notAllowed',
} as const satisfies Record<string, CloseReason>

/** @throws AppError `unavailable` when the promise takes longer. */
async function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  let cancel = () => {}
  const late = new Promise<never>((_, reject) => {
    cancel = clock.after(ms, () => reject(new AppError('unavailable', 'the server is too busy', { retryAfter: 2 })))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    cancel()
  }
}
