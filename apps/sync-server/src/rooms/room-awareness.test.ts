import { encodeAwareness } from '@samtavle/shared/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createPerson, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { CLOCK_STEP_MAX, JUST_WRITTEN_MS, PRESENCE_PACE } from './room-awareness.ts'

type Entry = { id: number; clock: number; state: unknown; json?: string }

function awarenessFrame(...entries: Entry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { id, clock, state, json } of entries) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json ?? JSON.stringify(state))
  }
  return encodeAwareness(encoding.toUint8Array(encoder))
}

const presence = (x: number) => ({ presence: { c: [x, 2] } })
const ownClock = (client: RoomClient): number => client.awareness.meta.get(client.doc.clientID)?.clock ?? 0

async function scene() {
  const rooms = createTestRooms()
  const [anna, bo, eve] = [createPerson('Anna'), createPerson('Bo'), createPerson('Eve')]
  const victim = await rooms.connect({ person: anna })
  const peer = await rooms.connect({ person: bo })
  const attacker = await rooms.connect({ person: eve, role: 'view' })
  const show = (client: RoomClient, state: Record<string, unknown>) => {
    client.awareness.setLocalState(state)
    client.sendAwareness()
  }
  return { rooms, anna, bo, eve, victim, peer, attacker, show }
}

describe('one client id per socket', () => {
  const spoofs: Record<string, (victim: number, own: number, clock: number) => Uint8Array> = {
    "a state for the victim's id": (victim, _, clock) =>
      awarenessFrame({ id: victim, clock: clock + 1, state: presence(6) }),
    'a clock that locks the victim out': (victim) => awarenessFrame({ id: victim, clock: 2 ** 40, state: presence(6) }),
    "a removal of the victim's id": (victim, _, clock) => awarenessFrame({ id: victim, clock: clock + 1, state: null }),
    'the victim behind an own state': (victim, own, clock) =>
      awarenessFrame({ id: own, clock: 2, state: {} }, { id: victim, clock: clock + 1, state: presence(6) }),
    'an id of nobody': (_, __, clock) => awarenessFrame({ id: 12345, clock, state: { user: { name: 'Anna' } } }),
    'thousands of ids': () =>
      awarenessFrame(...Array.from({ length: 300 }, (_, i) => ({ id: 5_000 + i, clock: 1, state: {} }))),
  }
  for (const [name, build] of Object.entries(spoofs)) {
    test(`S1: SEC-26 ${name} changes nothing that others see`, async () => {
      const { rooms, anna, victim, peer, attacker, show } = await scene()
      show(victim, presence(1))
      await rooms.deliver(victim, peer, attacker)
      attacker.send(build(victim.doc.clientID, attacker.doc.clientID, ownClock(victim)))
      await rooms.deliver(victim, peer, attacker)
      const user = { id: anna.userId, name: 'Anna', colour: 3 }
      expect(peer.stateOf(victim)).toEqual({ ...presence(1), user })
      show(victim, presence(2))
      await rooms.deliver(victim, peer, attacker)
      expect(peer.stateOf(victim)).toEqual({ ...presence(2), user })
      expect(peer.awareness.getStates().size).toBe(3)
    })
  }

  test('S7: the same session takes its id over, and no socket is told of its own state', async () => {
    const { rooms, anna, victim, peer, show } = await scene()
    show(victim, presence(1))
    await rooms.deliver(victim, peer)
    // The browser reconnects before the server found its old socket dead.
    const oldPair = victim.pair
    const again = new RoomClient(victim.doc)
    again.awareness.setLocalState(presence(7))
    await rooms.connect({ client: again, person: anna })
    await rooms.deliver(again, peer)
    expect(peer.stateOf(victim)).toMatchObject(presence(7))
    expect(again.awareness.getLocalState()).toEqual(presence(7))
    oldPair.disconnect()
    await rooms.deliver(again, peer)
    expect(peer.stateOf(victim)).toMatchObject(presence(7))
    expect(again.stateOf(peer)).toBeDefined()
  })

  test('S7: another window of the same session is shown', async () => {
    const { rooms, anna, victim } = await scene()
    const second = await rooms.connect({ person: anna })
    await rooms.deliver(victim, second)
    expect(second.stateOf(victim)).toMatchObject({ user: { name: 'Anna' } })
    expect(victim.stateOf(second)).toMatchObject({ user: { name: 'Anna' } })
  })
})

