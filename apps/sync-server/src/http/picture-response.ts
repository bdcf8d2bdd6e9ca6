import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { encodeBody, negotiateEncoding } from './encoded-body.ts'

/** A picture opened on its own is a document of our origin: it may style itself and nothing else. */
const PICTURE_CSP = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/** True when the browser holds what `version` names already. */
function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/**
 * Answers an SVG that only this browser may keep, and that it asks about again each time: 304 while `version` is the
 * one it holds, without drawing.
 */
export async function pictureResponse(
  c: Context<AppEnv>,
  version: string,
  draw: () => string | Promise<string>,
): Promise<Response> {
  const etag = `"${version}"`
  c.header('Cache-Control', 'private, no-cache')
  // Weak: the same picture goes out in several encodings.
  c.header('ETag', `W/${etag}`)
  c.header('Vary', 'Accept-Encoding, Cookie')
  c.header('Content-Security-Policy', PICTURE_CSP)
  if (isHeld(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  const bytes = new TextEncoder().encode(await draw())
  const { body, encoding } = await encodeBody(bytes, negotiateEncoding(c.req.header('accept-encoding')))
  if (encoding !== null) c.header('Content-Encoding', encoding)
  c.header('Content-Type', 'image/svg+xml; charset=utf-8')
  return c.body(body)
}
