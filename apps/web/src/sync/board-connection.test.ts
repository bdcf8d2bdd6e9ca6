import {
  CLOSE,
  encodeAck,
  encodeEvent,
  encodeSyncStep1,
  encodeSyncStep2,
  type RoomEvent,
} from '@samtavle/shared/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BoardConnection } from './board-connection.ts'
import type { EndReason } from './end-reason.ts'
import { lastSocket as last, TestSocket, testConnection } from './test-socket.fixture.ts'

const server = new Y.Doc()
const stateOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc)

let connection: BoardConnection
let doc: Y.Doc
let probed: EndReason | 'available' | 'unreachable'
let probes: number
const events: RoomEvent[] = []
const received: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  TestSocket.all.length = 0
  events.length = 0
  received.length = 0
  probed = 'unreachable'
  probes = 0
  doc = new Y.Doc()
  connection = new BoardConnection({
    ...testConnection,
    doc,
    probe: async () => {
      probes++
      return probed
    },
    beforeReceive: () => received.push('flush'),
    onEvent: (event) => events.push(event),
  })
  connection.connect()
})

afterEach(() => {
  connection.destroy()
  vi.useRealTimers()
})

/** The server's side of a handshake: its state, and its question. */
function handshake(socket = last()): void {
  socket.open()
  socket.receive(encodeSyncStep2(stateOf(server)))
  socket.receive(encodeSyncStep1(Y.encodeStateVector(server)))
}

const edit = () => doc.getMap('records').set(String(Math.random()), 1)

test('opens the board under its own path and says when it is there', () => {
  expect(last().url).toBe('ws://board.test/sync/b1')
  expect(connection.state.name).toBe('connecting')
  last().open()
  expect(connection.state.name).toBe('syncing')
  last().receive(encodeSyncStep2(stateOf(server)))
  expect(connection.state.name).toBe('synced')
})

test('C2 a change is unsaved until the server says that its frame is durable', () => {
  handshake()
  last().receive(encodeAck(1, 'healthy'))
  expect(connection.oldestUnsavedAt).toBeNull()
  vi.setSystemTime(5000)
  edit()
  vi.setSystemTime(6000)
  edit()
  expect(connection.oldestUnsavedAt).toBe(5000)
  last().receive(encodeAck(2, 'healthy'))
  expect(connection.oldestUnsavedAt).toBe(6000)
  last().receive(encodeAck(3, 'degraded'))
  expect(connection.oldestUnsavedAt).toBeNull()
  expect(connection.room).toBe('degraded')
})

test('C2 what was open when a socket broke stays unsaved until the next one has answered and is acknowledged', () => {
  handshake()
  last().receive(encodeAck(1, 'healthy'))
  vi.setSystemTime(7000)
  edit()
  last().drop()
  expect(connection.state.name).toBe('waiting')
  expect(connection.oldestUnsavedAt).toBe(7000)
  vi.advanceTimersByTime(500)
  const socket = last()
  socket.open()
  // An update before the answer: its acknowledgement says nothing about what the old socket lost.
  edit()
  socket.receive(encodeSyncStep2(stateOf(server)))
  socket.receive(encodeAck(1, 'healthy'))
  expect(connection.oldestUnsavedAt).toBe(7000)
  socket.receive(encodeSyncStep1(Y.encodeStateVector(server)))
  expect(connection.oldestUnsavedAt).toBe(7000)
  socket.receive(encodeAck(2, 'healthy'))
  expect(connection.oldestUnsavedAt).toBeNull()
})

test('C2 a change made without a connection is unsaved at once', () => {
  handshake()
  last().receive(encodeAck(1, 'healthy'))
  last().drop()
  expect(connection.oldestUnsavedAt).toBeNull()
  vi.setSystemTime(9000)
  edit()
  expect(connection.oldestUnsavedAt).toBe(9000)
})

test('an acknowledgement of more than was sent counts as all of it', () => {
  handshake()
  last().receive(encodeAck(99, 'healthy'))
  edit()
  expect(connection.oldestUnsavedAt).not.toBeNull()
})

