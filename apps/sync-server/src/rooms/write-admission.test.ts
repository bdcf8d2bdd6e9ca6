import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'

const FIXED = 'shape:fixed'
const background = () => new Y.Map([['_', shapeRecord('group', FIXED, { meta: { fixed: true } })]])
const BACKGROUND = { [FIXED]: { _: shapeRecord('group', FIXED, { meta: { fixed: true } }) } }

test('G9: a refused update and all behind it of its socket go nowhere; its sender learns why and rebuilds', async () => {
  const rooms = createTestRooms()
  const owner = await rooms.connect({ role: 'owner' })
  owner.map.set(FIXED, background())
  await rooms.deliver(owner)
  const guest = await rooms.connect()
  guest.map.set('mine', 1)
  await rooms.deliver(owner, guest)
  expect(owner.map.get('mine')).toBe(1)
  const rows = rooms.memory.rows.length
  rooms.store.hold.append = true
  owner.map.set('first', 1)
  await rooms.deliver(owner, guest)
  guest.map.set('before', 1)
  guest.map.set(FIXED, 'changed')
  guest.map.set('behind', 1)
  owner.map.set('second', 2)
  rooms.store.hold.append = false
  guest.pair.flushToServer()
  owner.pair.flushToServer()
  rooms.store.proceed()
  await rooms.deliver(owner)
  expect(guest.pair.closedWith).toBe('rebuild')
  guest.pair.flushToClient((frame) => guest.receive(frame))
  expect(guest.events).toEqual([{ type: 'refused', records: [FIXED] }])
  expect(owner.map.toJSON()).toEqual({ ...BACKGROUND, mine: 1, before: 1, first: 1, second: 2 })
  expect(await rooms.stored()).toEqual(owner.map.toJSON())
  expect(rooms.memory.rows).toHaveLength(rows + 3)
  expect(guest.acked).toBeLessThan(guest.sent - 1)
  // The socket is gone, the person is not.
  const again = await rooms.connect()
  again.map.set('after', 1)
  await rooms.deliver(owner, again)
  expect(owner.map.get('after')).toBe(1)
})

test('G9: nor is it shown while nothing can be stored', async () => {
  const rooms = createTestRooms()
  const [owner, guest] = [await rooms.connect({ role: 'owner' }), await rooms.connect()]
  owner.map.set(FIXED, background())
  await rooms.deliver(owner, guest)
  rooms.store.hold.append = true
  owner.map.set('first', 1)
  await rooms.deliver(owner, guest)
  guest.map.set('mine', 1)
  await rooms.deliver(owner, guest)
  rooms.clock.advance(2_000)
  await rooms.deliver(owner, guest)
  expect(owner.map.get('mine')).toBe(1)
  guest.map.set(FIXED, 'changed')
  await rooms.deliver(owner, guest)
  expect(guest.pair.closedWith).toBe('rebuild')
  expect(owner.map.toJSON()).toMatchObject(BACKGROUND)
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.deliver(owner)
  expect(await rooms.stored()).toEqual({ ...BACKGROUND, first: 1, mine: 1 })
})
