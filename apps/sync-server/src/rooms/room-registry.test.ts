import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createPerson, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import type { FanoutListener } from './fanout.ts'
import type { Admission } from './room-peer.ts'
import { UNLOAD_AFTER_MS } from './room-registry.ts'

const OTHER_BOARD = '00000000-0000-4000-8000-0000000000aa'
const admit = (): Admission => ({ person: createPerson(), role: 'edit', archived: false, generation: 1 })

const updateOf = (key: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('records').set(key, true)
  return Y.encodeStateAsUpdate(doc)
}
const row = (payload: Uint8Array) => ({ boardId: BOARD, generation: 1, actorId: null, payload })

describe('loading', () => {
  test('R1: a hundred who come at once share one load', async () => {
    const rooms = createTestRooms()
    await rooms.memory.append([row(updateOf('seed'))])
    rooms.store.hold.load = true
    const joining = Array.from({ length: 100 }, () => rooms.connect())
    await settle()
    expect(rooms.store.calls.load).toBe(1)
    rooms.store.proceed()
    const clients = await Promise.all(joining)
    expect(rooms.store.calls.load).toBe(1)
    for (const client of clients) expect(client.map.get('seed')).toBe(true)
  })

  test('R2: nobody sits before the room is complete', async () => {
    const rooms = createTestRooms()
    await rooms.memory.append([row(updateOf('seed'))])
    rooms.store.hold.load = true
    const client = new RoomClient()
    let seated = false
    const joining = rooms.connect({ client }).then(() => {
      seated = true
    })
    await settle()
    expect(seated).toBe(false)
    expect(client.pair.toClient).toHaveLength(0)
    rooms.store.proceed()
    await joining
    expect(client.map.get('seed')).toBe(true)
  })

  test('R3: a board that cannot be loaded is refused, and tried anew by the next who comes', async () => {
    const rooms = createTestRooms()
    rooms.store.hold.load = true
    const { peer } = new RoomClient().pair
    const refused = rooms.registry.join(BOARD, peer, async () => admit())
    await settle()
    rooms.store.fail()
    expect(await refused).toBe('unavailable')
    expect(rooms.registry.stats().rooms).toBe(0)
    rooms.store.hold.load = false
    expect(await rooms.registry.join(BOARD, peer, async () => admit())).toBeTypeOf('object')
  })

  test('R3: a board that does not exist, or not any more, is refused', async () => {
    const rooms = createTestRooms()
    const { peer } = new RoomClient().pair
    expect(await rooms.registry.join(OTHER_BOARD, peer, async () => admit())).toBe('noSuchBoard')
    rooms.memory.deleteBoard(BOARD)
    expect(await rooms.registry.join(BOARD, peer, async () => 'gone')).toBe('gone')
    expect(rooms.registry.stats().rooms).toBe(0)
  })

  test('R3: a board that is deleted while it loads is not opened with what was read', async () => {
    const rooms = createTestRooms()
    rooms.store.hold.load = true
    const { peer } = new RoomClient().pair
    let deleted = false
    const refused = rooms.registry.join(BOARD, peer, async () => (deleted ? 'gone' : admit()))
    await settle()
    deleted = true
    rooms.registry.boardDeleted(BOARD)
    rooms.store.proceed()
    expect(await refused).toBe('gone')
    expect(rooms.registry.stats()).toMatchObject({ rooms: 0, peers: 0 })
  })

  test('R7: a stored update that cannot be applied is left out, and the board opens', async () => {
    const rooms = createTestRooms()
    await rooms.memory.append([row(updateOf('before')), row(new Uint8Array([1, 1, 7])), row(updateOf('after'))])
    const client = await rooms.connect()
    expect(client.map.toJSON()).toEqual({ before: true, after: true })
    expect(rooms.errors).toHaveLength(1)
  })

  test('R6: what other nodes commit is heard from before the store is read, and only shown', async () => {
    let tell: FanoutListener = () => {}
    const published: Uint8Array[] = []
    const fanout = {
      publish: (_: string, __: number, payload: Uint8Array) => void published.push(payload),
      subscribe(_: string, listener: FanoutListener) {
        tell = listener
        return () => {
          tell = () => {}
        }
      },
      close: async () => {},
    }
    const rooms = createTestRooms({ fanout })
    rooms.store.hold.load = true
    const joining = rooms.connect()
    await settle()
    tell(BOARD, 1, updateOf('early'))
    tell(BOARD, 2, updateOf('foreign generation'))
    rooms.store.proceed()
    const client = await joining
    tell(BOARD, 1, updateOf('later'))
    tell(BOARD, 2, updateOf('foreign generation'))
    await rooms.deliver(client)
    expect(client.map.toJSON()).toEqual({ early: true, later: true })
    expect(rooms.memory.rows).toHaveLength(0)
    expect(published).toHaveLength(0)
  })
})

