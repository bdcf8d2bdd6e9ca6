import { encodeUpdate } from '@samtavle/shared/protocol'
import type { Sprint } from '@samtavle/shared/sprint-api'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type ApiSession, addMember, createBoard, createPerson, type Person, signIn } from '../support/api-session.ts'
import { hasPostgres, type SceneDatabase, sharedDatabase } from '../support/fault-scene.ts'
import { closeCodeOf, nextFrame, outcomeOf } from '../support/socket-server.ts'
import { ADMINISTRATOR, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { servicesRequired } from '../support/test-database.ts'

const skip = !hasPostgres() && !servicesRequired
const EDIT_EVERY_MS = 50
/** How soon a right that ended must have ended for open sockets, in milliseconds. */
const WITHIN_MS = 1_000

let database: SceneDatabase
let server: SpawnedServer
let admin: ApiSession
let sql: postgres.Sql
beforeAll(async () => {
  if (skip) return
  database = await sharedDatabase()
  server = await spawnServer({ env: { LOG_LEVEL: 'warn', DATABASE_URL: database.url } })
  sql = postgres(database.url, { max: 1, onnotice: () => {} })
  admin = await signIn(server, ADMINISTRATOR)
}, 120_000)
afterAll(async () => {
  if (skip) return
  await sql.end()
  await server.close()
  await database.remove()
})

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const step of cleanUp.splice(0)) step()
})

type Scene = { owner: Person; member: Person; board: string }

/** Writes whatever it is told, as a program would that does not care for rights; as long as its socket is open. */
async function keepWriting({ member, board }: Scene): Promise<{ code: Promise<number>; closedAt: Promise<number> }> {
  const { cookie, origin } = member.session
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${board}`, { headers: { cookie, origin } })
  const seated = nextFrame(socket)
  await outcomeOf(socket)
  await seated
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encodeUpdate(update))
  })
  const timer = setInterval(() => doc.getMap('records').set('shape:edit', performance.now()), EDIT_EVERY_MS)
  cleanUp.push(() => {
    clearInterval(timer)
    socket.terminate()
  })
  const closedAt = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now())))
  return { code: closeCodeOf(socket), closedAt }
}

const countWritten = async ({ member, board }: Scene, after = new Date(0)): Promise<number> => {
  const [row] = await sql<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM board_update
    WHERE board_id = ${board} AND actor_id = ${member.id} AND at > ${after}`
  return row?.rows ?? 0
}

const databaseTime = async (): Promise<Date> => {
  const [row] = await sql<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  return row?.at as Date
}

const inMilliseconds = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How a right ends, and the code that its socket ends with. */
const EVENTS: Record<string, { code: number; end: (scene: Scene) => Promise<unknown> }> = {
  'the member is taken off the board': {
    code: 4403,
    end: ({ owner, member, board }) => owner.session.ask('DELETE', `/api/boards/${board}/members?userId=${member.id}`),
  },
  'the member may only view now': {
    code: 4403,
    end: ({ owner, member, board }) => addMember(owner.session, board, member.id, 'view'),
  },
  'the member signs out': { code: 4401, end: ({ member }) => member.session.ask('POST', '/api/auth/sign-out') },
  'the member changes the password in another browser': {
    code: 4401,
    end: async ({ member: { email, password } }) => {
      const elsewhere = await signIn(server, { email, password })
      await elsewhere.ask('POST', '/api/me/password', { currentPassword: password, newPassword: `${password} og mere` })
    },
  },
  'the board goes into the archive': {
    code: 4403,
    end: ({ owner, board }) => owner.session.ask('PATCH', `/api/boards/${board}`, { archived: true }),
  },
  'the board is deleted': {
    code: 4410,
    end: ({ owner, board }) => owner.session.ask('DELETE', `/api/boards/${board}`),
  },
  'the board goes back for good': {
    code: 4409,
    end: async ({ owner, board }) => {
      const path = `/api/boards/${board}/versions`
      const { id } = await owner.session.ask<{ id: string }>('POST', path, { name: 'Før' })
      await owner.session.ask('POST', `${path}/${id}/restore`, { erase: true })
    },
  },
}

