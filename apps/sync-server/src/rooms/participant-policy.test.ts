import { createHash } from 'node:crypto'
import { createRecord, encodeSeed, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  ATTACKS,
  FIXED_BOARD,
  MARKINGS,
  PERMITTED,
  recordsAfter,
  updatesOf,
} from '../../../../tests/support/background-attacks.ts'
import { BOARD, createPerson, createTestRooms } from '../../../../tests/support/test-rooms.ts'

const hashOf = (doc: Y.Doc) => createHash('sha256').update(Y.encodeStateAsUpdate(doc)).digest('hex')

async function scene() {
  const rooms = createTestRooms()
  await rooms.memory.append([{ boardId: BOARD, generation: 1, actorId: null, payload: encodeSeed(FIXED_BOARD) }])
  const owner = await rooms.connect({ role: 'owner' })
  const person = createPerson()
  const guest = await rooms.connect({ person })
  await rooms.deliver(owner, guest)
  const seen: Uint8Array[] = []
  owner.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === owner) seen.push(update)
  })
  return { rooms, owner, guest, person, seen, rows: rooms.memory.rows.length }
}

describe('a participant', () => {
  /** Sends it in one update and in several, and looks at what became of it. */
  const getsNowhere = async (act: (typeof ATTACKS)[string]) => {
    for (const inOne of [true, false]) {
      const { rooms, owner, guest, seen, rows } = await scene()
      const before = hashOf(owner.doc)
      const updates = updatesOf(guest.doc, act, inOne)
      expect(updates.length).toBeGreaterThan(0)
      // Only what comes before the first thing that is held may be stored.
      const harmless = updates.length - (inOne ? 1 : harmful(updates, guest.doc))
      for (const update of updates) guest.send(encodeUpdate(update))
      await rooms.deliver(guest, owner)
      expect(guest.pair.closedWith).toBe('rebuild')
      if (inOne || harmless === 0) {
        expect(rooms.memory.rows).toHaveLength(rows)
        expect(seen).toEqual([])
        expect(hashOf(owner.doc)).toBe(before)
      }
      expectBackground(owner.doc)
      expect(rooms.errors).toEqual([])
    }
  }
  for (const [name, act] of Object.entries(ATTACKS)) {
    test(`L2: who ${name} changes nothing: no row, no event, the board as it was`, () => getsNowhere(act))
  }
  for (const [name, act] of Object.entries(MARKINGS)) {
    test(`L4: who ${name} changes nothing either`, () => getsNowhere(act))
  }

  for (const [name, act] of Object.entries(PERMITTED)) {
    test(`L2: who ${name} is not held up`, async () => {
      const { rooms, owner, guest } = await scene()
      for (const update of updatesOf(guest.doc, act)) guest.send(encodeUpdate(update))
      await rooms.deliver(guest, owner)
      expect(guest.pair.closedWith).toBeNull()
      expect(recordMapOf(owner.doc).toJSON()).toEqual(recordsAfter(guest.doc, act))
    })
  }
})

/** How many of the updates, from the first that must not be let in, are left. */
function harmful(updates: readonly Uint8Array[], doc: Y.Doc): number {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const kept = backgroundOf(copy)
  const first = updates.findIndex((update) => {
    Y.applyUpdate(copy, update)
    return JSON.stringify(backgroundOf(copy)) !== JSON.stringify(kept)
  })
  return first < 0 ? updates.length : updates.length - first
}

const heldIds = FIXED_BOARD.map(({ id }) => id).filter((id) => id !== 'shape:note' && id !== 'shape:other')
const backgroundOf = (doc: Y.Doc) => heldIds.map((id) => readRecord(recordMapOf(doc), id) ?? null)

function expectBackground(doc: Y.Doc): void {
  expect(backgroundOf(doc)).toEqual(FIXED_BOARD.filter(({ id }) => heldIds.includes(id)))
  for (const id of recordMapOf(doc).keys()) {
    if (!heldIds.includes(id)) expect(readRecord(recordMapOf(doc), id)?.meta?.fixed, id).toBeUndefined()
  }
}

