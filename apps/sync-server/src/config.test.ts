import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

it('needs nothing: loopback, port 3000, an embedded database', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    publicUrl: undefined,
    rateLimits: true,
    durability: 'available',
    admin: undefined,
    tldrawLicenseKey: undefined,
    logLevel: 'info',
    timeZone: 'Europe/Copenhagen',
    embedOrigins: [],
  })
})

it('keeps only the origin of PUBLIC_URL', () => {
  expect(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://tavle.example/' }).publicUrl).toBe('https://tavle.example')
})

it('takes several origins that may embed', () => {
  const { embedOrigins } = readConfig({ EMBED_ORIGINS: 'https://intranet.example, http://localhost:8080' })
  expect(embedOrigins).toEqual(['https://intranet.example', 'http://localhost:8080'])
})

it.each([
  [{ HOST: '0.0.0.0' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'tavle.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'ftp://tavle.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://tavle.example/sub' }, 'PUBLIC_URL'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: 'http' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ ADMIN_EMAIL: 'a@b.example' }, 'ADMIN_PASSWORD'],
  [{ SMTP_URL: 'smtps://mail.example' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, 'MAIL_FROM'],
  [{ ADMIN_EMAIL: 'no address', ADMIN_PASSWORD: 'long enough to do' }, 'ADMIN_EMAIL'],
  [{ ADMIN_EMAIL: 'a@b.example', ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD'],
  [{ HOST: '10.0.0.1', PUBLIC_URL: 'https://t.example', RATE_LIMITS: 'off' }, 'RATE_LIMITS'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ TIME_ZONE: 'Jylland' }, 'TIME_ZONE'],
  [{ EMBED_ORIGINS: '*' }, 'EMBED_ORIGINS'],
  [{ EMBED_ORIGINS: 'https://*.example' }, 'EMBED_ORIGINS'],
  [{ EMBED_ORIGINS: 'https://intranet.example/side' }, 'EMBED_ORIGINS'],
  [{ EMBED_ORIGINS: "https://a.example; script-src 'unsafe-inline'" }, 'EMBED_ORIGINS'],
])('refuses %j and names the variable', (env, variable) => {
  expect(() => readConfig(env as Record<string, string>)).toThrow(ConfigError)
  expect(() => readConfig(env as Record<string, string>)).toThrow(variable)
})
