import { createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { BOARD_BOUNDS } from '../../apps/sync-server/src/rooms/board-bound.ts'
import { createBoard, createPerson, type Person } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { type CountedProvider, openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

/** Letters of a note as long as one may be, nearly, and how many such notes one update holds. */
const LETTERS = 19_000
const NOTES_EACH = 50
const SOON = { timeout: 20_000 }

let server: TestServer
let owner: Person
beforeAll(async () => {
  server = await startTestServer()
  owner = await createPerson(await server.signIn())
})
afterAll(() => server.close())

async function open(boardId: string): Promise<CountedProvider & { doc: Y.Doc }> {
  const doc = new Y.Doc()
  const where = { url: server.url, cookie: owner.session.cookie, origin: server.origin }
  const connection = openCountedProvider(doc, boardId, where, () => doc.getMap('records').size)
  const { provider } = connection
  onTestFinished(() => {
    provider.destroy()
    doc.destroy()
  })
  await whenSynced(provider)
  return Object.assign(connection, { doc })
}

const sizeOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).byteLength
const write = (doc: Y.Doc, ids: readonly string[], letters: number) =>
  doc.transact(() => {
    for (const id of ids) {
      createRecord(recordMapOf(doc), noteRecord(`shape:${id}`, { richText: richTextOf('x'.repeat(letters)) }))
    }
  })

test('G10: a board that somebody filled takes nothing new from anybody, is kept, and is emptied by going back', async () => {
  const boardId = await createBoard(owner.session)
  const versions = `/api/boards/${boardId}/versions`
  const anne = await open(boardId)
  write(anne.doc, ['first', 'second'], 10)
  await expect.poll(async () => (await readStoredBoard(owner.session, boardId)).has('shape:second'), SOON).toBe(true)
  const before = await readStoredBoard(owner.session, boardId)
  const { id } = await owner.session.ask<{ id: string }>('POST', versions, { name: 'Før' })

  const closed = new Promise<number>((resolve) => {
    anne.provider.once('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0))
  })
  let code: number | undefined
  void closed.then((told) => {
    code = told
  })
  for (let batch = 0; code === undefined && batch < 30; batch++) {
    const ids = Array.from({ length: NOTES_EACH }, (_, i) => `${batch}-${i}`)
    write(anne.doc, ids, LETTERS)
    await expect.poll(() => anne.isSaved || code !== undefined, SOON).toBe(true)
  }
  expect(code).toBe(4409)

  const bo = await open(boardId)
  expect(sizeOf(bo.doc)).toBeLessThanOrEqual(BOARD_BOUNDS.bytes)
  expect(sizeOf(bo.doc)).toBeGreaterThan(BOARD_BOUNDS.bytes - NOTES_EACH * LETTERS - 100_000)
  write(bo.doc, ['small'], 200)
  await expect.poll(async () => (await readStoredBoard(owner.session, boardId)).has('shape:small'), SOON).toBe(true)
  const full = await owner.session.ask<{ id: string }>('POST', versions, { name: 'Fuld' })

  const { size } = await readStoredBoard(owner.session, boardId)
  await owner.session.ask('POST', `${versions}/${id}/restore`, {})
  await expect.poll(() => new Map(readAllRecords(bo.doc).map((record) => [record.id, record])), SOON).toEqual(before)
  expect(sizeOf(bo.doc)).toBeLessThan(100_000)
  // And what somebody did want comes back as well.
  await owner.session.ask('POST', `${versions}/${full.id}/restore`, {})
  await expect.poll(() => recordMapOf(bo.doc).size, SOON).toBe(size)
}, 60_000)