test('L1: the owner may do all of it', async () => {
  for (const [name, act] of Object.entries(ATTACKS)) {
    const { rooms, owner, guest } = await scene()
    for (const update of updatesOf(owner.doc, act)) owner.send(encodeUpdate(update))
    await rooms.deliver(owner, guest)
    expect(owner.pair.closedWith, name).toBeNull()
  }
})

test('L1: a role that changes while the socket is open counts at once, also for what waits', async () => {
  const { rooms, owner, guest, person } = await scene()
  const [update] = updatesOf(guest.doc, (records) => void records.delete('shape:section'))
  if (update === undefined) throw new Error('nothing was sent')
  rooms.registry.accessChanged(BOARD, person.userId, 'owner')
  rooms.store.hold.append = true
  owner.map.set('shape:first', 1)
  await rooms.deliver(owner)
  guest.send(encodeUpdate(update))
  await rooms.deliver(guest)
  rooms.registry.accessChanged(BOARD, person.userId, 'edit')
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.deliver(guest, owner)
  expect(guest.pair.closedWith).toBe('rebuild')
  expectBackground(owner.doc)
  const again = await rooms.connect({ person, role: 'edit' })
  rooms.registry.accessChanged(BOARD, person.userId, 'owner')
  again.send(encodeUpdate(update))
  await rooms.deliver(again, owner)
  expect(again.pair.closedWith).toBeNull()
  expect(owner.map.has('shape:section')).toBe(false)
})

test('L3: what is held follows what the owner does', async () => {
  const { rooms, owner, guest, person } = await scene()
  const records = recordMapOf(owner.doc)
  const edit = (id: string, changes: object) => {
    const before = readRecord(records, id)
    if (before === undefined) throw new Error(`no ${id}`)
    owner.doc.transact(() => updateRecord(records, before, { ...before, ...changes }))
  }
  let socket = guest
  /** Whether the participant may now move it. */
  const mayMove = async (id: string) => {
    await rooms.deliver(owner, socket)
    const updates = updatesOf(socket.doc, (map) => {
      const before = readRecord(map, id)
      if (before !== undefined) updateRecord(map, before, { ...before, x: Number(before.x ?? 0) + 1 })
    })
    for (const update of updates) socket.send(encodeUpdate(update))
    await rooms.deliver(socket, owner)
    const isTaken = socket.pair.closedWith === null
    if (!isTaken) socket = await rooms.connect({ person })
    return isTaken
  }
  expect(await mayMove('shape:other')).toBe(true)
  edit('shape:other', { meta: { fixed: true } })
  expect(await mayMove('shape:other')).toBe(false)
  edit('shape:other', { meta: {} })
  expect(await mayMove('shape:other')).toBe(true)
  // The sign leaves its frame, and so the frame is free; a move within it changes nothing.
  edit('shape:sign', { x: 5 })
  expect(await mayMove('shape:plain')).toBe(false)
  edit('shape:sign', { parentId: 'shape:section' })
  expect(await mayMove('shape:plain')).toBe(true)
  owner.doc.transact(() => createRecord(records, noteRecord('shape:new', {}, { meta: { fixed: true } })))
  expect(await mayMove('shape:new')).toBe(false)
  owner.doc.transact(() => records.delete('shape:section'))
  expect(await mayMove('shape:note')).toBe(true)
})

