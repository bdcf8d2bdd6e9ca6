import { AppError } from '@samtavle/shared/errors'
import type { Context } from 'hono'
import type { AppEnv, Identity } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { Account, AccountStore } from './account-store.ts'
import type { Passwords } from './password.ts'
import type { Sessions } from './session.ts'
import type { SignInLimits } from './sign-in-limits.ts'

/** What signing in and proving a password need. */
export type SignInService = ReturnType<typeof createSignInService>

export function createSignInService(deps: {
  accounts: AccountStore
  passwords: Passwords
  sessions: Sessions
  limits: SignInLimits
  rooms: RoomControl
}) {
  const { accounts, passwords, sessions, limits, rooms } = deps

  async function endSession(identity: Identity): Promise<void> {
    await sessions.end(identity.sessionHash)
    rooms.sessionEnded(identity.sessionHash)
  }

  return {
    /**
     * The account of an e-mail and its password. Takes as long and answers the same for an e-mail that is unknown.
     * @throws AppError `wrong_credentials`, `too_many_requests`.
     */
    async checkPassword(c: Context<AppEnv>, email: string, password: string): Promise<Account> {
      const attempt = limits.beginSignIn(email, clientAddress(c))
      const found = await accounts.credentials(email)
      if (!(await passwords.verify(found?.passwordHash, password, attempt.admit)) || found === undefined) {
        attempt.failed()
        throw new AppError('wrong_credentials', 'e-mail and password do not fit')
      }
      attempt.succeeded()
      const { passwordHash: _, ...account } = found
      return account
    },

    /** Hands a new session to the browser; the one that it may have had ends, so that none can be planted. */
    async signIn(c: Context<AppEnv>, userId: string): Promise<void> {
      if (c.var.identity !== null) await endSession(c.var.identity)
      c.header('Set-Cookie', await sessions.start(userId))
    },

    async signOut(c: Context<AppEnv>): Promise<void> {
      if (c.var.identity !== null) await endSession(c.var.identity)
      c.header('Set-Cookie', sessions.blankCookie)
    },
  }
}
