import { createHash } from 'node:crypto'
import type { Agenda, AgendaDay } from '@samtavle/shared/agenda'
import type { Composition } from '@samtavle/shared/compose-snapshot'
import { AppError } from '@samtavle/shared/errors'
import { groupBy } from '@samtavle/shared/group-by'
import type { SnapshotChoice } from '@samtavle/shared/snapshot-api'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import type { ProcessModelService } from '../organisation/process-model-service.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { NoteVoteStore } from '../votes/note-vote-store.ts'
import type { ChoiceJob, FreezeJob, Frozen, StoredBoard } from './freeze.ts'
import type { Freezer } from './freezer.ts'
import { boardsOfDay, emptyChoice } from './preset-choice.ts'
import type { SnapshotOf } from './snapshot-rows.ts'
import type { SnapshotSourceStore, SourceBoardRow } from './snapshot-source-store.ts'
import type { SnapshotStore } from './snapshot-store.ts'

/** What a draft is composed from, and by whom. */
export type Draft = { of: SnapshotOf; day: string | null; choice: SnapshotChoice; madeBy: Composition['madeBy'] }

export type SnapshotComposer = ReturnType<typeof createSnapshotComposer>

/** Fetches what a snapshot is made of, and has it made in the thread. */
export function createSnapshotComposer(deps: {
  store: Pick<SnapshotStore, 'previousContent'>
  sources: SnapshotSourceStore
  votes: Pick<NoteVoteStore, 'onBoards'>
  docStore: Pick<DocStore, 'load'>
  freezer: Pick<Freezer, 'freeze' | 'choose'>
  /** What the organisation calls the phases. */
  processModel: Pick<ProcessModelService, 'read'>
  log: RoomLog
  now: () => Date
}) {
  const { store, sources, votes, docStore, freezer, processModel, log, now } = deps

  /** What is stored, which is all that anybody has seen; a board that is deleted meanwhile is left out. */
  async function loaded(rows: readonly SourceBoardRow[]): Promise<(StoredBoard & { sprintKey: string })[]> {
    const boards: (StoredBoard & { sprintKey: string })[] = []
    const given = groupBy(await votes.onBoards(rows.map(({ id }) => id)), ({ boardId }) => boardId)
    for (const { id, title, key, sensitivity } of rows) {
      const stored = await docStore.load(id)
      if (stored === undefined) continue
      const { generation, payloads } = stored
      const isRestricted = sensitivity === 'restricted'
      const ofNotes = new Map((given.get(id) ?? []).map(({ shape, votes }) => [shape, votes]))
      const board = { id, key: keyOf(id), title, isRestricted, generation, payloads, votes: ofNotes }
      boards.push({ ...board, sprintKey: key ?? '' })
    }
    return boards
  }

  async function aboutSprint(of: SnapshotOf, day: string | null) {
    const sprint = of.sprintId === null ? undefined : await sources.sprint(of.sprintId)
    if (sprint === undefined) return undefined
    const own = (JSON.parse(sprint.agenda) as Agenda).days.find(({ key }) => key === day)
    const { title, challenge, locale } = sprint
    const { phases } = await processModel.read()
    const content: SnapshotContent['sprint'] = {
      title,
      challenge,
      day:
        own === undefined
          ? null
          : { ...dayOf(own), phaseWords: own.phases.map((phase) => phases[phase].word[locale] ?? phase) },
      purpose: null,
    }
    return { locale, content }
  }

  async function frozen(draft: Draft, want: FreezeJob['want']): Promise<Frozen> {
    const { of, choice, day, madeBy } = draft
    const named = new Set(choice.parts.map((key) => key.slice(0, key.indexOf('/'))))
    const all = await sources.boards(of)
    // A preview offers every section; anything else reads no more than it shows.
    const rows = want.kind === 'preview' ? all : all.filter(({ id }) => named.has(id))
    const [sprint, people, previous, purpose] = await Promise.all([
      aboutSprint(of, day),
      sources.names(
        of,
        all.map(({ id }) => id),
      ),
      store.previousContent(of),
      of.sprintId === null ? null : sources.purpose(of.sprintId),
    ])
    const locale = sprint?.locale ?? (of.boardId === null ? 'da' : await sources.boardLocale(of.boardId))
    const result = await freezer.freeze({
      composition: {
        ...{ locale, madeAt: now().toISOString(), madeBy, sprint: sprint?.content ?? null, choice },
        people: people.map(({ name, role }) => ({ name, place: role })),
      },
      purpose,
      boards: await loaded(rows),
      previous,
      want,
    })
    if (result.invalid > 0) log.warn({ records: result.invalid }, 'a snapshot leaves out records that are not valid')
    return result
  }

  return {
    preview: async (draft: Draft) => await frozen(draft, { kind: 'preview' }),
    /** What it says, without what else there is to choose. */
    everyWord: async (draft: Draft) => await frozen(draft, { kind: 'words' }),
    everything: async (draft: Draft) => await frozen(draft, { kind: 'everything' }),
    picture: async (draft: Draft, key: string, theme: 'light' | 'dark') =>
      (await frozen(draft, { kind: 'picture', key, theme })).pictures[0],

    /** What the programme shows of a day. @throws AppError `bad_request` for a day that the sprint has not */
    async presetOf(of: SnapshotOf, dayKey: string): Promise<SnapshotChoice> {
      const sprint = of.sprintId === null ? undefined : await sources.sprint(of.sprintId)
      const day = sprint && (JSON.parse(sprint.agenda) as Agenda).days.find(({ key }) => key === dayKey)
      if (sprint === undefined || day === undefined)
        throw new AppError('bad_request', 'day: the sprint has no such day')
      const { programmeId } = sprint
      const all = await sources.boards(of)
      const keys = new Set(
        boardsOfDay(
          programmeId,
          day,
          all.map(({ key }) => key ?? ''),
        ),
      )
      const open = all.filter(({ key, sensitivity }) => keys.has(key ?? '') && sensitivity !== 'restricted')
      return await chosen(open, { programmeId, day })
    },

    /** A choice that shows nothing yet, of a sprint or a board that is there. */
    async nothingOf(of: SnapshotOf): Promise<SnapshotChoice> {
      const sprint = of.sprintId === null ? undefined : await sources.sprint(of.sprintId)
      return emptyChoice(sprint?.title ?? '')
    },

    /** All of one board. @throws AppError `forbidden` for a restricted one: it stays out of snapshots. */
    async wholeBoard(of: SnapshotOf, boardId: string): Promise<SnapshotChoice> {
      const own = (await sources.boards(of)).find(({ id }) => id === boardId)
      if (own === undefined) throw new AppError('not_found', 'no such board')
      if (own.sensitivity === 'restricted') throw new AppError('forbidden', 'a restricted board stays out of snapshots')
      return await chosen([own], { title: own.title })
    },
  }

  async function chosen(rows: readonly SourceBoardRow[], of: ChoiceJob['of']): Promise<SnapshotChoice> {
    return await freezer.choose({ boards: await loaded(rows), of })
  }
}

const dayOf = ({ title, date, lastDate, phases, managerSees }: AgendaDay) => {
  return { title: managerSees?.title ?? title, date: lastDate ?? date, phases }
}

/** Names a board in keys, and does not lead to it: its id is as random as a secret. */
const keyOf = (boardId: string): string => createHash('sha256').update(boardId).digest('hex').slice(0, 12)
