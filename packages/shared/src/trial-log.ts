import type { BoardRecord } from './board-doc.ts'
import { metaOf, type TrialLineMark } from './board-meta.ts'
import { textOn } from './shape-words.ts'

/** Lines of the log of a trial action: each is up to three notes on the board, tied by a mark in their records. */

/** Letters of each field of the form, and of who writes. */
export const TRIAL_WORDS_MAX = 500
export const TRIAL_WHO_MAX = 40

const TRIAL_LINE_PARTS = ['when', 'happened', 'learned'] as const satisfies TrialLineMark['part'][]

export type TrialLine = { line: string; at: string; who: string; happened: string; learned: string }

/** The mark of a note; null for a note without one, or with one that cannot be read. */
export function trialLineMarkOf(record: BoardRecord): TrialLineMark | null {
  const mark = metaOf(record).trialLine as Partial<Record<keyof TrialLineMark, unknown>> | undefined
  if (typeof mark !== 'object' || mark === null) return null
  const { trial, line, at, part } = mark
  if (typeof trial !== 'string' || typeof line !== 'string' || typeof at !== 'string') return null
  const isPart = TRIAL_LINE_PARTS.some((known) => known === part)
  return isPart && !Number.isNaN(Date.parse(at)) ? (mark as TrialLineMark) : null
}

/** The lines of each trial of a board, by the id of its card, the newest first. What was deleted of a line is empty. */
export function trialLines(records: Iterable<BoardRecord>): Map<string, TrialLine[]> {
  const lines = new Map<string, Map<string, TrialLine>>()
  for (const record of records) {
    const mark = trialLineMarkOf(record)
    if (mark === null) continue
    const ofTrial = lines.get(mark.trial) ?? new Map<string, TrialLine>()
    const at = new Date(mark.at).toISOString()
    const line = ofTrial.get(mark.line) ?? { line: mark.line, at, who: '', happened: '', learned: '' }
    const words = textOn(record).trim()
    // Above who wrote it stands when, and above what was learned that it was, or when.
    const below = words.split('\n').slice(1).join('\n').trim()
    if (mark.part === 'when') line.who ||= below
    else line[mark.part] ||= mark.part === 'happened' ? words : below
    lines.set(mark.trial, ofTrial.set(mark.line, line))
  }
  return new Map(
    [...lines].map(([trial, all]) => [trial, [...all.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1))]),
  )
}
