import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { createHttpApp } from '../src/http/http-app.ts'
import { createHttpServer } from '../src/http/http-server.ts'
import { securityHeaders } from '../src/http/security-headers.ts'
import { createStaticFiles } from '../src/http/static-files.ts'
import { createLogger } from '../src/logger.ts'
import { createMemoryReader, memoryReaderFeature } from './memory-reader.ts'
import { wednesdaySnapshot } from './wednesday-snapshot.ts'

const WEB_ROOT = join(import.meta.dirname, '../../web/dist')
/** A secret as links have it. */
export const WEDNESDAY = 'T0kenOfTheWednesdaySnapshotWithoutOthers'
export const WEDNESDAY_HASH = 'a3f1'.repeat(16)

export type ReaderServer = Awaited<ReturnType<typeof startReaderServer>>

/** The pages of readers over HTTP, as the server has them, with snapshots in memory: the Wednesday of the example sprint. */
export async function startReaderServer(
  options: {
    embedOrigins?: readonly string[]
    isLimited?: boolean
    log?: { write(line: string): void }
    /** Who is signed in, by the cookie header. */
    readSession?: NonNullable<Parameters<typeof memoryReaderFeature>[1]['readSession']>
  } = {},
) {
  const memory = createMemoryReader()
  memory.snapshots.set('wednesday', { status: 'published', sha256: WEDNESDAY_HASH, content: wednesdaySnapshot() })
  memory.links.set(WEDNESDAY, { snapshotId: 'wednesday', mayAnswer: true })
  const logger = createLogger(options.log === undefined ? 'silent' : 'debug', options.log)
  let origin = ''
  const app = createHttpApp({
    features: [memoryReaderFeature(memory, { ...options, webRoot: WEB_ROOT, logger })],
    origins: () => ({ list: [origin], has: (asked) => asked === origin }),
    readSession: async () => null,
    readiness: async () => ({ ready: true, state: 'ready', warnings: [] }),
    metrics: new Registry(),
    staticFiles: createStaticFiles(WEB_ROOT),
    logger,
  })
  const server = createHttpServer(app, { headers: securityHeaders(false), logger })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  origin = `http://localhost:${port}`
  return {
    memory,
    /** What browsers say; a browser and `fetch` reach it there. */
    origin,
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
