import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { lockDataDir, removeSocket, shortFolder } from './data-dir-lock.ts'
import { connectDatabase, type Sql } from './database.ts'
import { createJournalConnections, type JournalConnections, singleConnection } from './journal-connections.ts'

/** An open database. `journal` is for appends and loads alone, so that no slow query can hold them up. */
export type Database = {
  sql: Sql
  journal: JournalConnections
  embedded: boolean
  /** Resolves with the reason when the embedded database died by itself; never on PostgreSQL. */
  failed: Promise<string>
  close(): Promise<void>
}

/** Seconds that queries in flight are given when the database is closed. */
const CLOSE_TIMEOUT_S = 3

/**
 * PGlite in a worker thread, behind a socket in `dataDir` that only this user can reach.
 * @throws DataDirLockedError when another process works in `dataDir`; else why it did not start.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lock = await lockDataDir(dataDir)
  try {
    return await openLocked(dataDir, () => lock.release())
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(dataDir: string, release: () => Promise<void>): Promise<Database> {
  const files = join(dataDir, 'postgres')
  // PGlite makes its files readable for everybody; the folder is not.
  await mkdir(files, { recursive: true, mode: 0o700 })
  const run = await socketFolder(dataDir)
  const socketPath = run.socketPath
  const worker = new Worker(new URL('./embedded-postgres-worker.mjs', import.meta.url), {
    workerData: { dataDir: files, socketPath },
    execArgv: [],
    // What PGlite prints is of no use to an operator, and stdout belongs to `main.ts`.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  let closing = false
  const failed = new Promise<string>((resolve) => {
    const report = (reason: string) => {
      if (!closing) resolve(reason)
    }
    worker.on('error', (error) => report(error.message))
    worker.on('exit', (code) => report(`the database thread ended with ${code}`))
    worker.on('message', (message) => {
      if (message.type === 'failed') report(message.reason)
    })
  })
  const ready = new Promise<void>((resolve) => {
    worker.on('message', (message) => {
      if (message.type === 'ready') resolve()
    })
  })
  const reason = await Promise.race([ready, failed])
  if (reason !== undefined) {
    await worker.terminate()
    await run.remove()
    throw new Error(`the embedded database in ${dataDir} did not start: ${reason}`)
  }
  const sql = connectDatabase({ socketPath }, { max: 1 })
  const close = async () => {
    await sql.end({ timeout: CLOSE_TIMEOUT_S })
    closing = true
    const exited = once(worker, 'exit')
    worker.postMessage('close')
    await exited
    await run.remove()
    await release()
  }
  let closed: Promise<void> | undefined
  return {
    sql,
    journal: singleConnection(sql),
    embedded: true,
    failed,
    close() {
      closed ??= close()
      return closed
    },
  }
}

/** Where the socket lies: in a 0700 folder of `dataDir`, under a new name at every start. */
async function socketFolder(dataDir: string): Promise<{ socketPath: string; remove(): Promise<void> }> {
  if (process.platform === 'win32') {
    return { socketPath: `\\\\.\\pipe\\samtavle-${randomBytes(16).toString('hex')}`, remove: async () => {} }
  }
  const folder = join(dataDir, 'run')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  // The lock is held, so what lies there is left over from a process that was killed.
  await removeSocket(join(folder, 'postgres'))
  const short = await shortFolder(folder, 12)
  return {
    socketPath: join(short.path, 'postgres'),
    async remove() {
      await rm(folder, { recursive: true, force: true })
      await short.remove()
    },
  }
}

/**
 * Opens the database that the configuration names: PostgreSQL at `DATABASE_URL`, else the embedded one. Connecting to
 * PostgreSQL happens at the first query.
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>, logger: Logger): Promise<Database> {
  if (config.databaseUrl === undefined) {
    const database = await startEmbeddedPostgres(config.dataDir)
    logger.warn(
      { dataDir: config.dataDir },
      'embedded database (PGlite): safe against a killed process, not against a power cut; set DATABASE_URL for PostgreSQL',
    )
    return database
  }
  const sql = connectDatabase(config.databaseUrl, { max: 10 })
  const { databaseUrl } = config
  const journal = createJournalConnections((lost) => connectDatabase(databaseUrl, { max: 2, lost }))
  return {
    sql,
    journal,
    embedded: false,
    failed: new Promise(() => {}),
    async close() {
      await Promise.all([sql.end({ timeout: CLOSE_TIMEOUT_S }), journal.end({ timeout: CLOSE_TIMEOUT_S })])
    },
  }
}
