import { createHash } from 'node:crypto'
import { createRecord, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordsAfter, updatesOf } from '../../../../tests/support/background-attacks.ts'
import {
  AFTER,
  CARRIER_ATTACKS,
  MINE,
  OWN_ATTACKS,
  OWN_PERMITTED,
  THEIRS,
  TIE_ATTACKS,
} from '../../../../tests/support/own-attacks.ts'
import type { RoomClient } from '../../../../tests/support/room-client.ts'
import { BOARD, createPerson, createTestRooms } from '../../../../tests/support/test-rooms.ts'

const hashOf = (doc: Y.Doc) => createHash('sha256').update(Y.encodeStateAsUpdate(doc)).digest('hex')
const put = (client: RoomClient, records: readonly (typeof THEIRS)[number][]) =>
  client.doc.transact(() => {
    for (const record of records) createRecord(recordMapOf(client.doc), record)
  })
const move = (client: RoomClient, id: string, x: number) => {
  const records = recordMapOf(client.doc)
  const before = readRecord(records, id)
  if (before === undefined) throw new Error(`no ${id}`)
  client.doc.transact(() => updateRecord(records, before, { ...before, x }))
}
const xOf = (client: RoomClient, id: string) => readRecord(recordMapOf(client.doc), id)?.x

/** A board of an owner and somebody who contributes, each with records of their own. */
async function scene() {
  const rooms = createTestRooms()
  const owner = await rooms.connect({ role: 'owner' })
  const person = createPerson('Bo')
  const bo = await rooms.connect({ person, role: 'contribute' })
  const everybody = async () => await rooms.deliver(owner, bo)
  await everybody()
  put(owner, THEIRS)
  await everybody()
  put(bo, MINE)
  await everybody()
  put(owner, AFTER)
  await everybody()
  expect(bo.pair.closedWith).toBeNull()
  const again = () => rooms.connect({ person, role: 'contribute' })
  return { rooms, owner, bo, person, again, everybody, rows: rooms.memory.rows.length }
}

describe('who contributes', () => {
  const getsNowhere = async (act: (typeof OWN_ATTACKS)[string]) => {
    const { rooms, owner, bo, again, rows } = await scene()
    const seen: unknown[] = []
    owner.doc.on('update', (_: Uint8Array, origin: unknown) => void (origin === owner && seen.push(1)))
    const before = hashOf(owner.doc)
    for (const update of updatesOf(bo.doc, act)) bo.send(encodeUpdate(update))
    await rooms.deliver(bo, owner)
    expect(bo.pair.closedWith).toBe('rebuild')
    expect(bo.events.at(-1)).toMatchObject({ type: 'refused', records: [expect.any(String)] })
    expect(rooms.memory.rows).toHaveLength(rows)
    expect(seen).toEqual([])
    expect(hashOf(owner.doc)).toBe(before)
    const back = await again()
    expect(hashOf(back.doc)).toBe(before)
    expect(rooms.errors).toEqual([])
  }
  for (const [name, act] of Object.entries(OWN_ATTACKS)) {
    test(`O1: and ${name} changes nothing: no row, no event, the board as it was`, () => getsNowhere(act))
  }
  for (const [name, act] of Object.entries(TIE_ATTACKS)) {
    test(`O2: and ${name} changes nothing either`, () => getsNowhere(act))
  }
  for (const [name, act] of Object.entries(CARRIER_ATTACKS)) {
    test(`O3: and ${name} changes nothing either`, () => getsNowhere(act))
  }

  for (const [name, act] of Object.entries(OWN_PERMITTED)) {
    test(`O1: and ${name} is not held up, nor from a second device`, async () => {
      const { rooms, owner, bo } = await scene()
      // A copy of the document writes with a client id of its own, as another device does.
      for (const update of updatesOf(bo.doc, act)) bo.send(encodeUpdate(update))
      await rooms.deliver(bo, owner)
      expect(bo.pair.closedWith).toBeNull()
      expect(recordMapOf(owner.doc).toJSON()).toEqual(recordsAfter(bo.doc, act))
    })
  }
})

