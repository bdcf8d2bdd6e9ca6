import {
  type ClientMessage,
  decodeClientMessage,
  encodeSyncStep2,
  isDocumentFrame,
  MESSAGE,
  SYNC,
} from '@samtavle/shared/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BoardConnection } from './board-connection.ts'
import type { EndReason } from './end-reason.ts'
import { FIRST_STATE_WAIT, type FirstState, FirstStateRequest } from './first-state.ts'
import { lastSocket as last, TestSocket, testConnection } from './test-socket.fixture.ts'

const stateOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc)

/** A first load of which the test holds the answer. */
function held() {
  const load = {
    answer: (_: FirstState | EndReason | 'unreachable') => {},
    progress: () => {},
    aborted: false,
    request: undefined as unknown as FirstStateRequest,
  }
  load.request = new FirstStateRequest((signal, onProgress) => {
    signal.addEventListener('abort', () => (load.aborted = true))
    load.progress = onProgress
    return new Promise((resolve) => (load.answer = resolve))
  })
  return load
}

/** What the sockets' sync step 1 said they have. */
const asked = () =>
  TestSocket.all
    .flatMap(({ sent }) => sent)
    .filter((frame) => frame[0] === MESSAGE.sync && frame[1] === SYNC.step1)
    .map((frame) => decodeClientMessage(frame) as Extract<ClientMessage, { type: 'syncStep1' }>)
    .map(({ stateVector }) => Y.decodeStateVector(stateVector))

let content: Y.Doc
let load: ReturnType<typeof held>
let connection: BoardConnection

beforeEach(() => {
  vi.useFakeTimers()
  TestSocket.all.length = 0
  content = new Y.Doc()
  content.getMap('records').set('shape:a', 1)
  load = held()
  connection = new BoardConnection({
    ...testConnection,
    doc: new Y.Doc(),
    firstState: () => load.request,
  })
  connection.connect()
})

afterEach(() => {
  connection.destroy()
  vi.useRealTimers()
})

test('the first load comes first: the socket opens beside it and asks for the difference only', async () => {
  last().open()
  expect(asked()).toEqual([])
  load.answer({ update: stateOf(content), generation: '3' })
  await vi.advanceTimersByTimeAsync(0)
  expect(asked()).toEqual([new Map([[content.clientID, 1]])])
  expect([connection.loaded, connection.synced]).toEqual([true, false])
  expect(connection.oldestUnsavedAt).toBeNull()
  expect(last().sent.some(isDocumentFrame)).toBe(false)
  last().receive(encodeSyncStep2(stateOf(content)))
  expect(connection.synced).toBe(true)
})

test('the first load is there before the socket: the socket then asks when it opens, once', async () => {
  load.answer({ update: stateOf(content), generation: null })
  await vi.advanceTimersByTimeAsync(0)
  expect(connection.loaded).toBe(true)
  last().open()
  expect(asked()).toEqual([new Map([[content.clientID, 1]])])
})

test('the first load does not come: after a while without a byte the socket does it alone', async () => {
  last().open()
  await vi.advanceTimersByTimeAsync(FIRST_STATE_WAIT.silentMs - 1)
  expect(asked()).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(asked()).toEqual([new Map()])
  expect(load.aborted).toBe(true)
  load.answer({ update: stateOf(content), generation: '3' })
  await vi.advanceTimersByTimeAsync(0)
  expect(connection.loaded).toBe(false)
  expect(asked()).toHaveLength(1)
})

test('the first load comes slowly: it is waited for as long as something comes, within bounds', async () => {
  last().open()
  for (let waited = 0; waited < FIRST_STATE_WAIT.allMs; waited += 1_000) {
    expect(asked()).toEqual([])
    load.progress()
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(asked()).toEqual([new Map()])
})

test.each([
  ['cannot be had', 'unreachable' as const],
  ['is no update', { update: new Uint8Array([1, 2, 3, 4]), generation: null }],
])('the first load %s: the socket does it alone, at once', async (_, answer) => {
  last().open()
  load.answer(answer)
  await vi.advanceTimersByTimeAsync(0)
  expect(asked()).toEqual([new Map()])
  expect(connection.loaded).toBe(false)
})

test.each(['noSuchBoard', 'gone', 'notAllowed', 'signedOut'] as const)(
  'the first load is refused: %s ends it',
  async (reason) => {
    last().open()
    load.answer(reason)
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.state).toEqual({ name: 'ended', reason })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(TestSocket.all).toHaveLength(1)
    expect(asked()).toEqual([])
  },
)

test('the first load names its generation to every later socket, so that an older document is never merged', async () => {
  load.answer({ update: stateOf(content), generation: '3' })
  await vi.advanceTimersByTimeAsync(0)
  last().drop()
  await vi.advanceTimersByTimeAsync(500)
  expect(last().url).toBe('ws://board.test/sync/b1?generation=3')
})

test('a socket that breaks during the first load is followed by one that waits as well', async () => {
  last().open()
  last().drop()
  await vi.advanceTimersByTimeAsync(500)
  last().open()
  expect(asked()).toEqual([])
  load.answer({ update: stateOf(content), generation: null })
  await vi.advanceTimersByTimeAsync(0)
  expect(asked()).toEqual([new Map([[content.clientID, 1]])])
  expect(last().sent.some((frame) => frame[0] === MESSAGE.sync)).toBe(true)
})
