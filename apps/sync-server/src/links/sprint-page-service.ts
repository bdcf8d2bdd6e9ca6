import { can } from '@samtavle/shared/access'
import type { Agenda } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { SprintPage } from '@samtavle/shared/share-link-api'
import { dateIn, dayOn, lastDateOf } from '../sprints/sprint-days.ts'
import type { Guests } from './guests.ts'
import type { JoinService } from './join-service.ts'
import type { LinkStore } from './link-store.ts'
import type { SharedSnapshots } from './shared-snapshots.ts'

export type SprintPageService = ReturnType<typeof createSprintPageService>

const noSuchSprint = (): AppError => new AppError('not_found', 'no such sprint')

/** The page of a sprint for guests: its week and its published snapshots. */
export function createSprintPageService(deps: {
  guests: Pick<Guests, 'cookie' | 'store'>
  links: Pick<LinkStore, 'sprint'>
  snapshots: SharedSnapshots
  join: Pick<JoinService, 'snapshotAddress'>
  timeZone: string
  now: () => Date
}) {
  const { guests, links, snapshots, join, now } = deps
  const dateOf = dateIn(deps.timeZone)

  /** The link by which this guest sees the sprint. @throws AppError `unauthenticated`, `not_found`. */
  async function require(header: string | undefined, sprintId: string): Promise<string> {
    const session = guests.cookie.read(header)
    if (session === undefined) throw new AppError('unauthenticated', 'no guest')
    const guest = isUuid(sprintId) ? await guests.store.inSprint(session, sprintId, now()) : undefined
    if (guest === undefined) throw noSuchSprint()
    const page = { kind: 'sprint-page', isShared: true, status: guest.status } as const
    if (!can({ kind: 'guest', guestId: guest.guestId }, 'sprint-page.view', page)) throw noSuchSprint()
    return guest.linkId
  }

  return {
    /** @throws AppError `unauthenticated`, `not_found`. */
    async get(header: string | undefined, sprintId: string): Promise<SprintPage> {
      await require(header, sprintId)
      const [sprint, published] = await Promise.all([links.sprint(sprintId), snapshots.publishedOf(sprintId)])
      if (sprint === undefined || sprint.status === 'archived') throw noSuchSprint()
      const agenda = JSON.parse(sprint.agenda) as Agenda
      return {
        id: sprintId,
        title: sprint.title,
        challenge: sprint.challenge,
        status: sprint.status,
        startDate: sprint.startDate,
        lastDate: lastDateOf(agenda),
        today: dayOn(agenda, sprint.startDate, dateOf(now()))?.key ?? null,
        purpose: sprint.purpose ?? '',
        days: agenda.days.map(({ key, date, lastDate, title, goal, phases, quiet }) => {
          return { key, date, lastDate, title, goal, phases, quiet }
        }),
        snapshots: published.map(({ publishedAt, ...snapshot }) => {
          return { ...snapshot, publishedAt: publishedAt.toISOString() }
        }),
      }
    },

    /** An address of one of its published snapshots. @throws AppError `unauthenticated`, `not_found`. */
    async open(header: string | undefined, sprintId: string, snapshotId: string): Promise<string> {
      const linkId = await require(header, sprintId)
      const snapshot = isUuid(snapshotId) ? await snapshots.find(snapshotId) : undefined
      if (snapshot?.sprintId !== sprintId || !snapshot.isOpen)
        throw new AppError('not_found', 'no snapshot of this sprint')
      return await join.snapshotAddress(linkId, snapshotId)
    },
  }
}
