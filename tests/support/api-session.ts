import type { MemberRole, OrganisationRole } from '@samtavle/shared/access'
import type { CreateBoardRequest, Me } from '@samtavle/shared/api'
import type { Locale } from '@samtavle/shared/locale'

/** The HTTP API as one person, from Node: the cookie jar and the `Origin` header of a browser. */
export type ApiSession = {
  /** `name=value`, for the `Cookie` header; empty when signed out. */
  readonly cookie: string
  /** The address that requests go to, and the origin that they come from. */
  readonly url: string
  readonly origin: string
  /** A request that may fail. Bodies are JSON. */
  send(method: string, path: string, body?: unknown): Promise<Response>
  /** A request that must succeed; resolves with its JSON, or undefined when there is none. */
  ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T>
}

/** Where a server is reached: `origin` differs from `url` behind a proxy. */
export type Target = { url: string; origin: string }

/** An account of the installation, and a session of it. */
export type Person = Credentials & { id: string; name: string; role: OrganisationRole; session: ApiSession }

export type Credentials = { email: string; password: string }

/** Nobody, until a response sets a cookie. */
export function anonymous(target: Target): ApiSession {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = { origin: target.origin }
    if (cookies.size > 0) headers.cookie = cookie()
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(target.url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      const ended = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute)) || pair.length === at + 1
      if (ended) cookies.delete(name)
      else cookies.set(name, pair.slice(at + 1))
    }
    return response
  }
  return {
    url: target.url,
    origin: target.origin,
    get cookie() {
      return cookie()
    },
    send,
    async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
      const response = await send(method, path, body)
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return (text === '' ? undefined : JSON.parse(text)) as T
    },
  }
}

/** Signs in. @throws when the server refuses */
export async function signIn(target: Target, { email, password }: Credentials): Promise<ApiSession> {
  const session = anonymous(target)
  await session.ask('POST', '/api/auth/sign-in', { email, password })
  return session
}

let made = 0
const NAMES = ['Anne Holm', 'Bo Krogh', 'Cecilie Dam', 'David Bang', 'Ellen Friis', 'Frederik Juhl', 'Gitte Lund']

/**
 * Creates an account as people get one: invited by somebody who may, through the link.
 * @param inviter an administrator, for every role
 */
export async function createPerson(
  inviter: ApiSession,
  options: { role?: OrganisationRole; name?: string; locale?: Locale } = {},
): Promise<Person> {
  made += 1
  const { role = 'member', name = NAMES[made % NAMES.length] ?? 'Anne Holm', locale = 'da' } = options
  const credentials = {
    email: `person-${made}-${Date.now().toString(36)}@tavle.example`,
    password: `adgangskode nummer ${made}`,
  }
  const { link } = await inviter.ask<{ link: string }>('POST', '/api/invitations', { role })
  const secret = new URL(link).hash.slice(1)
  const session = anonymous(inviter)
  const me = await session.ask<Me>('POST', '/api/invitations/accept', { secret, name, locale, ...credentials })
  return { ...credentials, id: me.id, name, role, session }
}

/** A board of this person's own. @returns its id */
export async function createBoard(owner: ApiSession, request: Partial<CreateBoardRequest> = {}): Promise<string> {
  const { id } = await owner.ask<{ id: string }>('POST', '/api/boards', { title: 'Prøvetavle', ...request })
  return id
}

/** The owner adds somebody, or changes what they may. */
export async function addMember(owner: ApiSession, boardId: string, userId: string, role: MemberRole): Promise<void> {
  await owner.ask('PUT', `/api/boards/${boardId}/members`, { userId, role })
}
