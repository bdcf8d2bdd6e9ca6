import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import { groupBy } from '@samtavle/shared/group-by'
import { isUuid } from '@samtavle/shared/ids'
import type { createLoopRequest, heldRoundRequest, LearningLoops, Reminders } from '@samtavle/shared/loop-api'
import type { z } from 'zod'
import type { Identity } from '../http/app-env.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { type GrantedSprint, mayFurther } from '../sprints/sprint-access-service.ts'
import { calendarOf } from './loop-calendar.ts'
import { daysAfter, daysBetween, wallClock } from './loop-dates.ts'
import type { ContinuedLoop, LoopChange, LoopStore, RoundTime } from './loop-store.ts'

/** How far ahead one is told of a round, in days. */
const TOLD_AHEAD = 14
/** Loops of one sprint. */
const LOOPS_MAX = 50

/** The sprint that a loop came from or goes on in, for whom it is open. */
const shownSprint = (other: ContinuedLoop | null) =>
  other?.open ? { sprintId: other.sprintId, title: other.title } : null

const noSuchLoop = (): AppError => new AppError('not_found', 'no such learning loop')

export type LoopService = ReturnType<typeof createLoopService>

/** Learning loops: planned, held round after round, and ended. */
export function createLoopService(deps: {
  store: LoopStore
  access: Pick<AccessService, 'among'>
  publicAddress: () => string
  timeZone: string
  now: () => Date
}) {
  const { store, access, publicAddress, timeZone, now } = deps

  const known = (id: string): string => {
    if (!isUuid(id)) throw noSuchLoop()
    return id
  }
  /** @throws AppError `not_found` when nothing was changed. */
  const must = (changed: boolean): void => {
    if (!changed) throw noSuchLoop()
  }

  /** An account that is told of rounds can read what it is told of. */
  async function requireOwner(sprintId: string, owner: LoopChange['owner']): Promise<void> {
    if (owner === undefined || owner.userId === null || (await store.isOf(sprintId, owner.userId))) return
    throw new AppError('bad_request', 'owner: nobody of this sprint')
  }

  return {
    async list(granted: GrantedSprint): Promise<LearningLoops> {
      const { sprint, identity } = granted
      const loops = await store.list(sprint.id, identity.userId)
      const rounds = groupBy(await store.rounds(sprint.id), ({ loopId }) => loopId)
      const boards = loops.flatMap(({ boardId }) => boardId ?? [])
      const seen = await access.among(identity, boards, 'board.view')
      return {
        mayPlan: mayFurther(granted, 'sprint.plan-loops'),
        loops: loops.map(({ ownerName, ownerId, boardId, endedAt, endedWhy, from, into, ...loop }) => ({
          ...loop,
          from: shownSprint(from),
          into: shownSprint(into),
          owner: { name: ownerName, userId: ownerId },
          boardId: boardId !== null && seen.has(boardId) ? boardId : null,
          endedAt: endedAt?.toISOString() ?? null,
          endedWhy: endedWhy ?? '',
          rounds: (rounds.get(loop.id) ?? []).map(({ loopId: _, heldAt, ...round }) => {
            return { ...round, heldAt: heldAt?.toISOString() ?? null }
          }),
        })),
      }
    },

    /**
     * @throws AppError `conflict` when a sprint has more loops than anybody holds; `not_found` for a foreign board;
     *   `bad_request` for an owner who is not of the sprint.
     */
    async create({ sprint, identity }: GrantedSprint, request: z.infer<typeof createLoopRequest>): Promise<string> {
      const { question, owner, everyWeeks, first, boardId } = request
      if (boardId !== null && !(await access.among(identity, [boardId], 'board.view')).has(boardId)) {
        throw new AppError('not_found', 'no such board')
      }
      await requireOwner(sprint.id, owner)
      if ((await store.count(sprint.id)) >= LOOPS_MAX) throw new AppError('conflict', 'too many loops')
      const id = randomUUID()
      const by = identity.userId
      const loop = { question, ownerName: owner.name, ownerId: owner.userId, everyWeeks, boardId }
      await store.create({ id, sprintId: sprint.id, by, at: now(), ...loop }, first)
      return id
    },

    /** @throws AppError `bad_request` for an owner who is not of the sprint. */
    async change({ sprint }: GrantedSprint, loopId: string, change: LoopChange): Promise<void> {
      await requireOwner(sprint.id, change.owner)
      must(await store.change(sprint.id, known(loopId), change))
    },

    async moveNext({ sprint }: GrantedSprint, loopId: string, to: RoundTime): Promise<void> {
      must(await store.moveNext(sprint.id, known(loopId), to))
    },

    /** @throws AppError `conflict` when somebody else has written down that round. */
    async hold(
      { sprint, identity }: GrantedSprint,
      loopId: string,
      round: z.infer<typeof heldRoundRequest>,
    ): Promise<void> {
      if (await store.hold(sprint.id, known(loopId), round, now())) return
      const exists = (await store.list(sprint.id, identity.userId)).some(({ id }) => id === loopId)
      throw exists ? new AppError('conflict', 'that round is not the one to come') : noSuchLoop()
    },

    async end({ sprint }: GrantedSprint, loopId: string, why: string): Promise<void> {
      must(await store.end(sprint.id, known(loopId), why, now()))
    },

    /** @throws AppError `conflict` when a later sprint goes on with it: it has one next round, not two. */
    async goOn({ sprint, identity }: GrantedSprint, loopId: string, date: string): Promise<void> {
      const loop = (await store.list(sprint.id, identity.userId)).find(({ id }) => id === known(loopId))
      if (loop !== undefined && loop.into !== null) throw new AppError('conflict', 'a later sprint goes on with it')
      must(await store.goOn(sprint.id, known(loopId), date))
    },

    /** The coming rounds for a calendar. */
    async calendar({ sprint, identity }: GrantedSprint, loopId: string): Promise<string> {
      const loop = (await store.list(sprint.id, identity.userId)).find(({ id }) => id === known(loopId))
      if (loop === undefined) throw noSuchLoop()
      const rounds = await store.rounds(sprint.id)
      const next = rounds.find((round) => round.loopId === loopId && round.heldAt === null)
      return calendarOf(loop, next, { title: sprint.title, address: `${publicAddress()}/sprints/${sprint.id}` })
    },

    /** What a person is to be told of today: quietly, on the page. */
    async reminders({ userId }: Identity): Promise<Reminders> {
      const today = wallClock(now(), timeZone).date
      const rows = await store.dueFor(userId, daysAfter(today, TOLD_AHEAD))
      return {
        rounds: rows.map(({ loopId, sprintId, sprint, question, date, atMinute }) => {
          return { loopId, sprintId, sprint, question, date, atMinute, inDays: daysBetween(today, date) }
        }),
      }
    },
  }
}
