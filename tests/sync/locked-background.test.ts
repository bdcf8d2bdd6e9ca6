import { createRecord, readRecord, type recordMapOf } from '@samtavle/shared/board-doc'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, createBoard, createPerson, type Person } from '../support/api-session.ts'
import { updatesOf } from '../support/background-attacks.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { joinByHand } from '../support/join-by-hand.ts'
import { readStoredBoard, storedHash } from '../support/stored-board.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let owner: Person
let participant: Person
let boardId: string
beforeAll(async () => {
  server = await startTestServer()
  const admin = await server.signIn()
  owner = await createPerson(admin)
  participant = await createPerson(admin)
  boardId = await createBoard(owner.session, { templateId: 'borgerrejse', locale: 'da' })
  await addMember(owner.session, boardId, participant.id, 'edit')
})
afterAll(() => server.close())

type Records = ReturnType<typeof recordMapOf>
const isFixed = (records: Records) => (id: string) => readRecord(records, id)?.meta?.fixed === true
const place = (records: Records, id: string): void => void records.get(id)?.set('xy', [7, 7])

/** Each does to the background of a template what somebody under the policy must not, in updates made by hand. */
const BY_HAND: Record<string, (records: Records) => void> = {
  'moving all of it': (records) => {
    for (const id of [...records.keys()].filter(isFixed(records))) place(records, id)
  },
  'deleting all of it': (records) => {
    for (const id of [...records.keys()].filter(isFixed(records))) records.delete(id)
  },
  'taking its mark off': (records) => {
    for (const id of [...records.keys()].filter(isFixed(records))) records.get(id)?.set('m.fixed', false)
  },
  'hanging it on a note': (records) => {
    createRecord(records, noteRecord('shape:mine'))
    const [id = ''] = [...records.keys()].filter(isFixed(records))
    records.get(id)?.set('xy', [0, 0, 'shape:mine'])
  },
  'another page': (records) =>
    createRecord(records, { id: 'page:mine', typeName: 'page', name: '', index: 'a9', meta: {} }),
  'a fixed note': (records) => createRecord(records, noteRecord('shape:mine', {}, { meta: { fixed: true } })),
}

const stateOf = () => storedHash(owner.session, boardId)
const join = () => joinByHand(participant.session, server.syncUrl(boardId), boardId)

test('L2 L4: nothing that a hand-made update does to a template is taken, whoever sends it over the wire', async () => {
  const before = await stateOf()
  for (const [name, act] of Object.entries(BY_HAND)) {
    const { doc, socket, code } = await join()
    for (const update of updatesOf(doc, act)) socket.send(encodeUpdate(update))
    expect(await code, name).toBe(4409)
    expect(await stateOf(), name).toBe(before)
  }
})

test('L8: who was refused is back in step within two seconds, and writes what is permitted', async () => {
  const { doc, socket, code } = await join()
  const before = await readStoredBoard(owner.session, boardId)
  const note = noteRecord('shape:permitted', {}, { x: 12 })
  const sentAt = performance.now()
  for (const update of updatesOf(doc, (records) => {
    createRecord(records, note)
    for (const id of [...records.keys()].filter(isFixed(records))) records.delete(id)
  })) {
    socket.send(encodeUpdate(update))
  }
  expect(await code).toBe(4409)
  // As the app does: a fresh document, and of the old one what is permitted.
  await editOverSocket(participant.session, boardId, (records) => createRecord(records, note))
  expect(performance.now() - sentAt).toBeLessThan(2_000)
  const after = await readStoredBoard(owner.session, boardId)
  expect(after.get(note.id)).toEqual(note)
  expect(new Map([...after].filter(([id]) => id !== note.id))).toEqual(before)
})

test('L7: a participant who goes back to a version takes the notes along, not the background', async () => {
  const { session } = owner
  const { id: version } = await session.ask<{ id: string }>('POST', `/api/boards/${boardId}/versions`, { name: 'Før' })
  let moved = ''
  await editOverSocket(session, boardId, (records) => {
    moved = [...records.keys()].find(isFixed(records)) ?? ''
    place(records, moved)
    records.delete('shape:permitted')
  })
  const path = `/api/boards/${boardId}/versions/${version}/restore`
  await participant.session.ask('POST', path, {})
  const after = await readStoredBoard(session, boardId)
  expect(after.has('shape:permitted')).toBe(true)
  expect(after.get(moved)).toMatchObject({ x: 7, y: 7 })
  await session.ask('POST', path, {})
  expect((await readStoredBoard(session, boardId)).get(moved)?.x).not.toBe(7)
})
