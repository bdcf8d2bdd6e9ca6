import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { DataDirLockedError } from './data-dir-lock.ts'
import { withDeadline } from './database.ts'
import { type Database, startEmbeddedPostgres } from './embedded-postgres.ts'

let folder: string
const open: Database[] = []

async function start(dataDir: string): Promise<Database> {
  const database = await startEmbeddedPostgres(dataDir)
  open.push(database)
  return database
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samtavle-embedded-'))
  await cp(inject('databases').pglite, folder, { recursive: true })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()))
  await rm(folder, { recursive: true, force: true })
})

test('what was written is there after a restart, and nothing else is left lying about', async () => {
  const first = await start(folder)
  await first.sql`CREATE TABLE kept (note text)`
  await first.sql`INSERT INTO kept VALUES ('æøå')`
  await first.close()
  expect((await readdir(folder)).sort()).toEqual(['lock', 'postgres'])
  const second = await start(folder)
  expect([...(await second.sql`SELECT note FROM kept`)]).toEqual([{ note: 'æøå' }])
})

test('a folder that is in use is refused, and the one who has it goes on', async () => {
  const first = await start(folder)
  await expect(startEmbeddedPostgres(folder)).rejects.toThrow(DataDirLockedError)
  expect([...(await first.sql`SELECT 1 AS one`)]).toEqual([{ one: 1 }])
})

test('only this user reaches the files and the socket', async () => {
  await start(folder)
  for (const name of ['postgres', 'run', 'lock']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o700)
})

test('queries that were sent together each get their own answer, failed ones too', async () => {
  const { sql } = await start(folder)
  const answers = await Promise.allSettled([
    sql`SELECT 1 AS n`,
    sql`SELECT nonsense`,
    sql`SELECT ${2}::int AS n`,
    sql`SELECT 1 / ${0}::int`,
    sql`SELECT 3 AS n`,
  ])
  const told = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value[0]?.n : answer.reason.code))
  expect(told).toEqual([1, '42703', 2, '22012', 3])
})

test('a query past its deadline is given up, and the next ones are answered', async () => {
  const { sql } = await start(folder)
  // The first query also opens the connection; what cancelling leaves behind would be in the way of the next ones.
  for (let round = 0; round < 3; round++) {
    await expect(withDeadline(sql`SELECT pg_sleep(0.3)`, 50)).rejects.toMatchObject({ code: 'unavailable' })
    expect([...(await sql`SELECT ${round}::int AS n`)]).toEqual([{ n: round }])
  }
})

test('messages of every size arrive whole, alone and in a row', async () => {
  const { sql } = await start(folder)
  const sizes = [0, 1, 5, 65_530, 65_536, 200_000, 1_000_000, 4_000_000]
  const found = await Promise.all(
    sizes.map(async (size) => {
      const [row] = await sql`SELECT octet_length(${Buffer.alloc(size, 7)}::bytea) AS n`
      return row?.n
    }),
  )
  expect(found).toEqual(sizes)
})

test('the name of the folder may be longer than a socket allows', async () => {
  const deep = join(folder, 'a'.repeat(100), 'b'.repeat(100))
  await mkdir(deep, { recursive: true })
  await cp(inject('databases').pglite, deep, { recursive: true })
  const { sql } = await start(deep)
  expect([...(await sql`SELECT 1 AS one`)]).toEqual([{ one: 1 }])
})

test('files that are no database are refused with a reason, and the folder is free again', async () => {
  const broken = join(folder, 'broken')
  await mkdir(join(broken, 'postgres'), { recursive: true })
  await writeFile(join(broken, 'postgres/PG_VERSION'), '9\n')
  await expect(startEmbeddedPostgres(broken)).rejects.toThrow(/embedded database in .*broken did not start: ./)
  await expect(startEmbeddedPostgres(broken)).rejects.toThrow(/did not start/)
})

test('closing twice is closing once', async () => {
  const database = await start(folder)
  await Promise.all([database.close(), database.close()])
  await expect(database.sql`SELECT 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
})
