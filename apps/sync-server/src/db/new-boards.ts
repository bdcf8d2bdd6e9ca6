import type { Sensitivity } from '@samtavle/shared/access'
import type { Phase } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import type { Fragment } from './board-ways.ts'
import type { Sql } from './database.ts'

export type NewBoard = {
  id: string
  title: string
  ownerId: string
  templateId: string | null
  locale: Locale
  /** The whole document as one update, or as several where one would be too large for a row. */
  seeds: readonly Uint8Array[]
  /** The board that this one is a copy of: what its records name is to be had on the copy too. */
  copyOf?: string
  /** Ids of pictures that the new board holds, beside those. */
  pictures?: readonly string[]
  /** Of a template of our own: its version, and what names the records of the seeds. */
  origin?: { version: number; digest: Uint8Array } | undefined
  /** When the board is gone for good; never when left out. */
  expiresAt?: Date | undefined
  /** Its place in a sprint. */
  sprint?: SprintPlacing
}

export type SprintPlacing = {
  id: string
  key: string
  day: string
  position: number
  phase: Phase | null
  sensitivity: Sensitivity
  /** It began as the short version of its template. */
  short: boolean
}

const GENERATION = 1

/**
 * The statement that creates boards together with their documents and pictures: there is never one without the other.
 * @param alongside what happens in the same statement, as `name AS ( INSERT …)`; a blank before the word, because the
 *   driver takes `sql(rows)` for the last keyword that it finds, and finds none anew after another character
 */
export function insertBoards(sql: Sql, boards: readonly NewBoard[], alongside: readonly Fragment[] = []) {
  const rows = boards.map(({ sprint, origin, ...board }) => ({
    id: board.id,
    title: board.title,
    owner_id: board.ownerId,
    template_id: board.templateId,
    locale: board.locale,
    generation: GENERATION,
    template_version: origin?.version ?? null,
    template_digest: origin?.digest ?? null,
    expires_at: board.expiresAt ?? null,
    sprint_id: sprint?.id ?? null,
    sprint_key: sprint?.key ?? null,
    sprint_day: sprint?.day ?? null,
    sprint_position: sprint?.position ?? null,
    sprint_short: sprint?.short ?? false,
    phase: sprint?.phase ?? null,
    sensitivity: sprint?.sensitivity ?? 'open',
  }))
  const updates = boards.flatMap(({ id, ownerId, seeds }) =>
    seeds.map((payload) => ({ board_id: id, generation: GENERATION, actor_id: ownerId, payload })),
  )
  const copies = boards.flatMap(({ id, copyOf }) => (copyOf === undefined ? [] : [{ id, of: copyOf }]))
  const pictures = boards.flatMap(({ id, ownerId, pictures = [] }) => pictures.map((hex) => ({ id, ownerId, hex })))
  const before = alongside.reduce((parts, part) => sql`${parts}${part},`, sql``)
  // Of no rows the driver makes no statement.
  if (updates.length === 0) return sql`WITH ${before} no_boards AS (SELECT) SELECT`
  return sql`
    WITH ${before}
    created AS (
      INSERT INTO board ${sql(rows)}
    ),
    pictures AS (
      INSERT INTO board_asset (board_id, asset_id, generation, added_by, added_at)
      SELECT copy.id, asset_id, ${GENERATION}::int, added_by, now()
      FROM unnest(${copies.map(({ id }) => id)}::uuid[], ${copies.map((copy) => copy.of)}::uuid[]) AS copy (id, original)
      JOIN board_asset ON board_asset.board_id = copy.original
      UNION ALL
      SELECT held.board_id, asset.id, ${GENERATION}::int, held.owner_id, now()
      FROM unnest(${pictures.map(({ id }) => id)}::uuid[], ${pictures.map(({ ownerId }) => ownerId)}::uuid[],
        ${pictures.map(({ hex }) => hex)}::text[]) AS held (board_id, owner_id, hex)
      JOIN asset ON asset.id = decode(held.hex, 'hex')
    )
    INSERT INTO board_update ${sql(updates, 'board_id', 'generation', 'actor_id', 'payload')}`
}
