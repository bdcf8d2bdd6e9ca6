import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { encodeSyncStep1, MESSAGE, SYNC } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import { createManualClock, settle } from '../../../../tests/support/manual-clock.ts'
import {
  closeCodeOf,
  nextFrame,
  ORIGIN,
  openSocketServer,
  outcomeOf,
  SESSION_MS,
} from '../../../../tests/support/socket-server.ts'
import { SOCKETS_MAX, SocketCounts } from './socket-counts.ts'
import { AUTH_DEADLINE_MS } from './upgrade.ts'

async function scene() {
  const server = await openSocketServer()
  const { cookie, userId } = server.signIn()
  const board = server.createBoard({ [userId]: 'owner' })
  const ask = (headers: Record<string, string | undefined>, path = `/sync/${board}`) =>
    outcomeOf(server.socket(path, { origin: ORIGIN, cookie, ...headers }))
  return { server, cookie, userId, board, ask }
}

describe('before there is a WebSocket', () => {
  test('A1: SEC-01 only the exact origin of the installation is let in', async () => {
    const { server, ask } = await scene()
    const foreign = [
      undefined,
      'null',
      '',
      'https://evil.example',
      'https://sub.tavle.example',
      'https://tavle.example.evil',
      'https://tavle.example.',
      'http://tavle.example',
      'https://tavle.example:8443',
      'https://TAVLE.example',
      'https://tavle.example/',
      'https://evil@tavle.example',
    ]
    for (const origin of foreign) {
      expect(await ask({ origin }), `origin ${origin}`).toEqual({ status: 403, code: 'foreign_origin' })
    }
    expect(server.rooms.stats().rooms).toBe(0)
    expect(await ask({})).toEqual({ status: 101 })
  })

  test('A15: a person has 20 sockets and a board 200, and each place is free again when its socket closes', async () => {
    const { server, board, cookie } = await scene()
    const open = async (headers: { cookie: string }, id = board) => {
      const socket = server.socket(`/sync/${id}`, { origin: ORIGIN, ...headers })
      return { socket, outcome: await outcomeOf(socket) }
    }
    const own = await Promise.all(Array.from({ length: SOCKETS_MAX.person }, () => open({ cookie })))
    expect(own.every(({ outcome }) => outcome.status === 101)).toBe(true)
    expect((await open({ cookie })).outcome).toEqual({ status: 429, code: 'too_many_requests' })
    const other = server.signIn()
    server.boards.get(board)?.roles.set(other.userId, 'edit')
    expect((await open({ cookie: other.cookie })).outcome.status).toBe(101)
    own[0]?.socket.terminate()
    while (server.door.count() > SOCKETS_MAX.person) await settle()
    expect((await open({ cookie })).outcome.status).toBe(101)
  })

  test('A15: places are counted per person and per board', () => {
    const counts = new SocketCounts()
    const leave = Array.from({ length: SOCKETS_MAX.board }, (_, i) => counts.enter(`person ${i}`, 'board'))
    expect(leave.every((entered) => entered !== null)).toBe(true)
    expect(counts.enter('somebody', 'board')).toBeNull()
    expect(counts.enter('somebody', 'another')).not.toBeNull()
    leave[0]?.()
    leave[0]?.()
    expect(counts.enter('somebody', 'board')).not.toBeNull()
    expect(counts.enter('somebody else', 'board')).toBeNull()
  })

  test('A2: SEC-02 without a session nobody is let in', async () => {
    const { ask } = await scene()
    for (const cookie of [undefined, 'samtavle=guess', 'other=1']) {
      expect(await ask({ cookie })).toEqual({ status: 401, code: 'unauthenticated' })
      expect(await ask({ cookie }, '/sync/no-id')).toEqual({ status: 401, code: 'unauthenticated' })
    }
  })

  test("A3: SEC-02 an unknown board and somebody else's look the same, a deleted one is gone", async () => {
    const { server, userId, ask } = await scene()
    const foreign = server.createBoard({ [randomUUID()]: 'owner' })
    for (const id of [foreign, randomUUID(), 'no-id', '', `${foreign.toUpperCase()}`, `${foreign}%00`, '../x']) {
      expect(await ask({}, `/sync/${id}`), id).toEqual({ status: 404, code: 'not_found' })
    }
    const deleted = server.createBoard({ [userId]: 'owner' })
    server.boards.set(deleted, { roles: new Map([[userId, 'owner']]), state: 'deleted', generation: 1 })
    expect(await ask({}, `/sync/${deleted}`)).toEqual({ status: 410, code: 'gone' })
    server.boards.set(foreign, { roles: new Map(), state: 'deleted', generation: 1 })
    expect(await ask({}, `/sync/${foreign}`)).toEqual({ status: 404, code: 'not_found' })
  })

  test('A3: every other path is answered 404', async () => {
    const { board, ask } = await scene()
    for (const path of ['/', '/sync', `/syncs/${board}`, `/sync/${board}/more`, `/api/boards/${board}`]) {
      expect(await ask({}, path), path).toEqual({ status: 404, code: 'not_found' })
    }
    expect(await ask({}, `/sync/${board}?from=a-stock-client`)).toEqual({ status: 101 })
  })

  test('A13: SEC-03 who cannot be identified in time is refused', async () => {
    const clock = createManualClock()
    const server = await openSocketServer({ clock, identify: () => new Promise(() => {}) })
    const socket = server.socket(`/sync/${randomUUID()}`, { origin: ORIGIN, cookie: 'x' })
    const outcome = outcomeOf(socket)
    // The request has arrived when the deadline of its own is set beside the heartbeat's.
    while (clock.waiting() < 2) await settle()
    clock.advance(AUTH_DEADLINE_MS)
    expect(await outcome).toEqual({ status: 503, code: 'unavailable' })
  })

  test('A13: SEC-03 more than 64 KiB behind the request are refused', async () => {
    const { server, cookie, board } = await scene()
    for (const [bytes, status] of [
      [64 * 1024 + 1, 413],
      [0, 400],
    ] as const) {
      const stream = new PassThrough()
      const headers = { origin: ORIGIN, cookie, upgrade: 'websocket' }
      const answered = once(stream, 'data')
      server.http.emit('upgrade', { url: `/sync/${board}`, method: 'GET', headers }, stream, Buffer.alloc(bytes))
      // 400 comes from the handshake itself, which this request has no key for: it got as far as that.
      expect(String((await answered)[0])).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    }
  })

  test('R8: while the server stops, every upgrade is answered 503', async () => {
    const { server, ask } = await scene()
    server.door.refuse()
    expect(await ask({})).toEqual({ status: 503, code: 'unavailable' })
  })

  test('A2: a failure behind the door is answered without detail', async () => {
    const server = await openSocketServer({ identify: () => Promise.reject(new Error('secret detail')) })
    const socket = server.socket(`/sync/${randomUUID()}`, { origin: ORIGIN, cookie: 'x' })
    expect(await outcomeOf(socket)).toEqual({ status: 500, code: 'internal' })
    expect(server.logged.map(({ level }) => level)).toEqual(['error'])
  })
})

