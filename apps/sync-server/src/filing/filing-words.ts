import type { SprintPlace } from '@samtavle/shared/access'
import type { GATE_OUTCOMES, LogType } from '@samtavle/shared/sprint-log'

/** What files and papers say besides what people wrote, in the language of the sprint. */
export type FilingWords = {
  /** With `{page}` and `{pages}`. */
  pageOf: string
  comparedWith: (snapshot: string) => string
  /** Name of the file that tells what the others are; plain letters. */
  readMe: string
  /** Text of that file, line by line; `files` has a line for each. */
  readMeLines: (about: { title: string; caseNumber: string; files: readonly string[] }) => string[]
  purpose: string
  plan: string
  original: string
  version: (number: number) => string
  logTitle: string
  changes: string
  decisions: string
  nothing: string
  number: string
  type: string
  types: Record<LogType, string>
  from: string
  to: string
  why: string
  decidedBy: string
  consequence: string
  corrects: (number: number) => string
  correctsColumn: string
  writtenBy: string
  date: string
  decision: string
  gate: string
  outcome: string
  outcomes: Record<(typeof GATE_OUTCOMES)[number], string>
  conditions: string
  phase: string
  places: Record<SprintPlace, string>
  /** Labels of the metadata, in the order of their lines. */
  metadata: Record<
    | 'sprint'
    | 'caseNumber'
    | 'classificationCode'
    | 'classificationName'
    | 'shortSubject'
    | 'documentDate'
    | 'responsible'
    | 'snapshot',
    string
  >
  field: string
  value: string
}
