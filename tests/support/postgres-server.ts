import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)

/** A real PostgreSQL for tests: started in a folder of its own, gone when stopped. */
export type PostgresServer = {
  /** Address of its maintenance database, for a superuser. */
  url: string
  /** False when it was killed or died by itself. */
  readonly isRunning: boolean
  /** Ends the postmaster at once (SIGKILL); its children end when they notice. Resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data and port after `kill`, or after it died by itself. */
  start(): Promise<void>
  /** Stops all its processes where they are (SIGSTOP). @returns a function that lets them go on */
  freeze(): Promise<() => void>
  /** Stops it in order and copies what it holds. @returns puts the copy in place of what it held meanwhile, running */
  backUp(): Promise<() => Promise<void>>
  stop(): Promise<void>
}

/** How often a start is tried while children of a killed postmaster still hold its memory, and the pause between. */
const START_AGAIN = { attempts: 100, everyMs: 50 } as const

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The folder of `initdb` and `postgres`: the newest of Debian's, else one on the PATH. */
export function findPostgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  let versions: string[] = []
  try {
    versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  } catch {}
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => executable(join(folder, 'initdb')) && executable(join(folder, 'postgres')))
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const user = ['postgres', 'nobody'].map((name) => users.find((line) => line.startsWith(`${name}:`))).find(Boolean)
  const [, , uid, gid] = user?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error('no user that PostgreSQL could run as')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Waits for the line that PostgreSQL prints when it takes connections. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stderr?.setEncoding('utf8')
    child.stderr?.on('data', (text: string) => {
      // Kept short: only the way to the first ready line, or to the reason of an early end, matters.
      output = (output + text).slice(-20_000)
      if (output.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`postgres ended with ${code}:\n${output}`)))
  })
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
  child.kill('SIGINT')
  await exited
}

/** Processes that this one started, and that still run. */
async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid='])
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([pid, of]) => (of === parent && pid !== undefined ? [pid] : []))
}

/** @param launch starts the postmaster on the data folder and waits until it takes connections */
function control(first: ChildProcess, data: string, launch: () => Promise<ChildProcess>): Omit<PostgresServer, 'url'> {
  let child = first
  let thaw = () => {}
  const pid = () => {
    if (child.pid === undefined) throw new Error('PostgreSQL does not run')
    return child.pid
  }
  return {
    get isRunning() {
      return child.exitCode === null && child.signalCode === null
    },
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    async start() {
      for (let attempt = 1; ; attempt++) {
        try {
          child = await launch()
          return
        } catch (error) {
          if (attempt === START_AGAIN.attempts) throw error
          await new Promise((resolve) => setTimeout(resolve, START_AGAIN.everyMs))
        }
      }
    },
    async freeze() {
      const frozen = [pid()]
      // First the one that starts the others, so that none is missed.
      process.kill(pid(), 'SIGSTOP')
      frozen.push(...(await childrenOf(pid())))
      for (const one of frozen) process.kill(one, 'SIGSTOP')
      thaw = () => {
        for (const one of frozen.splice(0)) process.kill(one, 'SIGCONT')
      }
      return thaw
    },
    async backUp() {
      await stopProcess(child)
      await run('cp', ['-a', data, `${data}-copy`])
      child = await launch()
      return async () => {
        await stopProcess(child)
        await rm(data, { recursive: true })
        await rename(`${data}-copy`, data)
        child = await launch()
      }
    },
    async stop() {
      thaw()
      await stopProcess(child)
    },
  }
}

/**
 * Starts a PostgreSQL of its own on a free loopback port, reachable with a random password only.
 * @param options.parent folder in which its own is made; the system's for temporary files by default
 * @param options.initdb further words for `initdb`
 * @param options.settings further settings, `name=value`
 * @throws when there are no binaries or it does not start.
 */
export async function startPostgresServer(
  options: { parent?: string; initdb?: readonly string[]; settings?: readonly string[] } = {},
): Promise<PostgresServer> {
  const binaries = findPostgresBinaries()
  if (binaries === undefined) throw new Error('PostgreSQL is not installed (no initdb)')
  const owner = unprivileged()
  const folder = await mkdtemp(join(options.parent ?? tmpdir(), 'samtavle-pg-'))
  const data = join(folder, 'data')
  const password = randomBytes(18).toString('base64url')
  const launch = async (port: number): Promise<ChildProcess> => {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'max_connections=200',
      ...(options.settings ?? []),
    ]
    const child = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((line) => ['-c', line])], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await ready(child)
    return child
  }
  try {
    await writeFile(join(folder, 'password'), password, { mode: 0o600 })
    await chmod(folder, 0o700)
    if (owner.uid !== undefined && owner.gid !== undefined) {
      await chown(folder, owner.uid, owner.gid)
      await chown(join(folder, 'password'), owner.uid, owner.gid)
    }
    const initdb = ['--data-checksums', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync']
    await run(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'samtavle', `--pwfile=${join(folder, 'password')}`, ...initdb, ...(options.initdb ?? [])],
      { ...owner, cwd: folder },
    )
    // Between choosing a port and binding it another process may take it: then once more, with another.
    for (let attempt = 1; ; attempt++) {
      const port = await freePort()
      try {
        const running = control(await launch(port), data, () => launch(port))
        const { stop } = running
        return Object.assign(running, {
          url: `postgres://samtavle:${password}@127.0.0.1:${port}/postgres`,
          async stop() {
            await stop()
            await rm(folder, { recursive: true, force: true })
          },
        })
      } catch (error) {
        if (attempt < 5) continue
        throw error
      }
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
