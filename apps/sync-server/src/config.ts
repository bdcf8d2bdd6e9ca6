import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything that the environment decides, read once. No other file reads the environment. */
export type Config = Readonly<{
  host: string
  /** 0 lets the system choose. */
  port: number
  dataDir: string
  /** Without one, an embedded PGlite is started in `dataDir`. */
  databaseUrl: string | undefined
  /** Origin of the installation as browsers see it; undefined on loopback, where the port is known only when listening. */
  publicUrl: string | undefined
  rateLimits: boolean
  /** Whether edits are shown, as unsaved, while the database takes none (`available`), or kept back (`strict`). */
  durability: 'available' | 'strict'
  admin: { email: string; password: string } | undefined
  tldrawLicenseKey: string | undefined
  /** The mail server and the address that letters come from; without one the product sends none. */
  mail: { url: string; from: string } | undefined
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Where the days of sprints begin and end. */
  timeZone: string
  /** Origins of sites that may show case pages inside their own pages; none unless the operator names some. */
  embedOrigins: readonly string[]
}>

/** The environment does not make sense; the message says which variable and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])
/** True when only this machine can reach a server that listens there. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)

const filled = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : value

function readPort(value: string | undefined): number {
  const port = value === undefined ? 3000 : Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT must be 0–65535, not "${value}"`)
  return port
}

function readPublicUrl(value: string | undefined, host: string): string | undefined {
  if (value === undefined) {
    if (isLoopback(host)) return undefined
    throw new ConfigError(
      `HOST is ${host}, so PUBLIC_URL must say the address that browsers use, e.g. https://tavle.example`,
    )
  }
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new ConfigError(`PUBLIC_URL is not an address: "${value}"`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new ConfigError('PUBLIC_URL must begin with http:// or https://')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new ConfigError('PUBLIC_URL must be without a path')
  return url.origin
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (value !== undefined && !/^postgres(ql)?:\/\//.test(value)) {
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://')
  }
  return value
}

function readAdmin(email: string | undefined, password: string | undefined): Config['admin'] {
  if (email === undefined && password === undefined) return undefined
  if (email === undefined || password === undefined) throw new ConfigError('ADMIN_EMAIL and ADMIN_PASSWORD go together')
  if (!z.email().safeParse(email).success) throw new ConfigError('ADMIN_EMAIL is not an e-mail address')
  if (password.length < 12) throw new ConfigError('ADMIN_PASSWORD must have at least 12 characters')
  return { email: email.trim().toLowerCase(), password }
}

function readMail(url: string | undefined, from: string | undefined): Config['mail'] {
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || from === undefined) throw new ConfigError('SMTP_URL and MAIL_FROM go together')
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new ConfigError('SMTP_URL must begin with smtp:// or smtps://')
  if (/[\r\n]/.test(from) || !from.includes('@')) throw new ConfigError('MAIL_FROM is not an e-mail address')
  return { url, from }
}

function readDurability(value: string | undefined): Config['durability'] {
  if (value === undefined || value === 'available' || value === 'strict') return value ?? 'available'
  throw new ConfigError(`DURABILITY must be available or strict, not "${value}"`)
}

function readLogLevel(value: string | undefined): Config['logLevel'] {
  const level = z.enum(['silent', 'error', 'warn', 'info', 'debug']).safeParse(value ?? 'info')
  if (!level.success) throw new ConfigError('LOG_LEVEL must be silent, error, warn, info or debug')
  return level.data
}

function readTimeZone(value = 'Europe/Copenhagen'): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new ConfigError(`TIME_ZONE must be one such as Europe/Copenhagen, not "${value}"`)
  }
}

function readEmbedOrigins(value: string | undefined): readonly string[] {
  return (value ?? '').split(/[\s,]+/u).flatMap((word) => {
    if (word === '') return []
    // Exact: a wildcard, a path or a bare host would let in more than was meant.
    if (!/^https?:\/\/[a-z\d.-]+(:\d+)?$/u.test(word) || !URL.canParse(word) || new URL(word).origin !== word)
      throw new ConfigError(`EMBED_ORIGINS must name origins such as https://intranet.example, not "${word}"`)
    return [word]
  })
}

/**
 * Reads and checks the environment. Pure.
 * @throws ConfigError naming the variable that does not make sense.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const host = filled(env.HOST) ?? '127.0.0.1'
  const rateLimits = env.RATE_LIMITS !== 'off'
  if (!rateLimits && !isLoopback(host)) throw new ConfigError('RATE_LIMITS=off is for benchmarks on loopback only')
  return Object.freeze({
    host,
    port: readPort(filled(env.PORT)),
    dataDir: resolve(filled(env.DATA_DIR) ?? '.data'),
    databaseUrl: readDatabaseUrl(filled(env.DATABASE_URL)),
    publicUrl: readPublicUrl(filled(env.PUBLIC_URL), host),
    rateLimits,
    durability: readDurability(filled(env.DURABILITY)),
    admin: readAdmin(filled(env.ADMIN_EMAIL), filled(env.ADMIN_PASSWORD)),
    tldrawLicenseKey: filled(env.TLDRAW_LICENSE_KEY),
    mail: readMail(filled(env.SMTP_URL), filled(env.MAIL_FROM)),
    logLevel: readLogLevel(filled(env.LOG_LEVEL)),
    timeZone: readTimeZone(filled(env.TIME_ZONE)),
    embedOrigins: readEmbedOrigins(filled(env.EMBED_ORIGINS)),
  })
}
