import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { afterEach, expect, inject, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { createDataDir } from '../support/test-database.ts'

const opened: SpawnedServer[] = []
const folders: string[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A migrated database that goes with the test. */
async function migrated(): Promise<string> {
  const folder = await createDataDir()
  folders.push(folder)
  return folder
}

/** The one line that a start which must fail leaves behind. */
async function failedStart(options: Parameters<typeof spawnServer>[0]): Promise<string> {
  const message = await spawnServer(options).then(
    (server) => {
      opened.push(server)
      return 'it started'
    },
    (error: Error) => error.message,
  )
  expect(message).toMatch(/^the server ended with 1\n/)
  const said = message.split('\n').filter((line) => line.startsWith('Samtavle cannot start: '))
  expect(said).toHaveLength(1)
  expect(message).not.toMatch(/^\s+at /m)
  return said[0] ?? ''
}

test('a database that nobody answers for is named, without its password', async () => {
  const port = await freePort()
  const said = await failedStart({ env: { DATABASE_URL: `postgres://app:hemmeligt@127.0.0.1:${port}/tavle` } })
  expect(said).toContain(`127.0.0.1:${port}/tavle does not answer (ECONNREFUSED)`)
  expect(said).not.toContain('hemmeligt')
})

test('a database that takes the connection and says nothing is given up', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const said = await failedStart({ env: { DATABASE_URL: `postgres://app:x@127.0.0.1:${address.port}/tavle` } })
  expect(said).toContain('does not answer')
  silent.close()
})

test.runIf(inject('databases').postgres !== null)(
  'a database that does not exist is told as PostgreSQL says it',
  async () => {
    const url = new URL(inject('databases').postgres?.url ?? '')
    url.pathname = '/no_such_database'
    expect(await failedStart({ env: { DATABASE_URL: url.href } })).toContain('refuses: database "no_such_database"')
  },
)

test('an environment that makes no sense is told by its variable', async () => {
  expect(await failedStart({ env: { PUBLIC_URL: 'tavle.example' } })).toContain('PUBLIC_URL is not an address')
  expect(await failedStart({ env: { HOST: '0.0.0.0', RATE_LIMITS: undefined } })).toContain('PUBLIC_URL must say')
})

test('a port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const said = await failedStart({ dataDir: await migrated(), env: { PORT: String(address.port) } })
  expect(said).toContain(`port ${address.port} on 127.0.0.1 is in use by another program`)
  other.close()
})

test('a second server on the same data is refused; after kill -9 it may have it', async () => {
  const dataDir = await migrated()
  const first = await spawnServer({ dataDir })
  opened.push(first)
  expect(await failedStart({ dataDir })).toContain(`${dataDir} is in use by another Samtavle (process `)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.kill()
  opened.push(await spawnServer({ dataDir }))
})

test('the first start without an administrator prints the address and the set-up link, and nothing else on stdout', async () => {
  const env = { ADMIN_EMAIL: undefined, ADMIN_PASSWORD: undefined }
  const server = await spawnServer({ dataDir: await migrated(), env })
  opened.push(server)
  await expect.poll(() => server.log.some((line) => line.includes('/setup#')), { timeout: 10_000 }).toBe(true)
  // What is logged is JSON on stderr.
  const said = server.log.filter((line) => !line.startsWith('{'))
  expect(said).toEqual([
    `Samtavle: http://localhost:${server.port}`,
    expect.stringMatching(/^Create the first administrator: http:\/\/localhost:\d+\/setup#[\w-]{32}$/),
  ])
  // Only the link knows the secret: it is not in the log, and not in what the server tells.
  const secret = said[1]?.split('#')[1] ?? ''
  expect(server.log.filter((line) => line.includes(secret))).toHaveLength(1)
})
