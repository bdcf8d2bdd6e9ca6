import { randomUUID } from 'node:crypto'
import { encodeSyncStep1, LIMITS, MESSAGE } from '@samtavle/shared/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addMember, createBoard, createPerson, type Person } from '../support/api-session.ts'
import { closeCodeOf, nextFrame, outcomeOf } from '../support/socket-server.ts'
import { openCountedProvider, openStockProvider, whenSynced } from '../support/sync-client.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let owner: Person
let colleague: Person
let boardId: string
beforeAll(async () => {
  server = await startTestServer()
  const admin = await server.signIn()
  owner = await createPerson(admin)
  colleague = await createPerson(admin)
  boardId = await createBoard(owner.session)
})
afterAll(() => server.close())

function socketOf(headers: Record<string, string>, id = boardId): WebSocket {
  return new WebSocket(server.syncUrl(id), { headers })
}
const own = () => ({ origin: server.origin, cookie: owner.session.cookie })

test('A1: without our origin no socket opens', async () => {
  const { cookie } = own()
  const port = new URL(server.origin).port
  for (const headers of [
    { cookie },
    { cookie, origin: 'https://evil.example' },
    { cookie, origin: `http://127.0.0.1:${Number(port) + 1}` },
    { cookie, origin: `https://127.0.0.1:${port}` },
  ]) {
    expect(await outcomeOf(socketOf(headers))).toEqual({ status: 403, code: 'foreign_origin' })
  }
})

test('A2: without a session no socket opens', async () => {
  expect(await outcomeOf(socketOf({ origin: server.origin }))).toMatchObject({ status: 401 })
  expect(await outcomeOf(socketOf({ origin: server.origin, cookie: 'samtavle=guess' }))).toMatchObject({ status: 401 })
})

test("A3: for somebody else's board no socket opens, the administrator's neither", async () => {
  const admin = await server.signIn()
  for (const { cookie } of [colleague.session, admin]) {
    expect(await outcomeOf(socketOf({ origin: server.origin, cookie }))).toEqual({ status: 404, code: 'not_found' })
  }
  expect(await outcomeOf(socketOf(own(), randomUUID()))).toEqual({ status: 404, code: 'not_found' })
})

test('A10: deleting a board ends its sockets with 4410, and the door answers 410', async () => {
  const id = await createBoard(owner.session)
  const socket = socketOf(own(), id)
  await outcomeOf(socket)
  const code = closeCodeOf(socket)
  await owner.session.ask('DELETE', `/api/boards/${id}`)
  expect(await code).toBe(4410)
  expect(await outcomeOf(socketOf(own(), id))).toEqual({ status: 410, code: 'gone' })
})

test('A7: a member who is taken off the board, and A9: one who signs out, is out at once', async () => {
  await addMember(owner.session, boardId, colleague.id, 'view')
  const join = async () => {
    const socket = socketOf({ origin: server.origin, cookie: colleague.session.cookie })
    const first = nextFrame(socket)
    await outcomeOf(socket)
    // Message 100: it has its seat.
    expect((await first)[0]).toBe(MESSAGE.ack)
    return { code: closeCodeOf(socket) }
  }
  const removed = await join()
  await owner.session.ask('DELETE', `/api/boards/${boardId}/members?userId=${colleague.id}`)
  expect(await removed.code).toBe(4403)
  await addMember(owner.session, boardId, colleague.id, 'view')
  const signedOut = await join()
  await colleague.session.ask('POST', '/api/auth/sign-out')
  expect(await signedOut.code).toBe(4401)
})

test('P2 and P3: a malformed and a 10 MB frame end their own sockets only', async () => {
  const where = { url: server.url, origin: server.origin, cookie: owner.session.cookie }
  const doc = new Y.Doc()
  const witness = openCountedProvider(doc, boardId, where, () => doc.getMap('records').size)
  await whenSynced(witness.provider)
  let losses = 0
  witness.provider.on('connection-close', () => {
    losses += 1
  })
  for (const [frame, expected] of [
    [new Uint8Array([7, 7, 7]), 4400],
    [encodeSyncStep1(new Uint8Array([1])), 4400],
    [new Uint8Array(10 * 1024 * 1024), 1009],
  ] as const) {
    const socket = socketOf(own())
    await outcomeOf(socket)
    const code = closeCodeOf(socket)
    socket.send(frame)
    expect(await code).toBe(expected)
  }
  doc.getMap('records').set('note', 1)
  const other = new Y.Doc()
  const reader = openCountedProvider(other, boardId, where, () => 0)
  await whenSynced(reader.provider)
  if (!other.getMap('records').has('note')) await new Promise((resolve) => other.once('update', resolve))
  expect(other.getMap('records').get('note')).toBe(1)
  expect(losses).toBe(0)
  expect(LIMITS.frameBytes).toBeLessThan(10 * 1024 * 1024)
  witness.provider.destroy()
  reader.provider.destroy()
})

test('A5: what a viewer writes reaches neither the journal nor anybody else', async () => {
  const viewer = await createPerson(await server.signIn())
  const id = await createBoard(owner.session)
  await addMember(owner.session, id, viewer.id, 'view')
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const edit = { url: server.url, origin: server.origin, cookie: owner.session.cookie }
  const writer = openCountedProvider(docs[0], id, edit, () => docs[0].getMap('records').size)
  await whenSynced(writer.provider)
  const before = docs[0].getMap('records').toJSON()
  const view = openCountedProvider(docs[1], id, { ...edit, cookie: viewer.session.cookie }, () => 0)
  await whenSynced(view.provider)
  docs[1].getMap('records').set('forged', 1)
  docs[0].getMap('records').set('real', 1)
  if (!docs[1].getMap('records').has('real')) await new Promise((resolve) => docs[1].once('update', resolve))
  const fresh = new Y.Doc()
  const check = openCountedProvider(fresh, id, edit, () => 0)
  await whenSynced(check.provider)
  expect(fresh.getMap('records').toJSON()).toEqual({ ...before, real: 1 })
  expect(docs[0].getMap('records').has('forged')).toBe(false)
  for (const { provider } of [writer, view, check]) provider.destroy()
})

test('P1: a stock client that is refused for good stops asking', async () => {
  const id = await createBoard(owner.session)
  const doc = new Y.Doc()
  const provider = openStockProvider(doc, id, {
    url: server.url,
    origin: server.origin,
    cookie: owner.session.cookie,
  })
  // Handled so that the console stays clean.
  provider.messageHandlers[MESSAGE.ack] = () => {}
  await whenSynced(provider)
  const closed = new Promise<{ code: number }>((resolve) => provider.once('closed', (close) => resolve(close)))
  await owner.session.ask('DELETE', `/api/boards/${id}`)
  expect((await closed).code).toBe(4410)
  expect(provider.shouldConnect).toBe(false)
  provider.destroy()
})