test('O1: a record stays its author’s when somebody deletes it and takes that back', async () => {
  const { owner, bo, everybody } = await scene()
  const undo = new Y.UndoManager(owner.map)
  owner.doc.transact(() => recordMapOf(owner.doc).delete('shape:mine'))
  await everybody()
  expect(bo.map.has('shape:mine')).toBe(false)
  undo.undo()
  await everybody()
  move(bo, 'shape:mine', 5)
  await everybody()
  expect(bo.pair.closedWith).toBeNull()
  expect(xOf(owner, 'shape:mine')).toBe(5)
})

test('O1: nor does a deleted record become theirs who makes another one under its id', async () => {
  const { owner, bo, everybody } = await scene()
  owner.doc.transact(() => recordMapOf(owner.doc).delete('shape:theirs'))
  await everybody()
  put(bo, [noteRecord('shape:theirs')])
  await everybody()
  expect(bo.pair.closedWith).toBe('rebuild')
})

test('O1: what an earlier update of the batch makes is its author’s already', async () => {
  const { rooms, owner, bo, everybody } = await scene()
  rooms.store.hold.append = true
  move(owner, 'shape:frame', 1)
  await everybody()
  put(owner, [noteRecord('shape:just-made')])
  put(bo, [noteRecord('shape:just-made', {}, { x: 4 })])
  owner.pair.flushToServer()
  bo.pair.flushToServer()
  rooms.store.hold.append = false
  rooms.store.proceed()
  await everybody()
  expect(bo.pair.closedWith).toBe('rebuild')
  expect(xOf(owner, 'shape:just-made')).toBe(0)
})

test('O4: client ids of others, and those that nobody claimed, are not to be written with', async () => {
  const { rooms, owner, again, rows } = await scene()
  const nobody = new Y.Doc()
  createRecord(recordMapOf(nobody), noteRecord('shape:old'))
  for (const clientId of [owner.doc.clientID, nobody.clientID]) {
    const bo = await again()
    if (clientId === nobody.clientID) {
      // As the board was before there were claims.
      Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(nobody), bo)
      await rooms.registry.edit(BOARD, null, (doc) => void Y.applyUpdate(doc, Y.encodeStateAsUpdate(nobody)))
    }
    const before = rooms.memory.rows.length
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(bo.doc))
    forged.clientID = clientId
    const vector = Y.encodeStateVector(forged)
    forged.transact(() => createRecord(recordMapOf(forged), noteRecord('shape:forged')))
    bo.send(encodeUpdate(Y.encodeStateAsUpdate(forged, vector)))
    await rooms.deliver(bo, owner)
    expect(bo.pair.closedWith, String(clientId)).toBe('rebuild')
    expect(rooms.memory.rows).toHaveLength(before)
    expect(owner.map.has('shape:forged')).toBe(false)
  }
  expect(rooms.memory.rows.length).toBeGreaterThan(rows)
})

test('O4: a client id that somebody who is here announces is not to be claimed before them', async () => {
  const { rooms, owner, again } = await scene()
  const carla = await rooms.connect({ role: 'contribute' })
  const bo = await again()
  const forged = new Y.Doc()
  forged.clientID = carla.doc.clientID
  createRecord(recordMapOf(forged), noteRecord('shape:forged'))
  bo.send(encodeUpdate(Y.encodeStateAsUpdate(forged)))
  await rooms.deliver(bo, owner, carla)
  expect(bo.pair.closedWith).toBe('rebuild')
  put(carla, [noteRecord('shape:hers')])
  await rooms.deliver(carla, owner)
  expect(carla.pair.closedWith).toBeNull()
  expect(owner.map.has('shape:hers')).toBe(true)
})

