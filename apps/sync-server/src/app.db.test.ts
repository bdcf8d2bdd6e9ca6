import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts'

type Route = { method: string; path: string }
type Operation = { security: unknown[] }

let server: TestServer
let mounted: Route[]
let described: Map<string, Operation>

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
/** A path that matches the route and names nothing that exists. */
const pathOf = (path: string): string => path.replace(/:[A-Za-z]+/g, '7a1c9d1e-0000-4000-8000-000000000000')

beforeAll(async () => {
  server = await startTestServer()
  // Middleware and the 404 of unknown paths are registered for every method.
  const routes = server.app.http.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
  mounted = [...new Map(routes.map((route) => [nameOf(route), route])).values()]
  const description = (await (await server.app.http.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  described = new Map(
    Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [
        `${method.toUpperCase()} ${path.replace(/\{([A-Za-z]+)\}/g, ':$1')}`,
        operation,
      ]),
    ),
  )
})
afterAll(() => server.close())

test('every mounted route is described, and nothing else is', () => {
  expect(mounted.length).toBeGreaterThan(20)
  expect([...described.keys()].sort()).toEqual(mounted.map(nameOf).sort())
})

test('a route answers nobody without a session, unless it says that it is public', async () => {
  for (const route of mounted) {
    const isPublic = described.get(nameOf(route))?.security.length === 0
    if (isPublic) continue
    const response = await server.app.http.request(pathOf(route.path), {
      method: route.method,
      headers: route.method === 'GET' ? {} : { origin: server.origin, 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: '{}' }),
    })
    expect([nameOf(route), response.status]).toEqual([nameOf(route), 401])
  }
})

test('SEC-08 every mutating route refuses what does not come from our own pages as JSON', async () => {
  const json = { 'content-type': 'application/json' }
  const own = { origin: server.origin }
  const attempts: [headers: Record<string, string>, status: number][] = [
    [json, 403],
    [{ ...json, origin: 'null' }, 403],
    [{ ...json, origin: 'https://evil.example' }, 403],
    [{ ...json, origin: `${server.origin}.evil.example` }, 403],
    [{ ...own, 'content-length': '2' }, 415],
    [{ ...own, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ ...own, 'content-type': 'text/plain' }, 415],
    [{ ...own, 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ]
  const mutating = mounted.filter(({ method }) => method !== 'GET')
  expect(mutating.length).toBeGreaterThan(10)
  for (const route of mutating) {
    for (const [headers, status] of attempts) {
      const init = { method: route.method, headers, body: new Blob(['{}']) }
      const response = await server.app.http.request(pathOf(route.path), init)
      expect([nameOf(route), headers, response.status]).toEqual([nameOf(route), headers, status])
    }
  }
})

test('it is alive, ready and measured', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready', warnings: [] })
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(metrics).toMatch(/^samtavle_journal_healthy 1$/m)
  expect(metrics).toMatch(/^process_cpu_seconds_total /m)
})
