import type { OrganisationRole, Principal } from '@samtavle/shared/access'
import { AppError } from '@samtavle/shared/errors'
import type { Locale } from '@samtavle/shared/locale'
import type { Context } from 'hono'

/** A signed-in person, as read from a session by HTTP and by the socket upgrade alike. */
export type Identity = Readonly<{
  userId: string
  email: string
  name: string
  colour: number
  locale: Locale
  role: OrganisationRole
  /** SHA-256 of the session's token in hex: names the session without being able to use it. */
  sessionHash: string
}>

/**
 * Somebody without an account who came by a share link. No middleware reads it: a route that lets guests in asks for
 * them itself, and all others know none.
 */
export type Guest = Readonly<{ guestId: string; name: string; colour: number }>

/** What the middleware puts before every route. */
export type AppEnv = { Variables: { identity: Identity | null; requestId: string } }

export function principalOf(identity: Identity | null): Principal {
  return identity === null ? { kind: 'anonymous' } : { kind: 'user', userId: identity.userId, role: identity.role }
}

/**
 * The signed-in person of a request.
 * @throws AppError `unauthenticated` when nobody is signed in.
 */
export function requireIdentity(identity: Identity | null): Identity {
  if (identity === null) throw new AppError('unauthenticated', 'not signed in')
  return identity
}

/** Who asks, for a route that lets guests in: somebody signed in, or else whom the cookie names as a guest. */
export function visitOf(c: Context<AppEnv>): { identity: Identity | null; cookie: string | undefined } {
  return { identity: c.var.identity, cookie: c.req.header('cookie') }
}
