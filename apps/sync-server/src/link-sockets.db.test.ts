import { encodeUpdate, MESSAGE, type RoomEvent, readAck, readEvent } from '@samtavle/shared/protocol'
import * as decoding from 'lib0/decoding'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { ApiSession } from '../../../tests/support/api-session.ts'
import {
  createRightsWorld,
  GUESTS,
  MEMBERS,
  type RightsWorld,
  type Somebody,
} from '../../../tests/support/rights-world.ts'
import { closeCodeOf, outcomeOf } from '../../../tests/support/socket-server.ts'

/** How soon what a link gives must have changed for open sockets, in milliseconds. */
const WITHIN_MS = 1_000

let world: RightsWorld
beforeAll(async () => {
  world = await createRightsWorld()
}, 60_000)
afterAll(() => world?.close())

const sockets: WebSocket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate()
})

/** What the server said to a socket that is open. */
type Heard = { socket: WebSocket; events: RoomEvent[]; acked: () => number }

function connect({ cookie, origin }: ApiSession, board: string): Heard {
  const socket = new WebSocket(world.server.syncUrl(board), { headers: { cookie, origin } })
  sockets.push(socket)
  const heard: Heard = { socket, events: [], acked: () => acked }
  let acked = 0
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.ack) acked = readAck(decoder).count
    const event = type === MESSAGE.event ? readEvent(decoder) : undefined
    if (event !== undefined) heard.events.push(event)
  })
  return heard
}

/** A socket that is open and seated. */
async function open(session: ApiSession, board: string): Promise<Heard> {
  const heard = connect(session, board)
  await new Promise((resolve) => heard.socket.once('message', resolve))
  return heard
}

/** A record as any client writes it. */
function noteUpdate(id: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('records').set(id, new Y.Map([['_', { id, typeName: 'shape', type: 'note' }]]))
  return Y.encodeStateAsUpdate(doc)
}

/** Tries to write, and tells what came of it. */
async function writes({ socket, events, acked }: Heard, id: string): Promise<'stored' | 'readonly'> {
  socket.send(encodeUpdate(noteUpdate(id)))
  await expect.poll(() => acked() > 0 || events.some(({ type }) => type === 'readonly')).toBe(true)
  return acked() > 0 ? 'stored' : 'readonly'
}

/** Whom a socket to the board is for, and what they may write there; the others get this answer. */
const AT_THE_DOOR: Record<Somebody, 'stored' | 'readonly' | 401 | 404> = {
  owner: 'stored',
  editor: 'stored',
  contributor: 'stored',
  viewer: 'readonly',
  stranger: 404,
  admin: 404,
  manager: 404,
  guestEdit: 'stored',
  guestComment: 'stored',
  guestView: 'readonly',
  guestSprint: 401,
  guestOther: 401,
  guestOut: 401,
  nobody: 401,
}

test.each([...MEMBERS, ...GUESTS])('A16: SEC-02 at the socket of the board, %s', async (who) => {
  const expected = AT_THE_DOOR[who]
  if (typeof expected === 'number') {
    expect((await outcomeOf(connect(world.who[who], world.board).socket)).status).toBe(expected)
  } else {
    expect(await writes(await open(world.who[who], world.board), `shape:${who}`)).toBe(expected)
  }
})

test('A16: no guest has a socket to a board of the sprint whose page they read', async () => {
  const { boards } = await world.who.owner.ask<{ boards: { id: string }[] }>('GET', `/api/sprints/${world.sprint}`)
  expect(boards.length).toBeGreaterThan(0)
  for (const { id } of boards) {
    for (const who of GUESTS) expect((await outcomeOf(connect(world.who[who], id).socket)).status).toBe(401)
  }
})

/** A guest on a new board, writing nothing. */
async function guestOnBoard(over: Record<string, unknown> = { right: 'edit' }) {
  const board = await world.newBoard()
  const { path, secret } = await world.link(`/api/boards/${board}`, over)
  const guest = await world.guest(secret)
  return { board, path, guest, heard: await open(guest, board) }
}

/** Does it, and answers with which code the socket was closed. */
async function closedBy({ socket }: Heard, doing: () => Promise<unknown>): Promise<number> {
  const code = closeCodeOf(socket)
  const began = performance.now()
  await doing()
  const closed = await code
  expect(performance.now() - began).toBeLessThan(WITHIN_MS)
  return closed
}

