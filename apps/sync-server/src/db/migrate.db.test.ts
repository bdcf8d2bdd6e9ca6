import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { MigrationError, migrate, newestMigration, readMigrations } from './migrate.ts'

const OWN = fileURLToPath(new URL('./migrations', import.meta.url))

describeDatabases('migrations', (open, kind) => {
  let database: TestDatabase
  let folder: string
  let next: number

  beforeEach(async () => {
    database = await open()
    folder = await mkdtemp(join(tmpdir(), 'samtavle-migrations-'))
    await cp(OWN, folder, { recursive: true })
    next = (await readMigrations(folder)).length + 1
  })
  afterEach(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })

  const fileOf = (number: number, name = 'more') => join(folder, `${String(number).padStart(4, '0')}-${name}.sql`)
  const add = (number: number, sql: string) => writeFile(fileOf(number), sql)
  const tables = async () => {
    const rows = await database.sql<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
    return rows.map(({ name }) => name)
  }

  test('what was applied is not applied again', async () => {
    const applied = () => database.sql`SELECT number, name, hash, applied_at FROM schema_migration ORDER BY number`
    const before = await applied()
    expect(await migrate(database.sql)).toBe(next - 1)
    expect([...(await applied())]).toEqual([...before])
    expect(await newestMigration(database.sql)).toBe(next - 1)
  })

  test('a new file is applied, in order', async () => {
    await add(next, 'CREATE TABLE first (id integer PRIMARY KEY);')
    await add(next + 1, 'ALTER TABLE first ADD COLUMN note text; INSERT INTO first VALUES (1, $$a; b$$);')
    expect(await migrate(database.sql, folder)).toBe(next + 1)
    expect([...(await database.sql`SELECT id, note FROM first`)]).toEqual([{ id: 1, note: 'a; b' }])
  })

  test('a file that fails leaves nothing of itself, keeps those before it, and works once it is mended', async () => {
    await add(next, 'CREATE TABLE kept (id integer);')
    await add(next + 1, 'CREATE TABLE half (id integer); SELECT nonsense;')
    await expect(migrate(database.sql, folder)).rejects.toThrow(/^migration \d{4}-more\.sql failed: .*nonsense/)
    expect(await tables()).toContain('kept')
    expect(await tables()).not.toContain('half')
    await add(next + 1, 'CREATE TABLE half (id integer);')
    expect(await migrate(database.sql, folder)).toBe(next + 1)
    expect(await tables()).toContain('half')
  })

  test('a file that changed after it was applied is refused, line endings apart', async () => {
    const file = fileOf(1, 'initial')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replaceAll('\n', '\r\n'))
    await migrate(database.sql, folder)
    await writeFile(file, `${text}-- later`)
    await expect(migrate(database.sql, folder)).rejects.toThrow(/0001-initial\.sql was changed/)
  })

  test('a database of a newer version is refused', async () => {
    await add(next, 'CREATE TABLE future (id integer);')
    await migrate(database.sql, folder)
    const refused = migrate(database.sql)
    await expect(refused).rejects.toThrow(MigrationError)
    await expect(refused).rejects.toThrow(/newer Samtavle/)
  })

  test('a missing or misnamed file is refused', async () => {
    await add(next + 1, 'SELECT 1;')
    await expect(migrate(database.sql, folder)).rejects.toThrow(/is not number/)
  })

  if (kind === 'postgres') {
    test('nodes that start at once apply each file once', async () => {
      for (let number = next; number < next + 4; number++) {
        await add(number, `CREATE TABLE t${number} (id integer); SELECT pg_sleep(0.02);`)
      }
      const results = await Promise.all(Array.from({ length: 4 }, () => migrate(database.sql, folder)))
      expect(results).toEqual([next + 3, next + 3, next + 3, next + 3])
    })
  }
})
