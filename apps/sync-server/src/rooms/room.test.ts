import {
  encodeAck,
  encodeEvent,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  ProtocolError,
} from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createPerson, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { ASKING } from './room-answers.ts'

const EMPTY = new Uint8Array([0, 0])

describe('sync', () => {
  test('P4: a sync step 1 is answered with the difference and the server asks back', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    a.map.set('note', 'one')
    await rooms.deliver(a)
    const offline = new RoomClient()
    offline.map.set('own', 'two')
    const b = await rooms.connect({ client: offline })
    await rooms.deliver(a, b)
    expect(b.map.toJSON()).toEqual({ note: 'one', own: 'two' })
    expect(a.map.toJSON()).toEqual(b.map.toJSON())
    expect(await rooms.stored()).toEqual({ note: 'one', own: 'two' })
  })

  test('P5: the count follows the order of arrival and includes frames that carry nothing', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    const before = a.acked
    expect(before).toBe(a.sent)
    rooms.store.hold.append = true
    a.send(encodeUpdate(EMPTY))
    a.flush()
    expect(a.acked).toBe(before + 1)
    a.map.set('note', 1)
    a.send(encodeSyncStep2(EMPTY))
    a.send(encodeUpdate(EMPTY))
    await rooms.deliver(a)
    // The two empty ones lie behind one that waits.
    expect(a.acked).toBe(before + 1)
    rooms.store.proceed()
    await rooms.deliver(a)
    expect(a.acked).toBe(before + 4)
    expect(a.acked).toBe(a.sent)
    expect(rooms.memory.rows).toHaveLength(1)
  })

  test('P10: a client that reconnects with all its deletions writes no row', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    for (let i = 0; i < 50; i++) a.map.set(`k${i % 7}`, i)
    a.map.delete('k3')
    await rooms.deliver(a)
    const rows = rooms.memory.rows.length
    expect(Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(a.doc)).byteLength).toBeGreaterThan(2)
    a.reconnect()
    await rooms.connect({ client: a })
    await rooms.deliver(a)
    expect(rooms.memory.rows).toHaveLength(rows)
    expect(a.acked).toBe(a.sent)
    expect(a.sent).toBeGreaterThan(0)
  })

  test('P2: a frame that is no message ends its socket only', async () => {
    const whole = encodeUpdate(Y.encodeStateAsUpdate(new Y.Doc()))
    const frames = [
      new Uint8Array(),
      new Uint8Array([42]),
      new Uint8Array([0, 9, 1, 0]),
      whole.subarray(0, whole.length - 1),
      new Uint8Array([...whole, 0]),
      new Uint8Array([0, 0, 1, 255]),
      encodeUpdate(new Uint8Array(1024 * 1024 + 1)),
      encodeAck(3, 'healthy'),
      encodeEvent({ type: 'readonly' }),
    ]
    const rooms = createTestRooms()
    const b = await rooms.connect()
    for (const frame of frames) {
      const a = await rooms.connect()
      a.send(frame)
      await rooms.deliver(a, b)
      expect(a.pair.closedWith).toBe('badData')
    }
    b.map.set('note', 1)
    await rooms.deliver(b)
    expect(b.pair.closedWith).toBeNull()
    expect(b.acked).toBe(b.sent)
    expect(rooms.errors).toEqual([])
  })

  test('P9: an update that cannot be read is neither stored nor applied', async () => {
    const v2 = new Y.Doc()
    v2.getMap('records').set('a', 'b')
    const hostile = [
      // 30 million structs, declared in seven bytes.
      new Uint8Array([1, 128, 135, 167, 14, 1, 0]),
      Y.encodeStateAsUpdateV2(v2),
      new Uint8Array([1, 2, 3]),
      new Uint8Array([1, 1, 7]),
    ]
    const rooms = createTestRooms()
    for (const update of hostile) {
      for (const frame of [encodeUpdate(update), encodeSyncStep2(update)]) {
        const a = await rooms.connect()
        a.send(frame)
        await rooms.deliver(a)
        expect(a.pair.closedWith).toBe('badData')
      }
    }
    expect(rooms.memory.rows).toHaveLength(0)
    expect(rooms.errors).toEqual([])
  })

  test('P6: a frame behind a refused one is not counted', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect({ role: 'view' })
    await rooms.deliver(a)
    const before = a.acked
    a.map.set('forged', 1)
    a.send(encodeUpdate(EMPTY))
    await rooms.deliver(a)
    expect(a.acked).toBe(before)
    expect(a.sent).toBe(before + 2)
  })
})

