import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'
import { createSessions, type Sessions } from './session.ts'

const DAY = 24 * 60 * 60 * 1000
const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''
const tokenOf = (setCookie: string): string => cookieOf(setCookie).split('=')[1] ?? ''

describeDatabases('sessions', (open) => {
  const sql = useEmptyAccounts(open)
  const userId = randomUUID()
  let sessions: Sessions

  beforeEach(async () => {
    await sql()`INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
      VALUES (${userId}, 'anna@x.dk', 'none', 'Anna', 3, 'nb', 'designer')`
    sessions = createSessions(sql(), { https: false })
  })

  const expireIn = (ms: number) => sql()`UPDATE session SET expires_at = ${new Date(Date.now() + ms)}`

  test('a cookie names its person until the session is ended', async () => {
    const cookie = cookieOf(await sessions.start(userId))
    const identity = await sessions.identify(`other=1; ${cookie}`)
    expect(identity).toMatchObject({
      userId,
      email: 'anna@x.dk',
      name: 'Anna',
      colour: 3,
      locale: 'nb',
      role: 'designer',
    })
    await sessions.end(identity?.sessionHash ?? '')
    expect(await sessions.identify(cookie)).toBeNull()
  })

  test('SEC-06 only the SHA-256 of a token of 200 bits is stored', async () => {
    const token = tokenOf(await sessions.start(userId))
    expect(token).toMatch(/^[a-z2-7]{40}$/)
    const rows = await sql()<{ stored: Buffer }[]>`SELECT token_hash AS stored FROM session`
    const hash = createHash('sha256').update(token).digest()
    expect(rows.map(({ stored }) => stored.equals(hash))).toEqual([true])
  })

  test('SEC-06 tokens differ in every place', async () => {
    const tokens = await Promise.all(Array.from({ length: 200 }, async () => tokenOf(await sessions.start(userId))))
    expect(new Set(tokens).size).toBe(tokens.length)
    for (let place = 0; place < 40; place++) {
      expect(new Set(tokens.map((token) => token[place])).size).toBeGreaterThan(20)
    }
  })

  test('an expired session is nobody, and its row goes', async () => {
    const cookie = cookieOf(await sessions.start(userId))
    await expireIn(-1000)
    expect(await sessions.identify(cookie)).toBeNull()
    expect(await sql()`SELECT 1 FROM session`).toHaveLength(0)
  })

  test('a session that is used lasts: past its half it gets 30 days again, and the cookie with it', async () => {
    const cookie = cookieOf(await sessions.start(userId))
    await expireIn(16 * DAY)
    expect((await sessions.read(cookie))?.setCookie).toBeUndefined()
    await expireIn(14 * DAY)
    const prolonged = await sessions.read(cookie)
    expect(cookieOf(prolonged?.setCookie ?? '')).toBe(cookie)
    const [row] = await sql()<{ expiresAt: Date }[]>`SELECT expires_at AS "expiresAt" FROM session`
    expect((row?.expiresAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * DAY)
  })

  test('ending the others leaves this one and names those that ended', async () => {
    const cookies = [await sessions.start(userId), await sessions.start(userId), await sessions.start(userId)].map(
      cookieOf,
    )
    const hashes = await Promise.all(
      cookies.map(async (cookie) => (await sessions.identify(cookie))?.sessionHash ?? ''),
    )
    const ended = await sessions.endOthers(userId, hashes[0] ?? '')
    expect(ended.sort()).toEqual(hashes.slice(1).sort())
    expect(await Promise.all(cookies.map(async (cookie) => (await sessions.identify(cookie)) !== null))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('expired sessions are swept, live ones stay', async () => {
    await sessions.start(userId)
    await expireIn(-1000)
    const alive = cookieOf(await sessions.start(userId))
    await sessions.removeExpired()
    expect(await sql()`SELECT 1 FROM session`).toHaveLength(1)
    expect(await sessions.identify(alive)).not.toBeNull()
  })

  test.each([undefined, '', 'samtavle=', 'samtavle=%00', `samtavle=${'a'.repeat(5000)}`, "samtavle=' OR 1=1", 'x'])(
    'the cookie header %j is nobody',
    async (cookie) => {
      expect(await sessions.identify(cookie)).toBeNull()
    },
  )

  test('SEC-07 the cookie over http', async () => {
    expect(await sessions.start(userId)).toMatch(
      /^samtavle=[a-z0-9]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/,
    )
  })

  test('SEC-07 the cookie over https belongs to the host and is Secure', async () => {
    const secure = createSessions(sql(), { https: true })
    const setCookie = await secure.start(userId)
    expect(setCookie).toMatch(/^__Host-samtavle=[a-z0-9]{40}; /)
    expect(setCookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect(await secure.identify(cookieOf(setCookie))).not.toBeNull()
    // The name without the prefix could have been set by a page of a sub-domain.
    expect(await secure.identify(cookieOf(setCookie).replace('__Host-', ''))).toBeNull()
  })
})
