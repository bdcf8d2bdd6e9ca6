import type { SprintStatus } from '@samtavle/shared/access'
import type { Agenda } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import type { updateSprintRequest } from '@samtavle/shared/sprint-api'
import type { z } from 'zod'
import type { RoomControl } from '../rooms/room-control.ts'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import { agendaProposals } from './proposal-words.ts'
import { type GrantedSprint, noSuchSprint } from './sprint-access-service.ts'
import type { SprintReadingStore } from './sprint-reading-store.ts'
import type { SprintStore } from './sprint-store.ts'

export type SprintService = ReturnType<typeof createSprintService>

/** As the database says: bytes of the agenda as JSON. */
export const AGENDA_BYTES_MAX = 262_144
/** A sprint goes one step on, or one back. */
const STEPS: readonly SprintStatus[] = ['preparation', 'running', 'finished', 'archived']

/** The rules of a sprint: what it is called, its plan, and how far it is. */
export function createSprintService(deps: {
  store: Pick<SprintStore, 'change' | 'putAgenda' | 'putNow' | 'putStatus' | 'softDelete'>
  reading: Pick<SprintReadingStore, 'people' | 'boardKeys'>
  rooms: Pick<RoomControl, 'boardDeleted'>
  live: Pick<LiveRightsService, 'tellStates'>
  now: () => Date
}) {
  const { store, reading, rooms, live, now } = deps
  return {
    /** @throws AppError `bad_request` for a commissioner who is not in the organisation. */
    async change({ sprint }: GrantedSprint, change: z.infer<typeof updateSprintRequest>): Promise<void> {
      const { commissioner } = change
      const userId = commissioner?.userId?.toLowerCase() ?? null
      if (userId !== null && !(await reading.people([userId])).has(userId)) {
        throw new AppError('bad_request', 'commissioner: no such person in the organisation')
      }
      const changed = { ...change, commissioner: commissioner && { name: commissioner.name, userId } }
      if (!(await store.change(sprint.id, changed))) throw noSuchSprint()
    },

    /**
     * Puts another plan in the place of the one of this version, and answers the new version.
     * @throws AppError `conflict` when somebody else changed it since, `bad_request` for one that contradicts itself,
     *   `too_large`.
     */
    async putAgenda({ sprint }: GrantedSprint, version: number, agenda: Agenda): Promise<number> {
      const before = JSON.parse(sprint.agenda) as Agenda
      const { keys } = await reading.boardKeys(sprint.id)
      requireSound(agenda, before, keys)
      const text = JSON.stringify(agenda)
      if (Buffer.byteLength(text) > AGENDA_BYTES_MAX) throw new AppError('too_large', 'the agenda is too large')
      const blocks = agenda.days.flatMap((day) => day.blocks.map(({ id }) => id))
      // Of another version than this one's nothing is written.
      const proposals = version === sprint.agendaVersion ? agendaProposals(before, agenda, sprint.locale, now()) : []
      const stored = await store.putAgenda(sprint.id, { version, agenda: text, blocks }, proposals)
      if (stored === undefined) throw new AppError('conflict', 'the agenda was changed meanwhile')
      return stored
    },

    /**
     * The team begins a block; null ends what it is at.
     * @throws AppError `bad_request` for a block that is not in the agenda, `conflict` when the sprint does not run.
     */
    async putNow({ sprint }: GrantedSprint, block: string | null): Promise<void> {
      const { days } = JSON.parse(sprint.agenda) as Agenda
      if (block !== null && !days.some((day) => day.blocks.some(({ id }) => id === block))) {
        throw new AppError('bad_request', 'block: not in the agenda')
      }
      if (!(await store.putNow(sprint.id, block, now()))) throw new AppError('conflict', 'the sprint does not run')
    },

    /**
     * One step on or back. Its boards are archived with it, and open sockets follow at once.
     * @throws AppError `conflict` for any other step, and when somebody else took one meanwhile.
     */
    async putStatus({ sprint }: GrantedSprint, to: SprintStatus): Promise<void> {
      const { id, status: from } = sprint
      if (from !== to) {
        if (Math.abs(STEPS.indexOf(to) - STEPS.indexOf(from)) > 1) {
          throw new AppError('conflict', `a sprint does not go from ${from} to ${to}`)
        }
        if (!(await store.putStatus(id, from, to, now()))) throw new AppError('conflict', 'the status was changed')
      }
      // Also when it is so already: an earlier attempt may have been committed without the rooms hearing of it.
      if (from === 'archived' || to === 'archived') await live.tellStates(id)
    },

    /** Deletes a sprint that has not begun, with its boards, for everybody. */
    async delete({ sprint }: GrantedSprint): Promise<void> {
      const boards = await store.softDelete(sprint.id, now())
      if (boards === undefined) throw new AppError('conflict', 'the sprint has begun')
      for (const boardId of boards) rooms.boardDeleted(boardId)
    },
  }
}

/** Keys are unique, days end after they begin, and blocks name boards of the sprint. */
function requireSound(agenda: Agenda, before: Agenda, boards: ReadonlySet<string>): void {
  const unsound = (why: string) => new AppError('bad_request', `agenda: ${why}`)
  const blocks = agenda.days.flatMap((day) => day.blocks)
  if (new Set(agenda.days.map(({ key }) => key)).size < agenda.days.length) throw unsound('a day’s key is repeated')
  if (new Set(blocks.map(({ id }) => id)).size < blocks.length) throw unsound('a block’s id is repeated')
  if (agenda.days.some(({ date, lastDate }) => lastDate !== null && lastDate < date)) {
    throw unsound('a day ends before it begins')
  }
  if (blocks.some((block) => block.boards.some((key) => !boards.has(key)))) throw unsound('no such board')
  // Boards say the day on which they are used.
  const days = new Set(agenda.days.map(({ key }) => key))
  if (before.days.some(({ key }) => !days.has(key))) throw unsound('a day is missing')
}
