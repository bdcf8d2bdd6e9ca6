import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { spawnServer, TEMPLATE_VARIABLE } from './spawned-server.ts'

/**
 * Browser tests run against what `npm start` serves: it is built first, when sources changed. Then one server makes
 * the database that all others copy.
 */
async function setUp(): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../infra/build.mjs')])
  const dataDir = await mkdtemp(join(tmpdir(), 'samtavle-template-'))
  const server = await spawnServer({ dataDir, env: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } })
  await server.terminate()
  process.env[TEMPLATE_VARIABLE] = dataDir
  return () => rm(dataDir, { recursive: true, force: true })
}

// Playwright takes the default export of this file.
export { setUp as default }
