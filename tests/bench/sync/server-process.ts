import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { assertRunning, keepTrackOf } from './live-processes.ts'

const START_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 15_000
const LOG_LINES = 200

/**
 * As in our container image, and for all contenders: glibc gives back large pieces when they are freed, and does not keep
 * them for the next time. Without it ours was at 1.47 of empty, not 1.12, half a minute after 500 boards were closed.
 */
const MEMORY_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

/** A server as a process of its own. */
export type ServerProcess = {
  pid: number
  port: number
  /** Asks it to end, and insists after a while. */
  stop(): Promise<void>
  /** Ends it at once. */
  kill(): Promise<void>
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await exited
  clearTimeout(insist)
}

/**
 * Starts a Node program and waits until it prints its address on this machine.
 * @param args the program and its arguments, and what Node itself is told before them
 * @throws with the end of its log when it ends before, or does not listen in time
 */
export async function startServerProcess(
  node: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServerProcess> {
  assertRunning()
  const log: string[] = []
  const keep = (line: string) => {
    log.push(line)
    if (log.length > LOG_LINES) log.shift()
  }
  const child = spawn(node, args, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...MEMORY_ENVIRONMENT, ...env },
  })
  keepTrackOf(child)
  const { pid } = child
  const listening = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not listen in time')), START_WITHIN_MS)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new Error(`it ended with ${code ?? signal}`))
    })
    createInterface({ input: child.stderr }).on('line', keep)
    createInterface({ input: child.stdout }).on('line', (line) => {
      keep(line)
      const [, port] = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(line) ?? []
      if (port === undefined) return
      clearTimeout(timer)
      resolve(Number(port))
    })
  })
  try {
    const port = await listening
    if (pid === undefined) throw new Error('it has no process id')
    return { pid, port, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
  } catch (error) {
    await end(child, 'SIGKILL')
    throw new Error(`${args.join(' ')}: ${(error as Error).message}\n${log.slice(-30).join('\n')}`, { cause: error })
  }
}
