import { once } from 'node:events'
import type { Person } from '@samtavle/shared/api'
import { createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { encodeUpdate } from '@samtavle/shared/protocol'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { anonymous } from '../../../tests/support/api-session.ts'
import { openCountedProvider } from '../../../tests/support/sync-client.ts'
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts'

/** Words that stand in nothing but what a person sent. Secrets that the server makes are added as they appear. */
const CANARIES = {
  adminEmail: 'kanarie-chef@tavle.example',
  adminPassword: 'kanarie-adgangskode-8f31',
  wrongPassword: 'kanarie-forkert-8f32',
  unknownEmail: 'kanarie-ukendt@tavle.example',
  email: 'kanarie-gaest@tavle.example',
  password: 'kanarie-gaestekode-8f33',
  name: 'Kanarie Navnesen',
  newName: 'Kanarie Omdøbt',
  invitationNote: 'kanarie-til-kontoret',
  title: 'Kanarie om Borger 8f34',
  newTitle: 'Kanarie omdøbt tavle 8f35',
  sprintTitle: 'Kanarie-sprint 8f47',
  challenge: 'kanarie-udfordring 8f48',
  commissioner: 'Kanarie Opgavestiller',
  blockTitle: 'kanarie-blok 8f49',
  note: 'kanarie-noten 8f36',
  presence: 'kanarie-markør 8f37',
  address: '203.0.113.77',
  agent: 'KanarieBrowser/8f38',
  query: 'kanarie-query-8f39',
  path: 'kanarie-sti-8f40',
  body: 'kanarie-indhold-8f41',
  key: 'kanarieKey8f42',
  cookie: 'kanarie-cookie-8f43',
  origin: 'kanarie-oprindelse-8f44.example',
  authorization: 'kanarie-bearer-8f45',
  frame: 'kanarie-ramme-8f46',
} as const

const canaries = new Map<string, string>(Object.entries(CANARIES))
const log: string[] = []
const errorBodies: string[] = []
let answered = ''
let server: TestServer

const headers = {
  'x-forwarded-for': CANARIES.address,
  'x-real-ip': CANARIES.address,
  forwarded: `for=${CANARIES.address}`,
  'user-agent': CANARIES.agent,
  referer: `https://${CANARIES.origin}/${CANARIES.path}?${CANARIES.query}`,
  authorization: `Bearer ${CANARIES.authorization}`,
}

/** Every form in which a value could be written down. */
function formsOf(value: string): string[] {
  const base64 = Buffer.from(value).toString('base64').replace(/=+$/, '')
  return [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1), base64]
}

function found(text: string): string[] {
  const small = text.toLowerCase()
  return [...canaries].flatMap(([name, value]) =>
    formsOf(value).some((form) => small.includes(form.toLowerCase())) ? [name] : [],
  )
}

type Sent = { method?: string; body?: unknown; cookie?: string; origin?: string; type?: string; raw?: string }

/** A request with canaries in every header that a proxy or browser adds. */
async function send(path: string, sent: Sent = {}): Promise<Response> {
  const { method = 'GET', body, cookie, origin = server.origin, type = 'application/json', raw } = sent
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      origin,
      ...(cookie === undefined ? {} : { cookie }),
      ...(payload === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { body: payload }),
  })
  const text = await response.clone().text()
  if (response.status >= 400) errorBodies.push(`${[...response.headers].join('\n')}\n${text}`)
  else answered += text
  return response
}

beforeAll(async () => {
  server = await startTestServer({
    env: {
      LOG_LEVEL: 'debug',
      RATE_LIMITS: undefined,
      ADMIN_EMAIL: CANARIES.adminEmail,
      ADMIN_PASSWORD: CANARIES.adminPassword,
    },
    log: { write: (line) => void log.push(line) },
  })
})
afterAll(() => server.close())

