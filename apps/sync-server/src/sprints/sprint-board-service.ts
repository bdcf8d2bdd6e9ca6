import type { Agenda } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import type { addSprintBoardRequest, arrangeSprintBoardRequest } from '@samtavle/shared/sprint-api'
import { findTemplate } from '@samtavle/templates/catalog'
import type { z } from 'zod'
import type { NewBoardService } from '../boards/new-board-service.ts'
import { noSuchBoard } from '../sharing/access-service.ts'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import { movedBoardProposal } from './proposal-words.ts'
import type { GrantedSprint } from './sprint-access-service.ts'
import type { SprintReadingStore } from './sprint-reading-store.ts'
import type { SprintStore } from './sprint-store.ts'

/** Boards that a sprint may have, deleted ones too. */
export const SPRINT_BOARDS_MAX = 100

export type SprintBoardService = ReturnType<typeof createSprintBoardService>

/** The boards of a sprint, beside those that it was made with. */
export function createSprintBoardService(deps: {
  store: Pick<SprintStore, 'addBoard' | 'arrangeBoard'>
  reading: Pick<SprintReadingStore, 'boardKeys' | 'boardsOf'>
  newBoards: Pick<NewBoardService, 'one'>
  live: Pick<LiveRightsService, 'tellRoles'>
  /** Told of every new board, once its document is stored. */
  onStored: (boardId: string) => void
  now: () => Date
}) {
  const { store, reading, newBoards, live, onStored, now } = deps
  return {
    /**
     * Makes a board for a day of the sprint, empty or from a template, and answers its id. It is the sprint's, not that
     * of whoever made it.
     * @throws AppError `bad_request` for a day or a template that does not exist, `conflict` when there are too many.
     */
    async add({ sprint, identity }: GrantedSprint, request: z.infer<typeof addSprintBoardRequest>): Promise<string> {
      const { day, title, templateId, short, examples } = request
      const phase = requireDay(sprint.agenda, day).phases[0] ?? null
      const { keys, last } = await reading.boardKeys(sprint.id)
      if (keys.size >= SPRINT_BOARDS_MAX) throw new AppError('conflict', 'the sprint has as many boards as it may')
      const { board } = await newBoards.one({
        ...{ title, templateId, short, examples },
        ownerId: identity.userId,
        locale: sprint.locale,
      })
      const key = freeKey(templateId, keys)
      const placing = { id: sprint.id, key, day, phase, position: last + 1, sensitivity: 'open', short: short ?? false }
      await store.addBoard({ ...board, sprint: { ...placing, sensitivity: 'open' } })
      onStored(board.id)
      return board.id
    },

    /**
     * Moves a board to another day or phase, or changes who sees it; open sockets follow at once.
     * @throws AppError `bad_request` for a day that is not in the agenda, `not_found` for a board of another sprint.
     */
    async arrange(
      { sprint, identity }: GrantedSprint,
      boardId: string,
      place: z.infer<typeof arrangeSprintBoardRequest>,
    ): Promise<void> {
      if (place.day !== undefined) requireDay(sprint.agenda, place.day)
      const boards = await reading.boardsOf(identity.userId, sprint.id)
      const board = boards.find(({ id }) => id === boardId)
      if (board === undefined) throw noSuchBoard()
      const { day = board.day } = place
      const agenda = JSON.parse(sprint.agenda) as Agenda
      const moved = { title: board.title, from: board.day, to: day }
      const proposals = day === board.day ? [] : [movedBoardProposal(moved, agenda, sprint.locale, now())]
      if (!(await store.arrangeBoard(sprint.id, boardId, place, proposals))) throw noSuchBoard()
      if (place.sensitivity !== undefined) await live.tellRoles({ boardId })
    },
  }
}

function requireDay(agenda: string, key: string): Agenda['days'][number] {
  const day = (JSON.parse(agenda) as Agenda).days.find((one) => one.key === key)
  if (day === undefined) throw new AppError('bad_request', 'day: the sprint has no such day')
  return day
}

/** `T07`, or `T07-2` when that is taken; of boards from no built-in template `X1`, `X2` … */
function freeKey(templateId: string | undefined, taken: ReadonlySet<string>): string {
  const template = templateId === undefined ? undefined : findTemplate(templateId)
  for (let number = 1; ; number++) {
    const key = template === undefined ? `X${number}` : `${template.number}${number === 1 ? '' : `-${number}`}`
    if (!taken.has(key)) return key
  }
}
