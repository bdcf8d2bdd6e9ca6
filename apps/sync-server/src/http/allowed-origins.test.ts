import { expect, test } from 'vitest'
import { allowedOrigins, publicAddress } from './allowed-origins.ts'

const local = { publicUrl: undefined, host: '127.0.0.1' }

test('without PUBLIC_URL exactly this machine at the port that listens', () => {
  expect(allowedOrigins(local, 4321).list).toEqual([
    'http://localhost:4321',
    'http://127.0.0.1:4321',
    'http://[::1]:4321',
  ])
})

test('at the port of http browsers leave the port out', () => {
  expect(allowedOrigins(local, 80).has('http://localhost')).toBe(true)
  expect(allowedOrigins(local, 80).has('http://localhost:80')).toBe(false)
})

test('PUBLIC_URL alone counts, not where the server listens', () => {
  const origins = allowedOrigins({ publicUrl: 'https://tavle.example', host: '127.0.0.1' }, 3000)
  expect(origins.list).toEqual(['https://tavle.example'])
  expect(origins.has('http://localhost:3000')).toBe(false)
})

test.each([
  undefined,
  null,
  '',
  'null',
  'http://localhost',
  'http://localhost:4322',
  'https://localhost:4321',
  'http://127.0.0.2:4321',
])('SEC-01 %j is foreign', (origin) => {
  expect(allowedOrigins(local, 4321).has(origin)).toBe(false)
})

test('people are given PUBLIC_URL, else this machine', () => {
  expect(publicAddress({ publicUrl: 'https://tavle.example' }, 3000)).toBe('https://tavle.example')
  expect(publicAddress({ publicUrl: undefined }, 3000)).toBe('http://localhost:3000')
})
