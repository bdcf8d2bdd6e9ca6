import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Browser tests run against what `npm start` serves: it is built first, when sources changed. */
async function buildAll(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../infra/build.mjs')])
}

// Playwright takes the default export of this file.
export { buildAll as default }
