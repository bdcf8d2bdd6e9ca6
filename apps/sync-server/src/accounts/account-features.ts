import type { Config } from '../config.ts'
import type { Sql } from '../db/database.ts'
import type { Feature } from '../http/openapi.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import { accountRouteDocs, createAccountRoutes } from './account-routes.ts'
import { createAccountStore } from './account-store.ts'
import { prepareFirstAdministrator } from './first-administrator.ts'
import { createInvitationRoutes, invitationRouteDocs } from './invitation-routes.ts'
import { createInvitationStore } from './invitation-store.ts'
import { createPasswords } from './password.ts'
import { createSessions, type Sessions } from './session.ts'
import { createSetupRoutes, setupRouteDocs } from './setup-routes.ts'
import { createSignInLimits } from './sign-in-limits.ts'
import { createSignInService } from './sign-in-service.ts'

export type AccountFeatures = {
  features: readonly Feature[]
  sessions: Sessions
  /** Secret of the set-up link; null when there is an administrator. */
  setupSecret: string | null
}

/** Accounts as a whole: sessions for everybody, routes to mount, and the way to the first administrator. */
export async function createAccountFeatures(deps: {
  sql: Sql
  rooms: RoomControl
  config: Pick<Config, 'publicUrl' | 'rateLimits' | 'admin' | 'tldrawLicenseKey'>
  now: () => Date
  publicAddress: () => string
}): Promise<AccountFeatures> {
  const { sql, rooms, config, now, publicAddress } = deps
  const accounts = createAccountStore(sql)
  const passwords = await createPasswords()
  const sessions = createSessions(sql, { https: config.publicUrl?.startsWith('https:') ?? false })
  const limits = createSignInLimits({ now: () => now().getTime(), enabled: config.rateLimits })
  const signIns = createSignInService({ accounts, passwords, sessions, limits, rooms })
  const invitations = createInvitationStore(sql)
  const { tldrawLicenseKey } = config
  const features: Feature[] = [
    {
      path: '/api',
      app: createAccountRoutes({ accounts, signIns, passwords, sessions, rooms }),
      docs: accountRouteDocs,
    },
    {
      path: '/api',
      app: createSetupRoutes({ accounts, signIns, passwords, limits, tldrawLicenseKey }),
      docs: setupRouteDocs,
    },
    {
      path: '/api/invitations',
      app: createInvitationRoutes({ invitations, signIns, passwords, limits, now, publicAddress }),
      docs: invitationRouteDocs,
    },
  ]
  const setupSecret = await prepareFirstAdministrator({ admin: config.admin, accounts, passwords })
  return { features, sessions, setupSecret }
}
