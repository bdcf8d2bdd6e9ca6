import { setImmediate as nextTurn } from 'node:timers/promises'
import { deflateRawSync } from 'node:zlib'
import { encodeSyncStep1, encodeUpdate, LIMITS, MESSAGE, readAck } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { frameBytes, OPCODE, type RawFrame, RawWebSocket } from '../support/raw-websocket.ts'
import { ORIGIN, openSocketServer, outcomeOf } from '../support/socket-server.ts'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)
const closeWith = (code: number): RawFrame => ({ opcode: OPCODE.close, payload: bytes(code >> 8, code & 0xff) })
const binary = (...values: number[]): RawFrame => ({ opcode: OPCODE.binary, payload: bytes(...values) })
const many = (value: number, times: number): number[] => Array.from({ length: times }, () => value)
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
/** `count` fragments of a message that never ends. */
const fragments = (count: number): RawFrame[] =>
  range(0, count - 1).map((i) => ({
    opcode: i === 0 ? OPCODE.binary : OPCODE.continuation,
    fin: false,
    payload: bytes(0),
  }))
const invalidText = bytes(0xc3, 0x28)

type Attack = { name: string; frames: RawFrame[]; code: number }
const attack = (name: string, code: number, ...frames: RawFrame[]): Attack => ({ name, frames, code })

/** Frames that no honest client sends, and the code that each must end with. */
const ATTACKS: Attack[] = [
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) => attack(`opcode ${opcode}`, 1002, { opcode })),
  ...[1, 2, 4, 7].map((reserved) => attack(`reserved bits ${reserved}`, 1002, { ...binary(0), reserved })),
  attack('a frame without a mask', 1002, { ...binary(0, 0, 0), masked: false }),
  ...[OPCODE.close, OPCODE.ping, OPCODE.pong].flatMap((opcode) => [
    attack(`control frame ${opcode} in fragments`, 1002, { opcode, fin: false }),
    attack(`control frame ${opcode} of 126 bytes`, 1002, { opcode, payload: new Uint8Array(126) }),
  ]),
  attack('a close of one byte', 1002, { opcode: OPCODE.close, payload: bytes(3) }),
  ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535].map((code) =>
    attack(`a close with ${code}`, 1002, closeWith(code)),
  ),
  attack('a close whose reason is no text', 1007, { opcode: OPCODE.close, payload: bytes(3, 232, ...invalidText) }),
  attack('a continuation of nothing', 1002, { opcode: OPCODE.continuation, payload: bytes(0) }),
  attack('a message inside a message', 1002, { ...binary(0), fin: false }, binary(0)),
  attack('text that is no text', 1007, { opcode: OPCODE.text, payload: invalidText }),
  attack('text', 4400, { opcode: OPCODE.text, payload: bytes(65) }),
  attack('an endless message', 1008, ...fragments(1_025)),
  ...[BigInt(LIMITS.frameBytes + 1), 2n ** 32n, 2n ** 53n, 2n ** 62n, 2n ** 64n - 1n].map((declares) =>
    attack(`a length of ${declares}`, 1009, { ...binary(), declares }),
  ),
  attack('an empty message', 4400, binary()),
  attack('an unknown type', 4400, binary(7, 7, 7)),
  attack('an unknown sync step', 4400, binary(0, 3, 0)),
  attack('a number without an end', 4400, binary(...many(0xff, 20))),
  attack('a sync step 1 that is cut off', 4400, binary(0, 0)),
  attack('an update that is cut off', 4400, binary(0, 2, 200, 1)),
  attack('an update of no bytes', 4400, binary(0, 2, 0)),
  attack('a state vector that lies', 4400, binary(0, 0, 2, 200, 1)),
  attack('bytes behind a message', 4400, binary(0, 2, 2, 0, 0, 9)),
  attack('an awareness message over its limit', 4400, binary(1, 255, 127, ...many(32, 128 * 128 - 1))),
  attack('awareness that is cut off', 4400, binary(1, 3, 9, 1, 1)),
  attack('awareness that is no JSON', 4400, binary(1, 5, 1, 1, 1, 1, 123)),
  attack('the message of a server', 4400, binary(MESSAGE.ack, 1, 0)),
]

/** A server with somebody on a board who keeps writing, and measures how long that takes. */
async function openScene() {
  const server = await openSocketServer()
  const { cookie, userId } = server.signIn()
  const board = server.createBoard({ [userId]: 'owner' })
  const headers = { Origin: ORIGIN, Cookie: cookie }
  const honest = server.socket(`/sync/${board}`, { origin: ORIGIN, cookie })
  expect(await outcomeOf(honest)).toEqual({ status: 101 })
  return { server, board, path: `/sync/${board}`, headers, honest, echo: createEcho(honest) }
}

