import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AppError } from '@samtavle/shared/errors'
import { Hono } from 'hono'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createLogger } from '../logger.ts'
import { allowedOrigins } from './allowed-origins.ts'
import type { AppEnv } from './app-env.ts'
import { createHttpApp, type HttpAppOptions } from './http-app.ts'
import { parseJson, parseQuery } from './parse.ts'
import { createStaticFiles } from './static-files.ts'

const ORIGIN = 'https://tavle.example'
const schema = z.strictObject({ name: z.string() })
let folder: string
let lines: string[]
let app: Hono<AppEnv>

function feature(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.post('/', async (c) => c.json(await parseJson(c, schema)))
  routes.get('/', (c) => c.json(parseQuery(c, z.strictObject({ q: z.string().optional() }))))
  routes.get('/broken/:id', () => {
    throw new Error('SELECT secret FROM somewhere')
  })
  routes.get('/busy', () => {
    throw new AppError('too_many_requests', 'later', { retryAfter: 1.2 })
  })
  routes.get('/frozen', () => {
    throw Object.assign(new Error('connect'), { code: 'CONNECT_TIMEOUT' })
  })
  return routes
}

function build(options: Partial<HttpAppOptions> = {}): Hono<AppEnv> {
  lines = []
  return createHttpApp({
    features: [{ path: '/api/things', app: feature(), docs: [] }],
    origins: () => allowedOrigins({ publicUrl: ORIGIN, host: '0.0.0.0' }, 80),
    readSession: async () => null,
    readiness: async () => ({ ready: true, state: 'ready', warnings: [] }),
    metrics: new Registry(),
    staticFiles: createStaticFiles(folder),
    logger: createLogger('debug', { write: (line) => void lines.push(line) }),
    ...options,
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Samtavle</title>')
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'run()')
  await writeFile(join(folder, 'assets/app-1a2b.js.gz'), gzipSync('run()'))
  await writeFile(`${folder}-secret.txt`, 'outside')
  app = build()
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(`${folder}-secret.txt`, { force: true })
})

const post = (headers: Record<string, string>, body: RequestInit['body'] = '{"name":"a"}') =>
  app.request('/api/things', { method: 'POST', headers, body })
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

test('a request of our own page passes', async () => {
  const response = await post({ origin: ORIGIN, 'content-type': 'application/json; charset=utf-8' })
  expect([response.status, await response.json()]).toEqual([200, { name: 'a' }])
})

test.each([
  undefined,
  'null',
  '',
  'http://tavle.example',
  'https://tavle.example:444',
  'https://tavle.example.evil',
  'https://www.tavle.example',
  'https://TAVLE.example',
  'https://tavle.example/',
  'https://tavle.example, https://evil.example',
])('SEC-08 a change with the origin %j is refused before anything is read', async (origin) => {
  const response = await post({ 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) })
  expect([response.status, await codeOf(response)]).toEqual([403, 'foreign_origin'])
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
  'SEC-08 a change as %s is refused',
  async (type) => {
    const response = await post({ origin: ORIGIN, 'content-type': type })
    expect([response.status, await codeOf(response)]).toEqual([415, 'unsupported_media_type'])
  },
)

test('SEC-08 a body without a content type is refused', async () => {
  const response = await post({ origin: ORIGIN, 'content-length': '12' }, new Blob(['{"name":"a"}']))
  expect(response.status).toBe(415)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  'SEC-08 %s needs our origin too, also for unknown paths',
  async (method) => {
    for (const path of ['/api/things', '/api/nothing', '/elsewhere', '/healthz']) {
      expect((await app.request(path, { method, headers: { origin: 'https://evil.example' } })).status).toBe(403)
    }
  },
)

const JSON_HEADERS = { origin: ORIGIN, 'content-type': 'application/json' }

test.each([
  ['not JSON', 'name=a'],
  ['cut off', '{"name":'],
  ['empty', ''],
  ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['an unknown key', '{"name":"a","role":"admin"}'],
  ['a prototype', '{"name":"a","__proto__":{"polluted":true}}'],
  ['a constructor', '{"name":"a","constructor":{"prototype":{"polluted":true}}}'],
  ['a wrong type', '{"name":1}'],
])('SEC-13 a body that is or has %s is a bad request', async (_, body) => {
  const response = await post(JSON_HEADERS, body)
  expect([response.status, await codeOf(response)]).toEqual([400, 'bad_request'])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('what was sent is not repeated in the answer', async () => {
  const response = await post(JSON_HEADERS, '{"name":{"hemmeligt":"kodeord"}}')
  expect(await response.text()).not.toMatch(/hemmeligt|kodeord/)
})

test.each(['?q=1&q=2', '?x=1', '?__proto__=1'])('the query %s is a bad request', async (query) => {
  expect((await app.request(`/api/things${query}`)).status).toBe(400)
})

test('SEC-14 a body without a length is counted while it streams and stops at the limit', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16 * 1024
      controller.enqueue(new Uint8Array(16 * 1024))
      // Ends the test if nobody stops reading.
      if (sent > 64 * 1024 * 1024) controller.close()
    },
  })
  const init = { method: 'POST', headers: JSON_HEADERS, body, duplex: 'half' }
  const response = await app.request('/api/things', init as RequestInit)
  expect([response.status, await codeOf(response)]).toEqual([413, 'too_large'])
  expect(response.headers.get('connection')).toBe('close')
  expect(sent).toBeLessThanOrEqual(128 * 1024)
})

