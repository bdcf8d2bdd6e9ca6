import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port.ts'

/** The built server as a process of its own, which can be killed and started again on the same data and port. */
export type SpawnedServer = {
  /** Where it listens, `http://127.0.0.1:<port>`; the same after a restart. */
  url: string
  port: number
  /** What browsers must say as their origin: `PUBLIC_URL` when that is set, else `url`. */
  origin: string
  dataDir: string
  /** The process that runs; another one after a restart. */
  readonly pid: number
  /** What it printed and logged so far; the last 2,000 lines. */
  log: readonly string[]
  /** Ends the process at once (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to end (SIGTERM), and waits until it has. Milliseconds. */
  terminate(): Promise<{ code: number | null; ms: number }>
  /** Starts it again after `kill` or `terminate`. @returns milliseconds until it listened */
  start(): Promise<number>
  /** Ends it and removes the data folder that was made for it. */
  close(): Promise<void>
}

export type SpawnOptions = {
  /** Over and beside the environment of `environment`. */
  env?: Readonly<Record<string, string | undefined>>
  /** Its data folder, which stays the caller's to remove; a fresh one by default. */
  dataDir?: string
  /** Milliseconds until it must listen. */
  startWithin?: number
}

export const ADMINISTRATOR = { email: 'admin@tavle.example', password: 'en ganske lang adgangskode' }

/** Names a data folder with a migrated, empty database, from which new ones are copied: making one takes seconds. */
export const TEMPLATE_VARIABLE = 'SAMTAVLE_TEST_TEMPLATE'

async function freshDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-data-'))
  const template = process.env[TEMPLATE_VARIABLE]
  if (template !== undefined) await cp(template, folder, { recursive: true })
  return folder
}

const MAIN = join(import.meta.dirname, '../../apps/sync-server/dist/main.js')
const LOG_LINES = 2_000

/** Only what a server needs: a developer's own `DATABASE_URL` must not reach a test. */
function environment(dataDir: string, port: number, extra: SpawnOptions['env']): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    ADMIN_EMAIL: ADMINISTRATOR.email,
    ADMIN_PASSWORD: ADMINISTRATOR.password,
    ...extra,
    PORT: String(port),
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

/** Resolves with the first address that it prints on stdout; rejects when it ends or the time is over. */
function listening(child: ChildProcess, keep: (line: string) => void, within: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not listen within ${within} ms`)), within)
    const settle = (action: () => void) => {
      clearTimeout(timer)
      action()
    }
    if (child.stdout === null || child.stderr === null) throw new Error('the server has no output')
    createInterface({ input: child.stderr }).on('line', keep)
    createInterface({ input: child.stdout }).on('line', (line) => {
      keep(line)
      if (/https?:\/\//.test(line)) settle(resolve)
    })
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => settle(() => reject(new Error(`the server ended with ${code ?? signal}`))))
  })
}

/**
 * Starts the built server (`infra/build.mjs`) and waits until it listens.
 * @throws with its log when it ends before, or does not listen in time.
 */
export async function spawnServer(options: SpawnOptions = {}): Promise<SpawnedServer> {
  const dataDir = options.dataDir ?? (await freshDataDir())
  // Chosen here, because a restart must find the same one free again.
  const port = Number(options.env?.PORT ?? (await freePort()))
  const url = `http://127.0.0.1:${port}`
  const log: string[] = []
  let child: ChildProcess | undefined
  /** True while it is not up, or a test ends it: then its end is no surprise. */
  let isEnding = true

  const keep = (line: string) => {
    log.push(line)
    if (log.length > LOG_LINES) log.shift()
  }
  const start = async (): Promise<number> => {
    if (child !== undefined && !hasEnded(child)) throw new Error('the server runs already')
    const began = performance.now()
    const started = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(dataDir, port, options.env),
    })
    child = started
    isEnding = true
    started.once('exit', (code, signal) => {
      // A test sees only that nobody answers: this says why.
      if (!isEnding) console.error(`the server ended by itself with ${code ?? signal}:\n${log.slice(-30).join('\n')}`)
    })
    try {
      await listening(started, keep, options.startWithin ?? 60_000)
      isEnding = false
    } catch (error) {
      await end(started, 'SIGKILL')
      throw new Error(`${(error as Error).message}\n${log.slice(-40).join('\n')}`, { cause: error })
    }
    return performance.now() - began
  }
  const close = async () => {
    isEnding = true
    if (child !== undefined) await end(child, 'SIGKILL')
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await close()
    throw error
  }
  return {
    url,
    port,
    origin: options.env?.PUBLIC_URL ?? url,
    dataDir,
    get pid() {
      if (child?.pid === undefined) throw new Error('the server does not run')
      return child.pid
    },
    log,
    async kill() {
      isEnding = true
      if (child !== undefined) await end(child, 'SIGKILL')
    },
    async terminate() {
      if (child === undefined) throw new Error('the server does not run')
      const began = performance.now()
      isEnding = true
      await end(child, 'SIGTERM')
      return { code: child.exitCode, ms: performance.now() - began }
    },
    start,
    close,
  }
}
