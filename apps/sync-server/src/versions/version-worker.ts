import { parentPort } from 'node:worker_threads'
import { runVersionTask, type VersionTask } from './version-reading.ts'

/** The thread in which versions are read; built into a file of its own (`infra/build.mjs`). */
parentPort?.on('message', ({ id, task }: { id: number; task: VersionTask }) => {
  try {
    parentPort?.postMessage({ id, result: runVersionTask(task) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
