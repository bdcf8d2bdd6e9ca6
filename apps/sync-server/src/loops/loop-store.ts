import { type Sql, withDeadline } from '../db/database.ts'

export type LoopRow = {
  id: string
  question: string
  ownerName: string
  ownerId: string | null
  /** The owner is not of the sprint, and was chosen as such. */
  receives: boolean
  everyWeeks: number
  boardId: string | null
  trialBoardId: string | null
  trialShape: string | null
  endedAt: Date | null
  endedWhy: string | null
  /** The loop of an older sprint that it continues, and the newest that continues it, with their sprints. */
  from: ContinuedLoop | null
  into: ContinuedLoop | null
}
export type ContinuedLoop = { sprintId: string; title: string; open: boolean }
export type RoundRow = {
  loopId: string
  number: number
  date: string
  atMinute: number
  minutes: number
  heldAt: Date | null
  learned: string
  adjusted: string
}
export type LoopChange = {
  question?: string | undefined
  owner?: { name: string; userId: string | null } | undefined
  everyWeeks?: number | undefined
  trial?: { boardId: string; shape: string } | null | undefined
}
export type RoundTime = { date: string; atMinute: number; minutes: number }
/** A round that is to come, for somebody who is to be told. */
export type DueRow = {
  loopId: string
  sprintId: string
  sprint: string
  question: string
  date: string
  atMinute: number
  userId: string
  email: string
  name: string
  locale: 'da' | 'en' | 'nb'
  /** This person owns the loop without being of the sprint. */
  received: boolean
}

export type LoopStore = ReturnType<typeof createLoopStore>

