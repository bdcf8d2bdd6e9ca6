import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { anonymous, createBoard } from '../support/api-session.ts'
import { expect } from './fixtures.ts'
import { test } from './tls-fixtures.ts'

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'font-src': "'self' data:",
  'connect-src': "'self' data: blob:",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

const policyOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )

/** SEC-50: what every answer carries, whatever it answers. */
function expectHeaders(response: Response, what: string): void {
  expect.soft(response.headers.get('x-content-type-options'), what).toBe('nosniff')
  expect.soft(response.headers.get('referrer-policy'), what).toBe('no-referrer')
  expect.soft(response.headers.get('permissions-policy'), what).toBe('camera=(), microphone=(), geolocation=()')
  expect.soft(response.headers.get('cross-origin-opener-policy'), what).toBe('same-origin')
  expect.soft(response.headers.get('cross-origin-resource-policy'), what).toBe('same-origin')
  expect.soft(response.headers.get('strict-transport-security'), what).toMatch(/^max-age=31536000\b/)
  expect.soft(response.headers.has('server') || response.headers.has('x-powered-by'), what).toBe(false)
  expect.soft(policyOf(response), what).toMatchObject({ 'default-src': "'none'" })
  if (what.startsWith('/api')) expect.soft(response.headers.get('cache-control'), what).toMatch(/^private, no-/)
}

const WEB = join(import.meta.dirname, '../../apps/web/dist')

/** Every file of the web build, as an address. */
async function webFiles(): Promise<string[]> {
  const entries = await readdir(WEB, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(WEB.length))
}

test('SEC-50 SEC-51 pages, files, API, pictures and failures all carry the security headers', async ({
  admin,
  server,
}) => {
  const boardId = await createBoard(admin, { templateId: 'borgerrejse', examples: true, locale: 'da' })
  const asked: [path: string, status: number, init?: RequestInit][] = [
    ['/', 200],
    ['/boards', 200],
    ['/findes-ikke', 200],
    ['/%zz', 200],
    ['/assets/findes-ikke.js', 404],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/api/openapi.json', 200],
    ['/api/me', 200],
    ['/api/boards', 200],
    ['/api/boards?state=alle', 400],
    ['/api/templates', 200],
    ['/api/templates/borgerrejse/preview.svg', 200],
    [`/api/boards/${boardId}`, 200],
    [`/api/boards/${boardId}/preview.svg`, 200],
    [`/api/boards/${boardId}/state`, 200],
    ['/api/boards/00000000-0000-4000-8000-000000000000', 404],
    ['/api/findes-ikke', 404],
    ['/api/auth/sign-in', 400, { method: 'POST', body: '{' }],
    ['/api/boards', 403, { method: 'POST', body: '{}', headers: { origin: 'https://fremmed.example' } }],
    ['/api/boards', 413, { method: 'POST', body: JSON.stringify({ title: 'a'.repeat(100_000) }) }],
  ]
  const headers = {
    cookie: admin.cookie,
    origin: server.origin,
    accept: 'text/html',
    'content-type': 'application/json',
  }
  for (const [path, status, init] of asked) {
    const response = await fetch(server.url + path, { ...init, headers: { ...headers, ...init?.headers } })
    await response.arrayBuffer()
    expect.soft(response.status, path).toBe(status)
    expectHeaders(response, path)
    if (response.headers.get('content-type')?.startsWith('text/html')) expect.soft(policyOf(response)).toEqual(POLICY)
    const etag = response.headers.get('etag')
    if (etag === null) continue
    const again = await fetch(server.url + path, { headers: { ...headers, 'if-none-match': etag } })
    expect.soft(again.status, `${path} again`).toBe(304)
    expectHeaders(again, `${path} again`)
  }
  const refused = await anonymous(server).send('GET', '/api/boards')
  expect(refused.status).toBe(401)
  expectHeaders(refused, '/api/boards, signed out')
})

test('SEC-50 every file of the web build carries the security headers', async ({ server }) => {
  const files = await webFiles()
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const response = await fetch(server.url + file.split('/').map(encodeURIComponent).join('/'), { method: 'HEAD' })
    expect.soft(response.status, file).toBe(200)
    expectHeaders(response, file)
  }
})
