import { can } from '@samtavle/shared/access'
import type { Composition } from '@samtavle/shared/compose-snapshot'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { type Identity, principalOf, requireIdentity } from '../http/app-env.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { mayFurther, type SprintAccessService } from '../sprints/sprint-access-service.ts'
import { isExpired, type SnapshotOf, type SnapshotRow } from './snapshot-rows.ts'
import type { SnapshotSourceStore } from './snapshot-source-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** What somebody wants to do with snapshots. */
export type SnapshotRight = 'make' | 'see' | 'answer'

/** A sprint, or a board of none, whose snapshots are open to the identity. */
export type GrantedScope = {
  of: SnapshotOf
  identity: Identity
  /** What the person is there, as a snapshot says who made it. */
  madeBy: Composition['madeBy']
  mayMake: boolean
  mayAnswer: boolean
}
export type GrantedSnapshot = GrantedScope & { row: SnapshotRow }

const SPRINT_ACTION = {
  make: 'sprint.make-snapshot',
  see: 'sprint.see-snapshots',
  answer: 'sprint.answer-snapshot',
} as const
const BOARD_ACTION = {
  make: 'board.make-snapshot',
  see: 'board.see-snapshots',
  answer: 'board.answer-snapshot',
} as const

/** Unknown, foreign and malformed: one answer. */
export const noSuchSnapshot = (): AppError => new AppError('not_found', 'no such snapshot')

export type SnapshotAccessService = ReturnType<typeof createSnapshotAccessService>

/** What stands between a person and snapshots: rights are those in the sprint, or on the board of no sprint. */
export function createSnapshotAccessService(deps: {
  store: Pick<SnapshotStore, 'find'>
  sources: Pick<SnapshotSourceStore, 'sprintOf'>
  boards: AccessService
  sprints: SprintAccessService
  now: () => Date
}) {
  const { store, sources, boards, sprints, now } = deps

  async function ofSprint(identity: Identity | null, sprintId: string, right: SnapshotRight): Promise<GrantedScope> {
    const granted = await sprints.require(identity, sprintId, SPRINT_ACTION[right])
    return {
      of: { sprintId: granted.sprint.id, boardId: null },
      identity: granted.identity,
      madeBy: granted.sprint.place,
      mayMake: mayFurther(granted, SPRINT_ACTION.make),
      mayAnswer: mayFurther(granted, SPRINT_ACTION.answer),
    }
  }

  async function ofBoard(identity: Identity | null, boardId: string, right: SnapshotRight): Promise<GrantedScope> {
    const { role, state, ...granted } = await boards.require(identity, boardId, BOARD_ACTION[right])
    return {
      of: { sprintId: null, boardId: granted.boardId },
      identity: granted.identity,
      madeBy: role === 'owner' ? 'owner' : 'colleague',
      mayMake: can(principalOf(granted.identity), BOARD_ACTION.make, { kind: 'board', role, state }),
      mayAnswer: can(principalOf(granted.identity), BOARD_ACTION.answer, { kind: 'board', role, state }),
    }
  }

  return {
    ofSprint,

    /** The snapshots of a board; of a board of a sprint those of the sprint, for which one must be in the sprint too. */
    async ofBoard(identity: Identity | null, boardId: string, right: SnapshotRight): Promise<GrantedScope> {
      const own = await ofBoard(identity, boardId, right)
      const sprintId = own.of.boardId === null ? null : await sources.sprintOf(own.of.boardId)
      return sprintId === null ? own : await ofSprint(identity, sprintId, right)
    },

    /**
     * One snapshot. Drafts are for those who may make them.
     * @throws AppError `not_found` for every one that the identity must not know of; `gone` for one that was withdrawn or
     * has expired, unless `evenEnded`; `forbidden`.
     */
    async require(
      identity: Identity | null,
      id: string,
      right: SnapshotRight,
      { evenEnded = false } = {},
    ): Promise<GrantedSnapshot> {
      requireIdentity(identity)
      const row = isUuid(id) ? await store.find(id) : undefined
      if (row === undefined) throw noSuchSnapshot()
      // First whether one may know of it at all, then whether one may do this.
      const seen = await scopeOf(identity, row, 'see').catch((error: unknown) => {
        throw error instanceof AppError && error.code === 'not_found' ? noSuchSnapshot() : error
      })
      if (row.status === 'draft' && !seen.mayMake) throw noSuchSnapshot()
      const granted = right === 'see' ? seen : await scopeOf(identity, row, right)
      if (!evenEnded) assertStanding(row, now())
      return { ...granted, row }
    },
  }

  async function scopeOf(identity: Identity | null, row: SnapshotRow, right: SnapshotRight): Promise<GrantedScope> {
    return row.sprintId === null
      ? await ofBoard(identity, row.boardId, right)
      : await ofSprint(identity, row.sprintId, right)
  }
}

/** @throws AppError `gone` for one that was withdrawn or has expired. */
export function assertStanding(row: SnapshotRow, now: Date): void {
  if (row.status === 'withdrawn') throw new AppError('gone', 'this snapshot was withdrawn')
  if (isExpired(row, now)) throw new AppError('gone', 'this snapshot has expired')
}
