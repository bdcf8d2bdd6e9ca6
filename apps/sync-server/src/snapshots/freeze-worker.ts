import { parentPort } from 'node:worker_threads'
import { runTask, type Task } from './freeze.ts'

/** The thread in which snapshots are composed and frozen; built into a file of its own (`infra/build.mjs`). */
parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    parentPort?.postMessage({ id, result: runTask(task) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
