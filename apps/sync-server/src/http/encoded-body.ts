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

/** What is being compressed, or was, by the bytes it was made from: a board that many open at once is packed once. */
const packed = new WeakMap<Uint8Array, Map<'br' | 'gzip', Promise<Uint8Array<ArrayBuffer>>>>()

/** Compresses on the thread pool, fast rather than small. The same bytes (object) are compressed once per encoding. */
export async function encodeBody(
  bytes: Uint8Array,
  encoding: ContentEncoding,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: ContentEncoding }> {
  if (encoding === null || bytes.byteLength < WORTH_BYTES) return { body: new Uint8Array(bytes), encoding: null }
  let made = packed.get(bytes)
  if (made === undefined) {
    made = new Map()
    packed.set(bytes, made)
  }
  let body = made.get(encoding)
  if (body === undefined) {
    body = pack(bytes, encoding)
    made.set(encoding, body)
  }
  return { body: await body, encoding }
}

async function pack(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const result =
    encoding === 'br'
      ? await brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await gzipAsync(bytes, { level: 5 })
  return new Uint8Array(result)
}
