import type { Phase } from './agenda.ts'
import type { Localised } from './locale.ts'

/**
 * The organisation's process model says what its phases are called and what is asked in them. Boards and days store
 * neutral keys, so that another model changes the words everywhere and nothing else.
 */

export const PROCESS_MODEL_IDS = ['understand-create-work', 'four-steps', 'six-phases', 'four-phases'] as const
export type ProcessModelId = (typeof PROCESS_MODEL_IDS)[number]

export type PhaseWords = {
  word: Localised
  /** Clarification questions: open, kind and short. */
  questions: Localised[]
}
export type ProcessModel = { model: ProcessModelId; phases: Record<Phase, PhaseWords> }

export const PHASE_WORD_MAX = 60
export const PHASE_QUESTION_MAX = 160
export const PHASE_QUESTIONS_MAX = 5