describe('SEC-53', () => {
  let cookie = ''
  let boardId = ''

  test('people sign in, fail to, invite, and name things', async () => {
    const admin = { email: CANARIES.adminEmail, password: CANARIES.adminPassword }
    for (const body of [
      { ...admin, password: CANARIES.wrongPassword },
      { email: CANARIES.unknownEmail, password: CANARIES.wrongPassword },
      { ...admin, [CANARIES.key]: CANARIES.body },
      { email: [CANARIES.email], password: { [CANARIES.key]: CANARIES.password } },
    ]) {
      expect((await send('/api/auth/sign-in', { method: 'POST', body })).status).toBeGreaterThanOrEqual(400)
    }
    const signedIn = await send('/api/auth/sign-in', { method: 'POST', body: admin })
    expect(signedIn.status).toBeLessThan(300)
    cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const token = cookie.slice(cookie.indexOf('=') + 1)
    expect(token.length).toBeGreaterThan(20)
    canaries.set('session token', token)

    const invited = await send('/api/invitations', {
      method: 'POST',
      cookie,
      body: { role: 'member', note: CANARIES.invitationNote },
    })
    const { link } = (await invited.json()) as { link: string }
    const secret = new URL(link).hash.slice(1)
    canaries.set('invitation secret', secret)
    const account = { secret, name: CANARIES.name, locale: 'da', email: CANARIES.email, password: CANARIES.password }
    const taken = await send('/api/invitations/accept', {
      method: 'POST',
      body: { ...account, email: CANARIES.adminEmail },
    })
    expect(taken.status).toBeGreaterThanOrEqual(400)
    const accepted = await send('/api/invitations/accept', { method: 'POST', body: account })
    expect(accepted.status).toBeLessThan(300)
    const again = await send('/api/invitations/accept', { method: 'POST', body: account })
    expect(again.status).toBeGreaterThanOrEqual(400)

    await send('/api/me', { method: 'PATCH', cookie, body: { name: CANARIES.newName } })
    const created = await send('/api/boards', { method: 'POST', cookie, body: { title: CANARIES.title } })
    boardId = ((await created.json()) as { id: string }).id
    await send(`/api/boards/${boardId}`, { method: 'PATCH', cookie, body: { title: CANARIES.newTitle } })
    await holdSprint()
    await send(`/api/boards?state=${CANARIES.query}`, { cookie })
    await send('/api/boards', { cookie })
    await send('/api/invitations', { cookie })
    await send('/api/me', { cookie })
  })

  /** A sprint with somebody in its team, whose plan changes while it runs, and from which they are taken. */
  async function holdSprint(): Promise<void> {
    const { people } = (await (await send('/api/people', { cookie })).json()) as { people: Person[] }
    const userId = people.find(({ name }) => name === CANARIES.name)?.id
    const request = {
      title: CANARIES.sprintTitle,
      challenge: CANARIES.challenge,
      startDate: '2026-09-07',
      programmeId: 'monday-to-monday',
      commissioner: { name: CANARIES.commissioner, userId: null },
      team: [{ userId, role: 'member' }],
    }
    const made = await send('/api/sprints', { method: 'POST', cookie, body: request })
    const at = `/api/sprints/${((await made.json()) as { id: string }).id}`
    const { agenda } = (await (await send(at, { cookie })).json()) as Sprint
    const [block] = agenda.days.flatMap(({ blocks }) => blocks)
    if (block !== undefined) block.title = CANARIES.blockTitle
    for (const [method, path, body] of [
      ['PUT', '/status', { status: 'running' }],
      ['PUT', '/agenda', { agenda, version: 1 }],
      ['PUT', '/agenda', { agenda, version: 1 }],
      ['PUT', '/members', { userId, role: CANARIES.body }],
      ['POST', '/boards', { title: CANARIES.title, day: CANARIES.path }],
      ['POST', '/duplicate', { title: CANARIES.sprintTitle, startDate: '2026-09-14' }],
      ['DELETE', `/members?userId=${userId}`, undefined],
      ['DELETE', `/members?userId=${userId}`, undefined],
    ] as const) {
      await send(at + path, { method, cookie, ...(body === undefined ? {} : { body }) })
    }
    await send('/api/sprints', { cookie })
    await send(at, { cookie })
  }

  test('every route is asked with nonsense in its path, query, body and cookie', async () => {
    const routes = server.app.http.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/'))
    expect(routes.length).toBeGreaterThan(20)
    const junk = { [CANARIES.key]: CANARIES.body, title: [CANARIES.title], userId: CANARIES.path, role: CANARIES.body }
    for (const { method, path } of routes) {
      const at = `${path.replace(/:[A-Za-z]+/g, CANARIES.path).replace('*', CANARIES.path)}?${CANARIES.query}`
      const body = method === 'GET' ? {} : { body: junk }
      // These need no body to end the session that the rest is done with.
      if (/sign-out|sessions/.test(path)) continue
      await send(at, { method, cookie, ...body })
      await send(at, { method, cookie: `samtavle=${CANARIES.cookie}`, ...body })
      if (method === 'GET') continue
      const own = path.replace(/:[A-Za-z]+/, boardId).replace(/:[A-Za-z]+/g, CANARIES.path)
      if (method !== 'DELETE') await send(own, { method, cookie, body: junk })
      await send(at, { method, cookie, raw: `{"${CANARIES.key}": ${CANARIES.body}` })
      await send(at, { method, cookie, body: junk, origin: `https://${CANARIES.origin}` })
      await send(at, { method, cookie, raw: CANARIES.body, type: `text/plain; ${CANARIES.key}=1` })
    }
    await send(`/${CANARIES.path}/%zz?${CANARIES.query}`)
    await send(`/api/boards/${boardId}\u0000${CANARIES.path}`, { cookie })
    await send('/api/boards', { method: 'POST', cookie, body: { title: `${CANARIES.title}\u0000` } })
    expect(errorBodies.length).toBeGreaterThan(60)
  }, 60_000)

  test('people write on a board, and somebody sends what is no message', async () => {
    const doc = new Y.Doc()
    let edits = 0
    const where = { url: server.url, cookie, origin: server.origin }
    const counted = openCountedProvider(doc, boardId, where, () => edits)
    const records = recordMapOf(doc)
    await new Promise<void>((resolve) => counted.provider.once('sync', () => resolve()))
    counted.provider.awareness.setLocalState({
      presence: { chatMessage: CANARIES.presence },
      user: { name: CANARIES.name },
    })
    doc.transact(() => {
      edits += 1
      const props = { richText: richTextOf(CANARIES.note) }
      createRecord(records, { id: 'shape:kanarie', typeName: 'shape', props, meta: { by: CANARIES.name } })
    })
    await expect.poll(() => counted.isSaved, { timeout: 10_000, interval: 20 }).toBe(true)
    counted.provider.destroy()
    answered += JSON.stringify(recordMapOf(doc).toJSON())

    const broken = Y.encodeStateAsUpdate(doc)
    const socketHeaders = { cookie, ...headers }
    for (const frame of [
      new TextEncoder().encode(CANARIES.frame),
      CANARIES.frame,
      encodeUpdate(broken.subarray(0, broken.length - 1)),
      encodeUpdate(new Uint8Array([...broken, ...new TextEncoder().encode(CANARIES.frame)])),
    ]) {
      const socket = new WebSocket(server.syncUrl(boardId), { headers: socketHeaders, origin: server.origin })
      await once(socket, 'open')
      socket.send(frame)
      const [code] = await once(socket, 'close')
      expect(code).toBe(4400)
    }
    for (const [path, options] of [
      [CANARIES.path, { headers: socketHeaders, origin: server.origin }],
      [boardId, { headers: { ...socketHeaders, cookie: `samtavle=${CANARIES.cookie}` }, origin: server.origin }],
      [boardId, { headers: socketHeaders, origin: `https://${CANARIES.origin}` }],
    ] as const) {
      const socket = new WebSocket(`${server.syncUrl(path)}?${CANARIES.query}`, options)
      const [, response] = await once(socket, 'unexpected-response')
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => void chunks.push(chunk))
      await once(response, 'end')
      errorBodies.push(`${JSON.stringify(response.headers)}\n${Buffer.concat(chunks)}`)
    }
  })

  test('and none of it stands in the log, in the metrics or in an answer that refuses', async () => {
    await anonymous({ url: server.url, origin: server.origin }).send('GET', '/api/me')
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    // First that the search finds what is there, and that there is something to be searched.
    expect(found(answered)).toEqual(
      expect.arrayContaining([
        'newTitle',
        'sprintTitle',
        'challenge',
        'commissioner',
        'blockTitle',
        'name',
        'newName',
        'adminEmail',
        'note',
        'invitation secret',
      ]),
    )
    expect(found(Buffer.from(`..${CANARIES.note}`).toString('utf8'))).toEqual(['note'])
    expect(log.filter((line) => line.includes('"request"')).length).toBeGreaterThan(100)
    expect(log.some((line) => line.includes('a frame was refused'))).toBe(true)
    expect(metrics).toContain('samtavle_rooms')

    expect(log.filter((line) => found(line).length > 0)).toEqual([])
    expect(found(metrics)).toEqual([])
    expect(errorBodies.filter((body) => found(body).length > 0)).toEqual([])
    expect(errorBodies.filter((body) => /\bat .*\.(ts|js|mjs):\d+|node_modules|SELECT|INSERT/.test(body))).toEqual([])
  })
})
