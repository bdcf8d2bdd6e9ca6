import type { Locale } from '@samtavle/shared/locale'
import type { Fragment } from '../db/board-ways.ts'
import { type Sql, withDeadline } from '../db/database.ts'

/** Loops that end in one sprint and go on in another one, with the ids that they have there. */
export type CarriedLoops = {
  fromSprint: string
  /** `boardId`: the board of the new sprint that takes the place of the old loop's one; null for none. */
  loops: readonly { id: string; newId: string; boardId: string | null }[]
  /** Why the old ones end, in the words of the sprint. */
  why: string
}

/** Why a loop ends that a later sprint goes on with. */
export const carriedWords: Record<Locale, (title: string) => string> = {
  da: (title) => `Ført videre i »${title}«`,
  en: (title) => `Carried on in “${title}”`,
  nb: (title) => `Ført videre i «${title}»`,
}

/**
 * What carries loops on, for the statement that makes the new sprint: the old one ends, the new one begins with its
 * question, owner and pace, and with the round that was to come, under its number. A loop that ended meanwhile is not
 * carried.
 */
export function carryLoops(sql: Sql, carried: CarriedLoops, sprint: { id: string; by: string; at: Date }): Fragment[] {
  const { fromSprint, loops, why } = carried
  if (loops.length === 0) return []
  const ended = sql`ended_loops AS (
    UPDATE learning_loop SET ended_at = ${sprint.at}, ended_why = ${why}
    WHERE sprint_id = ${fromSprint} AND id = ANY(${loops.map(({ id }) => id)}::uuid[]) AND ended_at IS NULL
    RETURNING id, question, owner_name, owner_id, owner_receives, every_weeks, trial_board_id, trial_shape_id,
      created_at
  )`
  const begun = sql`begun_loops AS (
    INSERT INTO learning_loop (id, sprint_id, question, owner_name, owner_id, every_weeks, board_id, created_by,
      created_at, owner_receives, trial_board_id, trial_shape_id, continues_id)
    SELECT new.id, ${sprint.id}::uuid, question, owner_name, owner_id, every_weeks, new.board_id, ${sprint.by}::uuid,
      ${sprint.at}::timestamptz + new.place * interval '1 microsecond', owner_receives, trial_board_id, trial_shape_id,
      ended_loops.id
    FROM ended_loops JOIN unnest(${loops.map(({ id }) => id)}::uuid[], ${loops.map(({ newId }) => newId)}::uuid[],
      ${loops.map(({ boardId }) => boardId)}::uuid[]) WITH ORDINALITY AS new (old, id, board_id, place)
      ON new.old = ended_loops.id
    RETURNING id, continues_id
  )`
  const rounds = sql`begun_rounds AS (
    INSERT INTO learning_round (loop_id, number, on_date, at_minute, minutes)
    SELECT begun_loops.id, number, on_date, at_minute, minutes
    FROM begun_loops JOIN learning_round AS next ON next.loop_id = begun_loops.continues_id AND next.held_at IS NULL
  )`
  return [ended, begun, rounds]
}

/** Loops of a sprint that go on, each with the board of its rounds. */
export async function openLoops(sql: Sql, sprintId: string): Promise<{ id: string; boardId: string | null }[]> {
  return await withDeadline(sql<{ id: string; boardId: string | null }[]>`
    SELECT id, board_id AS "boardId" FROM learning_loop WHERE sprint_id = ${sprintId} AND ended_at IS NULL`)
}

/**
 * Takes up again what a sprint was to go on with, in the statement that deletes it and names it `gone`: nothing ends for
 * a sprint that never was.
 */
export const giveLoopsBack = (sql: Sql): Fragment => sql`given_back AS (
  UPDATE learning_loop SET ended_at = NULL, ended_why = NULL
  WHERE id IN (SELECT new.continues_id FROM learning_loop AS new JOIN gone ON gone.id = new.sprint_id)
)`
