import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Once per run, before the tests that start the built server as a process of its own. */
export async function setup(): Promise<void> {
  const script = join(import.meta.dirname, '../../infra/build.mjs')
  await promisify(execFile)(process.execPath, [script, '--only', 'server'])
}
