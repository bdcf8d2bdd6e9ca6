import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { ADMIN, createAccountApi } from '../../test-support/account-api.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'

const MEMBER_PASSWORD = 'en hel lang sætning'
const code = async (response: Response): Promise<string> => {
  const { error } = (await response.json()) as { error: { code: string } }
  return error.code
}

describeDatabases('accounts', (open) => {
  const sql = useEmptyAccounts(open)

  test('the administrator of the environment signs in, in any case of the e-mail, and may do everything', async () => {
    const api = await createAccountApi(sql())
    const admin = api.browser()
    const response = await admin.signIn('  ADMIN@kommune.example ', ADMIN.password)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.json()).toMatchObject({
      email: ADMIN.email,
      role: 'admin',
      may: { createBoards: true, managePeople: true, invite: ['admin', 'designer', 'member', 'manager'] },
    })
    expect((await admin.ask('GET', '/api/me')).status).toBe(200)
  })

  test('SEC-09 a wrong password and an unknown e-mail answer the same, without a cookie', async () => {
    const api = await createAccountApi(sql())
    const wrong = await api.browser().signIn(ADMIN.email, 'forkert kodeord')
    const unknown = await api.browser().signIn('nobody@kommune.example', 'forkert kodeord')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
    expect([wrong, unknown].map((response) => response.headers.get('set-cookie'))).toEqual([null, null])
  })

  test('SEC-09 after five failures even the right password waits, then works', async () => {
    const api = await createAccountApi(sql())
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await code(await api.browser().signIn(ADMIN.email, 'forkert kodeord'))).toBe('wrong_credentials')
    }
    const refused = await api.browser().signIn(ADMIN.email, ADMIN.password)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBe(15 * 60)
    api.clock.now = new Date(api.clock.now.getTime() + 15 * 60_000)
    expect((await api.browser().signIn(ADMIN.email, ADMIN.password)).status).toBe(200)
  })

  test('SEC-09 of a hundred attempts from one address over many accounts 20 are answered, at any speed', async () => {
    const api = await createAccountApi(sql())
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => api.browser().signIn(`guess-${n}@kommune.example`, 'forkert kodeord')),
    )
    const answered = answers.filter(({ status }) => status === 401).length
    // Two may be hashing when the twentieth fails.
    expect(answered).toBeGreaterThanOrEqual(20)
    expect(answered).toBeLessThanOrEqual(22)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(100 - answered)
  })

  test('SEC-05 signing in gives a new session and ends the one that the browser had', async () => {
    const api = await createAccountApi(sql())
    const admin = await api.administrator()
    const before = admin.cookie
    await admin.signIn(ADMIN.email, ADMIN.password)
    expect(admin.cookie).not.toBe(before)
    const planted = api.browser()
    planted.cookie = before
    expect((await planted.ask('GET', '/api/me')).status).toBe(401)
    expect(api.roomCalls.map(([name]) => name)).toEqual(['sessionEnded'])
  })

  test('signing out ends the session, tells the rooms and takes the cookie away; twice does no harm', async () => {
    const api = await createAccountApi(sql())
    const admin = await api.administrator()
    const before = admin.cookie
    expect((await admin.ask('POST', '/api/auth/sign-out')).status).toBe(204)
    expect(admin.cookie).toBe('')
    expect(api.roomCalls).toEqual([['sessionEnded', expect.stringMatching(/^[0-9a-f]{64}$/)]])
    admin.cookie = before
    expect((await admin.ask('GET', '/api/me')).status).toBe(401)
    expect((await admin.ask('POST', '/api/auth/sign-out')).status).toBe(204)
  })

  test('a changed name, colour and language are kept and reach the rooms', async () => {
    const api = await createAccountApi(sql())
    const anna = await api.member('member', 'anna@kommune.example')
    const changed = await anna.ask('PATCH', '/api/me', { name: ' Anna Holm ', colour: 7, locale: 'nb' })
    const me = (await changed.json()) as { id: string }
    expect(me).toMatchObject({ name: 'Anna Holm', colour: 7, locale: 'nb' })
    expect(api.roomCalls).toEqual([['personChanged', { userId: me.id, name: 'Anna Holm', colour: 7 }]])
    expect(await (await anna.ask('PATCH', '/api/me', { colour: 2 })).json()).toMatchObject({
      name: 'Anna Holm',
      colour: 2,
    })
  })

  test.each([{ colour: 9 }, { name: '' }, { role: 'admin' }, { locale: 'sv' }, { name: 'a\u0000b' }])(
    'SEC-13 the profile refuses %j',
    async (change) => {
      const api = await createAccountApi(sql())
      const admin = await api.administrator()
      expect(await code(await admin.ask('PATCH', '/api/me', change))).toBe('bad_request')
    },
  )

  test('a new password needs the old one and ends the other sessions, not this one', async () => {
    const api = await createAccountApi(sql())
    const anna = await api.member('member', 'anna@kommune.example')
    const phone = api.browser()
    await phone.signIn('anna@kommune.example', MEMBER_PASSWORD)
    const newPassword = 'noget helt andet nu'
    const change = (currentPassword: string) => anna.ask('POST', '/api/me/password', { currentPassword, newPassword })
    expect(await code(await change('forkert kodeord'))).toBe('wrong_credentials')
    expect((await change(MEMBER_PASSWORD)).status).toBe(204)
    expect((await anna.ask('GET', '/api/me')).status).toBe(200)
    expect((await phone.ask('GET', '/api/me')).status).toBe(401)
    expect(api.roomCalls).toEqual([['sessionEnded', expect.any(String)]])
    expect((await phone.signIn('anna@kommune.example', MEMBER_PASSWORD)).status).toBe(401)
    expect((await phone.signIn('anna@kommune.example', newPassword)).status).toBe(200)
  })

  test('colleagues are listed by name to everybody signed in, without their e-mails', async () => {
    const api = await createAccountApi(sql())
    await api.member('member', 'bo@kommune.example')
    const anna = await api.member('manager', 'anna@kommune.example')
    const { people } = (await (await anna.ask('GET', '/api/people')).json()) as { people: Record<string, unknown>[] }
    expect(people.map(({ name }) => name)).toEqual(['Administrator', 'anna', 'bo'])
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['colour', 'id', 'name', 'role'])
    expect((await api.browser().ask('GET', '/api/people')).status).toBe(401)
  })

  test('a role decides what the interface may offer', async () => {
    const api = await createAccountApi(sql())
    const may = async (role: 'designer' | 'member' | 'manager') => {
      const browser = await api.member(role, `${role}@kommune.example`)
      return ((await (await browser.ask('GET', '/api/me')).json()) as { may: unknown }).may
    }
    expect(await may('designer')).toEqual({ createBoards: true, managePeople: false, invite: ['member', 'manager'] })
    expect(await may('member')).toEqual({ createBoards: true, managePeople: false, invite: [] })
    expect(await may('manager')).toEqual({ createBoards: false, managePeople: false, invite: [] })
  })
})
