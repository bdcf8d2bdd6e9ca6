import type { OrganisationRole } from '@samtavle/shared/access'
import { Registry } from 'prom-client'
import { createAccountFeatures } from '../src/accounts/account-features.ts'
import type { Config } from '../src/config.ts'
import type { Sql } from '../src/db/database.ts'
import { allowedOrigins } from '../src/http/allowed-origins.ts'
import { createHttpApp } from '../src/http/http-app.ts'
import { createLogger } from '../src/logger.ts'
import { type RoomCall, recordingRooms } from './recording-rooms.ts'

export const ORIGIN = 'http://localhost:3000'
export const ADMIN = { email: 'admin@kommune.example', password: 'korrekt hest batteri' }

export type Browser = {
  /** One request of this browser, with its cookie and our Origin; a body is sent as JSON. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  signIn(email: string, password: string): Promise<Response>
  /** What a browser would send as `Cookie`. */
  cookie: string
}

/** The account routes behind the real HTTP app, on a real database. */
export type AccountApi = {
  setupSecret: string | null
  clock: { now: Date }
  roomCalls: RoomCall[]
  browser(): Browser
  /** A browser of somebody who was invited with this role. */
  member(role: OrganisationRole, email: string): Promise<Browser>
  /** A browser of the administrator that the environment named. */
  administrator(): Promise<Browser>
}

export async function createAccountApi(sql: Sql, options: Partial<Config> = {}): Promise<AccountApi> {
  const config = {
    publicUrl: undefined,
    rateLimits: true,
    admin: ADMIN,
    tldrawLicenseKey: undefined,
    host: '127.0.0.1',
    ...options,
  }
  const clock = { now: new Date() }
  const roomCalls: RoomCall[] = []
  const origin = config.publicUrl ?? ORIGIN
  const accounts = await createAccountFeatures({
    sql,
    rooms: recordingRooms(roomCalls),
    config,
    now: () => clock.now,
    publicAddress: () => origin,
  })
  const app = createHttpApp({
    features: accounts.features,
    origins: () => allowedOrigins(config, 3000),
    readSession: accounts.sessions.read,
    readiness: async () => ({ ready: true, state: 'ready', warnings: [] }),
    metrics: new Registry(),
    staticFiles: undefined,
    logger: createLogger('silent'),
  })

  function browser(): Browser {
    const self: Browser = {
      cookie: '',
      async ask(method, path, body, headers = {}) {
        const response = await app.request(path, {
          method,
          headers: {
            ...(method === 'GET' ? {} : { origin }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(self.cookie === '' ? {} : { cookie: self.cookie }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const set = response.headers.get('set-cookie')
        if (set !== null) self.cookie = /max-age=0/i.test(set) ? '' : (set.split(';')[0] ?? '')
        return response
      },
      signIn: (email, password) => self.ask('POST', '/api/auth/sign-in', { email, password }),
    }
    return self
  }

  async function administrator(): Promise<Browser> {
    const admin = browser()
    await expectStatus(await admin.signIn(ADMIN.email, ADMIN.password), 200)
    return admin
  }

  return {
    setupSecret: accounts.setupSecret,
    clock,
    roomCalls,
    browser,
    administrator,
    async member(role, email) {
      const invitation = await (await administrator()).ask('POST', '/api/invitations', { role })
      const { link } = (await invitation.json()) as { link: string }
      const person = { name: email.split('@')[0], email, password: 'en hel lang sætning', locale: 'da' }
      const invited = browser()
      const accepted = await invited.ask('POST', '/api/invitations/accept', { secret: link.split('#')[1], ...person })
      await expectStatus(accepted, 201)
      return invited
    },
  }
}

async function expectStatus(response: Response, status: number): Promise<void> {
  if (response.status !== status) throw new Error(`${response.status}: ${await response.text()}`)
}
