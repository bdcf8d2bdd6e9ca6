import type { BoardRecord } from './board-doc.ts'
import { filledWords, LOCALES, type Localised, saysSomething } from './locale.ts'
import type { TemplateStep, TemplateTime } from './template-about.ts'
import { STEP_MINUTES_MAX, STEP_TITLE_MAX, TEMPLATE_MINUTES_MAX, TEMPLATE_TEXT_MAX } from './template-limits.ts'

/**
 * The facilitation steps that a designer writes on a board, and the time that they are to fit. They lie in the `meta` of
 * the document's own record, each step under a key of its own, so that two windows that change two steps both keep
 * theirs (decision 0035). Who takes part cannot write there.
 */

const STEP_KEY = /^step:([\w-]{1,24})$/
const STEP_PREFIX = 'step:'
const TIME_KEY = 'time'

/** A step while it is written: everything in it may still be missing. */
export type StepDraft = { id: string; title: Localised; text: Localised; minutes: number | null }
/** A step on a board; `order` is its place among the others, ascending. */
export type BoardStep = StepDraft & { order: number }

type Meta = Readonly<Record<string, unknown>> | undefined

/**
 * The steps on a board in their order; what is none is left out. They may be more than a template takes, when two people
 * add one at once: they are there until somebody takes them away.
 */
export function readBoardSteps(meta: Meta): BoardStep[] {
  const steps: BoardStep[] = []
  for (const [key, value] of Object.entries(meta ?? {})) {
    const id = STEP_KEY.exec(key)?.[1]
    if (id !== undefined && isStored(value)) steps.push({ id, ...value })
  }
  return steps.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** The time that the board's steps are to fit, in minutes; undefined when nobody said. */
export function readBoardTime(meta: Meta): TemplateTime | undefined {
  const time = meta?.[TIME_KEY]
  return isTime(time) ? time : undefined
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
    if (key === TIME_KEY) return isTime(value)
    if (!key.startsWith(STEP_PREFIX)) return true
    return STEP_KEY.test(key) && isStored(value)
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

/** A step in every language. */
export function filledStep({ title, minutes, ...words }: TemplateStep): TemplateStep {
  return {
    ...filledWords(words),
    ...(title !== undefined && { title: filledWords(title) }),
    ...(minutes !== undefined && { minutes }),
  }
}

// Without the schemas of requests: the page of a board reads this, and has no use for their library else.
type Fields = Readonly<Record<string, unknown>>

function hasOnly(value: unknown, keys: readonly string[]): value is Fields {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === [...keys].sort().join()
}

function isWords(value: unknown, max: number): value is Localised {
  if (!hasOnly(value, LOCALES)) return false
  return LOCALES.every((locale) => {
    const words = value[locale]
    return typeof words === 'string' && words.length <= max && /^\P{Cc}*$/u.test(words)
  })
}

const isMinutes = (value: unknown, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max

/** Is this a time that a template may be made for? */
export function isTime(value: unknown): value is TemplateTime {
  if (!hasOnly(value, ['least', 'most'])) return false
  const { least, most } = value
  return isMinutes(least, TEMPLATE_MINUTES_MAX) && isMinutes(most, TEMPLATE_MINUTES_MAX) && least <= most
}

function isStored(value: unknown): value is Omit<BoardStep, 'id'> {
  if (!hasOnly(value, ['order', 'title', 'text', 'minutes'])) return false
  const { order, title, text, minutes } = value
  const isPlaced = typeof order === 'number' && Math.abs(order) <= 1e9
  const isTimed = minutes === null || isMinutes(minutes, STEP_MINUTES_MAX)
  return isPlaced && isTimed && isWords(title, STEP_TITLE_MAX) && isWords(text, TEMPLATE_TEXT_MAX)
}

const isStepsKey = (key: string): boolean => key === TIME_KEY || key.startsWith(STEP_PREFIX)

const withoutSteps = (meta: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(meta).filter(([key]) => !isStepsKey(key)))
