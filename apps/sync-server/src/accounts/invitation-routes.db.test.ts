import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { type AccountApi, type Browser, createAccountApi, ORIGIN } from '../../test-support/account-api.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'

const DAY = 24 * 60 * 60 * 1000
const ANNA = { name: 'Anna', email: 'anna@kommune.example', password: 'en hel lang sætning', locale: 'da' }

type Invitation = { id: string; secret: string; link: string; expiresAt: string }

async function invite(inviter: Browser, role = 'member', note?: string): Promise<Invitation> {
  const response = await inviter.ask('POST', '/api/invitations', note === undefined ? { role } : { role, note })
  expect(response.status).toBe(201)
  const made = (await response.json()) as Omit<Invitation, 'secret'>
  return { ...made, secret: made.link.split('#')[1] ?? '' }
}

const lookUp = (api: AccountApi, secret: string) => api.browser().ask('POST', '/api/invitations/look-up', { secret })
const accept = (api: AccountApi, secret: string, person: object = ANNA) =>
  api.browser().ask('POST', '/api/invitations/accept', { secret, ...person })

async function expectExpired(response: Response): Promise<void> {
  expect(response.status).toBe(410)
  expect(await response.json()).toMatchObject({ error: { code: 'link_expired' } })
}

describeDatabases('invitations', (open) => {
  const sql = useEmptyAccounts(open)

  test('SEC-10 the secret has 160 bits or more and stands behind the # of our own address', async () => {
    const api = await createAccountApi(sql())
    const { link, secret, expiresAt } = await invite(await api.administrator())
    expect(link).toBe(`${ORIGIN}/invite#${secret}`)
    expect(Buffer.from(secret, 'base64url').byteLength).toBeGreaterThanOrEqual(20)
    expect(new Date(expiresAt).getTime() - api.clock.now.getTime()).toBe(7 * DAY)
  })

  test('whoever has the link sees what it invites to, and becomes that', async () => {
    const api = await createAccountApi(sql())
    const { secret } = await invite(await api.administrator(), 'designer')
    expect(await (await lookUp(api, secret)).json()).toMatchObject({ role: 'designer', invitedBy: 'Administrator' })
    const anna = api.browser()
    const accepted = await anna.ask('POST', '/api/invitations/accept', { secret, ...ANNA })
    expect(accepted.status).toBe(201)
    expect(await accepted.json()).toMatchObject({ name: 'Anna', email: ANNA.email, role: 'designer', locale: 'da' })
    expect((await anna.ask('GET', '/api/me')).status).toBe(200)
  })

  test('a link works once, also for two at the same moment', async () => {
    const api = await createAccountApi(sql())
    const { secret } = await invite(await api.administrator())
    const answers = await Promise.all([
      accept(api, secret),
      accept(api, secret, { ...ANNA, email: 'bo@kommune.example' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410])
    await expectExpired(await lookUp(api, secret))
    await expectExpired(await accept(api, secret, { ...ANNA, email: 'carl@kommune.example' }))
    expect(await sql()`SELECT 1 FROM app_user WHERE role = 'member'`).toHaveLength(1)
  })

  test('a link ends after seven days', async () => {
    const api = await createAccountApi(sql())
    const { secret } = await invite(await api.administrator())
    api.clock.now = new Date(api.clock.now.getTime() + 7 * DAY - 1)
    expect((await lookUp(api, secret)).status).toBe(200)
    api.clock.now = new Date(api.clock.now.getTime() + 1)
    await expectExpired(await lookUp(api, secret))
    await expectExpired(await accept(api, secret))
  })

  test('SEC-10 a withdrawn link ends at once', async () => {
    const api = await createAccountApi(sql())
    const admin = await api.administrator()
    const { id, secret } = await invite(admin)
    expect((await admin.ask('DELETE', `/api/invitations/${id}`)).status).toBe(204)
    await expectExpired(await lookUp(api, secret))
    await expectExpired(await accept(api, secret))
    expect((await admin.ask('DELETE', `/api/invitations/${id}`)).status).toBe(404)
  })

  test('an e-mail that is taken is told, and the link stays open', async () => {
    const api = await createAccountApi(sql())
    const { secret } = await invite(await api.administrator())
    const taken = await accept(api, secret, { ...ANNA, email: 'ADMIN@kommune.example' })
    expect([taken.status, await taken.json()]).toMatchObject([409, { error: { code: 'email_taken' } }])
    expect((await accept(api, secret)).status).toBe(201)
  })

  test('a weak password is told, and the link stays open', async () => {
    const api = await createAccountApi(sql())
    const { secret } = await invite(await api.administrator())
    expect((await accept(api, secret, { ...ANNA, password: '123456789012' })).status).toBe(422)
    expect((await accept(api, secret)).status).toBe(201)
  })

  test('nobody invites above their role', async () => {
    const api = await createAccountApi(sql())
    const designer = await api.member('designer', 'designer@kommune.example')
    const member = await api.member('member', 'member@kommune.example')
    const status = async (browser: Browser, role: string) =>
      (await browser.ask('POST', '/api/invitations', { role })).status
    expect(await status(designer, 'admin')).toBe(403)
    expect(await status(designer, 'designer')).toBe(403)
    expect(await status(designer, 'member')).toBe(201)
    expect(await status(member, 'member')).toBe(403)
    expect((await member.ask('GET', '/api/invitations')).status).toBe(403)
    expect(await status(api.browser(), 'member')).toBe(401)
  })

  test('designers see and withdraw their own invitations, administrators all', async () => {
    const api = await createAccountApi(sql())
    const admin = await api.administrator()
    const designer = await api.member('designer', 'designer@kommune.example')
    const ofAdmin = await invite(admin, 'member', 'til Bo')
    const own = await invite(designer)
    const ids = async (browser: Browser) => {
      const { invitations } = (await (await browser.ask('GET', '/api/invitations')).json()) as {
        invitations: { id: string; note: string | null }[]
      }
      return invitations.map(({ id, note }) => [id, note])
    }
    expect(await ids(designer)).toEqual([[own.id, null]])
    expect(await ids(admin)).toEqual([
      [own.id, null],
      [ofAdmin.id, 'til Bo'],
    ])
    expect((await designer.ask('DELETE', `/api/invitations/${ofAdmin.id}`)).status).toBe(404)
    expect((await designer.ask('DELETE', '/api/invitations/no-id')).status).toBe(404)
    expect((await admin.ask('DELETE', `/api/invitations/${own.id}`)).status).toBe(204)
  })

  test('SEC-10 guessing at links ends in 429', async () => {
    const api = await createAccountApi(sql())
    const guess = (n: number) => lookUp(api, `guess-${n}`.padEnd(32, 'x'))
    for (let n = 0; n < 20; n++) await expectExpired(await guess(n))
    const refused = await guess(20)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
