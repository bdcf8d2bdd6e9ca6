import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { describe, inject, test } from 'vitest'
import { type Database, openDatabase, startEmbeddedPostgres } from '../../apps/sync-server/src/db/embedded-postgres.ts'
import { createLogger } from '../../apps/sync-server/src/logger.ts'

export type DatabaseKind = 'pglite' | 'postgres'

/** A migrated, empty database of one test's own, opened as the server opens it. */
export type TestDatabase = Database & {
  kind: DatabaseKind
  /** Address for a second client; null for PGlite, which has one session. */
  url: string | null
}

/** Services that are missing are a failure where all of them must be there. */
export const servicesRequired = process.env.REQUIRE_SERVICES === '1' || process.env.CI === 'true'

/** A data folder with a migrated PGlite in it, for servers that open it by themselves. The caller removes it. */
export async function createDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-data-'))
  await cp(inject('databases').pglite, folder, { recursive: true })
  return folder
}

async function copyPglite(): Promise<TestDatabase> {
  const folder = await createDataDir()
  const database = await startEmbeddedPostgres(folder)
  return {
    ...database,
    kind: 'pglite',
    url: null,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * A migrated database on the run's PostgreSQL, for servers that connect by themselves.
 * @returns its address and a function that removes it, whoever is still connected
 */
export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('databases').postgres
  if (server === null) throw new Error('there is no PostgreSQL')
  const name = `samtavle_${randomBytes(6).toString('hex')}`
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(server.template)}`
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`
      await admin.end()
    },
  }
}

async function copyPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase()
  const database = await openDatabase({ databaseUrl: url, dataDir: tmpdir() }, createLogger('silent'))
  return {
    ...database,
    kind: 'postgres',
    url,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** A database of its own, migrated by the real migrations. The caller closes it. */
export function createTestDatabase(kind: DatabaseKind = 'pglite'): Promise<TestDatabase> {
  return kind === 'pglite' ? copyPglite() : copyPostgres()
}

/**
 * Runs a suite on PGlite and on PostgreSQL. Without PostgreSQL its half is skipped and says so, or fails where services
 * are required.
 * @param suite is given a function that opens a fresh database of the kind under test
 */
export function describeDatabases(
  name: string,
  suite: (open: () => Promise<TestDatabase>, kind: DatabaseKind) => void,
): void {
  describe(`${name} (pglite)`, () => suite(() => createTestDatabase('pglite'), 'pglite'))
  if (inject('databases').postgres !== null) {
    describe(`${name} (postgres)`, () => suite(() => createTestDatabase('postgres'), 'postgres'))
  } else if (servicesRequired) {
    test(`${name} (postgres)`, () => {
      throw new Error('PostgreSQL is required here and not installed')
    })
  } else {
    console.warn(`SKIPPED: ${name} on PostgreSQL, which is not installed`)
    test.skip(`${name} (postgres): PostgreSQL is not installed`, () => {})
  }
}