/** The SQL of learning loops. A round that was held is never changed. */
export function createLoopStore(sql: Sql) {
  /** The owner's account, where the owner may still see the sprint or has received the loop. */
  const owners = sql`
    SELECT loop.id AS loop_id, loop.owner_id AS user_id FROM learning_loop AS loop
    JOIN sprint ON sprint.id = loop.sprint_id
    WHERE (loop.owner_receives AND loop.owner_id IS NOT NULL) OR loop.owner_id = sprint.commissioner_id OR EXISTS (
      SELECT FROM sprint_member AS member WHERE member.sprint_id = sprint.id AND member.user_id = loop.owner_id)`
  /** Who is told of a loop's rounds: its owner, else those who lead the sprint. */
  const told = sql`
    SELECT loop_id, user_id FROM (${owners}) AS owner
    UNION
    SELECT loop.id, member.user_id FROM learning_loop AS loop
    JOIN sprint_member AS member ON member.sprint_id = loop.sprint_id AND member.role = 'facilitator'
    WHERE loop.id NOT IN (SELECT loop_id FROM (${owners}) AS owner)`
  const due = sql`
    SELECT loop.id AS "loopId", sprint.id AS "sprintId", sprint.title AS sprint, loop.question,
      round.on_date::text AS date, round.at_minute AS "atMinute", person.id AS "userId", person.email, person.name,
      person.locale, coalesce(loop.owner_receives AND loop.owner_id = person.id, false) AS received
    FROM learning_round AS round
    JOIN learning_loop AS loop ON loop.id = round.loop_id AND loop.ended_at IS NULL
    JOIN sprint ON sprint.id = loop.sprint_id AND sprint.deleted_at IS NULL
    JOIN (${told}) AS told ON told.loop_id = loop.id
    JOIN app_user AS person ON person.id = told.user_id
    WHERE round.held_at IS NULL`

  return {
    /** `open` of a loop's sprint before and after tells whether this person may see it. */
    async list(sprintId: string, userId: string): Promise<LoopRow[]> {
      const place = sql`jsonb_build_object('sprintId', other.id, 'title', other.title, 'open',
        coalesce(other.commissioner_id = ${userId}, false) OR EXISTS (
          SELECT FROM sprint_member AS member WHERE member.sprint_id = other.id AND member.user_id = ${userId}))`
      return await withDeadline(sql<LoopRow[]>`
        SELECT loop.id, loop.question, loop.owner_name AS "ownerName", loop.owner_id AS "ownerId",
          loop.owner_receives AS receives, loop.trial_board_id AS "trialBoardId", loop.trial_shape_id AS "trialShape",
          loop.every_weeks AS "everyWeeks", loop.board_id AS "boardId", loop.ended_at AS "endedAt",
          loop.ended_why AS "endedWhy",
          (SELECT ${place} FROM learning_loop AS before JOIN sprint AS other ON other.id = before.sprint_id
            WHERE before.id = loop.continues_id AND other.deleted_at IS NULL) AS "from",
          (SELECT ${place} FROM learning_loop AS after JOIN sprint AS other ON other.id = after.sprint_id
            WHERE after.continues_id = loop.id AND other.deleted_at IS NULL
            ORDER BY after.created_at DESC LIMIT 1) AS into
        FROM learning_loop AS loop WHERE loop.sprint_id = ${sprintId}
        ORDER BY loop.ended_at NULLS FIRST, loop.created_at, loop.id`)
    },

    /** How many loops a sprint has. */
    async count(sprintId: string): Promise<number> {
      const rows = await withDeadline(sql<{ count: number }[]>`
        SELECT count(*)::int AS count FROM learning_loop WHERE sprint_id = ${sprintId}`)
      return rows[0]?.count ?? 0
    },

    /** Is this person of the sprint, as team or as its commissioner? */
    async isOf(sprintId: string, userId: string): Promise<boolean> {
      const rows = await withDeadline(sql`
        SELECT FROM sprint WHERE id = ${sprintId} AND (commissioner_id = ${userId} OR EXISTS (
          SELECT FROM sprint_member AS member WHERE member.sprint_id = sprint.id AND member.user_id = ${userId}))`)
      return rows.length > 0
    },

    /** Is this one of the sprint's boards? */
    async hasBoard(sprintId: string, boardId: string): Promise<boolean> {
      return (await withDeadline(sql`SELECT FROM board WHERE id = ${boardId} AND sprint_id = ${sprintId}`)).length > 0
    },

    /** Is this somebody of the organisation? */
    async isKnown(userId: string): Promise<boolean> {
      return (await withDeadline(sql`SELECT FROM app_user WHERE id = ${userId}`)).length > 0
    },

    /** Does this person own this loop as one who received it? */
    async receives(loop: { sprintId: string; loopId: string; userId: string }): Promise<boolean> {
      const rows = await withDeadline(sql`
        SELECT FROM learning_loop
        WHERE id = ${loop.loopId} AND sprint_id = ${loop.sprintId} AND owner_id = ${loop.userId} AND owner_receives`)
      return rows.length > 0
    },

    async rounds(sprintId: string): Promise<RoundRow[]> {
      return await withDeadline(sql<RoundRow[]>`
        SELECT round.loop_id AS "loopId", round.number, round.on_date::text AS date, round.at_minute AS "atMinute",
          round.minutes, round.held_at AS "heldAt", round.learned, round.adjusted
        FROM learning_round AS round JOIN learning_loop AS loop ON loop.id = round.loop_id
        WHERE loop.sprint_id = ${sprintId} ORDER BY round.loop_id, round.number`)
    },

    /** The loop with its first round, in one statement. */
    async create(
      loop: { id: string; sprintId: string; by: string; at: Date } & Pick<
        LoopRow,
        'question' | 'ownerName' | 'ownerId' | 'receives' | 'everyWeeks' | 'boardId' | 'trialBoardId' | 'trialShape'
      >,
      first: RoundTime,
    ): Promise<void> {
      await withDeadline(sql`
        WITH made AS (
          INSERT INTO learning_loop (id, sprint_id, question, owner_name, owner_id, every_weeks, board_id, created_by,
            created_at, owner_receives, trial_board_id, trial_shape_id)
          VALUES (${loop.id}, ${loop.sprintId}, ${loop.question}, ${loop.ownerName}, ${loop.ownerId}, ${loop.everyWeeks},
            ${loop.boardId}, ${loop.by}, ${loop.at}, ${loop.receives}, ${loop.trialBoardId}, ${loop.trialShape})
          RETURNING id
        )
        INSERT INTO learning_round (loop_id, number, on_date, at_minute, minutes)
        SELECT id, 1, ${first.date}::date, ${first.atMinute}::int, ${first.minutes}::int FROM made`)
    },

    /** False when the sprint has no such loop. */
    async change(sprintId: string, loopId: string, change: LoopChange & { receives: boolean }): Promise<boolean> {
      const { question = null, owner, everyWeeks = null, trial, receives } = change
      const result = await withDeadline(sql`
        UPDATE learning_loop SET question = coalesce(${question}::text, question),
          every_weeks = coalesce(${everyWeeks}::int, every_weeks),
          owner_name = coalesce(${owner?.name ?? null}::text, owner_name),
          owner_id = CASE WHEN ${owner !== undefined}::boolean THEN ${owner?.userId ?? null}::uuid ELSE owner_id END,
          owner_receives = CASE WHEN ${owner !== undefined}::boolean THEN ${receives}::boolean ELSE owner_receives END,
          trial_board_id = CASE WHEN ${trial !== undefined}::boolean
            THEN ${trial?.boardId ?? null}::uuid ELSE trial_board_id END,
          trial_shape_id = CASE WHEN ${trial !== undefined}::boolean
            THEN ${trial?.shape ?? null}::text ELSE trial_shape_id END
        WHERE id = ${loopId} AND sprint_id = ${sprintId}`)
      return result.count > 0
    },

    /** Moves the round that is to come; false when there is none. */
    async moveNext(sprintId: string, loopId: string, to: RoundTime): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE learning_round SET on_date = ${to.date}::date, at_minute = ${to.atMinute}, minutes = ${to.minutes}
        FROM learning_loop AS loop
        WHERE loop_id = loop.id AND loop.id = ${loopId} AND loop.sprint_id = ${sprintId} AND loop.ended_at IS NULL
          AND held_at IS NULL`)
      return result.count > 0
    },

    /**
     * Keeps what a round brought and plans the next one, in one statement; without a date the loop ends. False when that
     * round is not the one to come: somebody else was quicker.
     */
    async hold(
      sprintId: string,
      loopId: string,
      round: { number: number; learned: string; adjusted: string; next: string | null },
      at: Date,
    ): Promise<boolean> {
      const result = await withDeadline(sql`
        WITH held AS (
          UPDATE learning_round SET held_at = ${at}, learned = ${round.learned}, adjusted = ${round.adjusted}
          FROM learning_loop AS loop
          WHERE loop_id = loop.id AND loop.id = ${loopId} AND loop.sprint_id = ${sprintId} AND loop.ended_at IS NULL
            AND number = ${round.number} AND held_at IS NULL
          RETURNING loop_id, number, at_minute, minutes
        ),
        ended AS (
          UPDATE learning_loop SET ended_at = ${at}, ended_why = ${round.adjusted}
          FROM held WHERE id = held.loop_id AND ${round.next === null}::boolean
        ),
        planned AS (
          INSERT INTO learning_round (loop_id, number, on_date, at_minute, minutes)
          SELECT loop_id, number + 1, ${round.next}::date, at_minute, minutes FROM held
          WHERE ${round.next !== null}::boolean
        )
        SELECT loop_id FROM held`)
      return result.length > 0
    },

    /** Ends a loop; the round that was to come stays for going on. False when there is none that goes on. */
    async end(sprintId: string, loopId: string, why: string, at: Date): Promise<boolean> {
      const result = await withDeadline(sql`
        UPDATE learning_loop SET ended_at = ${at}, ended_why = ${why}
        WHERE id = ${loopId} AND sprint_id = ${sprintId} AND ended_at IS NULL`)
      return result.count > 0
    },

    /** Takes an ended loop up again, with its next round on that day. */
    async goOn(sprintId: string, loopId: string, date: string): Promise<boolean> {
      const result = await withDeadline(sql`
        WITH again AS (
          UPDATE learning_loop SET ended_at = NULL, ended_why = NULL
          WHERE id = ${loopId} AND sprint_id = ${sprintId} AND ended_at IS NOT NULL RETURNING id
        ),
        moved AS (
          UPDATE learning_round SET on_date = ${date}::date FROM again WHERE loop_id = again.id AND held_at IS NULL
          RETURNING loop_id
        )
        INSERT INTO learning_round (loop_id, number, on_date, at_minute, minutes)
        SELECT again.id, last.number + 1, ${date}::date, last.at_minute, last.minutes
        FROM again, LATERAL (
          SELECT number, at_minute, minutes FROM learning_round WHERE loop_id = again.id ORDER BY number DESC LIMIT 1
        ) AS last
        WHERE NOT EXISTS (SELECT FROM learning_round WHERE loop_id = again.id AND held_at IS NULL)`)
      if (result.count > 0) return true
      const rows = await withDeadline(sql<{ goes: boolean }[]>`
        SELECT ended_at IS NULL AS goes FROM learning_loop WHERE id = ${loopId} AND sprint_id = ${sprintId}`)
      return rows[0]?.goes ?? false
    },

    /** Rounds until a day that a person is to be told of. */
    async dueFor(userId: string, until: string): Promise<DueRow[]> {
      return await withDeadline(sql<DueRow[]>`
        ${due} AND person.id = ${userId} AND round.on_date <= ${until}::date
        ORDER BY round.on_date, round.at_minute, loop.id LIMIT 50`)
    },

    /** Rounds on a day, each with those who have had no letter of this kind about it. */
    async unwritten(date: string, daysBefore: number): Promise<DueRow[]> {
      return await withDeadline(sql<DueRow[]>`
        ${due} AND round.on_date = ${date}::date AND NOT EXISTS (
          SELECT FROM learning_reminder AS sent WHERE sent.loop_id = loop.id AND sent.on_date = round.on_date
            AND sent.days_before = ${daysBefore} AND sent.user_id = person.id)
        ORDER BY loop.id, person.id LIMIT 500`)
    },

    async noteWritten(row: DueRow, daysBefore: number, at: Date): Promise<void> {
      await withDeadline(sql`
        INSERT INTO learning_reminder (loop_id, on_date, days_before, user_id, sent_at)
        VALUES (${row.loopId}, ${row.date}::date, ${daysBefore}, ${row.userId}, ${at}) ON CONFLICT DO NOTHING`)
    },
  }
}
