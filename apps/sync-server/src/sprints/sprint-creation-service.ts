import { randomUUID } from 'node:crypto'
import type { Agenda } from '@samtavle/shared/agenda'
import { fitTitle } from '@samtavle/shared/board-title'
import { AppError } from '@samtavle/shared/errors'
import { isoWeekday } from '@samtavle/shared/iso-dates'
import type { CreateSprintRequest } from '@samtavle/shared/sprint-api'
import { movedTo, planFrom } from '@samtavle/templates/programmes/plan-from'
import type { Programme } from '@samtavle/templates/programmes/programme'
import { findProgramme } from '@samtavle/templates/programmes/programmes'
import type { NewBoardService } from '../boards/new-board-service.ts'
import type { SprintPlacing } from '../db/new-boards.ts'
import type { Identity } from '../http/app-env.ts'
import { carriedWords, type openLoops } from '../loops/loop-carrying.ts'
import { type GrantedSprint, requireFurther } from './sprint-access-service.ts'
import type { SprintReadingStore } from './sprint-reading-store.ts'
import type { NewSprint, SprintStore } from './sprint-store.ts'

export type SprintCreationService = ReturnType<typeof createSprintCreationService>

/** A board that a new sprint is to have. */
type Wanted = Omit<SprintPlacing, 'id' | 'position'> & { title: string; templateId: string | null }

/** Learning loops that a new sprint goes on with. */
type Carried = { fromSprint: string; loops: readonly { id: string; boardKey: string | undefined }[] }

