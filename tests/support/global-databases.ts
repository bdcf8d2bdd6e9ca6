import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../apps/sync-server/src/db/embedded-postgres.ts'
import { migrate } from '../../apps/sync-server/src/db/migrate.ts'
import { findPostgresBinaries, startPostgresServer } from './postgres-server.ts'

/** What test files are copied from: one migrated database of each kind, made once per run. */
export type DatabaseTemplates = {
  /** Data folder of a migrated PGlite that nobody has open. */
  pglite: string
  /** Maintenance address of a PostgreSQL with the migrated database `template`; null when there is none. */
  postgres: { url: string; template: string } | null
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: DatabaseTemplates
  }
}

type Prepared = { templates: DatabaseTemplates; close(): Promise<void> }

// Several projects ask for the same databases, each through a module instance of its own.
const shared = globalThis as { samtavleDatabases?: { users: number; prepared: Promise<Prepared> } | undefined }

async function preparePostgres(): Promise<{ templates: DatabaseTemplates['postgres']; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given === undefined && findPostgresBinaries() === undefined) return { templates: null, stop: async () => {} }
  // These tests end servers and processes, never the machine: what the kernel has is not lost, and no disk is waited for.
  const server =
    given === undefined
      ? await startPostgresServer({ settings: ['fsync=off', 'full_page_writes=off'] })
      : { url: given, stop: async () => {} }
  const template = `samtavle_template_${process.pid}`
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin`CREATE DATABASE ${admin(template)}`
  const url = new URL(server.url)
  url.pathname = `/${template}`
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  await migrate(sql)
  // A database is copied only while nobody is connected to it.
  await sql.end()
  return {
    templates: { url: server.url, template },
    async stop() {
      await admin`DROP DATABASE IF EXISTS ${admin(template)}`
      await admin.end()
      await server.stop()
    },
  }
}

async function preparePglite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samtavle-pglite-template-'))
  const database = await startEmbeddedPostgres(folder)
  await migrate(database.sql)
  await database.close()
  return folder
}

async function prepare(): Promise<Prepared> {
  const [server, pglite] = await Promise.all([preparePostgres(), preparePglite()])
  return {
    templates: { pglite, postgres: server.templates },
    async close() {
      await rm(pglite, { recursive: true, force: true })
      await server.stop()
    },
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.samtavleDatabases ??= { users: 0, prepared: prepare() }
  const databases = shared.samtavleDatabases
  databases.users += 1
  const prepared = await databases.prepared
  project.provide('databases', prepared.templates)
  return async () => {
    databases.users -= 1
    if (databases.users > 0) return
    shared.samtavleDatabases = undefined
    await prepared.close()
  }
}
