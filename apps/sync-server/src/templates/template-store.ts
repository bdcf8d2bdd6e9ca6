import type { Locale } from '@samtavle/shared/locale'
import { type Sql, withDeadline } from '../db/database.ts'

/** Templates that an organisation may have, and versions that are kept of each. */
export const TEMPLATES_MAX = 500
export const VERSIONS_KEPT = 50

/** A template of the organisation's own with what its newest version is called like; JSON as it is stored. */
export type TemplateRow = {
  id: string
  ownerId: string
  ownerName: string
  locale: Locale
  about: string
  sections: string
  version: number
  createdAt: Date
  changedAt: Date
  deletedAt: Date | null
}

export type NewVersion = { sections: string; content: string; actorId: string; at: Date }

/** Where a board comes from, when that is a template of our own. */
export type BoardOrigin = { templateId: string; version: number; digest: Uint8Array; locale: Locale; newest: number }

export type TemplateStore = ReturnType<typeof createTemplateStore>

/** The SQL of the organisation's templates. Every write is one statement. */
export function createTemplateStore(sql: Sql) {
  const told = sql`
    SELECT template.id, template.owner_id AS "ownerId", owner.name AS "ownerName", template.locale, template.about,
      newest.sections, template.version, template.created_at AS "createdAt", template.changed_at AS "changedAt",
      template.deleted_at AS "deletedAt"
    FROM template
    JOIN app_user AS owner ON owner.id = template.owner_id
    JOIN template_version AS newest ON newest.template_id = template.id AND newest.number = template.version`

  return {
    /** Those that are not deleted, the one that changed last first. */
    async list(): Promise<TemplateRow[]> {
      return await withDeadline(sql<TemplateRow[]>`
        ${told} WHERE template.deleted_at IS NULL ORDER BY template.changed_at DESC, template.id`)
    },

    /** These of them, deleted ones too. */
    async some(ids: readonly string[]): Promise<TemplateRow[]> {
      return await withDeadline(sql<TemplateRow[]>`${told} WHERE template.id = ANY(${[...ids]}::uuid[])`)
    },

    /** The content of a version, as JSON. */
    async content(id: string, number: number): Promise<string | undefined> {
      const rows = await withDeadline(sql<{ content: string }[]>`
        SELECT content FROM template_version WHERE template_id = ${id} AND number = ${number}`)
      return rows[0]?.content
    },

    /** A new template with its first version; false when there are as many as there may be. */
    async create(template: { id: string; locale: Locale; about: string } & NewVersion): Promise<boolean> {
      const { id, locale, about, sections, content, actorId, at } = template
      const rows = await withDeadline(sql`
        WITH created AS (
          INSERT INTO template (id, owner_id, locale, about, version, created_at, changed_at)
          SELECT ${id}::uuid, ${actorId}::uuid, ${locale}::text, ${about}::text, 1, ${at}::timestamptz, ${at}::timestamptz
          WHERE (SELECT count(*) FROM template WHERE deleted_at IS NULL) < ${TEMPLATES_MAX}
          RETURNING id
        )
        INSERT INTO template_version (template_id, number, made_by, made_at, sections, content)
        SELECT id, 1, ${actorId}::uuid, ${at}::timestamptz, ${sections}::text, ${content}::text FROM created
        RETURNING template_id`)
      return rows.length > 0
    },

    /** The next version, and what is said of it; the oldest one beyond those that are kept goes. Undefined when deleted. */
    async addVersion(id: string, locale: Locale, about: string, version: NewVersion): Promise<number | undefined> {
      const { sections, content, actorId, at } = version
      const rows = await withDeadline(sql<{ number: number }[]>`
        WITH raised AS (
          UPDATE template SET version = version + 1, locale = ${locale}, about = ${about}, changed_at = ${at}
          WHERE id = ${id} AND deleted_at IS NULL
          RETURNING id, version
        ),
        old AS (
          DELETE FROM template_version USING raised
          WHERE template_id = raised.id AND number <= raised.version - ${VERSIONS_KEPT}
        )
        INSERT INTO template_version (template_id, number, made_by, made_at, sections, content)
        SELECT id, version, ${actorId}::uuid, ${at}::timestamptz, ${sections}::text, ${content}::text FROM raised
        RETURNING number`)
      return rows[0]?.number
    },

    /** Changes what is said of it; false when it is deleted. */
    async change(id: string, about: string, at: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE template SET about = ${about}, changed_at = ${at} WHERE id = ${id} AND deleted_at IS NULL`)
      return result.count > 0
    },

    /** Deletes it, or takes that back when `at` is null; false when there is nothing to do. */
    async delete(id: string, at: Date | null): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE template SET deleted_at = ${at} WHERE id = ${id} AND (deleted_at IS NULL) <> (${at}::timestamptz IS NULL)`)
      return result.count > 0
    },

    async hidden(): Promise<Set<string>> {
      const rows = await withDeadline(sql<{ id: string }[]>`SELECT template_id AS id FROM hidden_template`)
      return new Set(rows.map(({ id }) => id))
    },

    async hide(templateId: string, actorId: string, at: Date): Promise<void> {
      await withDeadline(sql`
        INSERT INTO hidden_template (template_id, hidden_by, hidden_at) VALUES (${templateId}, ${actorId}, ${at})
        ON CONFLICT (template_id) DO NOTHING`)
    },

    async show(templateId: string): Promise<void> {
      await withDeadline(sql`DELETE FROM hidden_template WHERE template_id = ${templateId}`)
    },

    /** The language that a board is in; Danish when it was deleted a moment ago. */
    async localeOf(boardId: string): Promise<Locale> {
      const rows = await withDeadline(sql<{ locale: Locale }[]>`SELECT locale FROM board WHERE id = ${boardId}`)
      return rows[0]?.locale ?? 'da'
    },

    /** The template of our own that a board was made from; undefined for any other board. A deleted one has no newer version. */
    async originOf(boardId: string): Promise<BoardOrigin | undefined> {
      const rows = await withDeadline(sql<BoardOrigin[]>`
        SELECT board.template_id AS "templateId", board.template_version AS version, board.template_digest AS digest,
          board.locale,
          CASE WHEN template.deleted_at IS NULL THEN template.version ELSE board.template_version END AS newest
        FROM board JOIN template ON template.id::text = board.template_id
        WHERE board.id = ${boardId} AND board.deleted_at IS NULL
          AND board.template_version IS NOT NULL AND board.template_digest IS NOT NULL`)
      return rows[0]
    },

    /** Says from which version a board is from now on. */
    async noteOrigin(boardId: string, version: number, digest: Uint8Array): Promise<void> {
      await withDeadline(sql`
        UPDATE board SET template_version = ${version}, template_digest = ${digest} WHERE id = ${boardId}`)
    },
  }
}
