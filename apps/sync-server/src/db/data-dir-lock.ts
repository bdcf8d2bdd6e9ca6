import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Another process works in the data folder. */
export class DataDirLockedError extends Error {
  override readonly name = 'DataDirLockedError'
}

export type DataDirLock = { release(): Promise<void> }

const ATTEMPTS = 6
/** A claim that is not published after this time belongs to a process that died while making it. */
const ABANDONED_MS = 60_000
/** `sun_path` holds 108 bytes on Linux and 104 on macOS, with the final NUL. */
const SOCKET_PATH_MAX = 103

/**
 * A name for `folder` that is short enough to put a socket into: itself, or a link to it in a folder that only this
 * user may read.
 */
export async function shortFolder(
  folder: string,
  longestName: number,
): Promise<{ path: string; remove(): Promise<void> }> {
  if (Buffer.byteLength(folder) + 1 + longestName <= SOCKET_PATH_MAX) return { path: folder, remove: async () => {} }
  const holder = await mkdtemp(join(tmpdir(), 'samtavle-'))
  const path = join(holder, 'd')
  await symlink(folder, path, 'dir')
  return { path, remove: () => rm(holder, { recursive: true, force: true }) }
}

/**
 * Removes a socket, if it is there. Not with `rm`, which looks at what it removes: Node 20 takes a socket that was
 * looked at last for a reason to follow no more links, and then finds no package that is loaded late
 * (`realpathSync` reads what the last `stat` left behind).
 */
export async function removeSocket(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

async function listen(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy()).listen(path)
  await once(server, 'listening')
  // The lock ends with the process and must not keep it alive.
  return server.unref()
}

/** Does a process listen there? One that is stopped (SIGSTOP) still does: its kernel takes the connection. */
async function isAlive(path: string): Promise<boolean> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Every other failure (a full queue, no permission) means that somebody is there.
    return code !== 'ECONNREFUSED' && code !== 'ENOENT' && code !== 'ENOTSOCK'
  } finally {
    socket.destroy()
  }
}

/** The process id that a living claim of somebody else carries in its name; undefined when there is none. */
async function findRival(folder: string, own: string): Promise<string | undefined> {
  for (const name of await readdir(folder)) {
    if (name === own) continue
    const path = join(folder, name)
    const published = name.endsWith('.lock')
    if (!published) {
      const age = await stat(path).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      )
      if (age > ABANDONED_MS) await removeSocket(path)
      continue
    }
    if (await isAlive(path)) return name.split('-')[0]
    // Safe: names are never used twice, so nobody can have come alive under this one.
    await removeSocket(path)
  }
  return undefined
}

/**
 * Takes the data folder for this process, exclusively. The lock is a socket that is listened on: it ends with the
 * process, however that dies, and a stopped process keeps it. Everybody publishes a claim of their own, under a name
 * that is never used again, before looking for others: of two at the same time at least one sees the other and
 * withdraws, so that two can never both own the folder, and nothing is ever taken over.
 * @throws DataDirLockedError when another living process has it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  if (process.platform === 'win32') return lockByPipe(dataDir)
  const folder = join(dataDir, 'lock')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const short = await shortFolder(folder, 40)
  let rival: string | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Rivals that started at the same moment withdraw both; who comes back first wins.
    if (attempt > 0) await wait(40 + Math.random() * 160)
    const name = `${process.pid}-${randomBytes(6).toString('hex')}`
    // Between bind and listen a socket looks dead, so it gets its real name only when it listens.
    const server = await listen(join(short.path, `${name}.new`))
    const claim = join(folder, `${name}.lock`)
    await rename(join(folder, `${name}.new`), claim)
    const release = async () => {
      await removeSocket(claim)
      server.close()
      await short.remove()
    }
    rival = await findRival(short.path, `${name}.lock`)
    if (rival === undefined) return { release }
    await removeSocket(claim)
    server.close()
  }
  await short.remove()
  throw new DataDirLockedError(`${dataDir} is in use by another Samtavle (process ${rival}); stop it, or set DATA_DIR`)
}

/** Windows: a named pipe of the folder's name exists once and ends with its process. */
async function lockByPipe(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true })
  try {
    const server = await listen(
      `\\\\.\\pipe\\samtavle-${Buffer.from(dataDir.toLowerCase()).toString('base64url').slice(-200)}`,
    )
    return { release: async () => void server.close() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new DataDirLockedError(`${dataDir} is in use by another Samtavle; stop it, or set DATA_DIR`)
  }
}
