import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodeBody, negotiateEncoding } from './encoded-body.ts'

describe('negotiateEncoding', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP, BR', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['br;q=0, *', 'gzip'],
    ['br;q=nonsense', null],
  ])('%s → %s', (header, expected) => {
    expect(negotiateEncoding(header)).toBe(expected)
  })
})

describe('encodeBody', () => {
  const bytes = new TextEncoder().encode('Samtavle '.repeat(1000))

  test('compresses with what was agreed', async () => {
    const br = await encodeBody(bytes, 'br')
    const gz = await encodeBody(bytes, 'gzip')
    expect([br.encoding, gz.encoding]).toEqual(['br', 'gzip'])
    expect(br.body.byteLength).toBeLessThan(bytes.byteLength / 10)
    expect(Buffer.compare(brotliDecompressSync(br.body), bytes)).toBe(0)
    expect(Buffer.compare(gunzipSync(gz.body), bytes)).toBe(0)
  })

  test('leaves small bodies and unwilling clients alone', async () => {
    expect(await encodeBody(bytes.subarray(0, 100), 'br')).toEqual({ body: bytes.subarray(0, 100), encoding: null })
    expect((await encodeBody(bytes, null)).encoding).toBeNull()
  })
})
