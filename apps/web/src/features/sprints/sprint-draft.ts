import { SPRINT_ROLES, type SprintRole } from '@samtavle/shared/access'
import { mondayOf } from '@samtavle/shared/iso-dates'
import { isLocale, type Locale } from '@samtavle/shared/locale'
import type { CreateSprintRequest, ProgrammeSummary } from '@samtavle/shared/sprint-api'

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
  commissioner: { name: string; userId: string | null }
  /** Without oneself. */
  team: readonly Teammate[]
}

/** Field that must be filled in before the sprint can be made. */
export type SprintFault = 'title' | 'challenge' | 'commissioner'

/** A draft of nothing. */
export function emptyDraft(locale: Locale): SprintDraft {
  return {
    title: '',
    challenge: '',
    programmeId: null,
    date: null,
    locale,
    examples: true,
    commissioner: { name: '', userId: null },
    team: [],
  }
}

/** What a draft lacks. */
export function faultsOf({
  title,
  challenge,
  commissioner,
}: Pick<SprintDraft, 'title' | 'challenge' | 'commissioner'>): ReadonlySet<SprintFault> {
  const faults = new Set<SprintFault>()
  if (oneLine(title) === '') faults.add('title')
  if (challenge.trim() === '') faults.add('challenge')
  if (oneLine(commissioner.name) === '') faults.add('commissioner')
  return faults
}

/** The start that a draft says for a programme: the chosen day, or the Monday of its week. */
export function startOf(date: string, { startsOnMonday }: Pick<ProgrammeSummary, 'startsOnMonday'>): string {
  return startsOnMonday ? mondayOf(date) : date
}

/** What is sent for a draft without faults. */
export function sprintRequest(draft: SprintDraft, programmeId: string, startDate: string): CreateSprintRequest {
  return {
    title: oneLine(draft.title),
    challenge: someLines(draft.challenge),
    startDate,
    programmeId,
    locale: draft.locale,
    examples: draft.examples,
    commissioner: { name: oneLine(draft.commissioner.name), userId: draft.commissioner.userId },
    team: draft.team.map(({ id, role }) => ({ userId: id, role })),
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
  const commissioner = isRecord(said.commissioner) ? said.commissioner : {}
  return {
    title: text(said.title, fallback.title),
    challenge: text(said.challenge, fallback.challenge),
    programmeId: textOrNull(said.programmeId),
    date: typeof said.date === 'string' && /^\d{4}-\d\d-\d\d$/.test(said.date) ? said.date : null,
    locale: typeof said.locale === 'string' && isLocale(said.locale) ? said.locale : fallback.locale,
    examples: typeof said.examples === 'boolean' ? said.examples : fallback.examples,
    commissioner: { name: text(commissioner.name, ''), userId: textOrNull(commissioner.userId) },
    team: Array.isArray(said.team) ? said.team.filter(isTeammate) : [],
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

function isTeammate(value: unknown): value is Teammate {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.colour === 'number' &&
    SPRINT_ROLES.some((role) => role === value.role)
  )
}
