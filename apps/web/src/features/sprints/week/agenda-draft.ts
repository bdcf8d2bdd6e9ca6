import type { Agenda } from '@samtavle/shared/agenda'
import type { EditRefusal, EditResult } from '@samtavle/shared/agenda-edits'

/** One change of a plan, which can be made again on another one, and what it is about, in words. */
export type AgendaChange = { about: string; apply: (agenda: Agenda) => EditResult }

/** A plan that is being changed: what it is based on, what was done to it since, and what was taken back. */
export type AgendaDraft = {
  readonly base: Agenda
  /** Version of the plan that it is based on. */
  readonly version: number
  readonly done: readonly AgendaChange[]
  readonly undone: readonly AgendaChange[]
  /** The plan with all that was done. */
  readonly agenda: Agenda
}

export type Refused = { change: AgendaChange; reason: EditRefusal }

export function newDraft(base: Agenda, version: number): AgendaDraft {
  return { base, version, done: [], undone: [], agenda: base }
}

/** The draft with one change more; what was taken back before cannot be repeated any more. Or the reason why not. */
export function changed(draft: AgendaDraft, change: AgendaChange): { draft: AgendaDraft } | { reason: EditRefusal } {
  const result = change.apply(draft.agenda)
  if (!result.ok) return { reason: result.reason }
  return { draft: { ...draft, done: [...draft.done, change], undone: [], agenda: result.agenda } }
}

export function undone(draft: AgendaDraft): AgendaDraft {
  const last = draft.done.at(-1)
  if (last === undefined) return draft
  const { draft: before } = replayed(draft, draft.done.slice(0, -1))
  return { ...before, undone: [...draft.undone, last] }
}

export function redone(draft: AgendaDraft): AgendaDraft {
  const next = draft.undone.at(-1)
  if (next === undefined) return draft
  const again = changed(draft, next)
  return 'draft' in again ? { ...again.draft, undone: draft.undone.slice(0, -1) } : draft
}

/** Takes back one change, whatever came after it; what cannot be without it goes too. */
export function without(draft: AgendaDraft, change: AgendaChange): AgendaDraft {
  if (!draft.done.includes(change)) return draft
  return replayed(
    draft,
    draft.done.filter((one) => one !== change),
  ).draft
}

/** The same changes on top of another plan, as far as it takes them. */
export function onTopOf(
  draft: AgendaDraft,
  base: Agenda,
  version: number,
): { draft: AgendaDraft; refused: readonly Refused[] } {
  return replayed({ ...draft, base, version }, draft.done)
}

function replayed(
  draft: AgendaDraft,
  changes: readonly AgendaChange[],
): { draft: AgendaDraft; refused: readonly Refused[] } {
  const refused: Refused[] = []
  let next: AgendaDraft = { ...draft, done: [], undone: [], agenda: draft.base }
  for (const change of changes) {
    const result = changed(next, change)
    if ('draft' in result) next = result.draft
    else refused.push({ change, reason: result.reason })
  }
  return { draft: next, refused }
}
