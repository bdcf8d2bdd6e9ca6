import type { Answer, SnapshotSummary } from '@samtavle/shared/snapshot-api'

/** What a snapshot belongs to. */
export type SnapshotOf = { sprintId: string; boardId: null } | { sprintId: null; boardId: string }

/** As it is stored, without what it holds. `expired` is said by the clock, never stored. */
export type SnapshotRow = SnapshotOf & {
  id: string
  day: string | null
  status: 'draft' | 'published' | 'withdrawn'
  prepared: boolean
  title: string
  /** JSON: `SnapshotChoice`. */
  choice: string
  number: number | null
  sha256: Uint8Array | null
  madeAt: Date
  publishedAt: Date | null
  expiresAt: Date | null
  finalAt: Date | null
}

export type AnswerRow = { snapshotId: string; answer: Answer; words: string; at: Date }

/** Is it past its end? */
export const isExpired = ({ expiresAt }: Pick<SnapshotRow, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now

/** What lists and pages show of it. */
export function summaryOf(row: SnapshotRow, answers: readonly AnswerRow[], now: Date): SnapshotSummary {
  const status = row.status === 'published' && isExpired(row, now) ? 'expired' : row.status
  return {
    ...{ id: row.id, number: row.number, title: row.title, day: row.day, prepared: row.prepared },
    status,
    madeAt: row.madeAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    final: row.finalAt !== null,
    sha256: row.sha256 === null ? null : Buffer.from(row.sha256).toString('hex'),
    answers: answers
      .filter(({ snapshotId }) => snapshotId === row.id)
      .map(({ answer, words, at }) => ({ answer, words, at: at.toISOString() })),
  }
}
