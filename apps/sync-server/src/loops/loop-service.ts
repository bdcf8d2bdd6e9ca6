import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import { groupBy } from '@samtavle/shared/group-by'
import { isUuid } from '@samtavle/shared/ids'
import type {
  createLoopRequest,
  heldRoundRequest,
  LearningLoop,
  LearningLoops,
  Reminders,
} from '@samtavle/shared/loop-api'
import type { z } from 'zod'
import type { Identity } from '../http/app-env.ts'
import type { AccessService } from '../sharing/access-service.ts'
import { type GrantedSprint, mayFurther } from '../sprints/sprint-access-service.ts'
import type { SprintRow } from '../sprints/sprint-reading-store.ts'
import { calendarOf } from './loop-calendar.ts'
import { daysAfter, daysBetween, wallClock } from './loop-dates.ts'
import type { ContinuedLoop, LoopChange, LoopStore, RoundTime } from './loop-store.ts'

/** How far ahead one is told of a round, in days. */
const TOLD_AHEAD = 14
/** Loops of one sprint. */
const LOOPS_MAX = 50

/** The sprint of loops, for whom at least the loop in question is open. */
type OfSprint = { sprint: Pick<SprintRow, 'id' | 'title'>; identity: Identity }

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

  /**
   * Does this owner receive the loop, not being of the sprint?
   * @throws AppError `bad_request` for an account that there is not
   */
  async function receivesIt(sprintId: string, owner: LoopChange['owner']): Promise<boolean> {
    if (owner === undefined || owner.userId === null || (await store.isOf(sprintId, owner.userId))) return false
    if (!(await store.isKnown(owner.userId))) throw new AppError('bad_request', 'owner: nobody of the organisation')
    return true
  }

  /** @throws AppError `not_found` for a board that is not open to whoever names it */
  async function requireBoard(identity: Identity, boardId: string | null): Promise<void> {
    if (boardId === null || (await access.among(identity, [boardId], 'board.view')).has(boardId)) return
    throw new AppError('not_found', 'no such board')
  }

  /** A trial is one of the sprint's, on a board that is open to whoever names it. @throws AppError `not_found` */
  async function requireTrial({ sprint, identity }: OfSprint, trial: LoopChange['trial']): Promise<void> {
    if (trial === undefined || trial === null) return
    await requireBoard(identity, trial.boardId)
    if (!(await store.hasBoard(sprint.id, trial.boardId))) throw new AppError('not_found', 'no such board')
  }

  /** Loops of a sprint as one person may see them. */
  async function shown({ sprint, identity }: OfSprint): Promise<LearningLoop[]> {
    const loops = await store.list(sprint.id, identity.userId)
    const rounds = groupBy(await store.rounds(sprint.id), ({ loopId }) => loopId)
    const boards = loops.flatMap(({ boardId, trialBoardId }) => [boardId ?? [], trialBoardId ?? []].flat())
    const seen = await access.among(identity, boards, 'board.view')
    return loops.map(({ ownerName, ownerId, receives, boardId, trialBoardId, trialShape, ...loop }) => ({
      ...{ id: loop.id, question: loop.question, everyWeeks: loop.everyWeeks },
      from: shownSprint(loop.from),
      into: shownSprint(loop.into),
      owner: { name: ownerName, userId: ownerId, receives },
      boardId: boardId !== null && seen.has(boardId) ? boardId : null,
      trial:
        trialBoardId !== null && trialShape !== null && seen.has(trialBoardId)
          ? { boardId: trialBoardId, shape: trialShape }
          : null,
      endedAt: loop.endedAt?.toISOString() ?? null,
      endedWhy: loop.endedWhy ?? '',
      rounds: (rounds.get(loop.id) ?? []).map(({ loopId: _, heldAt, ...round }) => {
        return { ...round, heldAt: heldAt?.toISOString() ?? null }
      }),
    }))
  }

  return {
    async list(granted: GrantedSprint): Promise<LearningLoops> {
      return { mayPlan: mayFurther(granted, 'sprint.plan-loops'), loops: await shown(granted) }
    },

    /** @throws AppError `not_found` for one that is none of the sprint's */
    async one(granted: OfSprint, loopId: string): Promise<LearningLoop> {
      const loop = (await shown(granted)).find(({ id }) => id === known(loopId))
      if (loop === undefined) throw noSuchLoop()
      return loop
    },

    /**
     * @throws AppError `conflict` when a sprint has more loops than anybody holds; `not_found` for a foreign board;
     *   `bad_request` for an owner whom nobody knows.
     */
    async create({ sprint, identity }: GrantedSprint, request: z.infer<typeof createLoopRequest>): Promise<string> {
      const { question, owner, everyWeeks, first, boardId, trial } = request
      await requireBoard(identity, boardId)
      await requireTrial({ sprint, identity }, trial)
      const receives = await receivesIt(sprint.id, owner)
      if ((await store.count(sprint.id)) >= LOOPS_MAX) throw new AppError('conflict', 'too many loops')
      const id = randomUUID()
      const by = identity.userId
      const named = { trialBoardId: trial?.boardId ?? null, trialShape: trial?.shape ?? null }
      const loop = { question, ownerName: owner.name, ownerId: owner.userId, receives, everyWeeks, boardId, ...named }
      await store.create({ id, sprintId: sprint.id, by, at: now(), ...loop }, first)
      return id
    },

    /** @throws AppError `bad_request` for an owner whom nobody knows; `not_found` for a foreign board. */
    async change({ sprint, identity }: GrantedSprint, loopId: string, change: LoopChange): Promise<void> {
      await requireTrial({ sprint, identity }, change.trial)
      const receives = await receivesIt(sprint.id, change.owner)
      must(await store.change(sprint.id, known(loopId), { ...change, receives }))
    },

    async moveNext({ sprint }: OfSprint, loopId: string, to: RoundTime): Promise<void> {
      must(await store.moveNext(sprint.id, known(loopId), to))
    },

    /** @throws AppError `conflict` when somebody else has written down that round. */
    async hold({ sprint, identity }: OfSprint, loopId: string, round: z.infer<typeof heldRoundRequest>): Promise<void> {
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
    async calendar(
      { sprint, identity, receives = false }: OfSprint & { receives?: boolean },
      loopId: string,
    ): Promise<string> {
      const loop = (await store.list(sprint.id, identity.userId)).find(({ id }) => id === known(loopId))
      if (loop === undefined) throw noSuchLoop()
      const rounds = await store.rounds(sprint.id)
      const next = rounds.find((round) => round.loopId === loopId && round.heldAt === null)
      const address = `${publicAddress()}/sprints/${sprint.id}${receives ? `/loops/${loopId}` : ''}`
      return calendarOf(loop, next, { title: sprint.title, address })
    },

    /** What a person is to be told of today: quietly, on the page. */
    async reminders({ userId }: Identity): Promise<Reminders> {
      const today = wallClock(now(), timeZone).date
      const rows = await store.dueFor(userId, daysAfter(today, TOLD_AHEAD))
      return {
        rounds: rows.map(({ loopId, sprintId, sprint, question, date, atMinute, received }) => {
          return { loopId, sprintId, sprint, question, date, atMinute, received, inDays: daysBetween(today, date) }
        }),
      }
    },
  }
}
