import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { encodeUpdate, LIMITS, MESSAGE } from '@samtavle/shared/protocol'
import { describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createManualClock, settle } from '../../../../tests/support/manual-clock.ts'
import { closeCodeOf, nextFrame, ORIGIN, openSocketServer, outcomeOf } from '../../../../tests/support/socket-server.ts'
import { BUFFERED_BYTES_MAX, SOCKET_ALLOWANCES, SOCKET_TIMES, SocketPeer } from './socket-peer.ts'
import { createTurnFlush } from './turn-flush.ts'

async function scene(manual = false) {
  const clock = createManualClock()
  const server = await openSocketServer(manual ? { clock } : {})
  const { cookie, userId } = server.signIn()
  const board = server.createBoard({ [userId]: 'owner' })
  const open = async (autoPong = true) => {
    const socket = server.socket(`/sync/${board}`, { origin: ORIGIN, cookie }, { autoPong })
    const first = nextFrame(socket)
    await outcomeOf(socket)
    if (manual) while (server.rooms.stats().peers === 0) await settle()
    clock.turn()
    await first
    return socket
  }
  return { server, clock, open }
}

const anEdit = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('records').set('note', 1)
  return encodeUpdate(Y.encodeStateAsUpdate(doc))
}

describe('frames', () => {
  test('P2: text, and frames that are no message, end their socket with 4400 and no other', async () => {
    const { server, open } = await scene()
    const witness = await open()
    for (const frame of ['text', new Uint8Array([99, 1]), new Uint8Array([0, 2, 200]), new Uint8Array()]) {
      const socket = await open()
      const code = closeCodeOf(socket)
      socket.send(frame)
      expect(await code).toBe(4400)
    }
    const answer = nextFrame(witness)
    witness.send(anEdit())
    expect((await answer)[0]).toBe(MESSAGE.ack)
    expect(server.memory.rows).toHaveLength(1)
  })

  test('P3: a frame over the limit ends its socket with 1009 on its declared size', async () => {
    const { server, open } = await scene()
    const witness = await open()
    const socket = await open()
    const code = closeCodeOf(socket)
    // Fourteen bytes that announce ten million: nothing of them has to come.
    const head = Buffer.alloc(14)
    head[0] = 0x82
    head[1] = 0x80 | 127
    head.writeBigUInt64BE(10_000_000n, 2)
    const { _socket: stream } = socket as unknown as { _socket: { write(bytes: Buffer): void } }
    stream.write(head)
    expect(await code).toBe(1009)
    const whole = await open()
    const wholeCode = closeCodeOf(whole)
    whole.send(new Uint8Array(LIMITS.frameBytes + 1))
    expect(await wholeCode).toBe(1009)
    expect(witness.readyState).toBe(WebSocket.OPEN)
    expect(server.logged.filter(({ level }) => level !== 'info')).toEqual([])
  })

  test('P3: compression is not negotiated, so a compressed frame is no bomb but an error', async () => {
    const { open } = await scene()
    const socket = await open()
    expect(socket.extensions).toBe('')
    const code = closeCodeOf(socket)
    const { _socket: stream } = socket as unknown as { _socket: { write(bytes: Buffer): void } }
    stream.write(Buffer.from([0xc2, 0x81, 0, 0, 0, 0, 1]))
    expect(await code).toBe(1002)
  })
})

describe('heartbeat', () => {
  test('P7: a quiet socket gets a data frame at least every 15 s, as long as it answers pings', async () => {
    const { server, clock, open } = await scene(true)
    const socket = await open()
    for (let elapsed = 0; elapsed < 120_000; elapsed += LIMITS.keepAliveMs) {
      const frame = nextFrame(socket)
      for (let ms = 0; ms < LIMITS.keepAliveMs; ms += SOCKET_TIMES.tickMs) {
        clock.advance(SOCKET_TIMES.tickMs)
        clock.turn()
        // Lets a ping go out and its answer come back.
        for (let i = 0; i < 5; i++) await settle()
      }
      expect((await frame)[0]).toBe(MESSAGE.ack)
    }
    expect(server.rooms.stats().peers).toBe(1)
  })

  test('P7: a socket that answers nothing for 30 s is cut', async () => {
    const { server, clock, open } = await scene(true)
    const socket = await open(false)
    const code = closeCodeOf(socket)
    for (let ms = 0; ms <= SOCKET_TIMES.deadMs; ms += SOCKET_TIMES.tickMs) {
      expect(server.rooms.stats().peers).toBe(1)
      clock.advance(SOCKET_TIMES.tickMs)
      clock.turn()
      await settle()
    }
    expect(await code).toBe(1006)
    expect(server.rooms.stats().peers).toBe(0)
  })

  test('R9: a socket that does not read is cut when more than a board waits in front of it', () => {
    const socket = Object.assign(new EventEmitter(), { terminate: vi.fn(), pause() {}, resume() {} })
    const left = vi.fn()
    const log = { info() {}, warn() {}, error() {} }
    const clock = createManualClock()
    const deps = { clock, log, turnFlush: createTurnFlush(clock), rateLimits: true }
    // Nobody reads the other end.
    const peer = new SocketPeer(socket as unknown as WebSocket, new PassThrough(), deps)
    peer.sit({ receive() {}, keepAlive() {}, drained() {}, leave: left })
    peer.send(new Uint8Array(20 * 1024 * 1024))
    clock.turn()
    peer.send(new Uint8Array(BUFFERED_BYTES_MAX - 20))
    clock.turn()
    expect(left).not.toHaveBeenCalled()
    peer.send(new Uint8Array(21))
    expect(left).toHaveBeenCalledOnce()
    expect(socket.terminate).toHaveBeenCalledOnce()
  })

  test('P13: a socket that sends too much is read more slowly, and nothing of it is lost', () => {
    const [pause, resume, receive] = [vi.fn(), vi.fn(), vi.fn()]
    const socket = Object.assign(new EventEmitter(), { pause, resume })
    const log = { info() {}, warn() {}, error() {} }
    const clock = createManualClock()
    const deps = { clock, log, turnFlush: createTurnFlush(clock), rateLimits: true }
    const peer = new SocketPeer(socket as unknown as WebSocket, new PassThrough(), deps)
    peer.sit({ receive, keepAlive() {}, drained() {}, leave() {} })
    expect([pause.mock.calls.length, resume.mock.calls.length]).toEqual([1, 1])
    for (let i = 0; i < SOCKET_ALLOWANCES.frames.atOnce; i++) socket.emit('message', Buffer.alloc(10), true)
    expect(pause).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 12; i++) socket.emit('message', Buffer.alloc(10), true)
    expect(pause.mock.calls.length).toBeGreaterThan(1)
    expect(receive).toHaveBeenCalledTimes(SOCKET_ALLOWANCES.frames.atOnce + 12)
    clock.advance(99)
    expect(resume).toHaveBeenCalledTimes(1)
    clock.advance(1)
    expect(resume).toHaveBeenCalledTimes(2)
    // Bytes count too: 4 MiB at once, then 256 KiB a second.
    socket.emit('message', Buffer.alloc(SOCKET_ALLOWANCES.bytes.atOnce + SOCKET_ALLOWANCES.bytes.perSecond), true)
    clock.advance(999)
    expect(resume).toHaveBeenCalledTimes(2)
    clock.advance(1)
    expect(resume).toHaveBeenCalledTimes(3)
  })
})