test('O4: who may change all may bring what others wrote, as after a restart of the server', async () => {
  const { rooms, owner, bo, person } = await scene()
  bo.pair.toServer.length = 0
  put(bo, [noteRecord('shape:late')])
  const lost = Y.encodeStateAsUpdate(bo.doc, Y.encodeStateVector(owner.doc))
  const editor = await rooms.connect()
  editor.send(encodeUpdate(lost))
  await rooms.deliver(editor, owner)
  expect(editor.pair.closedWith).toBeNull()
  // Its client id was Bo's already, and so it is Bo's note.
  const back = await rooms.connect({ person, role: 'contribute' })
  move(back, 'shape:late', 9)
  await rooms.deliver(back, owner)
  expect(xOf(owner, 'shape:late')).toBe(9)
})

test('O5: claims are stored with the rows, and a board that is loaded again knows them', async () => {
  const { rooms, bo, person, again } = await scene()
  const claims = (await rooms.memory.load(BOARD))?.claims
  expect(claims).toContainEqual({ clientId: bo.doc.clientID, principal: person.userId })
  expect(claims).toHaveLength(2)
  rooms.registry.boardReplaced(BOARD)
  const back = await again()
  move(back, 'shape:mine', 12)
  await rooms.deliver(back)
  expect(back.pair.closedWith).toBeNull()
  move(back, 'shape:theirs', 12)
  await rooms.deliver(back)
  expect(back.pair.closedWith).toBe('rebuild')
})

test('O5: a store that went back in time gets the claims again', async () => {
  const { rooms, person, bo, everybody } = await scene()
  rooms.registry.storeAgain()
  await everybody()
  expect(rooms.memory.rows.at(-1)?.claims).toContainEqual({ clientId: bo.doc.clientID, principal: person.userId })
})

test('O6: a role that changes counts for what waits for its statement', async () => {
  const { rooms, owner, everybody } = await scene()
  const person = createPerson()
  const editor = await rooms.connect({ person })
  await rooms.deliver(editor)
  rooms.store.hold.append = true
  move(owner, 'shape:frame', 1)
  await everybody()
  move(editor, 'shape:theirs', 31)
  editor.pair.flushToServer()
  rooms.registry.accessChanged(BOARD, person.userId, 'contribute')
  rooms.store.hold.append = false
  rooms.store.proceed()
  await rooms.deliver(editor, owner)
  expect(editor.pair.closedWith).toBe('rebuild')
  expect(editor.events.map(({ type }) => type)).toEqual(['role', 'own', 'refused'])
  expect(xOf(owner, 'shape:theirs')).toBe(0)
})

test('O6: what somebody made while they might edit stays theirs, and who may edit again may change all', async () => {
  const { rooms, owner, everybody } = await scene()
  const person = createPerson()
  const editor = await rooms.connect({ person })
  put(editor, [noteRecord('shape:earlier')])
  await rooms.deliver(editor, owner)
  rooms.registry.accessChanged(BOARD, person.userId, 'contribute')
  move(editor, 'shape:earlier', 3)
  await rooms.deliver(editor, owner)
  expect(xOf(owner, 'shape:earlier')).toBe(3)
  rooms.registry.accessChanged(BOARD, person.userId, 'edit')
  move(editor, 'shape:theirs', 3)
  await rooms.deliver(editor, owner)
  await everybody()
  expect(editor.pair.closedWith).toBeNull()
  expect(xOf(owner, 'shape:theirs')).toBe(3)
})

test('O7: a contributor is told which clients are theirs: on joining, and when another of their tabs writes', async () => {
  const { rooms, bo, again } = await scene()
  expect(bo.events).toEqual([
    { type: 'own', clients: [] },
    { type: 'own', clients: [bo.doc.clientID] },
  ])
  const tab = await again()
  expect(tab.events).toEqual([{ type: 'own', clients: [bo.doc.clientID] }])
  put(tab, [noteRecord('shape:second')])
  await rooms.deliver(tab, bo)
  expect(bo.events.at(-1)).toEqual({ type: 'own', clients: [tab.doc.clientID] })
  move(bo, 'shape:second', 4)
  await rooms.deliver(tab, bo)
  expect(bo.pair.closedWith).toBeNull()
})
