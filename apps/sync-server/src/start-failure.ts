import { AppError } from '@samtavle/shared/errors'
import { type Config, ConfigError } from './config.ts'
import { DataDirLockedError } from './db/data-dir-lock.ts'
import { isDatabaseUnavailable } from './db/database.ts'
import { MigrationError } from './db/migrate.ts'

/** Where the database is, without the password. */
function databaseName(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl)
  return `${hostname}:${port || 5432}${pathname}`
}

/**
 * One line for the person who started the server, when the reason is theirs to mend; undefined for a bug, which needs
 * its stack.
 */
export function describeStartFailure(error: unknown, config?: Config): string | undefined {
  if (error instanceof ConfigError || error instanceof DataDirLockedError || error instanceof MigrationError) {
    return error.message
  }
  if (!(error instanceof Error)) return undefined
  const { code, syscall } = error as NodeJS.ErrnoException
  if (config !== undefined && syscall === 'listen') {
    const why = code === 'EADDRINUSE' ? 'is in use by another program; set PORT' : `cannot be used (${code})`
    return `port ${config.port} on ${config.host} ${why}`
  }
  if (config?.databaseUrl === undefined) return undefined
  const name = databaseName(config.databaseUrl)
  if (isDatabaseUnavailable(error) || error instanceof AppError) {
    return `the database ${name} does not answer (${code ?? 'timeout'}); check DATABASE_URL and that PostgreSQL runs`
  }
  // Class 28: wrong user or password; 3D000: no such database; 42501: may not create tables.
  if (/^(28|3D000|42501)/.test(code ?? '')) return `the database ${name} refuses: ${error.message}`
  return undefined
}