/** Makes sprints, new ones and duplicates. */
export function createSprintCreationService(deps: {
  store: Pick<SprintStore, 'create'>
  reading: Pick<SprintReadingStore, 'people' | 'team' | 'boardsOf'>
  newBoards: Pick<NewBoardService, 'many'>
  /** The learning loops of a sprint that go on. */
  loopsOf: (sprintId: string) => ReturnType<typeof openLoops>
  /** Told of every new board, once its document is stored. */
  onStored: (boardId: string) => void
  now: () => Date
}) {
  const { store, reading, newBoards, loopsOf, onStored, now } = deps

  async function create(
    sprint: Omit<NewSprint, 'id' | 'agenda' | 'createdAt'> & { agenda: Agenda },
    wanted: readonly Wanted[],
    { examples, orEmpty, carried }: { examples: boolean; orEmpty: boolean; carried: Carried | undefined },
  ): Promise<string> {
    const id = randomUUID()
    const { locale, createdBy: ownerId } = sprint
    const orders = wanted.map(({ title, templateId, short }) => {
      return { title, ownerId, locale, templateId: templateId ?? undefined, examples, short, orEmpty }
    })
    const boards = (await newBoards.many(orders)).map((board, index) => {
      const { title: _, templateId: __, ...placing } = wanted[index] as Wanted
      return { ...board, sprint: { ...placing, id, position: index + 1 } }
    })
    const loops = carried && {
      fromSprint: carried.fromSprint,
      loops: carried.loops.map(({ id: old, boardKey }) => {
        const board = boards.find(({ sprint: { key } }) => key === boardKey)
        return { id: old, newId: randomUUID(), boardId: board?.id ?? null }
      }),
      why: carriedWords[locale](sprint.title),
    }
    await store.create({ ...sprint, id, agenda: JSON.stringify(sprint.agenda), createdAt: now() }, boards, loops)
    for (const board of boards) onStored(board.id)
    return id
  }

  /**
   * Those loops of an older sprint that are asked for, each with the key of its board.
   * @throws AppError `forbidden` for whom may not plan them; `conflict` when one of them goes on no more.
   */
  async function carry(granted: GrantedSprint, ids: readonly string[]): Promise<Carried | undefined> {
    if (ids.length === 0) return undefined
    requireFurther(granted, 'sprint.plan-loops')
    const { sprint, identity } = granted
    const open = new Map((await loopsOf(sprint.id)).map(({ id, boardId }) => [id, boardId]))
    const keyOf = new Map((await reading.boardsOf(identity.userId, sprint.id)).map(({ id, key }) => [id, key]))
    const loops = [...new Set(ids.map((id) => id.toLowerCase()))].map((id) => {
      const boardId = open.get(id)
      if (boardId === undefined) throw new AppError('conflict', 'loops: one of them has ended')
      return { id, boardKey: boardId === null ? undefined : keyOf.get(boardId) }
    })
    return { fromSprint: sprint.id, loops }
  }

  async function requirePeople(ids: readonly (string | null)[]): Promise<void> {
    const asked = ids.filter((id) => id !== null)
    const known = await reading.people(asked)
    if (asked.some((id) => !known.has(id))) throw new AppError('bad_request', 'no such person in the organisation')
  }

  return {
    /**
     * Creates a sprint from a programme, with its team and all its boards, and answers its id. Who makes it leads it.
     * @throws AppError `bad_request` for a programme or a person that does not exist, for a day on which the programme
     *   does not start, and for a team that names somebody twice.
     * @param follows the sprint that the request says it follows
     */
    async create(identity: Identity, request: CreateSprintRequest, follows: GrantedSprint | null): Promise<string> {
      const { title, challenge, startDate, programmeId, locale = identity.locale, examples = false } = request
      const programme = findProgramme(programmeId)
      if (programme === undefined) throw new AppError('bad_request', 'programmeId: no such programme')
      requireStart(programme, startDate)
      const team = request.team.map(({ userId, role }) => ({ userId: userId.toLowerCase(), role }))
      const commissioner = lowerCased(request.commissioner)
      const people = [identity.userId, ...team.map(({ userId }) => userId)]
      if (new Set(people).size < people.length) throw new AppError('bad_request', 'team: somebody is named twice')
      await requirePeople([...people, commissioner.userId])
      const { agenda, boards } = planFrom(programme, startDate, locale)
      return await create(
        {
          ...{ title, challenge, startDate, programmeId, locale, agenda, commissioner },
          previousId: follows?.sprint.id ?? null,
          createdBy: identity.userId,
          team: [{ userId: identity.userId, role: 'facilitator' }, ...team],
        },
        boards.map((board) => ({ ...board, title: fitTitle(board.title), sensitivity: 'open' })),
        {
          examples,
          orEmpty: false,
          carried: follows === null ? undefined : await carry(follows, request.follows?.loops ?? []),
        },
      )
    },

    /**
     * Creates the same sprint for another start: its team, its plan as it is now, and its boards, which begin anew.
     * Whoever duplicates it leads it, beside those who lead this one.
     * @throws AppError `bad_request` for a day on which its programme does not start; as `carry` for its loops.
     */
    async duplicate(
      granted: GrantedSprint,
      request: { title?: string | undefined; startDate: string; loops?: readonly string[] | undefined },
    ): Promise<string> {
      const { sprint, identity } = granted
      const { challenge, programmeId, locale } = sprint
      const { title = sprint.title, startDate } = request
      const programme = findProgramme(programmeId)
      if (programme !== undefined) requireStart(programme, startDate)
      const [members, boards] = await Promise.all([
        reading.team(sprint.id),
        reading.boardsOf(identity.userId, sprint.id),
      ])
      const others = members.filter(({ id }) => id !== identity.userId).map(({ id, role }) => ({ userId: id, role }))
      return await create(
        {
          ...{ title, challenge, startDate, programmeId, locale },
          agenda: movedTo(JSON.parse(sprint.agenda) as Agenda, sprint.startDate, startDate),
          commissioner: { name: sprint.commissionerName, userId: sprint.commissionerId },
          previousId: sprint.id,
          createdBy: identity.userId,
          team: [{ userId: identity.userId, role: 'facilitator' }, ...others],
        },
        boards.map(({ key, day, phase, sensitivity, short, title, templateId }) => {
          return { key, day, phase, sensitivity, short, title, templateId }
        }),
        // An own template may have been deleted since.
        { examples: false, orEmpty: true, carried: await carry(granted, request.loops ?? []) },
      )
    },
  }
}

function requireStart(programme: Programme, date: string): void {
  if (programme.startsOnMonday && isoWeekday(date) !== 1) {
    throw new AppError('bad_request', 'startDate: the programme starts on a Monday')
  }
}

const lowerCased = ({ name, userId }: NewSprint['commissioner']) => ({ name, userId: userId?.toLowerCase() ?? null })
