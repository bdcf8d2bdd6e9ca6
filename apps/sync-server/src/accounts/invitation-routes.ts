import { randomUUID } from 'node:crypto'
import { can } from '@samtavle/shared/access'
import {
  acceptInvitationRequest,
  createInvitationRequest,
  createInvitationResponse,
  invitationsResponse,
  lookUpInvitationRequest,
  lookUpInvitationResponse,
  meSchema,
} from '@samtavle/shared/api'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { type Context, Hono } from 'hono'
import { type AppEnv, type Identity, principalOf, requireIdentity } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import { anyColour } from './first-administrator.ts'
import type { InvitationRow, InvitationStore } from './invitation-store.ts'
import { invitableRoles, toMe } from './me.ts'
import { type Passwords, refuseWeakPassword } from './password.ts'
import { createSecret, hashSecret } from './secret.ts'
import type { SignInLimits } from './sign-in-limits.ts'
import type { SignInService } from './sign-in-service.ts'

const VALID_MS = 7 * 24 * 60 * 60 * 1000

/** Invitations by link; to be mounted at `/api/invitations`. Whoever has a link may look it up and accept it. */
export function createInvitationRoutes(deps: {
  invitations: InvitationStore
  signIns: SignInService
  passwords: Passwords
  limits: SignInLimits
  now: () => Date
  /** Address of the installation as people reach it, without a slash at the end. */
  publicAddress: () => string
}): Hono<AppEnv> {
  const { invitations, signIns, passwords, limits, now } = deps
  const routes = new Hono<AppEnv>()

  /** Whose invitations this person looks after: null for everybody's. */
  function scopeOf(identity: Identity): string | null {
    if (can(principalOf(identity), 'people.manage', { kind: 'organisation' })) return null
    if (invitableRoles(identity).length === 0) throw new AppError('forbidden')
    return identity.userId
  }

  /** Unknown, expired, withdrawn and used answer the same. */
  async function requireOpen(c: Context<AppEnv>, secret: string): Promise<InvitationRow> {
    const address = clientAddress(c)
    limits.checkLink(address)
    const found = await invitations.find(hashSecret(secret), now())
    if (found !== undefined) return found
    limits.linkFailed(address)
    throw expired()
  }

  routes.post('/', async (c) => {
    const identity = requireIdentity(c.var.identity)
    const { role, note } = await parseJson(c, createInvitationRequest)
    if (!can(principalOf(identity), 'invitation.create', { kind: 'invitation', invitedRole: role })) {
      throw new AppError('forbidden', 'this role is not yours to invite')
    }
    const id = randomUUID()
    const secret = createSecret()
    const expiresAt = new Date(now().getTime() + VALID_MS)
    await invitations.create({
      id,
      secretHash: hashSecret(secret),
      role,
      note: note ?? null,
      invitedBy: identity.userId,
      expiresAt,
    })
    // Behind the # it stays out of addresses, logs and Referer headers.
    return c.json({ id, link: `${deps.publicAddress()}/invite#${secret}`, expiresAt }, 201)
  })

  routes.get('/', async (c) => {
    const scope = scopeOf(requireIdentity(c.var.identity))
    return c.json({ invitations: await invitations.list(scope, now()) })
  })

  routes.delete('/:id', async (c) => {
    const scope = scopeOf(requireIdentity(c.var.identity))
    const id = c.req.param('id')
    if (!isUuid(id) || !(await invitations.withdraw(id, scope, now()))) throw new AppError('not_found')
    return c.body(null, 204)
  })

  routes.post('/look-up', async (c) => {
    const { secret } = await parseJson(c, lookUpInvitationRequest)
    const { role, invitedBy, expiresAt } = await requireOpen(c, secret)
    return c.json({ role, invitedBy, expiresAt })
  })

  routes.post('/accept', async (c) => {
    const { secret, password, ...person } = await parseJson(c, acceptInvitationRequest)
    await requireOpen(c, secret)
    refuseWeakPassword(password, person)
    const account = { userId: randomUUID(), ...person, colour: anyColour() }
    const passwordHash = await passwords.hash(password)
    const role = await invitations.accept(hashSecret(secret), { ...account, passwordHash }, now())
    if (role === undefined) throw expired()
    await signIns.signIn(c, account.userId)
    return c.json(toMe({ ...account, role }), 201)
  })

  return routes
}

const expired = (): AppError => new AppError('link_expired', 'the invitation expired, was withdrawn or is used')

export const invitationRouteDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/api/invitations',
    summary: 'Invite somebody by a link that works once within seven days',
    access: 'signed-in',
    request: createInvitationRequest,
    response: createInvitationResponse,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/invitations',
    summary: 'Open invitations: own ones, for administrators all',
    access: 'signed-in',
    response: invitationsResponse,
  },
  { method: 'delete', path: '/api/invitations/:id', summary: 'Withdraw an invitation', access: 'signed-in' },
  {
    method: 'post',
    path: '/api/invitations/look-up',
    summary: 'What a link invites to',
    access: 'public',
    request: lookUpInvitationRequest,
    response: lookUpInvitationResponse,
  },
  {
    method: 'post',
    path: '/api/invitations/accept',
    summary: 'Create the invited account and sign in',
    access: 'public',
    request: acceptInvitationRequest,
    response: meSchema,
    status: 201,
  },
]
