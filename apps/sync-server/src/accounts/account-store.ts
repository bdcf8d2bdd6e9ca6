import type { OrganisationRole } from '@samtavle/shared/access'
import type { Person } from '@samtavle/shared/api'
import { AppError } from '@samtavle/shared/errors'
import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'

export type Account = {
  userId: string
  email: string
  name: string
  colour: number
  locale: Locale
  role: OrganisationRole
}
export type NewAccount = Omit<Account, 'role'> & { passwordHash: string }

export type AccountStore = ReturnType<typeof createAccountStore>

/** An e-mail is taken by the index, not by a question before it: of two at once only one can win. */
export function emailTaken(error: unknown): never {
  const { code, constraint_name } = error as { code?: string; constraint_name?: string }
  if (code === '23505' && constraint_name === 'app_user_email_key') throw new AppError('email_taken')
  throw error
}

/** The SQL of people. E-mails come in lower case. */
export function createAccountStore(sql: Sql) {
  const account = sql`id AS "userId", email, name, colour, locale, role`
  return {
    async credentials(email: string): Promise<(Account & { passwordHash: string }) | undefined> {
      const rows = await withDeadline(sql<(Account & { passwordHash: string })[]>`
        SELECT ${account}, password_hash AS "passwordHash" FROM app_user WHERE email = ${email}`)
      return rows[0]
    },

    /** Changes what is given and leaves the rest; undefined when the person is gone. */
    async update(
      userId: string,
      change: { name?: string | undefined; colour?: number | undefined; locale?: Locale | undefined },
    ): Promise<Account | undefined> {
      const { name = null, colour = null, locale = null } = change
      const rows = await withDeadline(sql<Account[]>`
        UPDATE app_user SET name = coalesce(${name}::text, name), colour = coalesce(${colour}::smallint, colour),
          locale = coalesce(${locale}::text, locale)
        WHERE id = ${userId} RETURNING ${account}`)
      return rows[0]
    },

    async setPassword(userId: string, passwordHash: string): Promise<void> {
      await withDeadline(sql`UPDATE app_user SET password_hash = ${passwordHash} WHERE id = ${userId}`)
    },

    /** Everybody in the organisation, by name. E-mails stay out: a picker does not need them. */
    async people(): Promise<Person[]> {
      return await withDeadline(sql<Person[]>`SELECT id, name, colour, role FROM app_user ORDER BY lower(name), id`)
    },

    async hasAdministrator(): Promise<boolean> {
      const rows = await withDeadline(sql`SELECT 1 FROM app_user WHERE role = 'admin' LIMIT 1`)
      return rows.length > 0
    },

    /** Replaces the secret of the set-up link; null takes it away. */
    async setSetupSecret(secretHash: Buffer | null): Promise<void> {
      await withDeadline(
        secretHash === null
          ? sql`DELETE FROM setup_secret`
          : sql`INSERT INTO setup_secret (secret_hash) VALUES (${secretHash})
              ON CONFLICT (only_row) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = now()`,
      )
    },

    async isSetupSecret(secretHash: Buffer): Promise<boolean> {
      const rows = await withDeadline(sql`SELECT 1 FROM setup_secret WHERE secret_hash = ${secretHash}`)
      return rows.length > 0
    },

    /**
     * Creates the first administrator and uses up the secret, in one statement: of two at once the second finds no
     * secret. False when there is an administrator already or the secret is not the current one.
     * @throws AppError `email_taken`.
     */
    async createBySetupSecret(secretHash: Buffer, person: NewAccount): Promise<boolean> {
      const query = sql`
        WITH used AS (
          DELETE FROM setup_secret
          WHERE secret_hash = ${secretHash} AND NOT EXISTS (SELECT 1 FROM app_user WHERE role = 'admin')
          RETURNING only_row
        )
        INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
        SELECT ${person.userId}::uuid, ${person.email}, ${person.passwordHash}, ${person.name},
          ${person.colour}::smallint, ${person.locale}, 'admin' FROM used RETURNING id`
      const rows = await withDeadline(query).catch(emailTaken)
      return rows.length > 0
    },

    /** The administrator that the environment names, when there is none; whoever has that e-mail becomes it. */
    async createFromEnvironment(person: NewAccount): Promise<void> {
      await withDeadline(sql`
        INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
        SELECT ${person.userId}::uuid, ${person.email}, ${person.passwordHash}, ${person.name},
          ${person.colour}::smallint, ${person.locale}, 'admin'
        WHERE NOT EXISTS (SELECT 1 FROM app_user WHERE role = 'admin')
        ON CONFLICT (email) DO UPDATE SET role = 'admin', password_hash = excluded.password_hash`)
    },
  }
}
