import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { AppError } from '@samtavle/shared/errors'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../logger.ts'
import type { AppEnv } from './app-env.ts'
import { errorResponse } from './error-response.ts'
import { createHttpServer } from './http-server.ts'
import { securityHeaders } from './security-headers.ts'

const logger = createLogger('silent')
let server: Server
let port: number

beforeAll(async () => {
  const app = new Hono<AppEnv>()
  app.onError((error, c) => errorResponse(error, c, logger))
  app.get('/ok', (c) => c.text('ok'))
  app.get('/same', (c) => c.body(null, 304))
  app.get('/own', (c) => c.text('', 200, { 'Content-Security-Policy': 'sandbox' }))
  app.get('/bug', () => {
    throw new Error('bug')
  })
  app.get('/gone', () => {
    throw new AppError('gone')
  })
  server = createHttpServer(app, { headers: securityHeaders(true), logger })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends bytes as they are and reads until the server hangs up. */
async function raw(request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('latin1')
  let answer = ''
  socket.on('data', (text: string) => {
    answer += text
  })
  socket.write(request, 'latin1')
  await once(socket, 'close')
  return answer
}

const EXPECTED: [name: string, value: string | RegExp][] = [
  [
    'content-security-policy',
    /^default-src 'none'; script-src 'self'; .*connect-src 'self' data: blob:; .*frame-ancestors 'none'$/,
  ],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]

test.each([
  ['/ok', 200],
  ['/same', 304],
  ['/nothing', 404],
  ['/gone', 410],
  ['/bug', 500],
] as const)('SEC-50 %s (%i) carries every security header and does not say what it runs on', async (path, status) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  expect(response.status).toBe(status)
  for (const [name, value] of EXPECTED) expect(response.headers.get(name), name).toMatch(value)
  expect(response.headers.has('server') || response.headers.has('x-powered-by')).toBe(false)
})

test.each([
  ['no HTTP', 'HELLO\r\n\r\n', 400],
  ['headers of 20 kB', `GET /ok HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST /ok HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['a host that is none', 'GET /ok HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
])('SEC-50 %s is refused, with the headers', async (_, request, status) => {
  const answer = (await raw(request)).toLowerCase()
  expect(answer).toMatch(new RegExp(`^http/1.1 ${status} `))
  for (const [name] of EXPECTED) expect(answer).toContain(`${name}: `)
})

test('a route may have a stricter policy of its own, and only that one is sent', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/own`)
  expect(response.headers.get('content-security-policy')).toBe('sandbox')
})

test('SEC-50 without https there is no HSTS', () => {
  expect(Object.keys(securityHeaders(false))).not.toContain('Strict-Transport-Security')
})

test('SEC-15 slow and endless requests are bounded', () => {
  expect(server).toMatchObject({ headersTimeout: 9_000, requestTimeout: 30_000, maxHeadersCount: 100 })
})
