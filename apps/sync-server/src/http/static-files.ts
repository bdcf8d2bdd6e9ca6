import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { type ContentEncoding, negotiateEncoding } from './encoded-body.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}
/** Ready-made variants beside a file; the plain file comes last. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

type Variant = { bytes: Uint8Array<ArrayBuffer>; etag: string; encoding: ContentEncoding }
type Entry = { modified: number; variants: Variant[] }

/** Serves the web build of one folder; undefined for a path that names no file in it. */
export type StaticFiles = (c: Context<AppEnv>, path: string) => Promise<Response | undefined>

/**
 * Files are kept in memory once they were asked for, with the variants that the build compressed, and read again when
 * they changed on disk. Names below `/assets/` carry a hash of their content and never change.
 */
export function createStaticFiles(root: string): StaticFiles {
  const folder = resolve(root)
  const entries = new Map<string, Entry>()

  async function load(path: string): Promise<Entry | undefined> {
    const file = resolve(folder, `.${path}`)
    // A path with `..`, encoded or not, leads outside; one with NUL fails in `stat`.
    if (!file.startsWith(folder + sep)) return undefined
    const found = await stat(file).catch(() => undefined)
    if (found?.isFile() !== true) return undefined
    const known = entries.get(file)
    if (known?.modified === found.mtimeMs) return known
    const entry: Entry = { modified: found.mtimeMs, variants: await readVariants(file, found.mtimeMs) }
    entries.set(file, entry)
    return entry
  }

  return async (c, path) => {
    const entry = await load(path)
    if (entry === undefined) return undefined
    const variant = chooseVariant(entry.variants, c.req.header('accept-encoding'))
    c.header('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
    c.header('ETag', variant.etag)
    c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (entry.variants.length > 1) c.header('Vary', 'Accept-Encoding')
    if (isKnown(c.req.header('if-none-match'), variant.etag)) return c.body(null, 304)
    if (variant.encoding !== null) c.header('Content-Encoding', variant.encoding)
    return c.body(variant.bytes)
  }
}

async function readVariants(file: string, modified: number): Promise<Variant[]> {
  const variants: Variant[] = []
  for (const { name, suffix } of ENCODINGS) {
    const found = await stat(file + suffix).catch(() => undefined)
    // An older variant is of an older file.
    if (found?.isFile() !== true || found.mtimeMs < modified) continue
    variants.push(toVariant(await readFile(file + suffix), name))
  }
  variants.push(toVariant(await readFile(file), null))
  return variants
}

function toVariant(content: Buffer, encoding: ContentEncoding): Variant {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22)
  return { bytes: new Uint8Array(content), etag: `"${hash}"`, encoding }
}

function chooseVariant(variants: readonly Variant[], accepted: string | undefined): Variant {
  const available = variants.map(({ encoding }) => encoding)
  const wanted = negotiateEncoding(accepted, available)
  const chosen = variants.find(({ encoding }) => encoding === wanted) ?? variants.at(-1)
  if (chosen === undefined) throw new Error('a file without its plain variant')
  return chosen
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false
}
