import { ANSWERS, type Answer, answerSnapshotRequest } from '@samtavle/shared/snapshot-api'
import type { AnswerProblem } from './answer-form.ts'

/** Letters of the one line. */
export const MOST_LETTERS = 300

export type ReadAnswer = {
  /** What was typed, as the form shows it again. */
  typed: { answer: string; words: string }
  problems: AnswerProblem[]
  /** Null when there are problems. */
  request: { answer: Answer; words: string } | null
}

const isAnswer = (value: string): value is Answer => (ANSWERS as readonly string[]).includes(value)

/** Reads the fields of the form. One line: what was broken over several is joined. Pure. */
export function readAnswer(fields: URLSearchParams): ReadAnswer {
  const answer = fields.get('answer') ?? ''
  const typed = fields.get('words') ?? ''
  const words = typed.replace(/\s+/gu, ' ').trim()
  const problems: AnswerProblem[] = []
  if (!isAnswer(answer)) problems.push({ kind: 'choose' })
  if (words.length > MOST_LETTERS) problems.push({ kind: 'too-long', letters: words.length })
  const request = problems.length === 0 ? answerSnapshotRequest.parse({ answer, words }) : null
  return { typed: { answer, words: typed }, problems, request }
}