describe('what is passed on', () => {
  test('S2: SEC-25 only what is named, within its bounds', async () => {
    const { rooms, eve, peer, attacker, show } = await scene()
    const user = { id: eve.userId, name: 'Eve', colour: 3 }
    const position = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 }
    const short = { item: { client: 1, clock: 2 }, assoc: -1 }
    const deep = JSON.parse(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`)
    const cases: [Record<string, unknown>, Record<string, unknown>][] = [
      [{ typeName: 'shape', id: 'shape:1', shape: {} }, {}],
      [{ presence: 'text', cursor: 'text' }, {}],
      [{ presence: deep }, {}],
      [{ cursor: { anchor: position, head: position } }, { cursor: { anchor: position, head: position } }],
      // As the web app sends it: without what says nothing.
      [{ cursor: { anchor: short, head: short } }, { cursor: { anchor: short, head: short } }],
      [{ cursor: { anchor: position, head: { item: { client: 1, clock: 2, more: 1 } } } }, {}],
      [{ cursor: { anchor: { ...position, extra: {} }, head: position } }, {}],
      [{ presence: { big: 'x'.repeat(4_040) } }, {}],
      [presence(4), presence(4)],
    ]
    for (const [sent, shown] of cases) {
      show(attacker, sent)
      await rooms.deliver(peer, attacker)
      expect(peer.stateOf(attacker)).toEqual({ ...shown, user })
    }
    const clock = ownClock(attacker) + 1
    attacker.send(
      awarenessFrame({ id: attacker.doc.clientID, clock, state: 0, json: '{"presence":{"__proto__":{"a":1}}}' }),
    )
    await rooms.deliver(peer, attacker)
    expect(peer.stateOf(attacker)).toEqual({ user })
  })

  test('S3: SEC-26 the name is the server’s, and follows the profile', async () => {
    const { rooms, eve, peer, attacker, show } = await scene()
    show(attacker, { user: { id: 'x', name: 'Anna', colour: 1 }, ...presence(1) })
    await rooms.deliver(peer, attacker)
    expect(peer.stateOf(attacker)).toMatchObject({ user: { id: eve.userId, name: 'Eve', colour: 3 } })
    rooms.registry.personChanged({ userId: eve.userId, name: 'Eva', colour: 8 })
    await rooms.deliver(peer, attacker)
    expect(peer.stateOf(attacker)).toEqual({ user: { id: eve.userId, name: 'Eva', colour: 8 }, ...presence(1) })
  })

  test('S4: SEC-26 a clock that falls or leaps is passed over', async () => {
    const { rooms, peer, attacker } = await scene()
    const id = attacker.doc.clientID
    const start = ownClock(attacker)
    for (const [clock, x, shown] of [
      [start + CLOCK_STEP_MAX, 1, 1],
      [start + CLOCK_STEP_MAX, 2, 1],
      [start, 3, 1],
      [start + 2 * CLOCK_STEP_MAX + 1, 4, 1],
      [start + CLOCK_STEP_MAX + 1, 5, 5],
    ] as const) {
      attacker.send(awarenessFrame({ id, clock, state: presence(x) }))
      await rooms.deliver(peer, attacker)
      expect(peer.stateOf(attacker)).toMatchObject(presence(shown))
    }
  })

  test('S5: a state goes with its socket and comes back with the next one', async () => {
    const { rooms, anna, victim, peer, show } = await scene()
    show(victim, presence(1))
    await rooms.deliver(victim, peer)
    victim.reconnect()
    await rooms.deliver(peer)
    expect(peer.stateOf(victim)).toBeUndefined()
    // Without a change of state, and so without a new clock, as after a short break.
    await rooms.connect({ client: victim, person: anna })
    await rooms.deliver(victim, peer)
    expect(peer.stateOf(victim)).toMatchObject(presence(1))
    victim.send(awarenessFrame({ id: victim.doc.clientID, clock: ownClock(victim) + 1, state: null }))
    await rooms.deliver(victim, peer)
    expect(peer.stateOf(victim)).toBeUndefined()
  })

  test('S6: of many states in one turn the latest is sent, once', async () => {
    const { rooms, victim, peer, show } = await scene()
    await rooms.deliver(victim, peer)
    for (let x = 0; x < 50; x++) show(victim, presence(x))
    victim.pair.flushToServer()
    rooms.clock.turn()
    expect(peer.pair.toClient.filter((frame) => frame[0] === 1)).toHaveLength(1)
    peer.flush()
    expect(peer.stateOf(victim)).toMatchObject(presence(49))
  })

  test('S8: a viewer is seen, and sees', async () => {
    const { rooms, peer, attacker, victim, show } = await scene()
    show(attacker, presence(9))
    await rooms.deliver(peer, attacker, victim)
    expect(peer.stateOf(attacker)).toMatchObject(presence(9))
    expect(attacker.stateOf(peer)).toMatchObject({ user: { name: 'Bo' } })
  })

  test('P2: awareness bytes that cannot be read end the socket', async () => {
    const { rooms, peer, attacker } = await scene()
    attacker.send(encodeAwareness(new Uint8Array([5, 1, 1])))
    await rooms.deliver(peer, attacker)
    expect(attacker.pair.closedWith).toBe('badData')
    const second = await rooms.connect({ role: 'view' })
    second.send(awarenessFrame({ id: second.doc.clientID, clock: ownClock(second) + 1, state: 0, json: '{"a":' }))
    second.flush()
    expect(second.pair.closedWith).toBe('badData')
    expect(rooms.registry.attendees(BOARD)).toHaveLength(2)
  })
})

test('S9: of states that come faster than forty a second the newest is shown', async () => {
  const rooms = createTestRooms()
  const [a, b] = [await rooms.connect(), await rooms.connect()]
  await rooms.deliver(a, b)
  let shown = 0
  b.awareness.on('change', () => {
    shown += 1
  })
  for (let x = 0; x < 500; x++) {
    a.awareness.setLocalState({ presence: { x } })
    a.sendAwareness()
    await rooms.deliver(a, b)
  }
  expect(shown).toBeLessThanOrEqual(PRESENCE_PACE.atOnce)
  rooms.clock.advance(1_000)
  await rooms.deliver(a, b)
  expect(b.stateOf(a)).toMatchObject({ presence: { x: 499 } })
})

test('S6: presence waits at most ten milliseconds, and goes out with an update that comes before', async () => {
  const rooms = createTestRooms({ presenceEveryMs: 10 })
  const [a, b] = [await rooms.connect(), await rooms.connect()]
  rooms.clock.advance(10)
  await rooms.deliver(a, b)
  const say = async (x: number) => {
    a.awareness.setLocalState({ presence: { x } })
    a.sendAwareness()
    await rooms.deliver(a, b)
  }
  await say(1)
  rooms.clock.advance(9)
  await rooms.deliver(b)
  expect(b.stateOf(a)).not.toMatchObject({ presence: { x: 1 } })
  rooms.clock.advance(1)
  await rooms.deliver(b)
  expect(b.stateOf(a)).toMatchObject({ presence: { x: 1 } })
  await say(2)
  a.map.set('note', 1)
  await rooms.deliver(a, b)
  expect(b.stateOf(a)).toMatchObject({ presence: { x: 2 } })
  // What went out with an update is not sent again with the round that it waited for.
  const sent = b.pair.toClient.length
  rooms.clock.advance(10)
  expect(b.pair.toClient).toHaveLength(sent)
})

describe('who is writing where', () => {
  const writing = (id: string) => ({ presence: { p: 'page', e: id } })

  test('V12: an edit of the server is told which records are open, and which were left just now', async () => {
    const { rooms, anna, bo, victim, peer, attacker, show } = await scene()
    const told = async (actorId: string | null = null): Promise<string[]> => {
      let open: string[] = []
      void rooms.registry.edit(BOARD, actorId, (_doc, records) => {
        open = [...records].sort()
      })
      await rooms.deliver(victim, peer, attacker)
      return open
    }
    show(victim, writing('a'))
    show(peer, writing('b'))
    show(attacker, { presence: { e: 'page:no record' } })
    await rooms.deliver(victim, peer, attacker)
    expect(await told()).toEqual(['shape:a', 'shape:b'])
    show(victim, { presence: { p: 'page' } })
    await rooms.deliver(victim, peer, attacker)
    expect(await told()).toEqual(['shape:a', 'shape:b'])
    // Who goes back knows what they have left, and is not kept from it; what they have open stays open.
    expect(await told(anna.userId)).toEqual(['shape:b'])
    expect(await told(bo.userId)).toEqual(['shape:a', 'shape:b'])
    await rooms.clock.advance(JUST_WRITTEN_MS + 1)
    expect(await told()).toEqual(['shape:b'])
  })
})