const put = ({ owner }: Scene, path: string, body: unknown, method = 'PUT') =>
  owner.session.ask(method, `/api/sprints/${path}`, body)

/** The same on a board that people come to by their sprint. */
const SPRINT_EVENTS: Record<string, { code: number; end: (who: Scene & { sprint: string }) => Promise<unknown> }> = {
  'the member is taken out of the team': {
    code: 4403,
    end: (who) => put(who, `${who.sprint}/members?userId=${who.member.id}`, undefined, 'DELETE'),
  },
  'the member only observes now': {
    code: 4403,
    end: (who) => put(who, `${who.sprint}/members`, { userId: who.member.id, role: 'observer' }),
  },
  'the board is locked': {
    code: 4403,
    end: (who) => put(who, `${who.sprint}/boards/${who.board}`, { sensitivity: 'locked' }, 'PATCH'),
  },
  'the sprint is archived': {
    code: 4403,
    end: async (who) => {
      for (const status of ['running', 'finished', 'archived']) await put(who, `${who.sprint}/status`, { status })
    },
  },
  'the sprint is deleted': { code: 4410, end: (who) => put(who, who.sprint, undefined, 'DELETE') },
}

const took: string[] = []
afterAll(() => console.info(`open sockets ended after: ${took.join(', ')}`))

async function scene(): Promise<Scene> {
  const [owner, member] = [await createPerson(admin), await createPerson(admin)]
  const board = await createBoard(owner.session)
  await addMember(owner.session, board, member.id, 'edit')
  return { owner, member, board }
}

async function sprintScene(): Promise<Scene & { sprint: string }> {
  const [owner, member] = [await createPerson(admin), await createPerson(admin)]
  const { id: sprint } = await owner.session.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Prøvesprint',
    challenge: 'Jeg venter tre måneder på en rollator.',
    startDate: '2026-09-07',
    programmeId: 'monday-to-monday',
    commissioner: { name: 'Bente Chef', userId: null },
    team: [{ userId: member.id, role: 'member' }],
  })
  const { boards } = await owner.session.ask<Sprint>('GET', `/api/sprints/${sprint}`)
  return { owner, member, sprint, board: boards[0]?.id ?? '' }
}

async function expectEnded(who: Scene, code: number, end: () => Promise<unknown>, name: string): Promise<void> {
  const writer = await keepWriting(who)
  await expect.poll(() => countWritten(who), { timeout: 10_000 }).toBeGreaterThan(3)
  await end()
  const [answeredAt, ended] = [performance.now(), await databaseTime()]
  expect(await writer.code).toBe(code)
  const ms = Math.round(Math.max(0, (await writer.closedAt) - answeredAt))
  took.push(`${ms} ms (${name})`)
  expect(ms).toBeLessThan(WITHIN_MS)
  await inMilliseconds(WITHIN_MS + 200)
  expect(await countWritten(who, new Date(ended.getTime() + WITHIN_MS))).toBe(0)
}

test.for(Object.entries(EVENTS))(
  'A7, A8, A9, A10 and A12: SEC-04 %s: an open socket that goes on writing ends within a second, and nothing is stored',
  { skip, timeout: 30_000 },
  async ([name, { code, end }]) => {
    const who = await scene()
    await expectEnded(who, code, () => end(who), name)
  },
)

test.for(Object.entries(SPRINT_EVENTS))(
  'A7, A8, A9 and A10: SEC-04 %s: an open socket on a board of the sprint ends within a second, and nothing is stored',
  { skip, timeout: 30_000 },
  async ([name, { code, end }]) => {
    const who = await sprintScene()
    await expectEnded(who, code, () => end(who), name)
  },
)
