import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createBoard, createPerson, type Person } from '../support/api-session.ts'
import { openStockProvider, whenSynced } from '../support/sync-client.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

/** Three times as long as y-websocket stays on a connection on which nothing comes. */
const IDLE_MS = 90_000

let server: TestServer
let owner: Person
beforeAll(async () => {
  server = await startTestServer()
  owner = await createPerson(await server.signIn())
})
afterAll(() => server.close())

test('P1: a stock y-websocket client syncs a board, and stays connected for 90 s, idle and alone', async () => {
  // It says on the console that it does not know messages 100 and 101.
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const boardId = await createBoard(owner.session, { templateId: 'borgerrejse' })
  const where = { url: server.url, origin: server.origin, cookie: owner.session.cookie }
  const first = new Y.Doc()
  const writer = openStockProvider(first, boardId, where)
  await whenSynced(writer)
  // The template's records are there, seeded by the server alone.
  expect(first.getMap('records').size).toBeGreaterThan(10)
  first.getMap('records').set('shape:mine', new Y.Map([['_', { id: 'shape:mine', typeName: 'shape' }]]))

  const second = new Y.Doc()
  const reader = openStockProvider(second, boardId, where)
  await whenSynced(reader)
  const arrived = () => second.getMap('records').has('shape:mine')
  if (!arrived()) await new Promise<void>((resolve) => second.on('update', () => arrived() && resolve()))
  expect(second.getMap('records').toJSON()).toEqual(first.getMap('records').toJSON())
  writer.destroy()

  const lost = new Promise<string>((resolve) => reader.once('connection-close', () => resolve('lost')))
  const idle = new Promise<string>((resolve) => setTimeout(() => resolve('still connected'), IDLE_MS))
  expect(await Promise.race([lost, idle])).toBe('still connected')
  expect(reader.wsconnected).toBe(true)
  expect(said.mock.calls.every(([words]) => words === 'Unable to compute message')).toBe(true)
  reader.destroy()
}, 150_000)
