import { SPRINT_ROLES, type SprintRole } from '@samtavle/shared/access'
import { isUuid } from '@samtavle/shared/ids'
import { mondayOf } from '@samtavle/shared/iso-dates'
import { isLocale, type Locale } from '@samtavle/shared/locale'
import type { CreateSprintRequest, ProgrammeSummary } from '@samtavle/shared/sprint-api'

/** Who has set the task: a name as it is typed, or a manager who has an account. */
export type Commissioner = { name: string; userId: string | null }

/** Somebody of the team as the page shows them. */
export type Teammate = { id: string; name: string; colour: number; role: SprintRole }

/** What is chosen for a new sprint so far. Null is what follows from the rest until it is chosen. */
export type SprintDraft = {
  title: string
  challenge: string
  programmeId: string | null
  /** The day that was chosen; a programme that starts on Mondays starts in its week. */
  date: string | null
  locale: Locale
  examples: boolean
  /** Null as long as it is as the sprint says that this one follows. */
  commissioner: Commissioner | null
  /** Without oneself. */
  team: readonly Teammate[]
  /** Id of the earlier sprint that it follows. */
  follows: string | null
  /** Of that sprint's learning loops, by id: those about which somebody has said whether they go on in this one. */
  loops: Readonly<Record<string, boolean>>
}

/** A draft to which what follows from the earlier sprint was added. */
export type SettledDraft = SprintDraft & { commissioner: Commissioner }

/** Field that must be filled in before the sprint can be made. */
export type SprintFault = 'title' | 'challenge' | 'commissioner' | 'follows'

/** A commissioner of whom nothing is said yet. */
export const NOBODY: Commissioner = { name: '', userId: null }

/** A draft of nothing. */
export function emptyDraft(locale: Locale): SprintDraft {
  return {
    title: '',
    challenge: '',
    programmeId: null,
    date: null,
    locale,
    examples: true,
    commissioner: null,
    team: [],
    follows: null,
    loops: {},
  }
}

/** What a draft lacks. @param older the sprint that it follows, once that is known */
export function faultsOf(
  { title, challenge, commissioner, follows }: Pick<SettledDraft, 'title' | 'challenge' | 'commissioner' | 'follows'>,
  older?: { id: string },
): ReadonlySet<SprintFault> {
  const faults = new Set<SprintFault>()
  if (follows !== null && older?.id !== follows) faults.add('follows')
  if (oneLine(title) === '') faults.add('title')
  if (challenge.trim() === '') faults.add('challenge')
  if (oneLine(commissioner.name) === '') faults.add('commissioner')
  return faults
}

/** The start that a draft says for a programme: the chosen day, or the Monday of its week. */
export function startOf(date: string, { startsOnMonday }: Pick<ProgrammeSummary, 'startsOnMonday'>): string {
  return startsOnMonday ? mondayOf(date) : date
}

/** What is sent for a draft without faults. @param loops ids of the learning loops that go on in it */
export function sprintRequest(
  draft: SettledDraft,
  { programmeId, startDate, loops }: { programmeId: string; startDate: string; loops: readonly string[] },
): CreateSprintRequest {
  return {
    title: oneLine(draft.title),
    challenge: someLines(draft.challenge),
    startDate,
    programmeId,
    locale: draft.locale,
    examples: draft.examples,
    commissioner: { name: oneLine(draft.commissioner.name), userId: draft.commissioner.userId },
    team: draft.team.map(({ id, role }) => ({ userId: id, role })),
    ...(draft.follows === null ? {} : { follows: { sprintId: draft.follows, loops: [...loops] } }),
  }
}

/** Words as one line: no control characters, which come with what is pasted. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/** Words of several lines without the control characters that come with what is pasted. */
export const someLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()

/** A draft as it was kept, whatever of it can still be used; the rest is as in `fallback`. */
export function keptDraft(kept: string | null, fallback: SprintDraft): SprintDraft {
  const said = parsed(kept)
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)
  const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)
  const commissioner = isRecord(said.commissioner) ? said.commissioner : null
  return {
    title: text(said.title, fallback.title),
    challenge: text(said.challenge, fallback.challenge),
    programmeId: textOrNull(said.programmeId),
    date: typeof said.date === 'string' && /^\d{4}-\d\d-\d\d$/.test(said.date) ? said.date : null,
    locale: typeof said.locale === 'string' && isLocale(said.locale) ? said.locale : fallback.locale,
    examples: typeof said.examples === 'boolean' ? said.examples : fallback.examples,
    commissioner: commissioner && { name: text(commissioner.name, ''), userId: textOrNull(commissioner.userId) },
    team: Array.isArray(said.team) ? said.team.filter(isTeammate) : [],
    follows: isUuid(said.follows) ? said.follows : null,
    loops: isRecord(said.loops) ? choicesOf(said.loops) : {},
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parsed(kept: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

const choicesOf = (said: Record<string, unknown>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(said).filter((one): one is [string, boolean] => typeof one[1] === 'boolean'))

function isTeammate(value: unknown): value is Teammate {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.colour === 'number' &&
    SPRINT_ROLES.some((role) => role === value.role)
  )
}
