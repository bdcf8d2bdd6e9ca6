import { expect, test } from 'vitest'
import { addressOf } from './client-address.ts'

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::1', 'forged, 198.51.100.1', '198.51.100.1'],
  ['::ffff:127.0.0.1', ' ', '::ffff:127.0.0.1'],
  [undefined, '198.51.100.1', 'unknown'],
])('from %s with X-Forwarded-For %j the sender counts as %s', (remote, forwarded, address) => {
  expect(addressOf(remote, forwarded)).toBe(address)
})
