import { expect, test } from 'vitest'
import { createBodyTypes } from './body-types.ts'
import type { RouteDoc } from './openapi.ts'

const upload: RouteDoc = {
  method: 'post',
  path: '/api/boards/:id/assets',
  summary: 'Put a picture on the board',
  access: 'signed-in',
  request: 'application/octet-stream',
}
const BYTES = 'application/octet-stream'

test('bytes are taken where a description says so, and JSON everywhere', () => {
  const takes = createBodyTypes([upload])
  expect(takes('POST', '/api/boards/1/assets', BYTES)).toBe(true)
  expect(takes('POST', '/api/boards/1/assets', 'application/json')).toBe(true)
  expect(takes('PUT', '/anywhere', 'application/json; charset=utf-8')).toBe(true)
  for (const [method, path, type] of [
    ['POST', '/api/boards', BYTES],
    ['PUT', '/api/boards/1/assets', BYTES],
    ['POST', '/api/boards/1/assets/2', BYTES],
    ['POST', '/api/boards/1/2/assets', BYTES],
    ['POST', '/api/boards/1/assets', `${BYTES}; charset=text/plain`],
    ['POST', '/api/boards/1/assets', 'text/plain'],
    ['POST', '/api/boards/1/assets', 'image/png'],
    ['POST', '/api/boards/1/assets', 'multipart/form-data; boundary=x'],
  ] as const) {
    expect(takes(method, path, type), `${method} ${path} ${type}`).toBe(false)
  }
})

test.each(['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'])(
  'a route for %s, which any page could send, is a mistake',
  (request) => {
    expect(() => createBodyTypes([{ ...upload, request }])).toThrow('any page')
  },
)
