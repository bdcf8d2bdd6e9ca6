import type { Agenda } from '@samtavle/shared/agenda'
import { groupBy } from '@samtavle/shared/group-by'
import type { Sprint, SprintSummary } from '@samtavle/shared/sprint-api'
import type { Identity } from '../http/app-env.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import { type GrantedSprint, mayFurther } from './sprint-access-service.ts'
import { dateIn, dayOn, lastDateOf } from './sprint-days.ts'
import type { NeighbourRow, SprintBoardRow, SprintReadingStore, SprintRow } from './sprint-reading-store.ts'

export type SprintViewService = ReturnType<typeof createSprintViewService>

/** The running ones first, and what is over last. */
const ORDER = ['running', 'preparation', 'finished', 'archived'] as const satisfies SprintRow['status'][]

/** What sprints look like to one person: a fixed number of queries, however many there are. */
export function createSprintViewService(deps: {
  store: Pick<SprintReadingStore, 'list' | 'team' | 'neighbours' | 'boardsOf' | 'boardsOfAll' | 'purpose'>
  rooms: Pick<RoomControl, 'attendees'>
  timeZone: string
  now: () => Date
}) {
  const { store, rooms, now } = deps
  const dateOf = dateIn(deps.timeZone)

  /** What a summary and the whole have in common. */
  function about(row: SprintRow & { place: Sprint['place'] }, agenda: Agenda, boards: readonly SprintBoardRow[]) {
    const { id, title, challenge, status, programmeId, locale, startDate, place } = row
    const day = dayOn(agenda, startDate, dateOf(now()))
    const first = day && firstBoard(day.key, day.blocks, boards)
    return {
      ...{ id, title, challenge, status, programmeId, locale, startDate, lastDate: lastDateOf(agenda), place },
      today: day
        ? { key: day.key, title: day.title, goal: day.goal, boardId: first?.id ?? null, boardTitle: first?.title ?? '' }
        : null,
    }
  }

  return {
    async list({ userId }: Identity): Promise<SprintSummary[]> {
      const [rows, boards] = await Promise.all([store.list(userId), store.boardsOfAll(userId)])
      const ofSprint = groupBy(boards, ({ sprintId }) => sprintId)
      const sprints = rows.flatMap(({ place, ...row }): SprintSummary[] => {
        if (place === null) return []
        const agenda = JSON.parse(row.agenda) as Agenda
        return [{ ...about({ ...row, place }, agenda, ofSprint.get(row.id) ?? []), teamSize: row.teamSize }]
      })
      return sprints.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
    },

    async get(granted: GrantedSprint): Promise<Sprint> {
      const { sprint, identity } = granted
      const [team, boards, purpose, neighbours] = await Promise.all([
        store.team(sprint.id),
        store.boardsOf(identity.userId, sprint.id),
        store.purpose(sprint.id),
        store.neighbours(sprint, identity.userId),
      ])
      // A commissioner may have been added to a board; here are only those of the team's.
      const seen = sprint.place === 'commissioner' ? [] : boards
      const agenda = JSON.parse(sprint.agenda) as Agenda
      const { nowBlock, nowSince } = sprint
      return {
        ...about(sprint, agenda, seen),
        commissioner: { name: sprint.commissionerName, userId: sprint.commissionerId },
        team,
        boards: seen.map(({ editedAt, sprintId: _, short: __, ...board }) => ({
          ...board,
          editedAt: editedAt.toISOString(),
          here: rooms.attendees(board.id).map(({ userId, name, colour }) => ({ id: userId, name, colour })),
        })),
        agenda,
        agendaVersion: sprint.agendaVersion,
        now: nowBlock === null || nowSince === null ? null : { block: nowBlock, since: nowSince.toISOString() },
        purpose: purpose === undefined ? null : { now: purpose.purpose, plan: purpose.plan, number: purpose.number },
        purposeLockedAt: sprint.purposeLockedAt?.toISOString() ?? null,
        previous: neighbours.filter(({ isPrevious }) => isPrevious).map(toOther)[0] ?? null,
        next: neighbours.filter(({ isPrevious }) => !isPrevious).map(toOther),
        may: rightsOf(granted),
      }
    },
  }
}

const toOther = ({ id, title }: NeighbourRow) => ({ id, title })

/** The board to begin a day with: the first that a block names and that one may see, else the first of the day. */
function firstBoard(
  day: string,
  blocks: Agenda['days'][number]['blocks'],
  boards: readonly SprintBoardRow[],
): SprintBoardRow | undefined {
  const named = blocks.flatMap((block) => block.boards).map((key) => boards.find((board) => board.key === key))
  return named.find((board) => board !== undefined) ?? boards.find((board) => board.day === day)
}

function rightsOf(granted: GrantedSprint): Sprint['may'] {
  return {
    change: mayFurther(granted, 'sprint.change'),
    changeAgenda: mayFurther(granted, 'sprint.change-agenda'),
    run: mayFurther(granted, 'sprint.run'),
    setStatus: mayFurther(granted, 'sprint.set-status'),
    duplicate: mayFurther(granted, 'sprint.duplicate'),
    manageTeam: mayFurther(granted, 'sprint.manage-team'),
    addBoard: mayFurther(granted, 'sprint.add-board'),
    arrangeBoards: mayFurther(granted, 'sprint.arrange-boards'),
    delete: mayFurther(granted, 'sprint.delete'),
    writeLog: mayFurther(granted, 'sprint.write-log'),
    changePurpose: mayFurther(granted, 'sprint.change-purpose'),
    decide: mayFurther(granted, 'sprint.decide'),
  }
}
