import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { SnapshotChoice } from '@samtavle/shared/snapshot-api'
import type { Clock } from '../rooms/clock.ts'
import { type ChoiceJob, type FreezeJob, type Frozen, runTask, type Task } from './freeze.ts'

/** Longest time that one snapshot may take, in milliseconds. */
export const FREEZE_DEADLINE_MS = 60_000
/** How long the thread waits for more work before its memory is given back, in milliseconds. */
const THREAD_IDLE_MS = 10_000
/** Heap of the thread in MiB. */
const HEAP_MIB = 768

export interface Freezer {
  /** @throws when a board cannot be read, when it takes too long, or when the thread dies */
  freeze(job: FreezeJob): Promise<Frozen>
  /** What a new draft shows. @throws as `freeze` does */
  choose(job: ChoiceJob): Promise<SnapshotChoice>
  /** Ends the thread; what is being made is rejected. */
  close(): Promise<void>
}

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void; cancel: () => void }

/** Where the built thread lies beside the built server; null where the server runs from its sources, in tests. */
export function threadScript(): URL | null {
  const script = new URL('./freeze-worker.js', import.meta.url)
  return existsSync(script) ? script : null
}

/** Snapshots one after the other, in a thread that is started when there is work, or at once where there is no script. */
export function createFreezer(clock: Clock, script: URL | null = threadScript()): Freezer {
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
    started.on('exit', (code) => drop(started, new Error(`the thread of snapshots ended with ${code}`)))
    return started
  }

  function settle(id: number, tell: (one: Waiting) => void): void {
    const one = waiting.get(id)
    if (one === undefined) return
    waiting.delete(id)
    one.cancel()
    tell(one)
    if (waiting.size > 0 || closed) return
    cancelIdle = clock.after(THREAD_IDLE_MS, () => void end(new Error('the thread of snapshots was idle')))
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

  async function run(task: Task): Promise<unknown> {
    if (closed) throw new Error('the server stops')
    if (script === null) return runTask(task)
    cancelIdle()
    thread ??= start(script)
    const id = nextId++
    thread.postMessage({ id, task })
    return await new Promise((resolve, reject) => {
      const tooLong = new Error(`a snapshot took more than ${FREEZE_DEADLINE_MS} ms`)
      waiting.set(id, { resolve, reject, cancel: clock.after(FREEZE_DEADLINE_MS, () => void end(tooLong)) })
    })
  }

  return {
    freeze: async (job) => (await run({ kind: 'freeze', job })) as Frozen,
    choose: async (job) => (await run({ kind: 'choose', job })) as SnapshotChoice,
    async close() {
      closed = true
      await end(new Error('the server stops'))
    },
  }
}
