import { type Sql, withDeadline } from './database.ts'
import { MigrationError } from './migrate.ts'

const OLDEST_VERSION = 150_000

/** What PostgreSQL must be set to, so that "saved" survives a power cut. */
const DURABLE: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  data_sync_retry: ['off'],
  data_checksums: ['on'],
}

/**
 * Connects to PostgreSQL and looks at what it is.
 * @returns in words, each setting that weakens "saved"; empty when all is well.
 * @throws MigrationError for a version that is too old; else why there is no connection.
 */
export async function checkServer(sql: Sql): Promise<string[]> {
  const names = [...Object.keys(DURABLE), 'server_version_num']
  const rows = await withDeadline(
    sql<{ name: string; setting: string }[]>`SELECT name, setting FROM pg_settings WHERE name IN ${sql(names)}`,
    8_000,
  )
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
  const version = Number(settings.get('server_version_num'))
  if (version < OLDEST_VERSION) {
    throw new MigrationError(`PostgreSQL 15 or newer is needed, this is ${Math.floor(version / 10_000)}`)
  }
  return Object.entries(DURABLE).flatMap(([name, good]) => {
    const setting = settings.get(name) ?? 'unknown'
    return good.includes(setting) ? [] : [`${name} is ${setting}`]
  })
}
