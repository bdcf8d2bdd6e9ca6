import { AppError } from '@samtavle/shared/errors'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from './app-env.ts'

/** Largest body of an ordinary JSON request, in bytes. */
export const JSON_BODY_LIMIT = 64 * 1024

/**
 * Reads and checks a JSON body. The size is counted while the body streams in, because `Content-Length` may be absent
 * or a lie.
 * @throws AppError `too_large` over `limit` bytes, `bad_request` when it is not JSON; ZodError when it does not fit.
 */
export async function parseJson<Schema extends z.ZodType>(
  c: Context<AppEnv>,
  schema: Schema,
  limit: number = JSON_BODY_LIMIT,
): Promise<z.infer<Schema>> {
  const bytes = await readBody(c.req.raw, limit)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('bad_request', 'the body is not JSON')
  }
  return schema.parse(value)
}

/**
 * Checks the query string; a repeated key is refused, so that no two readers can see different values.
 * @throws AppError `bad_request` for a repeated key; ZodError when the query does not fit.
 */
export function parseQuery<Schema extends z.ZodType>(c: Context<AppEnv>, schema: Schema): z.infer<Schema> {
  const { searchParams } = new URL(c.req.url)
  const query: Record<string, string> = Object.create(null)
  for (const [key, value] of searchParams) {
    if (key in query) throw new AppError('bad_request', 'a query key is repeated')
    query[key] = value
  }
  return schema.parse({ ...query })
}

/**
 * The bytes of a body, counted while they arrive.
 * @throws AppError `too_large` as soon as more than `limit` bytes were announced or seen.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('too_large')
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      // Nobody waits for the cancelled rest: the answer closes the connection.
      reader.cancel().catch(() => {})
      throw new AppError('too_large')
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}
