import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Clock } from './rooms/clock.ts'

/** How long a thread waits for more work before its memory is given back, in milliseconds. */
const THREAD_IDLE_MS = 10_000
/** Heap of a thread in MiB. */
const HEAP_MIB = 768

export interface ThreadWork<Task> {
  /** One task after the other. @throws when it fails, takes too long, or the thread dies */
  run(task: Task): Promise<unknown>
  /** Ends the thread; what is being made is rejected. */
  close(): Promise<void>
}

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void; cancel: () => void }

/** Where a built thread lies beside the built server; null where the server runs from its sources, in tests. */
export function threadScript(name: string): URL | null {
  const script = new URL(`./${name}.js`, import.meta.url)
  return existsSync(script) ? script : null
}

/**
 * Work for which the main loop has no time, in a thread that is started when there is some, or at once where there is no
 * script. @param name what it is about, for errors
 */
export function createThreadWork<Task>(deps: {
  name: string
  clock: Clock
  script: URL | null
  /** What the thread does with a task, for where there is none. */
  runHere: (task: Task) => unknown
  /** Longest time that one task may take, in milliseconds. */
  deadlineMs: number
}): ThreadWork<Task> {
  const { name, clock, script, runHere, deadlineMs } = deps
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let cancelIdle = () => {}
  let nextId = 1
  let closed = false

  function start(from: URL): Worker {
    const started = new Worker(from, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } })
    started.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
      if (result === undefined) settle(id, (one) => one.reject(new Error(error ?? 'the thread sent nothing')))
      else settle(id, (one) => one.resolve(result))
    })
    started.on('error', (error) => drop(started, error))
    started.on('exit', (code) => drop(started, new Error(`the thread of ${name} ended with ${code}`)))
    return started
  }

  function settle(id: number, tell: (one: Waiting) => void): void {
    const one = waiting.get(id)
    if (one === undefined) return
    waiting.delete(id)
    one.cancel()
    tell(one)
    if (waiting.size > 0 || closed) return
    cancelIdle = clock.after(THREAD_IDLE_MS, () => void end(new Error(`the thread of ${name} was idle`)))
  }

  /** Forgets a thread that is gone; all that waited for it failed. */
  function drop(gone: Worker, error: Error): void {
    if (thread !== gone) return
    thread = undefined
    for (const id of [...waiting.keys()]) settle(id, (one) => one.reject(error))
    cancelIdle()
  }

  async function end(reason: Error): Promise<void> {
    const ended = thread
    if (ended === undefined) return
    drop(ended, reason)
    await ended.terminate()
  }

  return {
    async run(task) {
      if (closed) throw new Error('the server stops')
      if (script === null) return await runHere(task)
      cancelIdle()
      thread ??= start(script)
      const id = nextId++
      thread.postMessage({ id, task })
      return await new Promise((resolve, reject) => {
        const tooLong = new Error(`the thread of ${name} took more than ${deadlineMs} ms`)
        waiting.set(id, { resolve, reject, cancel: clock.after(deadlineMs, () => void end(tooLong)) })
      })
    },
    async close() {
      closed = true
      await end(new Error('the server stops'))
    },
  }
}
