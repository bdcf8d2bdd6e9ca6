import type { SprintRole } from '@samtavle/shared/access'
import type { Agenda, AgendaBlock, AgendaDay } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import type { NewProposal } from './proposals.ts'

/**
 * What the product proposes for the process log, in the sprint's language. Without names: a role says enough. Words say
 * what they are about, so that two that say the same mean the same.
 */
type Words = {
  calendar: string
  date: (weekday: string, day: number, month: string) => string
  clock: (minute: number) => string
  starts: (clock: string) => string
  block: (title: string, minutes: number, clock: string | null) => string
  absent: (title: string) => string
  team: (count: number) => string
  left: (count: number, role: string) => string
  vote: (board: string, question: string, ballots: number) => string
  roles: Record<SprintRole, string>
}

const clockWith = (mark: string) => (minute: number) =>
  `${Math.floor(minute / 60) % 24}${mark}${String(minute % 60).padStart(2, '0')}`

const WORDS: Record<Locale, Words> = {
  da: {
    calendar: 'da-DK',
    date: (weekday, day, month) => `${weekday} ${day}. ${month}`,
    clock: clockWith('.'),
    starts: (clock) => `begynder kl. ${clock}`,
    block: (title, minutes, clock) => `${title}, ${minutes} min.${clock === null ? '' : ` fra kl. ${clock}`}`,
    absent: (title) => `${title} – ikke i planen`,
    team: (count) => `${count} i teamet`,
    left: (count, role) => `${count} i teamet – en ${role} er ikke med længere`,
    vote: (board, question, ballots) => `Afstemning på tavlen »${board}«: »${question}« – ${ballots} har stemt`,
    roles: {
      facilitator: 'facilitator',
      member: 'deltager fra teamet',
      sparring: 'sparringspartner',
      observer: 'observatør',
    },
  },
  en: {
    calendar: 'en-GB',
    date: (weekday, day, month) => `${weekday} ${day} ${month}`,
    clock: clockWith(':'),
    starts: (clock) => `starts at ${clock}`,
    block: (title, minutes, clock) => `${title}, ${minutes} min${clock === null ? '' : ` from ${clock}`}`,
    absent: (title) => `${title} – not in the plan`,
    team: (count) => `${count} in the team`,
    left: (count, role) => `${count} in the team – one ${role} has left`,
    vote: (board, question, ballots) => `Vote on the board “${board}”: “${question}” – ${ballots} voted`,
    roles: { facilitator: 'facilitator', member: 'team member', sparring: 'sparring partner', observer: 'observer' },
  },
  nb: {
    calendar: 'nb-NO',
    date: (weekday, day, month) => `${weekday} ${day}. ${month}`,
    clock: clockWith('.'),
    starts: (clock) => `begynner kl. ${clock}`,
    block: (title, minutes, clock) => `${title}, ${minutes} min.${clock === null ? '' : ` fra kl. ${clock}`}`,
    absent: (title) => `${title} – ikke i planen`,
    team: (count) => `${count} i teamet`,
    left: (count, role) => `${count} i teamet – en ${role} er ikke med lenger`,
    vote: (board, question, ballots) => `Avstemning på tavlen «${board}»: «${question}» – ${ballots} har stemt`,
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

/** `onsdag 9. september`; of several days what they are about. */
function nameOf(day: AgendaDay, { calendar, date }: Words): string {
  if (day.lastDate !== null) return day.title
  const moment = new Date(`${day.date}T00:00:00Z`)
  const named = (part: 'weekday' | 'month') =>
    new Intl.DateTimeFormat(calendar, { [part]: 'long', timeZone: 'UTC' }).format(moment)
  return date(named('weekday'), moment.getUTCDate(), named('month'))
}

/** Which day each block is on. */
const daysOfBlocks = ({ days }: Agenda): Map<string, { day: AgendaDay; block: AgendaBlock }> =>
  new Map(days.flatMap((day) => day.blocks.map((block) => [block.id, { day, block }] as const)))

/** What of the plan changed: a line for each block that moved to another day, and one for each day otherwise. */
export function agendaProposals(before: Agenda, after: Agenda, locale: Locale, madeAt: Date): NewProposal[] {
  const words = WORDS[locale]
  const proposals: NewProposal[] = []
  const propose = (day: string, from: string, to: string) =>
    proposals.push({ type: 'plan', day, from: fitted(from), to: fitted(to), madeAt })
  const was = daysOfBlocks(before)
  const is = daysOfBlocks(after)
  const moved = new Set<string>()
  for (const [id, { day, block }] of is) {
    const earlier = was.get(id)
    if (earlier === undefined || earlier.day.key === day.key) continue
    moved.add(id)
    propose(day.key, `${block.title}: ${nameOf(earlier.day, words)}`, `${block.title}: ${nameOf(day, words)}`)
  }
  for (const day of after.days) {
    const earlier = before.days.find(({ key }) => key === day.key)
    if (earlier === undefined) continue
    if (earlier.date !== day.date || earlier.lastDate !== day.lastDate) {
      propose(day.key, `${earlier.title}: ${datesOf(earlier)}`, `${day.title}: ${datesOf(day)}`)
    }
    const [from, to] = changesOf(earlier, day, moved, words)
    if (from !== to) propose(day.key, `${nameOf(day, words)}: ${from}`, `${nameOf(day, words)}: ${to}`)
  }
  return proposals
}

const datesOf = ({ date, lastDate }: AgendaDay): string => (lastDate === null ? date : `${date}–${lastDate}`)

/** What a day's plan said and what it says instead, without blocks that moved in or out. */
function changesOf(before: AgendaDay, after: AgendaDay, moved: ReadonlySet<string>, words: Words): [string, string] {
  const [was, is] = [before, after].map(({ blocks }) => blocks.filter(({ id }) => !moved.has(id))) as [
    AgendaBlock[],
    AgendaBlock[],
  ]
  const changes: [string, string][] = []
  if (before.startsAt !== after.startsAt) {
    const starts = ({ startsAt }: AgendaDay) => words.starts(words.clock(startsAt))
    changes.push([starts(before), starts(after)])
  }
  for (const id of new Set([...was, ...is].map((block) => block.id))) {
    const [old, now] = [was, is].map((blocks) => blocks.find((block) => block.id === id))
    const said = old === undefined ? words.absent(now?.title ?? '') : saidOf(old, words)
    const says = now === undefined ? words.absent(old?.title ?? '') : saidOf(now, words)
    if (said !== says) changes.push([said, says])
  }
  if (changes.length === 0 && was.some(({ id }, place) => is[place]?.id !== id)) {
    const titles = (blocks: AgendaBlock[]) => blocks.map(({ title }) => title).join(', ')
    changes.push([titles(was), titles(is)])
  }
  return [changes.map(([from]) => from).join('; '), changes.map(([, to]) => to).join('; ')]
}

const saidOf = ({ title, minutes, lockedStart }: AgendaBlock, { block, clock }: Words): string =>
  block(title, minutes, lockedStart === null ? null : clock(lockedStart))

/** A board is used on another day. */
export function movedBoardProposal(
  board: { title: string; from: string; to: string },
  agenda: Agenda,
  locale: Locale,
  madeAt: Date,
): NewProposal {
  const on = (key: string) => {
    const day = agenda.days.find((one) => one.key === key)
    return fitted(`${board.title}: ${day === undefined ? key : nameOf(day, WORDS[locale])}`)
  }
  return { type: 'plan', day: board.to, from: on(board.from), to: on(board.to), madeAt }
}

/** Somebody is not of the team any more. @param teamSize how many there were */
export function leftTeamProposal(teamSize: number, role: SprintRole, locale: Locale, madeAt: Date): NewProposal {
  const words = WORDS[locale]
  const to = words.left(teamSize - 1, words.roles[role])
  return { type: 'team', day: null, from: words.team(teamSize), to, madeAt }
}

/** A vote was shown: that it was held, and about what. Who chose what is known to nobody. */
export function shownVoteProposal(
  vote: { board: string; question: string; ballots: number },
  locale: Locale,
  madeAt: Date,
): NewProposal {
  const to = fitted(WORDS[locale].vote(vote.board, vote.question, vote.ballots))
  return { type: 'solution', day: null, from: '', to, madeAt }
}
