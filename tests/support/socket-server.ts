import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BoardRole, BoardState } from '@samtavle/shared/access'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'
import type { Identity } from '../../apps/sync-server/src/http/app-env.ts'
import { type Clock, systemClock } from '../../apps/sync-server/src/rooms/clock.ts'
import { createSingleNodeFanout } from '../../apps/sync-server/src/rooms/fanout.ts'
import { createRoomRegistry } from '../../apps/sync-server/src/rooms/room-registry.ts'
import { attachUpgrade, type UpgradeDeps } from '../../apps/sync-server/src/ws/upgrade.ts'
import { holdStore } from './held-store.ts'
import { createMemoryDocStore } from './memory-doc-store.ts'

export const ORIGIN = 'https://tavle.example'

/** How long those who sign in here stay so. */
export const SESSION_MS = 30 * 24 * 60 * 60_000

type FakeBoard = { roles: Map<string, BoardRole>; state: BoardState; generation: number }

/** The door for sockets on a real HTTP server, with rooms in memory and people and boards that a test makes up. */
export async function openSocketServer(options: { clock?: Clock; identify?: UpgradeDeps['identify'] } = {}) {
  const clock = options.clock ?? systemClock
  const memory = createMemoryDocStore()
  const store = holdStore(memory)
  const logged: { level: string; details: object; message: string }[] = []
  const write = (level: string) => (details: object, message: string) => void logged.push({ level, details, message })
  const log = { info: write('info'), warn: write('warn'), error: write('error') }
  const rooms = createRoomRegistry({ store, fanout: createSingleNodeFanout(), clock, log, presenceEveryMs: 0 })
  const people = new Map<string, Identity & { sessionEndsAt: number }>()
  const boards = new Map<string, FakeBoard>()
  const server = createServer((_, response) => void response.end())
  const door = attachUpgrade(server, {
    rooms,
    identify: options.identify ?? (async (cookie) => people.get(cookie ?? '') ?? null),
    async accessFor(userId, boardId) {
      const board = boards.get(boardId)
      return board && { role: board.roles.get(userId) ?? null, state: board.state, generation: board.generation }
    },
    isAllowedOrigin: (origin) => origin === ORIGIN,
    log,
    clock,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    await door.closeSockets()
    rooms.close()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })

  return {
    http: server,
    port,
    door,
    rooms,
    store,
    memory,
    boards,
    people,
    logged,
    /** Signs somebody in. @returns the Cookie header */
    signIn(name = 'Anna'): { cookie: string; userId: string } {
      const cookie = `samtavle=${randomUUID()}`
      const userId = randomUUID()
      const who = { email: 'a@tavle.example', name, colour: 2, locale: 'da', role: 'member' } as const
      people.set(cookie, { userId, sessionHash: randomUUID(), sessionEndsAt: clock.now() + SESSION_MS, ...who })
      return { cookie, userId }
    },
    createBoard(roles: Record<string, BoardRole>): string {
      const id = randomUUID()
      boards.set(id, { roles: new Map(Object.entries(roles)), state: 'active', generation: 1 })
      memory.putBoard(id)
      return id
    },
    socket(path: string, headers: Record<string, string | undefined>, more: ClientOptions = {}): WebSocket {
      const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined)
      return new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: Object.fromEntries(given), ...more })
    },
  }
}

/** How an upgrade ends: 101, or the status of the answer and its error code. */
export async function outcomeOf(socket: WebSocket): Promise<{ status: number; code?: string }> {
  return await new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => resolve({ status: 101 }))
    socket.on('unexpected-response', (_: unknown, response: IncomingMessage) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(body).error.code }))
    })
  })
}

/** The code with which a socket closes. */
export async function closeCodeOf(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number]
  return code
}

/** The next frame from the server. Ask before the server can send it. */
export async function nextFrame(socket: WebSocket): Promise<Uint8Array> {
  const [data] = (await once(socket, 'message')) as [Buffer]
  return new Uint8Array(data)
}