describe('a batch', () => {
  /** What the owner and then the participant write goes into one statement. */
  async function inOneBatch(byOwner: Uint8Array[], byGuest: Uint8Array[], started = scene()) {
    const { rooms, owner, guest, ...rest } = await started
    rooms.store.hold.append = true
    owner.map.set('shape:first', 1)
    await rooms.deliver(owner)
    for (const update of byOwner) Y.applyUpdate(owner.doc, update)
    owner.pair.flushToServer()
    for (const update of byGuest) guest.send(encodeUpdate(update))
    guest.pair.flushToServer()
    rooms.store.hold.append = false
    rooms.store.proceed()
    await rooms.deliver(owner, guest)
    return { rooms, owner, guest, ...rest }
  }

  test('L5: a record that is fixed earlier in the batch is held', async () => {
    const started = scene()
    const { owner, guest } = await started
    const fixes = updatesOf(
      owner.doc,
      (records) => void (records.get('shape:other') as Y.Map<unknown>).set('m.fixed', true),
    )
    const moves = updatesOf(guest.doc, PERMITTED['puts a note into a section'] ?? (() => {}))
    const after = await inOneBatch(fixes, moves, started)
    expect(after.guest.pair.closedWith).toBe('rebuild')
    expect(readRecord(recordMapOf(owner.doc), 'shape:other')?.parentId).toBe('page:page')
  })

  test('L5: what is made fixed earlier in the batch is neither deleted nor tied', async () => {
    for (const act of [
      (records: ReturnType<typeof recordMapOf>) => void records.delete('shape:new'),
      (records: ReturnType<typeof recordMapOf>) => {
        const ends = { fromId: 'shape:new', toId: 'shape:note', props: {} }
        createRecord(records, { id: 'binding:mine', typeName: 'binding', type: 'arrow', ...ends, meta: {} })
      },
    ]) {
      const started = scene()
      const { owner } = await started
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(owner.doc))
      const makes: Uint8Array[] = []
      copy.once('update', (update: Uint8Array) => void makes.push(update))
      copy.transact(() => createRecord(recordMapOf(copy), noteRecord('shape:new', {}, { meta: { fixed: true } })))
      // As a program that learned of it in another way would write.
      const after = await inOneBatch(makes, updatesOf(copy, act), started)
      expect(after.guest.pair.closedWith).toBe('rebuild')
      expect(readRecord(recordMapOf(owner.doc), 'shape:new')?.meta?.fixed).toBe(true)
      expect(owner.map.has('binding:mine')).toBe(false)
    }
  })

  test('L5: what is loosened or deleted earlier in the batch is held until that is committed', async () => {
    const started = scene()
    const { owner, guest } = await started
    const looses = updatesOf(owner.doc, (records) => void records.delete('shape:arrow'))
    const makes = updatesOf(guest.doc, (records) => createRecord(records, noteRecord('shape:arrow')))
    const { rooms, person, ...after } = await inOneBatch(looses, makes, started)
    expect(after.guest.pair.closedWith).toBe('rebuild')
    expect(owner.map.has('shape:arrow')).toBe(false)
    const again = await rooms.connect({ person })
    again.doc.transact(() => createRecord(recordMapOf(again.doc), noteRecord('shape:arrow')))
    await rooms.deliver(again, owner)
    expect(again.pair.closedWith).toBeNull()
    expect(owner.map.has('shape:arrow')).toBe(true)
  })

  test('L2: an attack in two updates of one batch, and one that waits for its first half, get nowhere', async () => {
    for (const isTurned of [false, true]) {
      const started = scene()
      const { owner, guest } = await started
      const halves = updatesOf(
        guest.doc,
        (records) => {
          createRecord(records, noteRecord('shape:mine'))
          const mine = records.get('shape:mine') as Y.Map<unknown>
          mine.set('x', 1)
          ;(records.get('shape:section') as Y.Map<unknown>).set('xy', [1, 1, 'shape:mine'])
        },
        false,
      )
      expect(halves).toHaveLength(4)
      const after = await inOneBatch([], isTurned ? [...halves].reverse() : halves, started)
      expect(after.guest.pair.closedWith).toBe('rebuild')
      expectBackground(owner.doc)
    }
  })
})

test('L6: what a participant wrote is judged and stored when the server stops in between', async () => {
  const { rooms, guest } = await scene()
  rooms.store.hold.append = true
  guest.map.set('shape:first', 1)
  await rooms.deliver(guest)
  const [good] = updatesOf(guest.doc, PERMITTED['makes a note in a section'] ?? (() => {}))
  const [bad] = updatesOf(guest.doc, (records) => void records.delete('shape:section'))
  for (const update of [good, bad]) if (update) guest.send(encodeUpdate(update))
  guest.pair.flushToServer()
  rooms.registry.boardReplaced(BOARD)
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.registry.flush()
  const stored = await rooms.stored()
  expect(Object.keys(stored)).toEqual(expect.arrayContaining(['shape:first', 'shape:mine', 'shape:section']))
})
