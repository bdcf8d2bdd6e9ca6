import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { encodeBody, negotiateEncoding } from './encoded-body.ts'

/** True when the browser holds what `version` names already. */
function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/**
 * Answers, compressed, what only this browser may keep, and what it asks about again each time: 304 while `version` is
 * the one it holds, without making it.
 * @param type media type of what `make` gives
 */
export async function keptResponse(
  c: Context<AppEnv>,
  version: string,
  type: string,
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Response> {
  const etag = `"${version}"`
  c.header('Cache-Control', 'private, no-cache')
  // Weak: the same content goes out in several encodings.
  c.header('ETag', `W/${etag}`)
  c.header('Vary', 'Accept-Encoding, Cookie')
  if (isHeld(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  const { body, encoding } = await encodeBody(await make(), negotiateEncoding(c.req.header('accept-encoding')))
  if (encoding !== null) c.header('Content-Encoding', encoding)
  c.header('Content-Type', type)
  return c.body(body)
}
