import type { BoardRole } from '@samtavle/shared/access'
import { boardRoleBy } from '@samtavle/shared/board-role'
import type { PendingQuery, Row } from 'postgres'
import type { Sql } from './database.ts'

/** A piece of a statement. */
export type Fragment = PendingQuery<Row[]>

/** Every way that leads a person to a board, as the SQL below fetches them. What they make of the person, `shared` says. */
export type BoardWays = Parameters<typeof boardRoleBy>[0]

/**
 * The ways of one person to boards, for a statement over `board`: `columns` and `joins` fetch them, and `some` holds for
 * boards that a way leads to, perhaps none that opens it. A board of a sprint belongs to the sprint: whoever made it has
 * no right by that, and nobody has one by a sprint that is deleted. The joins bring in the sprint as `sprint`.
 * @param person id of the person, or the column that holds it
 */
export function boardWays(sql: Sql, person: string | Fragment) {
  return {
    columns: sql`(board.sprint_id IS NULL AND board.owner_id = ${person}) AS "isOwner", added.role AS added,
      in_sprint.role AS "inSprint", board.sensitivity`,
    joins: sql`
      LEFT JOIN board_member AS added ON added.board_id = board.id AND added.user_id = ${person}
      LEFT JOIN sprint ON sprint.id = board.sprint_id AND sprint.deleted_at IS NULL
      LEFT JOIN sprint_member AS in_sprint ON in_sprint.sprint_id = sprint.id AND in_sprint.user_id = ${person}`,
    some: sql`board.id IN (
      SELECT own.id FROM board AS own WHERE own.owner_id = ${person} AND own.sprint_id IS NULL
      UNION ALL SELECT board_id FROM board_member WHERE user_id = ${person}
      UNION ALL SELECT theirs.id FROM board AS theirs JOIN sprint_member ON sprint_member.sprint_id = theirs.sprint_id
        WHERE sprint_member.user_id = ${person})`,
  }
}

/** Holds for boards that are archived by themselves or with their sprint. */
export const boardIsArchived = (sql: Sql): Fragment => sql`
  (board.archived_at IS NOT NULL OR EXISTS (
    SELECT FROM sprint AS whole WHERE whole.id = board.sprint_id AND whole.status = 'archived'))`

/** `active`, `archived` or `deleted`. */
export const boardState = (sql: Sql): Fragment => sql`
  CASE WHEN board.deleted_at IS NOT NULL THEN 'deleted'
    WHEN ${boardIsArchived(sql)} THEN 'archived' ELSE 'active' END`

/** The row with what its ways make of the person; null for a stranger. */
export function withRole<Row extends BoardWays>(row: Row): Omit<Row, keyof BoardWays> & { role: BoardRole | null } {
  const { isOwner, added, inSprint, sensitivity, ...board } = row
  return { ...board, role: boardRoleBy({ isOwner, added, inSprint, sensitivity }) }
}
