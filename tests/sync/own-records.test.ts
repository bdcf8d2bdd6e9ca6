import { createRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addMember, createBoard, createPerson, type Person } from '../support/api-session.ts'
import { updatesOf } from '../support/background-attacks.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { joinByHand } from '../support/join-by-hand.ts'
import { readStoredBoard, readStoredState, storedHash } from '../support/stored-board.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let owner: Person
let partner: Person
let boardId: string
const THEIRS = noteRecord('shape:theirs')
const MINE = noteRecord('shape:mine', {}, { x: 300 })
beforeAll(async () => {
  server = await startTestServer()
  const admin = await server.signIn()
  owner = await createPerson(admin)
  partner = await createPerson(admin)
  boardId = await createBoard(owner.session, { templateId: 'borgerrejse', locale: 'da' })
  await addMember(owner.session, boardId, partner.id, 'contribute')
  await editOverSocket(owner.session, boardId, (records) => createRecord(records, THEIRS))
  await editOverSocket(partner.session, boardId, (records) => createRecord(records, MINE))
})
afterAll(() => server.close())

type Records = ReturnType<typeof recordMapOf>
const place = (records: Records, id: string): void => void records.get(id)?.set('xy', [7, 7])
const ofTheTemplate = (records: Records): string[] =>
  [...records.keys()].filter((id) => id !== MINE.id && id !== THEIRS.id && id.startsWith('shape:'))

/** Each does to what others made what a contributor must not, in updates made by hand. */
const BY_HAND: Record<string, (records: Records) => void> = {
  'moving a note': (records) => place(records, THEIRS.id),
  'deleting a note': (records) => records.delete(THEIRS.id),
  'deleting it after saying whose it is': (records) => {
    records.get(THEIRS.id)?.set('m.by', partner.id)
    records.delete(THEIRS.id)
  },
  'writing in a note': (records) => {
    const text = records.get(THEIRS.id)?.get('t')
    if (text instanceof Y.XmlFragment) text.insert(0, [new Y.XmlElement('paragraph')])
  },
  'moving what the template has, fixed or not': (records) => {
    for (const id of ofTheTemplate(records)) place(records, id)
  },
  'another note in its place': (records) => createRecord(records, noteRecord(THEIRS.id)),
}

const stateOf = () => storedHash(owner.session, boardId)
const join = () => joinByHand(partner.session, server.syncUrl(boardId), boardId)

test('O1: nothing that a hand-made update does to what others made is taken over the wire', async () => {
  const before = await stateOf()
  for (const [name, act] of Object.entries(BY_HAND)) {
    const { doc, socket, code } = await join()
    const updates = updatesOf(doc, act)
    expect(updates.length, name).toBeGreaterThan(0)
    for (const update of updates) socket.send(encodeUpdate(update))
    expect(await code, name).toBe(4409)
    expect(await stateOf(), name).toBe(before)
  }
})

test('O4: nor is one that is written with the client id of somebody else', async () => {
  const before = await stateOf()
  const { doc, socket, code } = await join()
  const author = recordMapOf(doc)._map.get(THEIRS.id)?.id.client ?? 0
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(doc))
  forged.clientID = author
  createRecord(recordMapOf(forged), noteRecord('shape:forged'))
  socket.send(encodeUpdate(Y.encodeStateAsUpdate(forged, Y.encodeStateVector(doc))))
  expect(await code).toBe(4409)
  expect(await stateOf()).toBe(before)
})

test('O8: who was refused is back in step within two seconds, and changes what is theirs', async () => {
  const { doc, socket, code } = await join()
  const sentAt = performance.now()
  for (const update of updatesOf(doc, (records) => place(records, THEIRS.id))) socket.send(encodeUpdate(update))
  expect(await code).toBe(4409)
  // A program with a client id of its own, as the app after a reload or on another device.
  await editOverSocket(partner.session, boardId, (records) => place(records, MINE.id))
  expect(performance.now() - sentAt).toBeLessThan(2_000)
  const after = await readStoredBoard(owner.session, boardId)
  expect(after.get(MINE.id)).toMatchObject({ x: 7, y: 7 })
  expect(after.get(THEIRS.id)).toEqual(THEIRS)
})

test('O1: an owner changes what a contributor made, and it is still the contributor’s', async () => {
  await editOverSocket(owner.session, boardId, (records) => void records.get(MINE.id)?.set('xy', [50, 50]))
  await editOverSocket(partner.session, boardId, (records) => void records.get(MINE.id)?.set('xy', [60, 60]))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readStoredState(owner.session, boardId))
  expect(readRecord(recordMapOf(doc), MINE.id)).toMatchObject({ x: 60, y: 60 })
})