/** Sends an edit and waits for it to be counted; keeps how long each took, in milliseconds. */
function createEcho(socket: WebSocket) {
  const doc = new Y.Doc()
  const took: number[] = []
  let edits = 0
  let onAck = () => {}
  let closed = false
  socket.on('close', () => {
    closed = true
    onAck()
  })
  socket.on('message', (data: Buffer) => {
    if (data[0] !== MESSAGE.ack) return
    const decoder = decoding.createDecoder(new Uint8Array(data).subarray(1))
    if (readAck(decoder).count === edits) onAck()
  })
  return {
    took,
    async edit() {
      const start = performance.now()
      const counted = new Promise<void>((resolve) => {
        onAck = resolve
      })
      doc.once('update', (update: Uint8Array) => socket.send(encodeUpdate(update)))
      edits += 1
      doc.getMap('records').set('edit', edits)
      await counted
      expect(closed).toBe(false)
      took.push(performance.now() - start)
    },
  }
}
const p99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] as number

const syncStep1 = frameBytes({ opcode: OPCODE.binary, payload: encodeSyncStep1(bytes(0)) })

describe('frames that no honest client sends', () => {
  it('P2 P3 SEC-20: each ends its own socket with its code, whenever it comes, and nobody else notices', async () => {
    const { server, path, headers, echo } = await openScene()
    for (let i = 0; i < 100; i++) await echo.edit()
    const undisturbed = p99(echo.took.splice(0))
    expect(ATTACKS.length).toBeGreaterThan(45)
    const outcomes: string[] = []
    const expected: string[] = []
    for (const { name, frames, code } of ATTACKS) {
      const wire = frames.map(frameBytes)
      const whenever = {
        'with the request': () => RawWebSocket.open(server.port, path, headers, Buffer.concat(wire)),
        'on a quiet socket': async () => {
          const socket = await RawWebSocket.open(server.port, path, headers)
          await socket.message(MESSAGE.ack)
          socket.send(...wire)
          return socket
        },
        'behind a sync step 1': async () => {
          const socket = await RawWebSocket.open(server.port, path, headers)
          await socket.answer()
          socket.send(syncStep1, ...wire)
          return socket
        },
      }
      for (const [when, send] of Object.entries(whenever)) {
        const socket = await send()
        await echo.edit()
        outcomes.push(`${name} ${when}: ${await socket.closeCode()}`)
        expected.push(`${name} ${when}: ${code}`)
        socket.stream.destroy()
      }
    }
    expect(outcomes).toEqual(expected)
    expect(echo.took).toHaveLength(3 * ATTACKS.length)
    expect(p99(echo.took)).toBeLessThan(Math.max(50, 5 * undisturbed))
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([])
    while (server.door.count() > 1) await nextTurn()
    expect(server.rooms.stats().peers).toBe(1)
  })

  it('P3 SEC-21: what is only declared takes no memory', async () => {
    const { server, path, headers, echo } = await openScene()
    const declared = frameBytes({ opcode: OPCODE.binary, declares: BigInt(LIMITS.frameBytes) })
    const sockets: RawWebSocket[] = []
    await echo.edit()
    const before = process.memoryUsage()
    for (let i = 0; i < 50; i++) {
      const socket = await RawWebSocket.open(server.port, path, headers)
      await socket.message(MESSAGE.ack)
      socket.send(declared, bytes(0, 2))
      sockets.push(socket)
    }
    await echo.edit()
    const after = process.memoryUsage()
    // Fifty times eight MiB are declared.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(8 * 1024 * 1024)
    for (const { stream } of sockets) stream.destroy()
  })

  it('P3 SEC-22: compression is not agreed on, and a bomb of 50 MiB is an error before it is opened', async () => {
    const { server, path, headers, echo } = await openScene()
    const offer = { ...headers, 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' }
    const bomb = deflateRawSync(Buffer.alloc(50 * 1024 * 1024), { level: 9 })
    expect(bomb.byteLength).toBeLessThan(60_000)
    await echo.edit()
    const before = process.memoryUsage()
    for (let i = 0; i < 10; i++) {
      const socket = await RawWebSocket.open(server.port, path, offer)
      expect(await socket.answer()).not.toMatch(/Sec-WebSocket-Extensions/i)
      socket.send(frameBytes({ opcode: OPCODE.binary, payload: bomb, reserved: 4 }))
      expect(await socket.closeCode()).toBe(1002)
      socket.stream.destroy()
      await echo.edit()
    }
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(16 * 1024 * 1024)
  })
})
