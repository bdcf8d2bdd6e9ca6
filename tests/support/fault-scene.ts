import { inject } from 'vitest'
import { type FaultProxy, type Inspector, openFaultProxy } from './fault-proxy.ts'
import { createJournalFaults, type JournalFaults } from './journal-faults.ts'
import { spawnServer } from './spawned-server.ts'
import { createPostgresDatabase } from './test-database.ts'
import { openWriterScene, type WriterScene } from './writer-scene.ts'

/** A scene with a proxy between the server and PostgreSQL as well. */
export type FaultScene = WriterScene & { database: FaultProxy; journal: JournalFaults }

/** Where the database of a scene is, and what to do with it in the end. */
export type SceneDatabase = { url: string; remove(): Promise<void> }

export const hasPostgres = (): boolean => inject('databases').postgres !== null

/** Of the run's PostgreSQL, which other tests use as well: for faults that proxies play. */
export async function sharedDatabase(): Promise<SceneDatabase> {
  const { url, drop } = await createPostgresDatabase()
  return { url, remove: drop }
}

/**
 * @param options.boards how many there are at a time; 1 by default
 * @param options.inspect reads along the connections to PostgreSQL, in place of what plays the journal's faults
 */
export async function openFaultScene(
  from: SceneDatabase,
  options: { boards?: number; inspect?: () => Inspector } = {},
): Promise<FaultScene> {
  const url = new URL(from.url)
  const journal = createJournalFaults()
  const database = await openFaultProxy(
    { host: url.hostname, port: Number(url.port) },
    options.inspect ?? journal.inspect,
  )
  url.host = `127.0.0.1:${database.port}`
  const server = await spawnServer({ env: { LOG_LEVEL: 'warn', DATABASE_URL: url.href } })
  const scene = await openWriterScene(server, options)
  const { close } = scene
  return Object.assign(scene, {
    database,
    journal,
    async close() {
      await close()
      await server.close()
      await database.close()
      await from.remove()
    },
  })
}
