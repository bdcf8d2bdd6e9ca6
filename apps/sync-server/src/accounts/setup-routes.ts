import { randomUUID } from 'node:crypto'
import { installationSchema, meSchema, setupRequest } from '@samtavle/shared/api'
import { AppError } from '@samtavle/shared/errors'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { AccountStore } from './account-store.ts'
import { anyColour } from './first-administrator.ts'
import { toMe } from './me.ts'
import { type Passwords, refuseWeakPassword } from './password.ts'
import { hashSecret } from './secret.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import type { SignInService } from './sign-in-service.ts'

/** The first administrator, by the secret of the printed link only; to be mounted at `/api`. */
export function createSetupRoutes(deps: {
  accounts: AccountStore
  signIns: SignInService
  passwords: Passwords
  limits: SignInLimits
  tldrawLicenseKey: string | undefined
}): Hono<AppEnv> {
  const { accounts, signIns, passwords, limits } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/installation', async (c) => {
    const setupNeeded = !(await accounts.hasAdministrator())
    return c.json({ setupNeeded, tldrawLicenseKey: deps.tldrawLicenseKey ?? null })
  })

  routes.post('/setup', async (c) => {
    const { secret, password, ...person } = await parseJson(c, setupRequest)
    const address = clientAddress(c)
    limits.checkLink(address)
    const secretHash = hashSecret(secret)
    if (await accounts.hasAdministrator()) throw new AppError('already_set_up')
    // Asked before the hash, which is expensive and would be free for anybody to order.
    if (!(await accounts.isSetupSecret(secretHash))) {
      // Between the two questions somebody else may have been faster, with this same link.
      if (await accounts.hasAdministrator()) throw new AppError('already_set_up')
      limits.linkFailed(address)
      throw new AppError('link_expired', 'not the set-up link of the latest start')
    }
    refuseWeakPassword(password, person)
    const account = { userId: randomUUID(), ...person, colour: anyColour() }
    const passwordHash = await passwords.hash(password)
    if (!(await accounts.createBySetupSecret(secretHash, { ...account, passwordHash }))) {
      throw new AppError('already_set_up')
    }
    await signIns.signIn(c, account.userId)
    return c.json(toMe({ ...account, role: 'admin' }), 201)
  })

  return routes
}

export const setupRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/installation',
    summary: 'What pages must know before anybody is signed in',
    access: 'public',
    response: installationSchema,
  },
  {
    method: 'post',
    path: '/api/setup',
    summary: 'Create the first administrator with the secret of the printed link',
    access: 'public',
    request: setupRequest,
    response: meSchema,
    status: 201,
  },
]