test('A17: SEC-04 withdrawing a link ends the sockets of its guests, and no others', async () => {
  const { board, path, heard, guest } = await guestOnBoard()
  const other = await open(
    await world.guest((await world.link(`/api/boards/${board}`, { right: 'edit' })).secret),
    board,
  )
  expect(await closedBy(heard, () => world.who.owner.send('DELETE', path))).toBe(4403)
  expect(await writes(other, 'shape:still-here')).toBe('stored')
  expect((await outcomeOf(connect(guest, board).socket)).status).toBe(401)
})

test('A17: SEC-04 a link that ends by itself ends them when its time is over', async () => {
  const ends = new Date(Date.now() + 1_200)
  const { heard, guest, board } = await guestOnBoard({ right: 'edit', expiresAt: ends.toISOString() })
  expect(await writes(heard, 'shape:in-time')).toBe('stored')
  expect(await closeCodeOf(heard.socket)).toBe(4401)
  const lateBy = Date.now() - ends.getTime()
  expect(lateBy).toBeGreaterThanOrEqual(0)
  expect(lateBy).toBeLessThan(WITHIN_MS)
  expect((await outcomeOf(connect(guest, board).socket)).status).toBe(401)
})

test('A17: another right of the link is theirs at once', async () => {
  const { path, heard } = await guestOnBoard()
  await world.who.owner.ask('PATCH', path, { right: 'view' })
  await expect.poll(() => heard.events, { timeout: WITHIN_MS }).toContainEqual({ type: 'role', role: 'view' })
  expect(await writes(heard, 'shape:too-late')).toBe('readonly')
})

test('A17: SEC-04 archiving or deleting the board, making it the team’s alone, and leaving end them', async () => {
  const { owner } = world.who
  const archived = await guestOnBoard()
  const archive = () => owner.send('PATCH', `/api/boards/${archived.board}`, { archived: true })
  expect(await closedBy(archived.heard, archive)).toBe(4403)
  expect((await outcomeOf(connect(archived.guest, archived.board).socket)).status).toBe(404)

  const deleted = await guestOnBoard()
  expect(await closedBy(deleted.heard, () => owner.send('DELETE', `/api/boards/${deleted.board}`))).toBe(4410)
  expect((await outcomeOf(connect(deleted.guest, deleted.board).socket)).status).toBe(404)

  const left = await guestOnBoard()
  expect(await closedBy(left.heard, () => left.guest.send('DELETE', '/api/guest'))).toBe(4403)

  const sprint = await world.newSprint()
  const [board] = (await owner.ask<{ boards: { id: string }[] }>('GET', `/api/sprints/${sprint}`)).boards
  const guest = await world.guest((await world.link(`/api/boards/${board?.id}`, { right: 'edit' })).secret)
  const heard = await open(guest, board?.id ?? '')
  const arrange = (sensitivity: string) =>
    owner.send('PATCH', `/api/sprints/${sprint}/boards/${board?.id}`, { sensitivity })
  expect(await closedBy(heard, () => arrange('restricted'))).toBe(4403)
  await arrange('open')
  const back = await open(guest, board?.id ?? '')
  for (const status of ['running', 'finished']) await owner.ask('PUT', `/api/sprints/${sprint}/status`, { status })
  expect(await closedBy(back, () => owner.send('PUT', `/api/sprints/${sprint}/status`, { status: 'archived' }))).toBe(
    4403,
  )
})

test('O9: a guest who adds changes only what is their own', async () => {
  const { board, guest } = await guestOnBoard({ right: 'comment' })
  const mine = await open(guest, board)
  expect(await writes(mine, 'shape:mine')).toBe('stored')
  const editor = await open(world.who.editor, board)
  expect(await writes(editor, 'shape:theirs')).toBe('stored')
  const bytes = new Uint8Array(await (await guest.send('GET', `/api/boards/${board}/state`)).arrayBuffer())
  const doc = new Y.Doc()
  Y.applyUpdate(doc, bytes)
  const before = Y.encodeStateVector(doc)
  ;(doc.getMap('records').get('shape:theirs') as Y.Map<unknown>).set('x', 1)
  const closed = closeCodeOf(mine.socket)
  mine.socket.send(encodeUpdate(Y.encodeStateAsUpdate(doc, before)))
  expect(await closed).toBe(4409)
  expect(mine.events).toContainEqual({ type: 'refused', records: ['shape:theirs'] })
})