test('SEC-14 a body that announces too much is not read at all', async () => {
  const response = await post({ ...JSON_HEADERS, 'content-length': String(64 * 1024 + 1) })
  expect(response.status).toBe(413)
})

test('a bug is logged with the request id and answered without detail', async () => {
  app = build()
  const response = await app.request('/api/things/broken/77?token=hemmelig')
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).not.toContain('SELECT')
  const id = response.headers.get('x-request-id') ?? 'missing'
  expect(text).toContain(id)
  const logged = lines.filter((line) => line.includes(id))
  expect(logged.join('')).toContain('SELECT secret')
  expect(logged.join('')).not.toContain('hemmelig')
})

test('SEC-53 the access log has the pattern of the route, not what was asked for', async () => {
  app = build()
  await app.request('/api/things/broken/anna@kommune.example?q=x', { headers: { cookie: 'samtavle=abc' } })
  const access = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request')
  expect(access).toMatchObject({ method: 'GET', route: '/api/things/broken/:id', status: 500 })
  expect(lines.join('')).not.toMatch(/anna@|samtavle=abc/)
})

test('waiting makes sense after whole seconds', async () => {
  const response = await app.request('/api/things/busy')
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2'])
})

test('a database that is away is told as such', async () => {
  const response = await app.request('/api/things/frozen')
  expect([response.status, await codeOf(response)]).toEqual([503, 'unavailable'])
})

test.each(['/api', '/api/', '/api/nothing', '/api/things/'])('%s is no route, in JSON', async (path) => {
  const response = await app.request(path, { headers: { accept: 'text/html' } })
  expect([response.status, await codeOf(response)]).toEqual([404, 'not_found'])
})

test('SEC-56 answers of the API are kept by nobody', async () => {
  for (const path of ['/api/things', '/api/things/busy', '/api/nothing']) {
    expect((await app.request(path)).headers.get('cache-control')).toBe('private, no-store')
  }
})

test('readiness is told in words, with 503 while it is not', async () => {
  const down = build({ readiness: async () => ({ ready: false, state: 'the database does not answer', warnings: [] }) })
  const response = await down.request('/readyz')
  expect([response.status, await response.json()]).toEqual([
    503,
    { status: 'the database does not answer', warnings: [] },
  ])
  expect((await down.request('/healthz')).status).toBe(200)
  expect((await app.request('/readyz')).status).toBe(200)
})

test('a prolonged session gets its cookie anew, once', async () => {
  const identity = {} as Awaited<ReturnType<HttpAppOptions['readSession']>> extends infer S ? NonNullable<S> : never
  const fresh = build({ readSession: async () => ({ ...identity, setCookie: 'samtavle=new' }) })
  expect((await fresh.request('/api/things')).headers.getSetCookie()).toEqual(['samtavle=new'])
})

test('pages are answered by the web app, which asks again each time', async () => {
  for (const path of ['/', '/boards/1', '/invite']) {
    const response = await app.request(path, { headers: { accept: 'text/html,*/*' } })
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<title>Samtavle')
  }
})

test('a missing script stays missing', async () => {
  expect((await app.request('/assets/gone-9z.js', { headers: { accept: 'text/html' } })).status).toBe(404)
  expect((await app.request('/robots.txt')).status).toBe(404)
})

test('scripts are kept for ever, in the encoding that the browser takes', async () => {
  const plain = await app.request('/assets/app-1a2b.js')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'run()'])
  const zipped = await app.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(zipped.headers.get('vary')).toBe('Accept-Encoding')
  expect(Buffer.from(await zipped.arrayBuffer()).equals(gzipSync('run()'))).toBe(true)
})

test('what the browser has is not sent again', async () => {
  const etag = (await app.request('/')).headers.get('etag') ?? ''
  const again = await app.request('/', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
})

test.each(['/..%2f', '/%2e%2e/', '/assets/..%2f..%2f', '/..%5c', '/%00'])('%s leads nowhere', async (prefix) => {
  const name = `${folder.split('/').at(-1)}-secret.txt`
  const response = await app.request(`${prefix}${name}`)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toContain('outside')
})

test('a path that is no text is a bad request', async () => {
  expect((await app.request('/%ff')).status).toBe(400)
})
