import { type Sql, withDeadline } from '../db/database.ts'

/** What the administrators settled for the whole organisation, as JSON by key. */
export type Setting = { value: string; changedAt: Date }
export type SettingStore = ReturnType<typeof createSettingStore>

/** The SQL of the organisation's settings. Every write is one statement. */
export function createSettingStore(sql: Sql) {
  return {
    async read(key: string): Promise<Setting | undefined> {
      const rows = await withDeadline(sql<Setting[]>`
        SELECT value, changed_at AS "changedAt" FROM organisation_setting WHERE key = ${key}`)
      return rows[0]
    },

    /** Writes a setting over the one that was changed at `over`, null for none; false when it is another one by now. */
    async write(key: string, value: string, by: { userId: string; at: Date; over: Date | null }): Promise<boolean> {
      const { userId, at, over } = by
      const rows =
        over === null
          ? await withDeadline(sql`
              INSERT INTO organisation_setting (key, value, changed_by, changed_at)
              VALUES (${key}, ${value}, ${userId}, ${at}) ON CONFLICT (key) DO NOTHING RETURNING key`)
          : await withDeadline(sql`
              UPDATE organisation_setting SET value = ${value}, changed_by = ${userId}, changed_at = ${at}
              WHERE key = ${key} AND changed_at = ${over} RETURNING key`)
      return rows.length > 0
    },
  }
}
