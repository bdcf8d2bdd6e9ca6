import { Worker } from 'node:worker_threads'
import { RECORDS_ROOT } from '@samtavle/shared/board-doc'
import type { Clock } from '../rooms/clock.ts'
import type { SnapshotSource } from '../rooms/doc-store.ts'
import type { BuiltDocument } from './snapshot-worker.mjs'

/** Longest time that one document may take, in milliseconds; the largest takes a few seconds. */
export const BUILD_DEADLINE_MS = 60_000
/** How long the thread waits for more work before its memory is given back, in milliseconds. */
export const THREAD_IDLE_MS = 5_000
/** Heap of the thread in MiB. */
const HEAP_MIB = 512

/** A document built and verified; `payload` is gzipped when that was asked for, `bytes` is its length before. */
export type Built = BuiltDocument & { bytes: number }

export interface SnapshotBuilder {
  /**
   * Builds and verifies a document in the thread. What the source holds is handed over and empty afterwards.
   * @throws when the bytes would not say what the document says, when it takes too long, or when the thread dies
   */
  build(source: Pick<SnapshotSource, 'previous' | 'rows'>, options?: { zipped?: boolean }): Promise<Built>
  /** Ends the thread; what is being built is rejected. */
  close(): Promise<void>
}

type Waiting = { resolve: (built: Built) => void; reject: (error: Error) => void; cancel: () => void }

/** The thread that builds snapshots: started when there is work, ended when there has been none for a while. */
export function createSnapshotBuilder(clock: Clock): SnapshotBuilder {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let cancelIdle = () => {}
  let nextId = 1
  let closed = false

  function start(): Worker {
    const started = new Worker(new URL('./snapshot-worker.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    })
    started.on('message', ({ id, built, error }: { id: number; built?: Built; error?: string }) => {
      if (built === undefined) settle(id, (one) => one.reject(new Error(error ?? 'the thread sent nothing')))
      else settle(id, (one) => one.resolve(built))
    })
    started.on('error', (error) => drop(started, error))
    started.on('exit', (code) => drop(started, new Error(`the snapshot thread ended with ${code}`)))
    return started
  }

  function settle(id: number, tell: (one: Waiting) => void): void {
    const one = waiting.get(id)
    if (one === undefined) return
    waiting.delete(id)
    one.cancel()
    tell(one)
    if (waiting.size > 0 || closed) return
    cancelIdle = clock.after(THREAD_IDLE_MS, () => void end(new Error('the snapshot thread was idle')))
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
    build({ previous, rows }, { zipped = false } = {}) {
      if (closed) return Promise.reject(new Error('the server stops'))
      cancelIdle()
      thread ??= start()
      const id = nextId++
      const job = { id, previous: previous && own(previous.payload), rows: own(rows), root: RECORDS_ROOT, zipped }
      const handedOver = [job.rows.buffer, ...(job.previous === null ? [] : [job.previous.buffer])]
      thread.postMessage(job, handedOver)
      return new Promise((resolve, reject) => {
        const tooLong = new Error(`a snapshot took more than ${BUILD_DEADLINE_MS} ms`)
        waiting.set(id, { resolve, reject, cancel: clock.after(BUILD_DEADLINE_MS, () => void end(tooLong)) })
      })
    },
    async close() {
      closed = true
      await end(new Error('the server stops'))
    },
  }
}

/** The bytes in memory of their own, as handing them over needs; Node lets small buffers share some. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes)
}
