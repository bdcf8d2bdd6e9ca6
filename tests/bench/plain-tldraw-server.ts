import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import type { BoardRecord } from '@samtavle/shared/board-doc'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const compress = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })

/** Builds the page of `plain-tldraw/` with the web app's own packages, and serves it compressed, with these records. */
export async function servePlainTldraw(
  records: readonly BoardRecord[],
): Promise<{ url: string; close(): Promise<void> }> {
  const root = join(import.meta.dirname, 'plain-tldraw')
  const web = join(import.meta.dirname, '../../apps/web')
  const outDir = join(import.meta.dirname, '../../.build/plain-tldraw')
  const fromWeb = createRequire(join(web, 'package.json'))
  const load = (name: string): Promise<unknown> => import(pathToFileURL(fromWeb.resolve(name)).href)
  const { build } = (await load('vite')) as { build(options: object): Promise<unknown> }
  const { default: react } = (await load('@vitejs/plugin-react')) as { default(): object }
  const packages = ['@tldraw/tldraw', '@tldraw/assets', 'react', 'react-dom']
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    resolve: {
      alias: packages.map((name) => ({
        find: new RegExp(`^${name}(?=/|$)`),
        replacement: join(web, 'node_modules', name),
      })),
    },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  })
  const files = new Map([['/records.json', compress(Buffer.from(JSON.stringify(records)))]])
  for (const file of await readdir(outDir, { recursive: true })) {
    if (extname(file) !== '') files.set(`/${file}`, compress(await readFile(join(outDir, file))))
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path === '/' ? '/index.html' : path
    const body = files.get(file)
    if (body === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'br',
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
