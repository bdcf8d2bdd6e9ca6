import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { type Sql, withDeadline } from '../db/database.ts'
import type { Identity } from '../http/app-env.ts'
import { hashSecret } from './secret.ts'

/** Days after which a session ends that nobody used. */
const SESSION_DAYS = 30
/** What a token of ours looks like; anything else in the cookie is not worth asking the database about. */
const TOKEN = /^[a-z0-9]{20,100}$/

type UserAttributes = Omit<Identity, 'sessionHash' | 'userId'>

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, UserAttributes>
    DatabaseUserAttributes: UserAttributes
  }
}

/** Somebody, and when their session ends unless it is used before: milliseconds since 1970. */
type Identified = Identity & { readonly sessionEndsAt: number }

/** Sessions for HTTP and the socket upgrade. A session is named by the SHA-256 of its token, in hex. */
export type Sessions = {
  cookieName: string
  /** A new session; answers the `Set-Cookie` header that hands it over. */
  start(userId: string): Promise<string>
  /** Who sends this `Cookie` header; `setCookie` when the session was prolonged. Null for nobody. */
  read(cookie: string | undefined): Promise<{ identity: Identified; setCookie?: string | undefined } | null>
  /** Who sends this `Cookie` header, or null. */
  identify(cookie: string | undefined): Promise<Identified | null>
  /** Ends one session at once. */
  end(sessionHash: string): Promise<void>
  /** Ends all sessions of a person but one, and answers their names. */
  endOthers(userId: string, keep: string): Promise<string[]>
  /** The `Set-Cookie` header that takes the cookie away. */
  blankCookie: string
  removeExpired(): Promise<void>
}

const nameOf = (token: string): string => hashSecret(token).toString('hex')

/**
 * Keeps SHA-256 of tokens only. lucia hands the id that `getSessionAndUser` answers back to update and delete, so that
 * must be the token itself, or expiry silently stops working. What needs the hash goes past lucia.
 */
function createAdapter(sql: Sql): Adapter {
  return {
    async getSessionAndUser(token) {
      const [row] = await withDeadline(sql<(UserAttributes & { userId: string; expiresAt: Date })[]>`
        SELECT session.expires_at AS "expiresAt", app_user.id AS "userId", email, name, colour, locale, role
        FROM session JOIN app_user ON app_user.id = session.user_id
        WHERE token_hash = ${hashSecret(token)}`)
      if (row === undefined) return [null, null]
      const { userId, expiresAt, ...attributes } = row
      const session: DatabaseSession = { id: token, userId, expiresAt, attributes: {} }
      const user: DatabaseUser = { id: userId, attributes }
      return [session, user]
    },
    async setSession({ id, userId, expiresAt }) {
      await withDeadline(sql`
        INSERT INTO session (token_hash, user_id, expires_at) VALUES (${hashSecret(id)}, ${userId}, ${expiresAt})`)
    },
    async updateSessionExpiration(token, expiresAt) {
      await withDeadline(sql`UPDATE session SET expires_at = ${expiresAt} WHERE token_hash = ${hashSecret(token)}`)
    },
    async deleteSession(token) {
      await withDeadline(sql`DELETE FROM session WHERE token_hash = ${hashSecret(token)}`)
    },
    async deleteUserSessions(userId) {
      await withDeadline(sql`DELETE FROM session WHERE user_id = ${userId}`)
    },
    async deleteExpiredSessions() {
      await withDeadline(sql`DELETE FROM session WHERE expires_at <= now()`)
    },
    getUserSessions() {
      throw new Error('tokens are not stored, so sessions cannot be listed by them')
    },
  }
}

/**
 * Sessions over lucia, which is no longer developed: this is the only file that may know it.
 * @param https browsers reach the server by https, so the cookie is bound to it and to the host.
 */
export function createSessions(sql: Sql, { https }: { https: boolean }): Sessions {
  const cookieName = https ? '__Host-samtavle' : 'samtavle'
  const lucia = new Lucia(createAdapter(sql), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    sessionCookie: { name: cookieName, attributes: { secure: https, sameSite: 'lax', path: '/' } },
    getUserAttributes: (attributes) => attributes,
  })

  async function read(cookie: string | undefined): ReturnType<Sessions['read']> {
    const token = lucia.readSessionCookie(cookie ?? '')
    if (token === null || !TOKEN.test(token)) return null
    const { session, user } = await lucia.validateSession(token)
    if (session === null) return null
    const { id: userId, email, name, colour, locale, role } = user
    const sessionEndsAt = session.expiresAt.getTime()
    const sessionHash = nameOf(token)
    const identity = Object.freeze({ userId, email, name, colour, locale, role, sessionHash, sessionEndsAt })
    return { identity, setCookie: session.fresh ? lucia.createSessionCookie(token).serialize() : undefined }
  }

  return {
    cookieName,
    read,
    async start(userId) {
      const session = await lucia.createSession(userId, {})
      return lucia.createSessionCookie(session.id).serialize()
    },
    async identify(cookie) {
      return (await read(cookie))?.identity ?? null
    },
    async end(sessionHash) {
      await withDeadline(sql`DELETE FROM session WHERE token_hash = ${Buffer.from(sessionHash, 'hex')}`)
    },
    async endOthers(userId, keep) {
      const ended = await withDeadline(sql<{ name: string }[]>`
        DELETE FROM session WHERE user_id = ${userId} AND token_hash <> ${Buffer.from(keep, 'hex')}
        RETURNING encode(token_hash, 'hex') AS name`)
      return ended.map(({ name }) => name)
    },
    blankCookie: lucia.createBlankSessionCookie().serialize(),
    removeExpired: () => lucia.deleteExpiredSessions(),
  }
}
