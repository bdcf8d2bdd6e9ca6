import { CLOSE, encodeAck, encodeSyncStep1, encodeSyncStep2 } from '@samtavle/shared/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BoardConnection } from './board-connection.ts'
import { FirstStateRequest, type KeptState } from './first-state.ts'
import { lastSocket as last, TestSocket, testConnection } from './test-socket.fixture.ts'

let doc: Y.Doc
let answer: (kept: KeptState | null) => void
let httpAsked: number
let connection: BoardConnection

beforeEach(() => {
  vi.useFakeTimers()
  TestSocket.all.length = 0
  doc = new Y.Doc()
  httpAsked = 0
  connection = new BoardConnection({
    ...testConnection,
    doc,
    kept: () => new Promise((resolve) => (answer = resolve)),
    firstState: () => {
      httpAsked++
      return new FirstStateRequest(async () => 'unreachable')
    },
  })
  connection.connect()
})

afterEach(() => {
  connection.destroy()
  vi.useRealTimers()
})

/** What lies on the device: a base, and a change behind it. */
function kept(unsavedSince: number | null): KeptState {
  const source = new Y.Doc()
  source.getMap('records').set('shape:a', 1)
  const updates = [Y.encodeStateAsUpdate(source)]
  source.on('update', (update) => updates.push(update))
  source.getMap('records').set('shape:b', 2)
  return { updates, generation: '7', unsavedSince }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('D7: a board opens as the device has it, before its socket, which names the generation', async () => {
  expect(TestSocket.all).toEqual([])
  answer(kept(null))
  await settle()
  expect(doc.getMap('records').toJSON()).toEqual({ 'shape:a': 1, 'shape:b': 2 })
  expect(connection.loaded).toBe(true)
  expect(connection.synced).toBe(false)
  expect(last().url).toBe('ws://board.test/sync/b1?generation=7')
  expect(httpAsked).toBe(0)
  expect(connection.fromDevice).toBe(true)
  expect(connection.oldestUnsavedAt).toBeNull()
})

test('D7: what waits is unsaved until the server has asked for it and acknowledged it', async () => {
  answer(kept(5000))
  await settle()
  expect(connection.oldestUnsavedAt).toBe(5000)
  const server = new Y.Doc()
  const socket = last()
  socket.open()
  socket.receive(encodeSyncStep2(Y.encodeStateAsUpdate(server)))
  expect(connection.oldestUnsavedAt).toBe(5000)
  socket.receive(encodeSyncStep1(Y.encodeStateVector(server)))
  expect(connection.oldestUnsavedAt).toBe(5000)
  socket.receive(encodeAck(1, 'healthy'))
  expect(connection.oldestUnsavedAt).toBeNull()
})

test('D7: a board of which the device has nothing comes from the server', async () => {
  answer(null)
  await settle()
  expect(last().url).toBe('ws://board.test/sync/b1')
  expect(httpAsked).toBe(1)
  expect(connection.loaded).toBe(false)
})

test('D5: a board that was put back since then ends the old document before it is told or asked anything', async () => {
  answer(kept(5000))
  await settle()
  last().open()
  const before = last().sent.length
  last().drop(CLOSE.rebuild.code)
  expect(connection.state).toEqual({ name: 'ended', reason: 'rebuild' })
  expect(connection.generation).toBe('7')
  expect(last().sent).toHaveLength(before)
})

test('D7: a row that cannot be read is left out, the rest is shown', async () => {
  const state = kept(null)
  answer({
    ...state,
    updates: [...state.updates.slice(0, 1), new Uint8Array([255, 255, 255]), ...state.updates.slice(1)],
  })
  await settle()
  expect(doc.getMap('records').toJSON()).toEqual({ 'shape:a': 1, 'shape:b': 2 })
  expect(connection.fromDevice).toBe(false)
})

test('D7: where nothing can be read of what is kept, the server is asked', async () => {
  answer({ ...kept(null), updates: [new Uint8Array([255, 255, 255])] })
  await settle()
  expect(connection.loaded).toBe(false)
  expect(last().url).toBe('ws://board.test/sync/b1')
  expect(httpAsked).toBe(1)
})

test('a page that is left while the device is read opens no socket', async () => {
  connection.destroy()
  answer(kept(null))
  await settle()
  expect(TestSocket.all).toEqual([])
  expect(doc.getMap('records').size).toBe(0)
})
