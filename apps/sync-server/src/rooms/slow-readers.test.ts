import { encodeUpdate } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { Budget } from './budget.ts'
import { PRESENCE_BACKLOG_MAX } from './room-awareness.ts'
import { HELD_LIMITS } from './room-intake.ts'
import { UPDATES_BACKLOG_MAX } from './room-outbox.ts'

describe('slow readers', () => {
  test('R10: SEC-36 beyond 4 MiB updates wait at the server, and come at once when the peer has read', async () => {
    const rooms = createTestRooms()
    const [a, b, slow] = [await rooms.connect(), await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b, slow)
    slow.pair.stall(UPDATES_BACKLOG_MAX + 1)
    for (let i = 0; i < 10; i++) a.map.set(`k${i}`, i)
    a.map.delete('k3')
    await rooms.deliver(a, b)
    expect(b.map.size).toBe(9)
    const updates = slow.pair.toClient.filter(([type]) => type === 0)
    expect(updates).toHaveLength(0)
    slow.pair.stall(0)
    expect(slow.pair.toClient.filter(([type]) => type === 0)).toHaveLength(1)
    await rooms.deliver(slow)
    expect(slow.map.toJSON()).toEqual(a.map.toJSON())
    a.map.set('after', 1)
    await rooms.deliver(a, slow)
    expect(slow.map.get('after')).toBe(1)
  })

  test('R10: SEC-36 beyond 1 MiB presence waits, and the latest comes when the peer has read, also that somebody left', async () => {
    const rooms = createTestRooms()
    const [a, b, slow] = [await rooms.connect(), await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b, slow)
    expect(slow.stateOf(b)).toBeDefined()
    slow.pair.stall(PRESENCE_BACKLOG_MAX + 1)
    for (let x = 0; x < 5; x++) {
      a.awareness.setLocalState({ presence: { x } })
      a.sendAwareness()
      await rooms.deliver(a)
    }
    b.pair.disconnect()
    await rooms.deliver(a)
    expect(slow.pair.toClient).toHaveLength(0)
    slow.pair.stall(0)
    await rooms.deliver(slow)
    expect(slow.stateOf(a)).toMatchObject({ presence: { x: 4 } })
    expect(slow.stateOf(b)).toBeUndefined()
  })
})

describe('updates that build on what is not there', () => {
  /** A client's edits one by one, as it would have sent them. */
  function editsOf(count: number): Uint8Array[] {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let i = 0; i < count; i++) doc.getMap('records').set('k', i)
    return updates
  }

  test('P14: an update that came before what it builds on waits, and counts in its order', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    const [first, second] = editsOf(2) as [Uint8Array, Uint8Array]
    const before = a.acked
    a.send(encodeUpdate(second))
    a.pair.flushToServer()
    expect(rooms.registry.stats().waiting).toBe(0)
    expect(a.pair.toClient.filter(([type, step]) => type === 0 && step === 0)).toHaveLength(1)
    a.send(encodeUpdate(first))
    await rooms.deliver(a, b)
    expect(b.map.get('k')).toBe(1)
    expect(rooms.memory.rows).toHaveLength(2)
    expect(a.acked).toBe(a.sent)
    expect(a.acked).toBeGreaterThan(before + 1)
  })

  test('P14: what somebody else’s update brings is enough', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    const [first, second] = editsOf(2) as [Uint8Array, Uint8Array]
    a.send(encodeUpdate(second))
    a.pair.flushToServer()
    b.send(encodeUpdate(first))
    await rooms.deliver(a, b)
    expect(await rooms.stored()).toEqual({ k: 1 })
    expect(a.acked).toBe(a.sent)
  })

  test('P14: SEC-30 thousands of dangling updates end their socket, and nothing of them is stored', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    for (const update of editsOf(5_001).slice(1)) a.send(encodeUpdate(update))
    a.pair.flushToServer()
    expect(a.pair.closedWith).toBe('restart')
    await rooms.deliver(b)
    expect(rooms.memory.rows).toHaveLength(0)
    b.map.set('mine', 1)
    await rooms.deliver(b)
    expect(b.acked).toBe(b.sent)
    expect(HELD_LIMITS.updates).toBeLessThan(5_000)
  })

  test('P14: SEC-30 a dangling deletion waits no longer than half a minute', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    // No structs; one client, 77, whose clocks 0 to 9 are deleted.
    a.send(encodeUpdate(new Uint8Array([0, 1, 77, 1, 0, 10])))
    a.pair.flushToServer()
    rooms.clock.advance(HELD_LIMITS.ms - 1)
    expect(a.pair.closedWith).toBeNull()
    rooms.clock.advance(1)
    expect(a.pair.closedWith).toBe('restart')
    expect(rooms.memory.rows).toHaveLength(0)
  })
})

test('P13: a budget fills again by the second, holds so much, and says how long to wait', () => {
  const budget = new Budget({ perSecond: 10, atOnce: 20 }, 0)
  budget.use(20, 0)
  expect(budget.waitMs).toBe(0)
  budget.use(5, 0)
  expect(budget.waitMs).toBe(500)
  budget.use(0, 500)
  expect(budget.waitMs).toBe(0)
  expect(budget.take(1, 500)).toBe(false)
  expect(budget.take(1, 600)).toBe(true)
  budget.use(20, 1_000_000)
  expect(budget.waitMs).toBe(0)
  budget.use(1, 1_000_000)
  expect(budget.waitMs).toBe(100)
})
