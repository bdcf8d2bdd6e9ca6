import { createHash, randomUUID } from 'node:crypto'
import type { Theme } from '@samtavle/shared/palette'
import { type Sql, type Transaction, withDeadline } from '../db/database.ts'
import { numbered } from '../db/numbered.ts'
import { type Frozen, numberedContent } from './freeze.ts'
import type { AnswerRow, SnapshotOf, SnapshotRow } from './snapshot-rows.ts'

export type NewDraft = SnapshotOf & {
  day: string | null
  prepared: boolean
  title: string
  choice: string
  madeBy: string | null
  at: Date
}
export type Publication = {
  id: string
  /** As it was when everything was frozen: a draft that somebody changed since is not published. */
  choice: string
  frozen: Frozen
  publishedBy: string
  at: Date
  expiresAt: Date | null
}

/** Milliseconds for writing a snapshot with its boards and pictures: some megabytes. */
const PUBLISH_DEADLINE_MS = 20_000

export type SnapshotStore = ReturnType<typeof createSnapshotStore>

/** The SQL of snapshots. What was published never changes: triggers see to that. */
export function createSnapshotStore(sql: Sql) {
  const columns = sql`snapshot.id, snapshot.sprint_id AS "sprintId", snapshot.board_id AS "boardId", snapshot.day,
    snapshot.status, snapshot.prepared, snapshot.title, snapshot.choice, snapshot.number, snapshot.sha256,
    snapshot.made_at AS "madeAt", snapshot.published_at AS "publishedAt", snapshot.expires_at AS "expiresAt",
    snapshot.final_at AS "finalAt"`
  const belongsTo = ({ sprintId, boardId }: SnapshotOf) =>
    sprintId === null ? sql`snapshot.board_id = ${boardId}` : sql`snapshot.sprint_id = ${sprintId}`

  const lastAnswer = (db: Sql | Transaction, id: string) => db<AnswerRow[]>`
    SELECT snapshot_id AS "snapshotId", answer, words, at FROM snapshot_answer
    WHERE snapshot_id = ${id} ORDER BY seq DESC LIMIT 1`

  return {
    async find(id: string): Promise<SnapshotRow | undefined> {
      const rows = await withDeadline(sql<SnapshotRow[]>`SELECT ${columns} FROM snapshot WHERE id = ${id}`)
      return rows[0]
    },

    /** The newest first: drafts by when they were made, the others by their numbers. */
    async list(of: SnapshotOf): Promise<SnapshotRow[]> {
      return await withDeadline(sql<SnapshotRow[]>`
        SELECT ${columns} FROM snapshot WHERE ${belongsTo(of)}
        ORDER BY coalesce(published_at, made_at) DESC, number DESC, id`)
    },

    async answers(of: SnapshotOf): Promise<AnswerRow[]> {
      return await withDeadline(sql<AnswerRow[]>`
        SELECT answer.snapshot_id AS "snapshotId", answer.answer, answer.words, answer.at
        FROM snapshot_answer AS answer JOIN snapshot ON snapshot.id = answer.snapshot_id
        WHERE ${belongsTo(of)} ORDER BY answer.seq`)
    },

    async addDraft(draft: NewDraft): Promise<string> {
      const id = randomUUID()
      await withDeadline(sql`
        INSERT INTO snapshot (id, sprint_id, board_id, day, status, prepared, title, choice, made_by, made_at)
        VALUES (${id}, ${draft.sprintId}, ${draft.boardId}, ${draft.day}, 'draft', ${draft.prepared}, ${draft.title},
          ${draft.choice}, ${draft.madeBy}, ${draft.at})`)
      return id
    },

    /** A draft for a day, once and for good; false when one was prepared before, or somebody has made one. */
    async addPrepared(draft: NewDraft & { sprintId: string; day: string }): Promise<boolean> {
      const rows = await withDeadline(sql`
        WITH first AS (
          INSERT INTO snapshot_prepared (sprint_id, day, at) VALUES (${draft.sprintId}, ${draft.day}, ${draft.at})
          ON CONFLICT DO NOTHING RETURNING sprint_id
        )
        INSERT INTO snapshot (id, sprint_id, day, status, prepared, title, choice, made_at)
        SELECT ${randomUUID()}::uuid, sprint_id, ${draft.day}::text, 'draft', true, ${draft.title}::text,
          ${draft.choice}::text, ${draft.at}::timestamptz
        FROM first WHERE NOT EXISTS (
          SELECT FROM snapshot AS other WHERE other.sprint_id = first.sprint_id AND other.day = ${draft.day}
        ) RETURNING id`)
      return rows.length > 0
    },

    /**
     * False when it is no draft any more, or its choice is not the one of which `was` is the sum.
     * @param was hex SHA-256 of the choice; null for any
     */
    async putChoice(id: string, title: string, choice: string, was: string | null): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE snapshot SET title = ${title}, choice = ${choice}, prepared = false WHERE id = ${id} AND status = 'draft'
          AND (${was}::text IS NULL OR encode(sha256(convert_to(choice, 'UTF8')), 'hex') = ${was}::text)`)
      return result.count > 0
    },

    /** Somebody who may publish it has seen it. */
    async noteSeen(id: string): Promise<void> {
      await withDeadline(sql`UPDATE snapshot SET prepared = false WHERE id = ${id} AND status = 'draft' AND prepared`)
    },

    /** False when it is no draft any more. */
    async removeDraft(id: string): Promise<boolean> {
      const result = await withDeadline(sql`DELETE FROM snapshot WHERE id = ${id} AND status = 'draft'`)
      return result.count > 0
    },

    /**
     * The content of the last one that was published and not withdrawn, to be compared with: what was withdrawn is not
     * said again.
     */
    async previousContent(of: SnapshotOf): Promise<string | null> {
      const rows = await withDeadline(sql<{ content: string }[]>`
        SELECT content FROM snapshot WHERE ${belongsTo(of)} AND status = 'published' ORDER BY number DESC LIMIT 1`)
      return rows[0]?.content ?? null
    },

    /**
     * Freezes a draft: its boards and pictures, then its number and its content, all or nothing. The row of the sprint or
     * the board is held meanwhile, so that numbers have no gaps.
     * @returns false when the draft was changed, published or thrown away meanwhile
     */
    async publish(of: SnapshotOf, { id, choice, frozen, publishedBy, at, expiresAt }: Publication): Promise<boolean> {
      const done = sql.begin(async (tx) => {
        await (of.sprintId === null
          ? tx`SELECT FROM board WHERE id = ${of.boardId} FOR NO KEY UPDATE`
          : tx`SELECT FROM sprint WHERE id = ${of.sprintId} FOR NO KEY UPDATE`)
        const own = await tx<{ choice: string }[]>`
          SELECT choice FROM snapshot WHERE id = ${id} AND status = 'draft' FOR UPDATE`
        if (own[0]?.choice !== choice) return false
        const [last] = await (of.sprintId === null
          ? tx<
              { number: number }[]
            >`SELECT coalesce(max(number), 0) AS number FROM snapshot WHERE board_id = ${of.boardId}`
          : tx<
              { number: number }[]
            >`SELECT coalesce(max(number), 0) AS number FROM snapshot WHERE sprint_id = ${of.sprintId}`)
        const number = (last?.number ?? 0) + 1
        for (const { boardId, generation, payload, sha256, bytes } of frozen.sources) {
          await tx`INSERT INTO snapshot_source (snapshot_id, board_id, generation, payload, sha256, bytes)
            VALUES (${id}, ${boardId}, ${generation}, ${payload}, ${sha256}, ${bytes})`
        }
        for (const { key, theme, payload, sha256, bytes } of frozen.pictures) {
          await tx`INSERT INTO snapshot_picture (snapshot_id, key, theme, payload, sha256, bytes)
            VALUES (${id}, ${key}, ${theme}, ${payload}, ${sha256}, ${bytes})`
        }
        const content = numberedContent(frozen.content, number)
        const sha256 = createHash('sha256').update(content).digest()
        await tx`
          UPDATE snapshot SET status = 'published', prepared = false, number = ${number}, content = ${content},
            sha256 = ${sha256}, published_by = ${publishedBy}, published_at = ${at}, expires_at = ${expiresAt}
          WHERE id = ${id}`
        return true
      })
      return await withDeadline(done, PUBLISH_DEADLINE_MS)
    },

    /** False for one that is not published. Twice is once. */
    async withdraw(id: string, at: Date): Promise<boolean> {
      const rows = await withDeadline(sql`
        UPDATE snapshot SET status = 'withdrawn', withdrawn_at = coalesce(withdrawn_at, ${at}::timestamptz)
        WHERE id = ${id} AND status <> 'draft' RETURNING id`)
      return rows.length > 0
    },

    /** False for one that is not published. Twice is once. */
    async markFinal(id: string, at: Date): Promise<boolean> {
      const rows = await withDeadline(sql`
        UPDATE snapshot SET final_at = coalesce(final_at, ${at}::timestamptz)
        WHERE id = ${id} AND status = 'published' RETURNING id`)
      return rows.length > 0
    },

    /** The frozen content, exactly as it was hashed. */
    async content(id: string): Promise<string | undefined> {
      const rows = await withDeadline(sql<{ content: string }[]>`
        SELECT content FROM snapshot WHERE id = ${id} AND content IS NOT NULL`)
      return rows[0]?.content
    },

    /** A frozen picture, gzipped. */
    async picture(
      id: string,
      key: string,
      theme: Theme,
    ): Promise<{ payload: Uint8Array; sha256: Uint8Array } | undefined> {
      const rows = await withDeadline(sql<{ payload: Uint8Array; sha256: Uint8Array }[]>`
        SELECT payload, sha256 FROM snapshot_picture WHERE snapshot_id = ${id} AND key = ${key} AND theme = ${theme}`)
      return rows[0]
    },

    /** The last answer to a snapshot. */
    async lastAnswer(id: string): Promise<AnswerRow | undefined> {
      return (await withDeadline(lastAnswer(sql, id)))[0]
    },

    /**
     * Adds an answer and the decision that it becomes: both or neither. The snapshot is held meanwhile, so that the same
     * button pressed twice finds the first answer.
     * @param againMs the same answer again within so many milliseconds is none
     * @param decide writes the decision in the transaction and answers its number; null where there is no log
     * @returns false for the same again
     */
    async addAnswer(
      answer: AnswerRow & { byId: string | null },
      againMs: number,
      decide: (tx: Transaction) => Promise<number | null>,
    ): Promise<boolean> {
      const { snapshotId, words, byId, at } = answer
      const add = () =>
        sql.begin(async (tx) => {
          await tx`SELECT FROM snapshot WHERE id = ${snapshotId} FOR NO KEY UPDATE`
          const [last] = await lastAnswer(tx, snapshotId)
          const isSame = last !== undefined && last.answer === answer.answer && last.words === words
          if (isSame && at.getTime() - last.at.getTime() < againMs) return false
          const decision = await decide(tx)
          await tx`INSERT INTO snapshot_answer (snapshot_id, answer, words, decision, by_id, at)
            VALUES (${snapshotId}, ${answer.answer}, ${words}, ${decision}, ${byId}, ${at})`
          return true
        })
      return await numbered(() => withDeadline(add()))
    },
  }
}
