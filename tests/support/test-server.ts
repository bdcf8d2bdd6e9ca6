import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, startApp } from '../../apps/sync-server/src/app.ts'
import { readConfig } from '../../apps/sync-server/src/config.ts'
import { createLogger } from '../../apps/sync-server/src/logger.ts'
import { type ApiSession, type Credentials, signIn } from './api-session.ts'
import { ADMINISTRATOR, type SpawnedServer, type SpawnOptions, spawnServer } from './spawned-server.ts'
import { createDataDir, createPostgresDatabase, type DatabaseKind } from './test-database.ts'

/** The whole app in this process, on a port and a database of its own. */
export type TestServer = {
  kind: DatabaseKind
  app: App
  /** `http://127.0.0.1:<port>` */
  url: string
  /** What a browser would say as its origin. */
  origin: string
  /** Address of `/sync/:boardId`, for WebSocket clients. */
  syncUrl(boardId: string): string
  signIn(credentials?: Credentials): Promise<ApiSession>
  close(): Promise<void>
}

export type TestServerOptions = {
  kind?: DatabaseKind
  /** Over and beside what tests need. */
  env?: Readonly<Record<string, string | undefined>>
  now?: () => Date
  /** Where the log goes, one line a call; by default nowhere, because `LOG_LEVEL` is silent. */
  log?: { write(line: string): void }
}

/** What a database of a kind is to a server: part of its environment, and how to get rid of it. */
async function databaseFor(kind: DatabaseKind): Promise<{ env: Record<string, string>; remove(): Promise<void> }> {
  if (kind === 'pglite') {
    const folder = await createDataDir()
    return { env: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) }
  }
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-data-'))
  const { url, drop } = await createPostgresDatabase()
  return {
    env: { DATA_DIR: folder, DATABASE_URL: url },
    async remove() {
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Starts the app in this process. The administrator is `ADMINISTRATOR`; rate limits are off unless `env` says so. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const kind = options.kind ?? 'pglite'
  const database = await databaseFor(kind)
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    RATE_LIMITS: 'off',
    ADMIN_EMAIL: ADMINISTRATOR.email,
    ADMIN_PASSWORD: ADMINISTRATOR.password,
    ...database.env,
    ...options.env,
  })
  let app: App
  try {
    app = await startApp(config, {
      logger: createLogger(config.logLevel, options.log),
      webRoot: join(import.meta.dirname, '../../apps/web/dist'),
      ...(options.now === undefined ? {} : { now: options.now }),
    })
  } catch (error) {
    await database.remove()
    throw error
  }
  const url = `http://127.0.0.1:${app.port}`
  const origin = config.publicUrl ?? url
  return {
    kind,
    app,
    url,
    origin,
    syncUrl: (boardId) => `${url.replace('http', 'ws')}/sync/${boardId}`,
    signIn: (credentials = ADMINISTRATOR) => signIn({ url, origin }, credentials),
    async close() {
      await app.close()
      await database.remove()
    },
  }
}

/** The built server as a process of its own, on a migrated database of the given kind. For projects with a server build. */
export async function spawnTestServer(
  options: Omit<SpawnOptions, 'dataDir'> & { kind?: DatabaseKind } = {},
): Promise<SpawnedServer & { kind: DatabaseKind }> {
  const kind = options.kind ?? 'pglite'
  const database = await databaseFor(kind)
  const { DATA_DIR: dataDir = '', ...env } = database.env
  try {
    const server = await spawnServer({ ...options, dataDir, env: { ...env, ...options.env } })
    return {
      ...server,
      kind,
      async close() {
        await server.close()
        await database.remove()
      },
    }
  } catch (error) {
    await database.remove()
    throw error
  }
}
