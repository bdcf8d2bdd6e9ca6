import { can } from '@samtavle/shared/access'
import { changePasswordRequest, meSchema, peopleResponse, signInRequest, updateMeRequest } from '@samtavle/shared/api'
import { AppError } from '@samtavle/shared/errors'
import { Hono } from 'hono'
import { type AppEnv, principalOf, requireIdentity } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { AccountStore } from './account-store.ts'
import { toMe } from './me.ts'
import { type Passwords, refuseWeakPassword } from './password.ts'
import type { Sessions } from './session.ts'
import type { SignInService } from './sign-in-service.ts'

/** Signing in and out, the own profile and colleagues' names; to be mounted at `/api`. */
export function createAccountRoutes(deps: {
  accounts: AccountStore
  signIns: SignInService
  passwords: Passwords
  sessions: Sessions
  rooms: RoomControl
}): Hono<AppEnv> {
  const { accounts, signIns, passwords, sessions, rooms } = deps
  const routes = new Hono<AppEnv>()

  const requireOwnProfile = (c: { var: AppEnv['Variables'] }) => {
    const identity = requireIdentity(c.var.identity)
    if (!can(principalOf(identity), 'profile.edit', { kind: 'organisation' })) throw new AppError('forbidden')
    return identity
  }

  routes.post('/auth/sign-in', async (c) => {
    const { email, password } = await parseJson(c, signInRequest)
    const account = await signIns.checkPassword(c, email, password)
    await signIns.signIn(c, account.userId)
    return c.json(toMe(account))
  })

  routes.post('/auth/sign-out', async (c) => {
    await signIns.signOut(c)
    return c.body(null, 204)
  })

  routes.get('/me', (c) => c.json(toMe(requireIdentity(c.var.identity))))

  routes.patch('/me', async (c) => {
    const identity = requireOwnProfile(c)
    const account = await accounts.update(identity.userId, await parseJson(c, updateMeRequest))
    if (account === undefined) throw new AppError('unauthenticated', 'the account is gone')
    rooms.personChanged({ userId: account.userId, name: account.name, colour: account.colour })
    return c.json(toMe(account))
  })

  routes.post('/me/password', async (c) => {
    const identity = requireOwnProfile(c)
    const { currentPassword, newPassword } = await parseJson(c, changePasswordRequest)
    refuseWeakPassword(newPassword, identity)
    await signIns.checkPassword(c, identity.email, currentPassword)
    await accounts.setPassword(identity.userId, await passwords.hash(newPassword))
    for (const ended of await sessions.endOthers(identity.userId, identity.sessionHash)) rooms.sessionEnded(ended)
    return c.body(null, 204)
  })

  routes.get('/people', async (c) => {
    const identity = requireIdentity(c.var.identity)
    if (!can(principalOf(identity), 'people.list', { kind: 'organisation' })) throw new AppError('forbidden')
    return c.json({ people: await accounts.people() })
  })

  return routes
}

export const accountRouteDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/api/auth/sign-in',
    summary: 'Sign in; the session comes as a cookie',
    access: 'public',
    request: signInRequest,
    response: meSchema,
  },
  { method: 'post', path: '/api/auth/sign-out', summary: 'Sign out; open boards close', access: 'public' },
  { method: 'get', path: '/api/me', summary: 'The own profile and rights', access: 'signed-in', response: meSchema },
  {
    method: 'patch',
    path: '/api/me',
    summary: 'Change own name, colour or language',
    access: 'signed-in',
    request: updateMeRequest,
    response: meSchema,
  },
  {
    method: 'post',
    path: '/api/me/password',
    summary: 'Change the own password; all other sessions end',
    access: 'signed-in',
    request: changePasswordRequest,
  },
  {
    method: 'get',
    path: '/api/people',
    summary: 'Everybody in the organisation, by name',
    access: 'signed-in',
    response: peopleResponse,
  },
]