describe('rights', () => {
  test('A4: what changes while rights are asked for is not missed', async () => {
    const rooms = createTestRooms()
    const person = createPerson()
    const { peer } = new RoomClient().pair
    let asked = 0
    const seat = await rooms.registry.join(BOARD, peer, async () => {
      asked += 1
      if (asked > 1) return 'notAllowed'
      const answer = { ...admit(), person }
      // Taken away between the database's answer and its arrival.
      rooms.registry.accessChanged(BOARD, person.userId, null)
      return answer
    })
    expect(seat).toBe('notAllowed')
    expect(asked).toBe(2)
    expect(rooms.registry.stats().peers).toBe(0)
  })

  test('A4: rights that never stand still end in "try again", not in a seat', async () => {
    const rooms = createTestRooms()
    const person = createPerson()
    const seat = await rooms.registry.join(BOARD, new RoomClient().pair.peer, async () => {
      rooms.registry.personChanged(person)
      return admit()
    })
    expect(seat).toBe('unavailable')
    const failing = await rooms.registry.join(BOARD, new RoomClient().pair.peer, () =>
      Promise.reject(new Error('away')),
    )
    expect(failing).toBe('unavailable')
  })

  test('A12: sockets of an older generation are ended, and the new document is loaded', async () => {
    const rooms = createTestRooms()
    const old = await rooms.connect()
    old.map.set('old', 1)
    await rooms.deliver(old)
    rooms.memory.putBoard(BOARD, 2)
    const fresh = await rooms.connect({ generation: 2 })
    await rooms.deliver(fresh)
    expect(old.pair.closedWith).toBe('rebuild')
    expect(fresh.map.size).toBe(0)
  })
})

describe('leaving memory', () => {
  test('R4: an idle room leaves after its time, one that somebody came back to does not', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    a.map.set('note', 1)
    await rooms.deliver(a)
    a.pair.disconnect()
    rooms.clock.advance(UNLOAD_AFTER_MS - 1)
    expect(rooms.registry.stats().rooms).toBe(1)
    const b = await rooms.connect()
    rooms.clock.advance(UNLOAD_AFTER_MS * 3)
    expect(rooms.registry.stats().rooms).toBe(1)
    b.pair.disconnect()
    rooms.clock.advance(UNLOAD_AFTER_MS)
    expect(rooms.registry.stats().rooms).toBe(0)
    const c = await rooms.connect()
    expect(c.map.get('note')).toBe(1)
    expect(rooms.store.calls.load).toBe(2)
  })

  test('R4: a room that leaves while somebody is being admitted is loaded again', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    a.map.set('note', 1)
    await rooms.deliver(a)
    a.pair.disconnect()
    const client = new RoomClient()
    let first = true
    const seat = await rooms.registry.join(BOARD, client.pair.peer, async () => {
      if (first) rooms.clock.advance(UNLOAD_AFTER_MS)
      first = false
      return admit()
    })
    if (typeof seat === 'string') throw new Error(seat)
    client.pair.sit(seat)
    client.hello()
    await rooms.deliver(client)
    expect(client.map.get('note')).toBe(1)
    expect(rooms.store.calls.load).toBe(2)
  })

  test('R5: a room with unwritten updates stays, and a deleted one is loaded again only after them', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    rooms.store.hold.append = true
    a.map.set('note', 1)
    await rooms.deliver(a)
    a.pair.disconnect()
    rooms.clock.advance(UNLOAD_AFTER_MS * 2)
    expect(rooms.registry.stats().rooms).toBe(1)

    rooms.registry.boardDeleted(BOARD)
    const joining = rooms.connect()
    await settle()
    expect(rooms.store.calls.load).toBe(1)
    rooms.store.proceed()
    const b = await joining
    expect(rooms.store.calls.load).toBe(2)
    expect(b.map.get('note')).toBe(1)
  })

  test('R4: a room with unwritten updates leaves once they are stored', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    rooms.store.hold.append = true
    a.map.set('note', 1)
    await rooms.deliver(a)
    a.pair.disconnect()
    rooms.clock.advance(UNLOAD_AFTER_MS)
    rooms.store.proceed()
    await settle()
    rooms.clock.advance(UNLOAD_AFTER_MS)
    expect(rooms.registry.stats().rooms).toBe(0)
  })

  test('R8: a closed registry takes nobody in', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    a.map.set('note', 1)
    a.flush()
    await rooms.registry.flush()
    expect(await rooms.stored()).toEqual({ note: 1 })
    expect(rooms.registry.close()).toEqual([])
    expect(a.pair.closedWith).toBe('restart')
    expect(await rooms.registry.join(BOARD, new RoomClient().pair.peer, async () => admit())).toBe('restart')
  })
})
