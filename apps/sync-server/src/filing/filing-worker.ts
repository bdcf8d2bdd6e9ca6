import { parentPort } from 'node:worker_threads'
import { type FilingTask, runFilingTask } from './filing-task.ts'

/** The thread in which papers and packages are written; built into a file of its own (`infra/build.mjs`). */
let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', ({ id, task }: { id: number; task: FilingTask }) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ id, result: await runFilingTask(task) })
    } catch (error) {
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
})
