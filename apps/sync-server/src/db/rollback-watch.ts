import type { Sql } from './database.ts'

/** A row of the journal that is known to have been committed. */
export type CommittedRow = { boardId: string; generation: number; seq: string; at: Date }

/** How soon after a lost connection the database is asked, and asked again while it is away. Milliseconds. */
export const ROLLBACK_CHECK_MS = 1_000

/**
 * Finds out that the database went back in time: a standby took over that lacked the last commits, or a backup was put
 * in place under a running server. What a database holds is a prefix of what was committed, so the last row that this
 * node committed speaks for all before it; and nothing of this happens without the loss of connections, so it is looked
 * for after each.
 */
export class RollbackWatch {
  readonly #isKept: (row: CommittedRow) => Promise<boolean>
  readonly #onRollback: () => void
  #last: CommittedRow | null = null
  #isSuspect = false
  #checking: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined

  /** @param isKept asks the database; @param onRollback is called before anything more is appended */
  constructor(isKept: (row: CommittedRow) => Promise<boolean>, onRollback: () => void) {
    this.#isKept = isKept
    this.#onRollback = onRollback
  }

  committed(row: CommittedRow): void {
    this.#last = row
  }

  connectionLost(): void {
    if (this.#last === null) return
    this.#isSuspect = true
    // Also when nobody writes: what was lost is to be stored again soon.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.check().catch(() => this.connectionLost())
    }, ROLLBACK_CHECK_MS).unref()
  }

  /** Before anything is appended. @throws when the database cannot be asked */
  async check(): Promise<void> {
    if (!this.#isSuspect || this.#last === null) return
    this.#checking ??= this.#look(this.#last).finally(() => {
      this.#checking = null
    })
    await this.#checking
  }

  async #look(last: CommittedRow): Promise<void> {
    // A connection that is lost from here on is a new suspicion.
    this.#isSuspect = false
    try {
      if (await this.#isKept(last)) return
    } catch (error) {
      this.#isSuspect = true
      throw error
    }
    this.#onRollback()
  }
}

/** True when the row is stored, or stands for nothing any more: a snapshot was made since, or the board was replaced or erased. */
export async function isKept(sql: Sql, { boardId, generation, seq, at }: CommittedRow): Promise<boolean> {
  const [found] = await sql<{ kept: boolean }[]>`
    SELECT EXISTS (SELECT FROM board_update WHERE board_id = ${boardId} AND seq = ${seq})
      OR EXISTS (SELECT FROM board_snapshot WHERE board_id = ${boardId} AND created_at > ${at})
      OR EXISTS (SELECT FROM board WHERE id = ${boardId} AND (generation > ${generation} OR purged_at IS NOT NULL))
      AS kept`
  return found?.kept === true
}