describe('rights', () => {
  test('A7: a new role reaches the socket at once, in both directions', async () => {
    const rooms = createTestRooms()
    const person = createPerson()
    const [a, b] = [await rooms.connect({ person }), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.registry.accessChanged(BOARD, person.userId, 'view')
    a.map.set('forged', 1)
    await rooms.deliver(a, b)
    expect(a.events).toEqual([{ type: 'role', role: 'view' }, { type: 'readonly' }])
    expect(b.map.size).toBe(0)
    expect(rooms.memory.rows).toHaveLength(0)
    rooms.registry.accessChanged(BOARD, person.userId, null)
    expect(a.pair.closedWith).toBe('notAllowed')
    expect(b.pair.closedWith).toBeNull()
  })

  test('A11: who may write again after dropped writes is made to sync anew', async () => {
    const rooms = createTestRooms()
    const person = createPerson()
    const a = await rooms.connect({ person, role: 'view' })
    rooms.registry.accessChanged(BOARD, person.userId, 'edit')
    await rooms.deliver(a)
    expect(a.pair.closedWith).toBeNull()
    rooms.registry.accessChanged(BOARD, person.userId, 'view')
    a.map.set('mine', 1)
    await rooms.deliver(a)
    rooms.registry.accessChanged(BOARD, person.userId, 'edit')
    expect(a.pair.closedWith).toBe('restart')
    a.reconnect()
    await rooms.connect({ client: a, person })
    await rooms.deliver(a)
    expect(await rooms.stored()).toEqual({ mine: 1 })
    expect(a.acked).toBe(a.sent)
  })

  test('A8: an archived board takes no writes, from the owner neither, until it is taken out', async () => {
    const rooms = createTestRooms()
    const [owner, viewer] = [await rooms.connect({ role: 'owner' }), await rooms.connect({ role: 'view' })]
    rooms.registry.boardChanged(BOARD, { title: 'Uge 12', archived: true })
    owner.map.set('late', 1)
    await rooms.deliver(owner, viewer)
    expect(owner.events).toEqual([{ type: 'board', title: 'Uge 12', archived: true }, { type: 'readonly' }])
    expect(viewer.events).toEqual([{ type: 'board', title: 'Uge 12', archived: true }])
    expect(rooms.memory.rows).toHaveLength(0)
    rooms.registry.boardChanged(BOARD, { title: 'Uge 12', archived: false })
    expect(owner.pair.closedWith).toBe('restart')
    expect(viewer.pair.closedWith).toBeNull()
  })

  test('A9: the end of a session ends its sockets and no others', async () => {
    const rooms = createTestRooms()
    const person = createPerson()
    const elsewhere = { ...person, sessionHash: 'another' }
    const [a, b] = [await rooms.connect({ person }), await rooms.connect({ person: elsewhere })]
    rooms.registry.sessionEnded(person.sessionHash)
    expect([a.pair.closedWith, b.pair.closedWith]).toEqual(['signedOut', null])
  })

  test('A10: deleting the board ends its sockets, and what was under way is stored', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    rooms.store.hold.append = true
    a.map.set('last', 1)
    await rooms.deliver(a)
    rooms.registry.boardDeleted(BOARD)
    expect(a.pair.closedWith).toBe('gone')
    expect(rooms.registry.stats().rooms).toBe(0)
    rooms.store.proceed()
    await rooms.deliver(a)
    expect(await rooms.stored()).toEqual({ last: 1 })
    expect(rooms.errors).toEqual([])
  })

  test('A7: the attendees are the people, each once', async () => {
    const rooms = createTestRooms()
    const person = createPerson('Bodil')
    await rooms.connect({ person })
    await rooms.connect({ person: { ...person, sessionHash: 'phone' } })
    await rooms.connect({ person: createPerson('Carl') })
    expect(rooms.registry.attendees(BOARD).map(({ name }) => name)).toEqual(['Bodil', 'Carl'])
    rooms.registry.personChanged({ userId: person.userId, name: 'Bo', colour: 5 })
    expect(rooms.registry.attendees(BOARD)[0]).toEqual({ userId: person.userId, name: 'Bo', colour: 5 })
  })
})

test('P8: every reason for which a room ends a socket is in the closed list', async () => {
  const { CLOSE, closeReasonOf } = await import('@samtavle/shared/protocol')
  for (const [reason, { code, retry }] of Object.entries(CLOSE)) {
    expect(closeReasonOf(code)).toBe(reason)
    // y-websocket takes 4400–4499 for final.
    expect(code >= 4400 && code < 4500).toBe(!retry)
  }
  expect(closeReasonOf(1006)).toBeUndefined()
})

test('P4: a state vector that cannot be read ends the socket', async () => {
  const rooms = createTestRooms()
  const a = await rooms.connect()
  a.send(encodeSyncStep1(new Uint8Array([200, 1])))
  await rooms.deliver(a)
  expect(a.pair.closedWith).toBe('badData')
  expect(new ProtocolError('x')).toBeInstanceOf(Error)
})

test('P4: nor can one be put aside to be answered later, where nothing would catch it', async () => {
  const rooms = createTestRooms()
  const a = await rooms.connect()
  for (let i = 0; i < ASKING.atOnce; i++) a.send(encodeSyncStep1(new Uint8Array([0])))
  a.send(encodeSyncStep1(new Uint8Array([200, 1])))
  await rooms.deliver(a)
  expect(a.pair.closedWith).toBe('badData')
  expect(() => rooms.clock.advance(60_000)).not.toThrow()
})
