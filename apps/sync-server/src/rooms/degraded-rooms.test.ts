import { encodeUpdate } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { WRITER_LIMITS } from './room-writer.ts'

describe('while nothing can be stored', () => {
  test('W5: after two seconds without a commit edits are shown as unsaved, and counted when they are stored', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('first', 1)
    await rooms.deliver(a, b)
    const acked = a.acked
    rooms.clock.advance(WRITER_LIMITS.degradedAfterMs - 1)
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['healthy', 'healthy'])
    expect(b.map.size).toBe(0)
    rooms.clock.advance(1)
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['degraded', 'degraded'])
    expect(b.map.toJSON()).toEqual({ first: 1 })
    b.map.set('second', 2)
    await rooms.deliver(a, b)
    expect(a.map.toJSON()).toEqual({ first: 1, second: 2 })
    // Who comes now sees what the others see, and is told how things are.
    const late = await rooms.connect()
    await rooms.deliver(a, b, late)
    expect(late.map.toJSON()).toEqual({ first: 1, second: 2 })
    expect(late.roomState).toBe('degraded')
    expect(a.acked).toBe(acked)
    expect(rooms.memory.rows).toHaveLength(0)

    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(a.acked).toBe(a.sent)
    expect(b.acked).toBeLessThan(b.sent)
    expect(a.roomState).toBe('degraded')
    // From the first commit on, nothing new is shown before it is durable.
    a.map.set('third', 3)
    await rooms.deliver(a, b)
    expect(b.map.has('third')).toBe(false)
    rooms.store.proceed()
    await rooms.deliver(a, b, late)
    expect([a.roomState, b.roomState, late.roomState]).toEqual(['healthy', 'healthy', 'healthy'])
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(b.map.get('third')).toBe(3)
    expect([a.acked, b.acked]).toEqual([a.sent, b.sent])
    expect(await rooms.stored()).toEqual({ first: 1, second: 2, third: 3 })
  })

  test('W5: an operator who asks for strict durability gets the word, and nothing is shown before it is stored', async () => {
    const rooms = createTestRooms({ durability: 'strict' })
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('note', 1)
    await rooms.deliver(a, b)
    rooms.clock.advance(WRITER_LIMITS.degradedAfterMs)
    a.map.set('more', 2)
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['held', 'held'])
    expect(b.map.size).toBe(0)
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['healthy', 'healthy'])
    expect(b.map.toJSON()).toEqual({ note: 1, more: 2 })
  })

  test('W9: when too much waits the room takes no edits, and who made some syncs anew afterwards', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('k', 0)
    await rooms.deliver(a, b)
    rooms.clock.advance(WRITER_LIMITS.degradedAfterMs)
    for (let i = 0; i < 12; i++) a.map.set(`k${i}`, 'x'.repeat(900_000))
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['read-only', 'read-only'])
    expect([a.pair.closedWith, b.pair.closedWith]).toEqual([null, null])
    const shown = b.map.size
    expect(shown).toBeLessThan(13)
    b.map.set('late', 1)
    await rooms.deliver(a, b)
    expect(a.map.has('late')).toBe(false)
    expect(rooms.registry.stats().waitingBytes).toBeLessThanOrEqual(WRITER_LIMITS.roomBytes)

    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect([a.pair.closedWith, b.pair.closedWith]).toEqual(['restart', 'restart'])
    for (const client of [a, b]) {
      client.reconnect()
      await rooms.connect({ client })
    }
    await rooms.deliver(a, b)
    expect(a.map.size).toBe(14)
    expect(b.map.toJSON()).toEqual(a.map.toJSON())
    expect(await rooms.stored()).toEqual(a.map.toJSON())
    expect([a.roomState, b.roomState]).toEqual(['healthy', 'healthy'])
  })

  test('W9: after ten minutes without a commit no room takes edits', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('k', 0)
    await rooms.deliver(a, b)
    rooms.clock.advance(WRITER_LIMITS.readOnlyAfterMs - 1)
    await rooms.deliver(a, b)
    expect(b.roomState).toBe('degraded')
    rooms.clock.advance(1)
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['read-only', 'read-only'])
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect([a.roomState, b.roomState]).toEqual(['healthy', 'healthy'])
    expect([a.pair.closedWith, b.pair.closedWith]).toEqual([null, null])
  })

  test('P5: while rooms are degraded a frame that repeats what is not stored does not count', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('note', 1)
    await rooms.deliver(a, b)
    rooms.clock.advance(WRITER_LIMITS.degradedAfterMs)
    await rooms.deliver(a, b)
    const acked = b.acked
    b.send(encodeUpdate(Y.encodeStateAsUpdate(b.doc)))
    await rooms.deliver(a, b)
    expect(b.acked).toBe(acked)
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(b.acked).toBe(b.sent)
  })
})
