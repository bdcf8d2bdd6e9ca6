import { expect, test } from 'vitest'
import { createTestRooms } from '../../../../tests/support/test-rooms.ts'
import type { WritePolicy } from './write-policy.ts'

/** As a board with a locked background will have it. */
const KEEP_FIXED: WritePolicy = { name: 'test', mayTouch: (recordId) => recordId !== 'fixed' }

test('G9: a refused update and all behind it of its socket go nowhere; its sender learns why and rebuilds', async () => {
  const rooms = createTestRooms()
  const owner = await rooms.connect()
  owner.map.set('fixed', 'background')
  await rooms.deliver(owner)
  const guest = await rooms.connect({ policy: KEEP_FIXED })
  guest.map.set('mine', 1)
  await rooms.deliver(owner, guest)
  expect(owner.map.get('mine')).toBe(1)
  const rows = rooms.memory.rows.length
  rooms.store.hold.append = true
  owner.map.set('first', 1)
  await rooms.deliver(owner, guest)
  guest.map.set('before', 1)
  guest.map.set('fixed', 'changed')
  guest.map.set('behind', 1)
  owner.map.set('second', 2)
  rooms.store.hold.append = false
  guest.pair.flushToServer()
  owner.pair.flushToServer()
  rooms.store.proceed()
  await rooms.deliver(owner)
  expect(guest.pair.closedWith).toBe('rebuild')
  guest.pair.flushToClient((frame) => guest.receive(frame))
  expect(guest.events).toEqual([{ type: 'refused', records: ['fixed'] }])
  expect(owner.map.toJSON()).toEqual({ fixed: 'background', mine: 1, before: 1, first: 1, second: 2 })
  expect(await rooms.stored()).toEqual(owner.map.toJSON())
  expect(rooms.memory.rows).toHaveLength(rows + 3)
  expect(guest.acked).toBeLessThan(guest.sent - 1)
  // The socket is gone, the person is not.
  const again = await rooms.connect({ policy: KEEP_FIXED })
  again.map.set('after', 1)
  await rooms.deliver(owner, again)
  expect(owner.map.get('after')).toBe(1)
})

test('G9: nor is it shown while nothing can be stored', async () => {
  const rooms = createTestRooms()
  const [owner, guest] = [await rooms.connect(), await rooms.connect({ policy: KEEP_FIXED })]
  owner.map.set('fixed', 'background')
  await rooms.deliver(owner, guest)
  rooms.store.hold.append = true
  owner.map.set('first', 1)
  await rooms.deliver(owner, guest)
  guest.map.set('mine', 1)
  await rooms.deliver(owner, guest)
  rooms.clock.advance(2_000)
  await rooms.deliver(owner, guest)
  expect(owner.map.get('mine')).toBe(1)
  guest.map.set('fixed', 'changed')
  await rooms.deliver(owner, guest)
  expect(guest.pair.closedWith).toBe('rebuild')
  expect(owner.map.get('fixed')).toBe('background')
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.deliver(owner)
  expect(await rooms.stored()).toEqual({ fixed: 'background', first: 1, mine: 1 })
})
