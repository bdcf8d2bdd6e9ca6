import type { OrganisationRole } from '@samtavle/shared/access'
import { type Sql, withDeadline } from '../db/database.ts'
import { emailTaken, type NewAccount } from './account-store.ts'

export type InvitationRow = {
  id: string
  role: OrganisationRole
  note: string | null
  invitedBy: string
  createdAt: Date
  expiresAt: Date
}

export type InvitationStore = ReturnType<typeof createInvitationStore>

/** The SQL of invitations. One is open until it expires, is accepted or withdrawn. */
export function createInvitationStore(sql: Sql) {
  const open = (now: Date) => sql`accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${now}`
  const row = sql`
    invitation.id, invitation.role, note, inviter.name AS "invitedBy", invitation.created_at AS "createdAt",
    expires_at AS "expiresAt"`

  return {
    async create(invitation: {
      id: string
      secretHash: Buffer
      role: OrganisationRole
      note: string | null
      invitedBy: string
      expiresAt: Date
    }): Promise<void> {
      const { id, secretHash, role, note, invitedBy, expiresAt } = invitation
      await withDeadline(sql`
        INSERT INTO invitation (id, secret_hash, role, note, invited_by, expires_at)
        VALUES (${id}, ${secretHash}, ${role}, ${note}, ${invitedBy}, ${expiresAt})`)
    },

    /** Open invitations, newest first: of one person, or of everybody for null. */
    async list(invitedBy: string | null, now: Date): Promise<InvitationRow[]> {
      return await withDeadline(sql<InvitationRow[]>`
        SELECT ${row} FROM invitation JOIN app_user AS inviter ON inviter.id = invited_by
        WHERE ${open(now)} ${invitedBy === null ? sql`` : sql`AND invited_by = ${invitedBy}`}
        ORDER BY invitation.created_at DESC, invitation.id`)
    },

    async find(secretHash: Buffer, now: Date): Promise<InvitationRow | undefined> {
      const rows = await withDeadline(sql<InvitationRow[]>`
        SELECT ${row} FROM invitation JOIN app_user AS inviter ON inviter.id = invited_by
        WHERE secret_hash = ${secretHash} AND ${open(now)}`)
      return rows[0]
    },

    /** False when there is no such open invitation, or it is not of this person (null: anybody's). */
    async withdraw(id: string, invitedBy: string | null, now: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE invitation SET withdrawn_at = ${now}
        WHERE id = ${id} AND ${open(now)} ${invitedBy === null ? sql`` : sql`AND invited_by = ${invitedBy}`}`)
      return result.count > 0
    },

    /**
     * Creates the invited account and uses up the invitation, in one statement: a link works once. Answers the role,
     * or undefined when the invitation is not open.
     * @throws AppError `email_taken`; the invitation then stays open.
     */
    async accept(secretHash: Buffer, person: NewAccount, now: Date): Promise<OrganisationRole | undefined> {
      const query = sql<{ role: OrganisationRole }[]>`
        WITH used AS (
          UPDATE invitation SET accepted_at = ${now} WHERE secret_hash = ${secretHash} AND ${open(now)} RETURNING role
        )
        INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
        SELECT ${person.userId}::uuid, ${person.email}, ${person.passwordHash}, ${person.name},
          ${person.colour}::smallint, ${person.locale}, role FROM used RETURNING role`
      const rows = await withDeadline(query).catch(emailTaken)
      return rows[0]?.role
    },
  }
}
