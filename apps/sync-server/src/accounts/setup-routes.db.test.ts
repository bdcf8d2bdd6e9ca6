import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { type AccountApi, ADMIN, createAccountApi } from '../../test-support/account-api.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'

const KIM = { name: 'Kim', email: 'kim@kommune.example', password: 'en hel lang sætning', locale: 'da' }
const setUp = (api: AccountApi, secret: string | null, person: object = KIM) =>
  api.browser().ask('POST', '/api/setup', { secret, ...person })
const setupNeeded = async (api: AccountApi) =>
  ((await (await api.browser().ask('GET', '/api/installation')).json()) as { setupNeeded: boolean }).setupNeeded

describeDatabases('first administrator', (open) => {
  const sql = useEmptyAccounts(open)
  const fresh = () => createAccountApi(sql(), { admin: undefined })

  test('the printed link leads through creating the administrator, who is then signed in', async () => {
    const api = await fresh()
    expect(await setupNeeded(api)).toBe(true)
    const kim = api.browser()
    const response = await kim.ask('POST', '/api/setup', { secret: api.setupSecret, ...KIM })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ email: KIM.email, role: 'admin', may: { managePeople: true } })
    expect((await kim.ask('GET', '/api/me')).status).toBe(200)
    expect(await setupNeeded(api)).toBe(false)
  })

  test('set-up happens once, also for two at the same moment', async () => {
    const api = await fresh()
    const answers = await Promise.all([
      setUp(api, api.setupSecret),
      setUp(api, api.setupSecret, { ...KIM, email: 'bo@kommune.example' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const again = await setUp(api, api.setupSecret, { ...KIM, email: 'carl@kommune.example' })
    expect([again.status, await again.json()]).toMatchObject([409, { error: { code: 'already_set_up' } }])
    expect(await sql()`SELECT 1 FROM app_user`).toHaveLength(1)
  })

  test('another secret leads nowhere, and guessing ends in 429', async () => {
    const api = await fresh()
    for (let guess = 0; guess < 20; guess++)
      expect((await setUp(api, `guess-${guess}`.padEnd(32, 'x'))).status).toBe(410)
    expect((await setUp(api, 'x'.repeat(32))).status).toBe(429)
    expect(await sql()`SELECT 1 FROM app_user`).toHaveLength(0)
  })

  test('the link of an earlier start is worth nothing', async () => {
    const earlier = await fresh()
    const api = await fresh()
    expect((await setUp(api, earlier.setupSecret)).status).toBe(410)
    expect((await setUp(api, api.setupSecret)).status).toBe(201)
  })

  test('a weak password leaves the link open', async () => {
    const api = await fresh()
    expect((await setUp(api, api.setupSecret, { ...KIM, password: 'aaaaaaaaaaaa' })).status).toBe(422)
    expect((await setUp(api, api.setupSecret)).status).toBe(201)
  })

  test('the environment creates the administrator once and never changes it again', async () => {
    await createAccountApi(sql())
    const api = await createAccountApi(sql(), {
      admin: { email: 'other@kommune.example', password: 'et andet kodeord' },
    })
    expect(api.setupSecret).toBeNull()
    expect((await api.browser().signIn(ADMIN.email, ADMIN.password)).status).toBe(200)
    expect((await api.browser().signIn('other@kommune.example', 'et andet kodeord')).status).toBe(401)
    expect(await setupNeeded(api)).toBe(false)
  })

  test('an installation with an administrator prints no link', async () => {
    const first = await fresh()
    await setUp(first, first.setupSecret)
    expect((await fresh()).setupSecret).toBeNull()
  })
})
