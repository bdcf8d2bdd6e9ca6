import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { ADMIN, createAccountApi } from '../../test-support/account-api.ts'
import { useEmptyAccounts } from '../../test-support/empty-accounts.ts'
import type { Sql } from '../db/database.ts'

/** Every row of every table as text, bytes in both spellings. */
async function dump(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  let text = ''
  for (const { name } of tables) {
    const rows = await sql`SELECT * FROM ${sql(name)}`
    for (const row of rows) {
      for (const value of Object.values(row)) {
        text += Buffer.isBuffer(value) ? `${value.toString('hex')} ${value.toString('latin1')}\n` : `${String(value)}\n`
      }
    }
  }
  return text
}

describeDatabases('secrets at rest', (open) => {
  const sql = useEmptyAccounts(open)

  test('SEC-06 no token, secret or password that was ever issued is in any table', async () => {
    const issued: string[] = [ADMIN.password]
    const waiting = await createAccountApi(sql(), { admin: undefined })
    issued.push(waiting.setupSecret ?? 'missing')
    const before = await dump(sql())
    const api = await createAccountApi(sql())
    const admin = await api.administrator()
    const anna = await api.member('designer', 'anna@kommune.example')
    for (const browser of [admin, anna]) issued.push(browser.cookie.split('=')[1] ?? 'missing')
    for (let n = 0; n < 3; n++) {
      const response = await admin.ask('POST', '/api/invitations', { role: 'member' })
      issued.push(((await response.json()) as { link: string }).link.split('#')[1] ?? 'missing')
    }
    const stored = before + (await dump(sql()))
    // The dump sees: what is public is in it.
    expect(stored).toContain('anna@kommune.example')
    expect(issued).not.toContain('missing')
    for (const secret of issued) {
      expect(secret.length).toBeGreaterThan(10)
      expect(stored.includes(secret)).toBe(false)
      expect(stored.includes(Buffer.from(secret).toString('hex'))).toBe(false)
      expect(stored.includes(Buffer.from(secret, 'base64url').toString('hex'))).toBe(false)
    }
  })
})
