import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isDatabaseUnavailable, type Sql } from './database.ts'

/** The database cannot be brought to what this version expects; the message says why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

export type Migration = { number: number; name: string; sql: string; hash: string }

/** Beside this file in the sources, beside the bundle in `dist/`. */
const OWN_MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url))
/** Advisory lock of everybody who migrates a Samtavle database. */
const LOCK = 5_724_371_021
const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/

/**
 * The numbered SQL files of a folder, in order.
 * @throws MigrationError when a number is missing, doubled, or a file is named otherwise.
 */
export async function readMigrations(folder: string = OWN_MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).sort()
  return await Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== index + 1) throw new MigrationError(`migration ${name} is not number ${index + 1}`)
      // A checkout on Windows may end its lines otherwise; it is the same migration.
      const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

type Applied = { number: number; name: string; hash: string }

async function readApplied(sql: Sql): Promise<Applied[]> {
  return await sql<Applied[]>`SELECT number, name, hash FROM schema_migration ORDER BY number`
}

function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const row of applied) {
    const own = migrations[row.number - 1]
    if (own === undefined) {
      throw new MigrationError(`the database is of a newer Samtavle (it has migration ${row.name}); update this one`)
    }
    if (own.hash !== row.hash) {
      throw new MigrationError(`migration ${own.name} was changed after it had been applied to this database`)
    }
  }
}

/**
 * One message to the server, and so one implicit transaction: either all of it happens or nothing, even when the
 * connection is lost on the way. The row comes first: of two nodes that migrate at once, the second fails on it.
 */
function statementOf(migration: Migration): string {
  return `
    SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '0', true);
    SELECT pg_advisory_xact_lock(${LOCK});
    INSERT INTO schema_migration (number, name, hash)
      VALUES (${migration.number}, '${migration.name}', '${migration.hash}');
    ${migration.sql}`
}

const CREATE_TABLE = `
  SELECT pg_advisory_xact_lock(${LOCK});
  CREATE TABLE IF NOT EXISTS schema_migration (
    number integer PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );`

/**
 * Brings the database to this version: applies what is missing, once each, and checks that what was applied is what
 * lies here. Several nodes may do so at the same time.
 * @returns the number of the newest migration.
 * @throws MigrationError for a database that is newer or was made by other migrations, and for SQL that fails.
 */
export async function migrate(sql: Sql, folder?: string): Promise<number> {
  const migrations = await readMigrations(folder)
  await sql.unsafe(CREATE_TABLE).simple()
  // Each round applies one migration or finds that somebody else did.
  for (let round = 0; round <= 2 * migrations.length; round++) {
    const applied = await readApplied(sql)
    checkApplied(applied, migrations)
    const next = migrations[applied.length]
    if (next === undefined) return migrations.length
    try {
      await sql.unsafe(statementOf(next)).simple()
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error
      const { code, table_name } = error as { code?: string; table_name?: string }
      if (code === '23505' && table_name === 'schema_migration') continue
      throw new MigrationError(`migration ${next.name} failed: ${(error as Error).message}`, { cause: error })
    }
  }
  throw new MigrationError('the migrations do not come to an end')
}

/** The newest migration that the database has; for readiness. */
export async function newestMigration(sql: Sql): Promise<number> {
  const rows = await sql<{ newest: number | null }[]>`SELECT max(number) AS newest FROM schema_migration`
  return rows[0]?.newest ?? 0
}
