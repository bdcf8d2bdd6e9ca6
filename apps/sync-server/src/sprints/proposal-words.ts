import type { SprintRole } from '@samtavle/shared/access'
import type { Agenda, AgendaDay } from '@samtavle/shared/agenda'
import { placedBlocks } from '@samtavle/shared/agenda-times'
import type { Locale } from '@samtavle/shared/locale'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import type { NewProposal } from './proposals.ts'

/** What the product proposes for the process log, in the sprint's language. Without names: a role says enough. */
type Words = {
  /** `9.00–10.30 Opportunity spaces` */
  clock: (minute: number) => string
  nothing: string
  board: (board: string, day: string) => string
  team: (count: number) => string
  left: (count: number, role: string) => string
  roles: Record<SprintRole, string>
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
const clockWith = (mark: string) => (minute: number) =>
  `${Math.floor(minute / 60) % 24}${mark}${twoDigits(minute % 60)}`

const WORDS: Record<Locale, Words> = {
  da: {
    clock: clockWith('.'),
    nothing: 'Ikke i planen',
    board: (board, day) => `${board}: ${day}`,
    team: (count) => `${count} i teamet`,
    left: (count, role) => `${count} i teamet – en ${role} er ikke med længere`,
    roles: {
      facilitator: 'facilitator',
      member: 'deltager fra teamet',
      sparring: 'sparringspartner',
      observer: 'observatør',
    },
  },
  en: {
    clock: clockWith(':'),
    nothing: 'Not in the plan',
    board: (board, day) => `${board}: ${day}`,
    team: (count) => `${count} in the team`,
    left: (count, role) => `${count} in the team – one ${role} has left`,
    roles: { facilitator: 'facilitator', member: 'team member', sparring: 'sparring partner', observer: 'observer' },
  },
  nb: {
    clock: clockWith('.'),
    nothing: 'Ikke i planen',
    board: (board, day) => `${board}: ${day}`,
    team: (count) => `${count} i teamet`,
    left: (count, role) => `${count} i teamet – en ${role} er ikke med lenger`,
    roles: {
      facilitator: 'fasilitator',
      member: 'deltaker fra teamet',
      sparring: 'sparringspartner',
      observer: 'observatør',
    },
  },
}

const fitted = (text: string): string =>
  text.length <= LOG_WORDS_MAX ? text : `${text.slice(0, LOG_WORDS_MAX - 1).trimEnd()}…`

/** One line for each day of which the plan changed: what is not any more, and what is instead. */
export function agendaProposals(before: Agenda, after: Agenda, locale: Locale, madeAt: Date): NewProposal[] {
  const words = WORDS[locale]
  const keys = new Set([...before.days, ...after.days].map(({ key }) => key))
  return [...keys].flatMap((key): NewProposal[] => {
    const [was, is] = [before, after].map(({ days }) =>
      linesOf(
        days.find((day) => day.key === key),
        words,
      ),
    ) as [string[], string[]]
    const gone = was.filter((line) => !is.includes(line))
    const come = is.filter((line) => !was.includes(line))
    if (gone.length === 0 && come.length === 0) return []
    const text = (lines: string[]) => (lines.length === 0 ? words.nothing : fitted(lines.join('; ')))
    return [{ type: 'plan', day: key, from: text(gone), to: text(come), madeAt }]
  })
}

/** What a day says, a line each: when it is, and its blocks with their times. */
function linesOf(day: AgendaDay | undefined, { clock }: Words): string[] {
  if (day === undefined) return []
  const date = [`${day.title} (${day.lastDate === null ? day.date : `${day.date}–${day.lastDate}`})`]
  const blocks = placedBlocks(day).map(({ block, start, end }) => {
    // A phase of several days is a list without clock.
    return day.lastDate === null ? `${clock(start)}–${clock(end)} ${block.title}` : block.title
  })
  return [...date, ...blocks]
}

/** A board is used on another day. */
export function movedBoardProposal(
  board: { title: string; from: string; to: string },
  agenda: Agenda,
  locale: Locale,
  madeAt: Date,
): NewProposal {
  const words = WORDS[locale]
  const titleOf = (key: string) => agenda.days.find((day) => day.key === key)?.title ?? key
  return {
    type: 'plan',
    day: board.to,
    from: fitted(words.board(board.title, titleOf(board.from))),
    to: fitted(words.board(board.title, titleOf(board.to))),
    madeAt,
  }
}

/** Somebody is not of the team any more. @param teamSize how many there were */
export function leftTeamProposal(teamSize: number, role: SprintRole, locale: Locale, madeAt: Date): NewProposal {
  const words = WORDS[locale]
  return {
    type: 'team',
    day: null,
    from: words.team(teamSize),
    to: words.left(teamSize - 1, words.roles[role]),
    madeAt,
  }
}
