import { gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { keptResponse } from './kept-response.ts'

/** A picture opened on its own is a document of our origin: it may style itself and nothing else. */
const PICTURE_CSP = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/** Answers an SVG as `keptResponse` does: 304, without drawing, while `version` is the one that the browser holds. */
export async function pictureResponse(
  c: Context<AppEnv>,
  version: string,
  draw: () => string | Promise<string | Uint8Array>,
): Promise<Response> {
  c.header('Content-Security-Policy', PICTURE_CSP)
  return await keptResponse(c, version, 'image/svg+xml; charset=utf-8', async () => {
    const drawn = await draw()
    return typeof drawn === 'string' ? new TextEncoder().encode(drawn) : drawn
  })
}

/** The same for an SVG that is gzipped already, and unpacked for those who do not take that. */
export async function gzippedPictureResponse(
  c: Context<AppEnv>,
  version: string,
  gzipped: Uint8Array,
): Promise<Response> {
  return await pictureResponse(c, version, () => gunzipSync(gzipped).toString('utf8'))
}
