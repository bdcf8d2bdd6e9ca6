import { PHASES, type Phase } from '@samtavle/shared/agenda'
import { type Locale, type Localised, NO_WORDS, saysSomething } from '@samtavle/shared/locale'
import type { ProcessModel, ProcessModelId } from '@samtavle/shared/process-model'

export type ModelPhases = ProcessModel['phases']

/** What is being changed: the chosen model, and of every model that was looked at the words as they were left. */
export type ModelDraft = { model: ProcessModelId; left: Partial<Record<ProcessModelId, ModelPhases>> }

export const draftOf = ({ model, phases }: ProcessModel): ModelDraft => ({ model, left: { [model]: phases } })

/** The words that are shown for a draft: as they were left, else the model's own. */
export function phasesOf(draft: ModelDraft, models: readonly ProcessModel[]): ModelPhases | undefined {
  return draft.left[draft.model] ?? models.find((one) => one.model === draft.model)?.phases
}

export const withPhases = (draft: ModelDraft, phases: ModelPhases): ModelDraft => ({
  ...draft,
  left: { ...draft.left, [draft.model]: phases },
})

export function withWord(phases: ModelPhases, phase: Phase, locale: Locale, text: string): ModelPhases {
  const { word, questions } = phases[phase]
  return { ...phases, [phase]: { word: { ...word, [locale]: text }, questions } }
}

export function withQuestion(phases: ModelPhases, phase: Phase, at: number, locale: Locale, text: string): ModelPhases {
  const questions = phases[phase].questions.map((one, index) => (index === at ? { ...one, [locale]: text } : one))
  return { ...phases, [phase]: { ...phases[phase], questions } }
}

export function addedQuestion(phases: ModelPhases, phase: Phase): ModelPhases {
  return { ...phases, [phase]: { ...phases[phase], questions: [...phases[phase].questions, NO_WORDS] } }
}

export function withoutQuestion(phases: ModelPhases, phase: Phase, at: number): ModelPhases {
  const questions = phases[phase].questions.filter((_, index) => index !== at)
  return { ...phases, [phase]: { ...phases[phase], questions } }
}

const trimmed = ({ da, en, nb }: Localised): Localised => ({ da: da.trim(), en: en.trim(), nb: nb.trim() })

/** The words as they are sent: without spaces around them, and without questions that say nothing. */
export function sentPhases(phases: ModelPhases): ModelPhases {
  const sent = (phase: Phase) => ({
    word: trimmed(phases[phase].word),
    questions: phases[phase].questions.map(trimmed).filter(saysSomething),
  })
  const [foundation, understand, create, work] = PHASES
  return { foundation: sent(foundation), understand: sent(understand), create: sent(create), work: sent(work) }
}

/** Phases without a name in any language: they cannot be saved. */
export function namelessPhases(phases: ModelPhases): Phase[] {
  return PHASES.filter((phase) => !saysSomething(trimmed(phases[phase].word)))
}
