import type { LogTrialRequest } from '@samtavle/shared/trial-api'
import { forget, remember, remembered } from './remembered.ts'
import { keepsBoards } from './this-device.ts'

/**
 * What somebody wrote in the log of a trial and the server does not have yet: on this device where nobody else uses it,
 * else only as long as the page is open.
 */
export type WaitingLine = { boardId: string; shape: string; request: LogTrialRequest }
export type TrialDraft = { happened: string; learned: string; who: string }

const draftKey = (personId: string, boardId: string, shape: string) => `trial-draft.${personId}.${boardId}.${shape}`
const waitingKey = (personId: string) => `trial-lines.${personId}`

/** Lines of people on a device that others use too. */
const inMemory = new Map<string, WaitingLine[]>()

function parsed<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? 'null') as T | null
  } catch {
    return null
  }
}

/** What was being written when the page was left. */
export function trialDraft(personId: string, boardId: string, shape: string): TrialDraft | null {
  const draft = parsed<Partial<Record<keyof TrialDraft, unknown>>>(remembered(draftKey(personId, boardId, shape)))
  if (typeof draft?.happened !== 'string' || typeof draft.learned !== 'string' || typeof draft.who !== 'string')
    return null
  return draft as TrialDraft
}

/** @param draft null when there is nothing to be kept */
export function keepTrialDraft(personId: string, boardId: string, shape: string, draft: TrialDraft | null): void {
  const key = draftKey(personId, boardId, shape)
  if (draft === null || !keepsBoards()) forget(key)
  else remember(key, JSON.stringify(draft))
}

/** All lines of a person that wait, the oldest first. */
export function waitingTrialLines(personId: string): WaitingLine[] {
  const kept = parsed<WaitingLine[]>(remembered(waitingKey(personId)))
  const stored = Array.isArray(kept) ? kept.filter((line) => typeof line?.request?.line === 'string') : []
  const known = new Set(stored.map(({ request }) => request.line))
  return [...stored, ...(inMemory.get(personId) ?? []).filter(({ request }) => !known.has(request.line))]
}

export function addWaitingTrialLine(personId: string, line: WaitingLine): void {
  save(personId, [...waitingTrialLines(personId), line])
}

export function removeWaitingTrialLine(personId: string, line: string): void {
  save(
    personId,
    waitingTrialLines(personId).filter(({ request }) => request.line !== line),
  )
}

/** Where the device keeps nothing the page does, as long as it is open. */
function save(personId: string, lines: WaitingLine[]): void {
  inMemory.set(personId, lines)
  if (lines.length === 0 || !keepsBoards()) forget(waitingKey(personId))
  else remember(waitingKey(personId), JSON.stringify(lines))
}

/** Nothing of this person stays: somebody signs out. */
export function clearTrialLines(personId: string): void {
  save(personId, [])
  try {
    const begins = `samtavle.${draftKey(personId, '', '').slice(0, -2)}`
    for (const key of Object.keys(localStorage)) if (key.startsWith(begins)) localStorage.removeItem(key)
  } catch {
    // Nothing was kept, then.
  }
}
