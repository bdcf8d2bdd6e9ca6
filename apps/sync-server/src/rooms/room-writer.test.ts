import { encodeUpdate } from '@samtavle/shared/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settle } from '../../../../tests/support/manual-clock.ts'
import type { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { createSingleNodeFanout } from './fanout.ts'
import { WRITER_LIMITS } from './room-writer.ts'

const textOf = (length: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('records').set('big', 'x'.repeat(length))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

describe('durable before visible', () => {
  test('W1: nobody sees, and nobody is told of, an update whose statement is in flight', async () => {
    const published: Uint8Array[] = []
    const fanout = {
      ...createSingleNodeFanout(),
      publish: (_: string, __: number, payload: Uint8Array) => void published.push(payload),
    }
    const rooms = createTestRooms({ fanout })
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    const ackedBefore = a.acked
    rooms.store.hold.append = true
    a.map.set('note', 'one')
    await rooms.deliver(a, b)
    expect(rooms.store.inFlight).toHaveLength(1)
    expect(b.map.get('note')).toBeUndefined()
    expect(a.acked).toBe(ackedBefore)
    expect(published).toHaveLength(0)
    // A newcomer's sync answer holds only what is committed.
    const late = await rooms.connect()
    await rooms.deliver(a, b, late)
    expect(late.map.get('note')).toBeUndefined()

    rooms.store.proceed()
    await rooms.deliver(a, b, late)
    expect(b.map.get('note')).toBe('one')
    expect(late.map.get('note')).toBe('one')
    expect(a.acked).toBe(a.sent)
    expect(published).toHaveLength(1)
    expect(await rooms.stored()).toEqual({ note: 'one' })
  })

  test('W2: what arrives while a statement is in flight goes with the next one', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    const before = rooms.store.calls.append
    for (let i = 0; i < 20; i++) {
      a.map.set(`a${i}`, i)
      b.map.set(`b${i}`, i)
    }
    await rooms.deliver(a, b)
    expect(rooms.store.calls.append).toBe(before + 1)
    expect(rooms.store.inFlight[0]?.rows).toHaveLength(1)
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(rooms.store.calls.append).toBe(before + 2)
    expect(rooms.store.inFlight[0]?.rows).toHaveLength(39)
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(a.map.toJSON()).toEqual(b.map.toJSON())
    expect(b.acked).toBe(b.sent)
  })

  test('W3: a statement is bounded in rows and in bytes', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    rooms.store.hold.append = true
    for (let i = 0; i < 1_500; i++) a.map.set('k', i)
    await rooms.deliver(a)
    rooms.store.proceed()
    await rooms.deliver(a)
    expect(rooms.store.inFlight[0]?.rows).toHaveLength(WRITER_LIMITS.rowsPerStatement)
    for (let i = 0; i < 3; i++) a.send(encodeUpdate(textOf(600_000)))
    await rooms.deliver(a)
    rooms.store.proceed()
    await rooms.deliver(a)
    // The other 499 small ones and the first large one; a second large one would be over 1 MiB.
    expect(rooms.store.inFlight[0]?.rows).toHaveLength(500)
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a)
    expect(a.acked).toBe(a.sent)
  })

  test('W7: a batch is one transaction, and all peers get the same bytes', async () => {
    const rooms = createTestRooms()
    const clients = await Promise.all([1, 2, 3].map(() => rooms.connect()))
    const [a, b, c] = clients as [RoomClient, RoomClient, RoomClient]
    await rooms.deliver(a, b, c)
    rooms.store.hold.append = true
    for (let i = 0; i < 5; i++) a.map.set(`k${i}`, i)
    a.flush()
    rooms.store.proceed()
    await settle()
    rooms.store.proceed()
    await settle()
    const updatesOf = (client: RoomClient) => client.pair.toClient.filter((frame) => frame[0] === 0)
    expect(updatesOf(b)).toHaveLength(5)
    expect(updatesOf(a)).toHaveLength(0)
    for (const [i, frame] of updatesOf(b).entries()) expect(updatesOf(c)[i]).toBe(frame)
  })
})

describe('when the store fails', () => {
  test('W4: the same rows are tried again, in order, and nothing shows before they are in', async () => {
    const rooms = createTestRooms({ durability: 'strict' })
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    a.map.set('first', 1)
    await rooms.deliver(a, b)
    a.map.set('second', 2)
    const rows = rooms.store.inFlight[0]?.rows
    for (let attempt = 0; attempt < 12; attempt++) {
      rooms.store.fail()
      await rooms.deliver(a, b)
      expect(b.map.size).toBe(0)
      expect(a.acked).toBeLessThan(a.sent)
      rooms.clock.advance(WRITER_LIMITS.retryMs.longest)
      await settle()
      expect(rooms.store.inFlight[0]?.rows).toEqual(rows)
    }
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(b.map.toJSON()).toEqual({ first: 1, second: 2 })
    expect(a.acked).toBe(a.sent)
    expect(rooms.memory.rows.map((row) => row.boardId)).toEqual([BOARD, BOARD])
  })

  test('W6: the socket whose update does not fit ends with 1013, and its client brings it again', async () => {
    const rooms = createTestRooms()
    const [a, b] = [await rooms.connect(), await rooms.connect()]
    await rooms.deliver(a, b)
    rooms.store.hold.append = true
    for (let i = 0; i < 12; i++) a.map.set(`k${i}`, 'x'.repeat(900_000))
    await rooms.deliver(a, b)
    expect(a.pair.closedWith).toBe('overloaded')
    expect(b.pair.closedWith).toBeNull()
    expect(rooms.registry.stats().waitingBytes).toBeLessThanOrEqual(WRITER_LIMITS.roomBytes)
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(a, b)
    expect(b.map.size).toBe(9)
    a.reconnect()
    await rooms.connect({ client: a })
    await rooms.deliver(a, b)
    // One answer with three updates of 900 kB.
    expect(b.map.size).toBe(12)
    expect(a.acked).toBe(a.sent)
  })

  test('W4: closing ends the retrying and names the boards that are not saved', async () => {
    const rooms = createTestRooms()
    const a = await rooms.connect()
    await rooms.deliver(a)
    rooms.store.hold.append = true
    a.map.set('note', 1)
    await rooms.deliver(a)
    const flushed = rooms.registry.flush()
    rooms.store.fail()
    await settle()
    expect(rooms.registry.close()).toEqual([BOARD])
    await flushed
    rooms.clock.advance(60_000)
    await settle()
    expect(rooms.store.inFlight).toHaveLength(0)
  })
})