test('what is not yet written is asked for before a message is applied', () => {
  last().open()
  expect(received).toEqual([])
  last().receive(encodeSyncStep2(stateOf(server)))
  expect(received).toEqual(['flush'])
})

test('waits longer after each failure, at most half a minute', () => {
  const waits: number[] = []
  for (let i = 0; i < 9; i++) {
    last().drop()
    const { state } = connection
    if (state.name === 'waiting') waits.push(state.retryAt - Date.now())
    connection.connect()
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
})

test('a socket that is told to sync anew comes back soon, and waits when that fails', () => {
  handshake()
  last().drop(CLOSE.restart.code)
  expect(connection.state).toEqual({ name: 'waiting', retryAt: Date.now() + 250, failedOpens: 0 })
  vi.advanceTimersByTime(250)
  expect(TestSocket.all).toHaveLength(2)
  last().open()
  last().drop(CLOSE.restart.code)
  expect(connection.state).toMatchObject({ name: 'waiting', retryAt: Date.now() + 1000 })
})

test('how the room was told to be holds until the next socket is told', () => {
  handshake()
  last().receive(encodeAck(1, 'read-only'))
  last().drop(CLOSE.restart.code)
  expect(connection.room).toBe('read-only')
  vi.advanceTimersByTime(250)
  last().open()
  expect(connection.room).toBe('read-only')
  last().receive(encodeAck(0, 'healthy'))
  expect(connection.room).toBe('healthy')
})

test('the records that were refused are known when the connection ends', () => {
  handshake()
  expect(connection.refusal).toBeNull()
  last().receive(encodeEvent({ type: 'refused', records: ['shape:fixed'] }))
  last().drop(CLOSE.rebuild.code)
  expect(connection.state).toEqual({ name: 'ended', reason: 'rebuild' })
  expect(connection.refusal).toEqual({ type: 'refused', records: ['shape:fixed'] })
  expect(events).toEqual([])
})

test.each(['badData', 'signedOut', 'notAllowed', 'noSuchBoard', 'rebuild', 'gone'] as const)(
  'the close code for %s ends the retrying',
  (reason) => {
    handshake()
    last().drop(CLOSE[reason].code)
    expect(connection.state).toEqual({ name: 'ended', reason })
    vi.advanceTimersByTime(120_000)
    expect(TestSocket.all).toHaveLength(1)
  },
)

test('after two sockets that did not open, the server is asked why, and a refusal ends it', async () => {
  probed = 'noSuchBoard'
  last().drop()
  await vi.advanceTimersByTimeAsync(500)
  expect(probes).toBe(0)
  last().drop()
  await vi.advanceTimersByTimeAsync(1000)
  expect(probes).toBe(1)
  expect(connection.state).toEqual({ name: 'ended', reason: 'noSuchBoard' })
  expect(TestSocket.all).toHaveLength(2)
})

test('a server that does not answer is tried again', async () => {
  for (const wait of [500, 1000, 2000]) {
    last().drop()
    await vi.advanceTimersByTimeAsync(wait)
  }
  expect(probes).toBe(2)
  expect(connection.state.name).toBe('connecting')
})

test('the network coming back skips the waiting', () => {
  handshake()
  last().drop()
  connection.retryNow()
  expect(TestSocket.all).toHaveLength(2)
})

test('only my own awareness is sent, not what others sent me', () => {
  handshake()
  const before = last().sent.length
  connection.awareness.setLocalStateField('presence', { p: 'page' })
  expect(last().sent).toHaveLength(before + 1)
  connection.awareness.emit('update', [{ added: [77], updated: [], removed: [] }, 'elsewhere'])
  expect(last().sent).toHaveLength(before + 1)
})

test('events of the room are told, those of a newer server are not', () => {
  handshake()
  last().receive(encodeEvent({ type: 'role', role: 'view' }))
  last().receive(encodeEvent({ type: 'fireworks' } as unknown as RoomEvent))
  expect(events).toEqual([{ type: 'role', role: 'view' }])
})
