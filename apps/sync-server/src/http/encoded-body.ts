import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** Below this many bytes compressing costs more than it saves. */
const WORTH_BYTES = 1024

export type ContentEncoding = 'br' | 'gzip' | null

/**
 * The best of the available encodings that an `Accept-Encoding` permits. A quality of 0 refuses, also through `*`; without the
 * header nothing is encoded. Pure.
 */
export function negotiateEncoding(
  acceptEncoding: string | undefined,
  available: readonly ContentEncoding[] = ['br', 'gzip'],
): ContentEncoding {
  const quality = new Map<string, number>()
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',').slice(0, 20)) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    if (name !== '') quality.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0)
  }
  const of = (name: 'br' | 'gzip'): number =>
    available.includes(name) ? (quality.get(name) ?? quality.get('*') ?? 0) : 0
  if (of('br') > 0 && of('br') >= of('gzip')) return 'br'
  return of('gzip') > 0 ? 'gzip' : null
}

/** Compresses on the thread pool, fast rather than small: the answer is made for one request. */
export async function encodeBody(
  bytes: Uint8Array,
  encoding: ContentEncoding,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: ContentEncoding }> {
  if (encoding === null || bytes.byteLength < WORTH_BYTES) return { body: new Uint8Array(bytes), encoding: null }
  const packed =
    encoding === 'br'
      ? await brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await gzipAsync(bytes, { level: 5 })
  return { body: new Uint8Array(packed), encoding }
}
