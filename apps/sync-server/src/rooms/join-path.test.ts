import { encodeSyncStep1, MESSAGE, SYNC } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { DOCUMENT_LIMITS } from './room-document.ts'
import { SYNC_GATE } from './sync-gate.ts'

const NOTHING = new Uint8Array([0])
const isAnswer = (frame: Uint8Array) => frame[0] === MESSAGE.sync && frame[1] === SYNC.step2
const isQuestion = (frame: Uint8Array) => frame[0] === MESSAGE.sync && frame[1] === SYNC.step1

function updateOf(key: string, value: unknown = true): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('records').set(key, value)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
const row = (payload: Uint8Array) => ({ boardId: BOARD, generation: 1, actorId: null, payload })

async function stored(rooms: ReturnType<typeof createTestRooms>, count: number): Promise<void> {
  await rooms.memory.append(Array.from({ length: count }, (_, i) => row(updateOf(`k${i}`, i))))
}

describe('answers', () => {
  test('P11: the first who comes is answered before the document is built, and asked back after', async () => {
    const rooms = createTestRooms()
    await stored(rooms, 5)
    const client = new RoomClient()
    const seat = await rooms.join(client)
    seat.receive(encodeSyncStep1(NOTHING))
    const sent = client.pair.toClient
    expect(sent.filter(isAnswer)).toHaveLength(1)
    expect(sent.filter(isQuestion)).toHaveLength(0)
    rooms.clock.turn()
    expect(sent.filter(isQuestion)).toHaveLength(1)
    client.flush()
    expect(client.map.toJSON()).toEqual({ k0: 0, k1: 1, k2: 2, k3: 3, k4: 4 })
  })

  test('P11: whoever comes later gets the same bytes and what was added since', async () => {
    const rooms = createTestRooms()
    await stored(rooms, DOCUMENT_LIMITS.storedFrames + 1)
    const first = await rooms.connect()
    const answers = []
    for (let i = 0; i < 3; i++) {
      const client = new RoomClient()
      const seat = await rooms.join(client)
      seat.receive(encodeSyncStep1(NOTHING))
      answers.push(client.pair.toClient.find(isAnswer))
      first.map.set(`late${i}`, i)
      await rooms.deliver(first, client)
      expect(client.map.toJSON()).toEqual(first.map.toJSON())
    }
    expect(answers[1]).toBe(answers[0])
    expect(answers[2]).toBe(answers[0])
    // Nobody came for a while: the encoded board is let go of, and made anew with all that was added.
    rooms.clock.advance(DOCUMENT_LIMITS.encodedMs)
    const late = new RoomClient()
    const seat = await rooms.join(late)
    seat.receive(encodeSyncStep1(NOTHING))
    expect(late.pair.toClient.find(isAnswer)).not.toBe(answers[0])
    late.flush()
    expect(late.map.toJSON()).toEqual(first.map.toJSON())
  })

  test('P11: the state for HTTP is the whole board, also right after an edit', async () => {
    const rooms = createTestRooms()
    await stored(rooms, 2)
    const a = await rooms.connect()
    const before = rooms.registry.encodedState(BOARD)
    expect(rooms.registry.encodedState(BOARD)).toBe(before)
    a.map.set('new', 1)
    await rooms.deliver(a)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, rooms.registry.encodedState(BOARD) ?? NOTHING)
    expect(doc.getMap('records').toJSON()).toEqual({ k0: 0, k1: 1, new: 1 })
    expect(rooms.registry.encodedState('00000000-0000-4000-8000-000000000000')).toBeUndefined()
  })

  test('P12: SEC-35 who asks a thousand times is answered three times at once and once later', async () => {
    const rooms = createTestRooms()
    await stored(rooms, 2)
    const client = new RoomClient()
    const seat = await rooms.join(client)
    for (let i = 0; i < 1_000; i++) seat.receive(encodeSyncStep1(NOTHING))
    rooms.clock.turn()
    expect(client.pair.toClient.filter(isAnswer)).toHaveLength(3)
    rooms.clock.advance(2_000)
    rooms.clock.turn()
    expect(client.pair.toClient.filter(isAnswer)).toHaveLength(4)
    rooms.clock.advance(60_000)
    expect(client.pair.toClient.filter(isAnswer)).toHaveLength(4)
  })

  test('R11: only so many answers are under way at once; who waits gets what changed meanwhile with the answer', async () => {
    const rooms = createTestRooms()
    await stored(rooms, 3)
    const writer = await rooms.connect()
    const crowd = await Promise.all(
      Array.from({ length: SYNC_GATE.atOnce + 2 }, async () => {
        const client = new RoomClient()
        client.pair.stall(1)
        return { client, seat: await rooms.join(client) }
      }),
    )
    for (const { seat } of crowd) seat.receive(encodeSyncStep1(NOTHING))
    const answered = () => crowd.filter(({ client }) => client.pair.toClient.some(isAnswer)).length
    expect(answered()).toBe(SYNC_GATE.atOnce)
    writer.map.set('meanwhile', true)
    await rooms.deliver(writer)
    crowd[0]?.client.pair.stall(0)
    expect(answered()).toBe(SYNC_GATE.atOnce + 1)
    // A slow reader keeps its turn for a while only.
    rooms.clock.advance(SYNC_GATE.longestMs)
    expect(answered()).toBe(crowd.length)
    for (const { client } of crowd) client.flush()
    await settle()
    for (const { client } of crowd) expect(client.map.toJSON()).toEqual(writer.map.toJSON())
    expect(rooms.registry.stats().initialSyncsMost).toBe(SYNC_GATE.atOnce)
  })
})

describe('edits of the server', () => {
  test('R12: an edit is durable before it is shown, to everybody', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    a.map.set('own', 1)
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    let outcome: string | undefined
    const edit = rooms.registry.edit(BOARD, 'somebody', (doc) => doc.getMap('records').set('own', 2))
    void edit.then((result) => (outcome = result))
    await rooms.deliver(a, b)
    expect([a.map.get('own'), outcome]).toEqual([1, undefined])
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect([a.map.get('own'), b.map.get('own'), outcome]).toEqual([2, 2, 'committed'])
    expect(rooms.memory.rows.at(-1)?.actorId).toBe('somebody')
    rooms.store.hold.append = false
    expect(await rooms.registry.edit(BOARD, null, () => {})).toBe('committed')
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(await rooms.registry.edit(unknown, null, () => {})).toBe('noSuchBoard')
  })
})