/** An upgrade request with the bytes that a client may send behind it without waiting. */
function request(path: string, cookie: string, behind: Uint8Array): Buffer {
  const lines = [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Origin: ${ORIGIN}`,
    `Cookie: ${cookie}`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), behind])
}

/** A masked binary frame of fewer than 126 bytes. */
const masked = (payload: Uint8Array): Uint8Array =>
  new Uint8Array([0x82, 0x80 | payload.length, 0, 0, 0, 0, ...payload])

describe('from the handshake on', () => {
  test('R2: SEC-03 a frame that comes with the handshake is answered once the board is loaded', async () => {
    const { server, cookie, board } = await scene()
    server.store.hold.load = true
    const stream = connect(server.port, '127.0.0.1')
    await once(stream, 'connect')
    stream.write(request(`/sync/${board}`, cookie, masked(encodeSyncStep1(new Uint8Array([0])))))
    let received = Buffer.alloc(0)
    stream.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes])
    })
    while (server.store.inFlight.length === 0) await settle()
    expect(received.includes('101 Switching Protocols')).toBe(true)
    const head = received.indexOf('\r\n\r\n') + 4
    expect(received.length).toBe(head)
    server.store.proceed()
    const answer = Buffer.from([MESSAGE.sync, SYNC.step2])
    while (!received.subarray(head).includes(answer)) await once(stream, 'data')
    stream.destroy()
  })

  test('A4: a right that ends between the answer and the room closes the socket', async () => {
    const { server, cookie, userId, board } = await scene()
    server.store.hold.load = true
    const endings = [
      { end: () => server.boards.get(board)?.roles.delete(userId), expected: 4404 },
      { end: () => server.people.delete(cookie), expected: 4401 },
    ]
    for (const { end, expected } of endings) {
      server.boards.get(board)?.roles.set(userId, 'owner')
      const socket = server.socket(`/sync/${board}`, { origin: ORIGIN, cookie })
      const code = closeCodeOf(socket)
      expect(await outcomeOf(socket)).toEqual({ status: 101 })
      while (server.store.inFlight.length === 0) await settle()
      end()
      server.store.proceed()
      expect(await code).toBe(expected)
      // Out of memory again, so that the next one waits for a load too.
      server.rooms.boardDeleted(board)
    }
    expect(server.rooms.stats().peers).toBe(0)
  })

  test('A9: SEC-04 when the time of a session is over its socket ends with 4401, and one that was used meanwhile stays', async () => {
    const server = await openSocketServer()
    const [idle, busy] = [server.signIn(), server.signIn()]
    const board = server.createBoard({ [idle.userId]: 'owner', [busy.userId]: 'edit' })
    const lasts = (cookie: string, ms: number) => {
      const person = server.people.get(cookie)
      if (person !== undefined) server.people.set(cookie, { ...person, sessionEndsAt: Date.now() + ms })
    }
    const enter = async ({ cookie }: { cookie: string }) => {
      lasts(cookie, 200)
      const socket = server.socket(`/sync/${board}`, { origin: ORIGIN, cookie })
      const seated = nextFrame(socket)
      expect(await outcomeOf(socket)).toEqual({ status: 101 })
      await seated
      return socket
    }
    const used = await enter(busy)
    lasts(busy.cookie, SESSION_MS)
    const code = closeCodeOf(await enter(idle))
    server.people.delete(idle.cookie)
    expect(await code).toBe(4401)
    expect(used.readyState).toBe(used.OPEN)
  })

  test('R3: a board that cannot be loaded closes the socket with 4503', async () => {
    const { server, cookie, board } = await scene()
    server.store.hold.load = true
    const socket = server.socket(`/sync/${board}`, { origin: ORIGIN, cookie })
    const code = closeCodeOf(socket)
    while (server.store.inFlight.length === 0) await settle()
    server.store.fail()
    expect(await code).toBe(4503)
  })

  test('A14: who comes with a document of another generation is ended with 4409, before a word', async () => {
    const { server, cookie, userId, board } = await scene()
    server.boards.set(board, { roles: new Map([[userId, 'owner']]), state: 'active', generation: 2 })
    server.memory.putBoard(board, 2)
    for (const generation of ['1', '3', '', 'x']) {
      const socket = server.socket(`/sync/${board}?generation=${generation}`, { origin: ORIGIN, cookie })
      const frames: unknown[] = []
      socket.on('message', (frame) => frames.push(frame))
      expect([await closeCodeOf(socket), frames], `generation ${generation}`).toEqual([4409, []])
    }
    const socket = server.socket(`/sync/${board}?generation=2`, { origin: ORIGIN, cookie })
    expect((await nextFrame(socket))[0]).toBe(MESSAGE.ack)
  })

  test('R8: shutdown ends every socket with 1012', async () => {
    const { server, cookie, board } = await scene()
    const sockets = [1, 2, 3].map(() => server.socket(`/sync/${board}`, { origin: ORIGIN, cookie }))
    await Promise.all(sockets.map(outcomeOf))
    const codes = Promise.all(sockets.map(closeCodeOf))
    await server.door.closeSockets()
    expect(await codes).toEqual([1012, 1012, 1012])
    expect(server.door.count()).toBe(0)
  })
})
