import { z } from 'zod'
import type { BoardRecord } from './board-doc.ts'
import type { Localised } from './locale.ts'
import {
  STEP_TITLE_MAX,
  saysSomething,
  stepMinutesSchema,
  TEMPLATE_STEPS_MAX,
  TEMPLATE_TEXT_MAX,
  type TemplateStep,
  type TemplateTime,
  templateTimeSchema,
  wordsSchema,
} from './template-about.ts'

/**
 * The facilitation steps that a designer writes on a board, and the time that they are to fit. They lie in the `meta` of
 * the document's own record, each step under a key of its own, so that two windows that change two steps both keep
 * theirs (decision 0035). Who takes part cannot write there.
 */

const STEP_KEY = /^step:([\w-]{1,24})$/
const STEP_PREFIX = 'step:'
const TIME_KEY = 'time'

const storedStepSchema = z.strictObject({
  order: z.number().min(-1e9).max(1e9),
  title: wordsSchema(STEP_TITLE_MAX),
  text: wordsSchema(TEMPLATE_TEXT_MAX),
  minutes: stepMinutesSchema.nullable(),
})

/** A step while it is written: everything in it may still be missing. */
export type StepDraft = { id: string; title: Localised; text: Localised; minutes: number | null }
/** A step on a board; `order` is its place among the others, ascending. */
export type BoardStep = StepDraft & { order: number }

type Meta = Readonly<Record<string, unknown>> | undefined

/** The steps on a board in their order; what is none is left out, and so is what is more than a template may have. */
export function readBoardSteps(meta: Meta): BoardStep[] {
  const steps: BoardStep[] = []
  for (const [key, value] of Object.entries(meta ?? {})) {
    const id = STEP_KEY.exec(key)?.[1]
    const step = id === undefined ? undefined : storedStepSchema.safeParse(value).data
    if (id !== undefined && step !== undefined) steps.push({ id, ...step })
  }
  return steps.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).slice(0, TEMPLATE_STEPS_MAX)
}

/** The time that the board's steps are to fit, in minutes; undefined when nobody said. */
export function readBoardTime(meta: Meta): TemplateTime | undefined {
  return templateTimeSchema.safeParse(meta?.[TIME_KEY]).data
}

/** The document's `meta` with these steps and this time, and everything else in it. */
export function withBoardSteps(meta: Meta, steps: readonly BoardStep[], time: TemplateTime | undefined) {
  const stored = steps.map(({ id, ...step }) => [STEP_PREFIX + id, step] as const)
  return { ...withoutSteps(meta ?? {}), ...Object.fromEntries(stored), ...(time !== undefined && { [TIME_KEY]: time }) }
}

/** A board's record without its steps: a template says them itself. Other records as they are. */
export function withoutBoardSteps(record: BoardRecord): BoardRecord {
  if (record.typeName !== 'document' || !Object.keys(record.meta ?? {}).some(isStepsKey)) return record
  return { ...record, meta: withoutSteps(record.meta ?? {}) }
}

/** False when something that calls itself a step or the time of one is none. */
export function areBoardStepsSound(meta: Meta): boolean {
  return Object.entries(meta ?? {}).every(([key, value]) => {
    if (key === TIME_KEY) return templateTimeSchema.safeParse(value).success
    if (!key.startsWith(STEP_PREFIX)) return true
    return STEP_KEY.test(key) && storedStepSchema.safeParse(value).success
  })
}

/** What a template says of steps that were written; those without words are left out. */
export function templateSteps(steps: readonly StepDraft[]): TemplateStep[] {
  return steps
    .filter(({ title, text }) => saysSomething(title) || saysSomething(text))
    .map(({ title, text, minutes }) => ({
      ...text,
      ...(saysSomething(title) && { title }),
      ...(minutes !== null && { minutes }),
    }))
}

/** A template's step, to be written on. */
export function stepDraft(id: string, { title, minutes, ...text }: TemplateStep): StepDraft {
  return { id, title: title ?? { da: '', en: '', nb: '' }, text, minutes: minutes ?? null }
}

const isStepsKey = (key: string): boolean => key === TIME_KEY || key.startsWith(STEP_PREFIX)

const withoutSteps = (meta: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(meta).filter(([key]) => !isStepsKey(key)))
