import type { BoardVersion } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, deleteRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createBoard, createPerson, type Person, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, type SpawnedServer } from '../support/spawned-server.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { spawnTestServer } from '../support/test-server.ts'

/** How long the machine may take, in milliseconds. */
const SOON = { timeout: 15_000 }

let server: SpawnedServer
let owner: Person
beforeAll(async () => {
  server = await spawnTestServer()
  owner = await createPerson(await signIn(server, ADMINISTRATOR))
})
afterAll(() => server.close())

/** Somebody at the board, as the web app is one. */
async function open(boardId: string, doc = new Y.Doc()): Promise<{ doc: Y.Doc; provider: WebsocketProvider }> {
  const where = { url: server.url, cookie: owner.session.cookie, origin: server.origin }
  const { provider } = openCountedProvider(doc, boardId, where, () => 0)
  onTestFinished(() => provider.destroy())
  await whenSynced(provider)
  return { doc, provider }
}

const note = (id: number): BoardRecord => {
  return { ...noteRecord(`shape:${id}`, { richText: richTextOf(`Seddel ${id}`) }), x: id, y: 2 }
}
const stateOf = (doc: Y.Doc) => new Map(readAllRecords(doc).map((record) => [record.id, record]))
const stored = (boardId: string) => readStoredBoard(owner.session, boardId)
const saveVersion = async (boardId: string): Promise<string> =>
  (await owner.session.ask<{ id: string }>('POST', `/api/boards/${boardId}/versions`, { name: 'Før' })).id
const restore = (boardId: string, version: string, body: object = {}) =>
  owner.session.ask('POST', `/api/boards/${boardId}/versions/${version}/restore`, body)

test('V8: SEC-33 a board that somebody wiped comes back for all who are there, and can be wiped again by going back', async () => {
  const boardId = await createBoard(owner.session)
  const [anne, bo] = [await open(boardId), await open(boardId)]
  anne.doc.transact(() => {
    for (let id = 0; id < 200; id++) createRecord(recordMapOf(anne.doc), note(id))
  })
  const before = stateOf(anne.doc)
  await expect.poll(() => stored(boardId), SOON).toEqual(before)
  const version = await saveVersion(boardId)
  bo.doc.transact(() => {
    for (const id of before.keys()) if (id.startsWith('shape:')) deleteRecord(recordMapOf(bo.doc), id)
  })
  // The document's own record and its page.
  const bare = before.size - 200
  await expect.poll(async () => (await stored(boardId)).size, SOON).toBe(bare)

  await restore(boardId, version)
  expect(await stored(boardId)).toEqual(before)
  for (const { doc } of [anne, bo]) await expect.poll(() => stateOf(doc), SOON).toEqual(before)

  const { versions } = await owner.session.ask<{ versions: BoardVersion[] }>('GET', `/api/boards/${boardId}/versions`)
  expect(versions.map(({ kind, records }) => [kind, records])).toEqual([
    ['before-restore', bare],
    ['named', before.size],
  ])
  await restore(boardId, versions[0]?.id ?? '')
  for (const { doc } of [anne, bo]) await expect.poll(() => stateOf(doc).size, SOON).toBe(bare)
})

test('V10: what was erased does not come back, not from those who still hold it', async () => {
  const boardId = await createBoard(owner.session)
  const [anne, bo] = [await open(boardId), await open(boardId)]
  createRecord(recordMapOf(anne.doc), note(1))
  const kept = stateOf(anne.doc)
  await expect.poll(() => stored(boardId), SOON).toEqual(kept)
  const version = await saveVersion(boardId)
  createRecord(recordMapOf(anne.doc), note(2))
  await expect.poll(() => stateOf(bo.doc).size, SOON).toBe(kept.size + 1)

  const ends = [anne, bo].map(
    ({ provider }) =>
      new Promise<number | undefined>((resolve) => provider.once('connection-close', (event) => resolve(event?.code))),
  )
  await restore(boardId, version, { erase: true })
  expect(await Promise.all(ends)).toEqual([4409, 4409])
  expect(await stored(boardId)).toEqual(kept)

  // A fresh document has what was kept, and shares nothing with the old one.
  const fresh = await open(boardId)
  expect(stateOf(fresh.doc)).toEqual(kept)
  const clients = (doc: Y.Doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]
  expect(clients(fresh.doc).filter((id) => clients(anne.doc).includes(id))).toEqual([])
  createRecord(recordMapOf(fresh.doc), note(3))
  await expect.poll(async () => (await stored(boardId)).size, SOON).toBe(kept.size + 1)
})
