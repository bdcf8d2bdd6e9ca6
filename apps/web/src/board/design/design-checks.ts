import type { StepDraft } from '@samtavle/shared/board-steps'
import { LOCALES, type Locale, type Localised, saidIn, saysSomething } from '@samtavle/shared/locale'
import type { TemplateTime } from '@samtavle/shared/template-about'
import { textHeight, textWidth, type Weight } from '@samtavle/shared/text-measure'
import { LABEL_PARTS, type LabelPart, type SectionWords } from './section-labels.ts'

/** A text that stands in a section, in px from the section's corner; `w` is undefined where it has no fixed width. */
export type CheckedText = {
  id: string
  x: number
  y: number
  w: number | undefined
  size: number
  weight: Weight
  words: Localised
}
export type CheckedSection = {
  id: string
  /** What it stands in: only sections of the same sheet can cover each other. */
  parent: string
  box: Readonly<{ x: number; y: number; w: number; h: number }>
  words: SectionWords
  texts: readonly CheckedText[]
}

/** What somebody who saves a template should look at. `id` is the shape to show; without it, it is about a step. */
export type Finding =
  | { kind: 'noSections' }
  | { kind: 'noHeading'; id: string; place: number }
  | { kind: 'overlap'; id: string; words: Localised; other: Localised }
  | { kind: 'missing'; id: string; words: Localised; part: LabelPart; locales: Locale[] }
  | { kind: 'tooLong'; id: string; words: Localised; text: Localised; locales: Locale[] }
  | { kind: 'stepMissing'; place: number; words: Localised; part: 'title' | 'text'; locales: Locale[] }
  | { kind: 'stepEmpty'; place: number }
  | { kind: 'time'; sum: number; most: number }

/** More than this, and two sections cover each other; less is a shared edge, in px. */
const SHARED = 1
/** What an estimate of words may be too large by, in px. */
const SLACK = 2
/** Findings of one kind that are told; a thousand overlaps are no help. */
const TOLD = 50

/** Everything that is worth a look before a template is saved, sections first. Pure. */
export function findFaults(
  sections: readonly CheckedSection[],
  steps: readonly StepDraft[],
  time: TemplateTime | undefined,
): Finding[] {
  return [
    ...(sections.length === 0 ? [{ kind: 'noSections' } as const] : []),
    ...sections.flatMap((section, i) => ofSection(section, i + 1)),
    ...overlaps(sections).slice(0, TOLD),
    ...steps.flatMap((step, i) => ofStep(step, i + 1)),
    ...ofTime(steps, time),
  ]
}

/** The languages in which words are missing that are there in another one. */
export function missingIn(words: Localised): Locale[] {
  return saysSomething(words) ? LOCALES.filter((locale) => words[locale].trim() === '') : []
}

/** How many minutes the steps take, and how many of them do not say. */
export function sumOfSteps(steps: readonly Pick<StepDraft, 'minutes'>[]): { sum: number; without: number } {
  const sum = steps.reduce((total, { minutes }) => total + (minutes ?? 0), 0)
  return { sum, without: steps.filter(({ minutes }) => minutes === null).length }
}

function ofSection({ id, words, texts, box }: CheckedSection, place: number): Finding[] {
  const heading = words.heading
  const missing = LABEL_PARTS.flatMap((part): Finding[] => {
    const locales = missingIn(words[part])
    return locales.length === 0 ? [] : [{ kind: 'missing', id, words: heading, part, locales }]
  })
  const long = texts.flatMap((text): Finding[] => {
    const locales = LOCALES.filter((locale) => !fits(text, locale, texts, box))
    return locales.length === 0 ? [] : [{ kind: 'tooLong', id: text.id, words: heading, text: text.words, locales }]
  })
  return [...(saysSomething(heading) ? [] : [{ kind: 'noHeading', id, place } as const]), ...missing, ...long]
}

/** A section cuts off what goes beyond it; and a text must not run into the one that stands below it. */
function fits(
  text: CheckedText,
  locale: Locale,
  texts: readonly CheckedText[],
  box: { w: number; h: number },
): boolean {
  const words = saidIn(locale, text.words)
  if (words === '') return true
  const { x, y, size, weight } = text
  const w = text.w ?? textWidth(words, size, weight)
  const bottom = y + textHeight(words, size, w + SLACK, weight)
  if (x + w > box.w + SLACK || bottom > box.h + SLACK) return false
  return texts.every((other) => {
    const isBelow = other.y > y && other.x < x + w && x < other.x + (other.w ?? size)
    return !isBelow || saidIn(locale, other.words) === '' || bottom <= other.y + SLACK
  })
}

function overlaps(sections: readonly CheckedSection[]): Finding[] {
  return sections.flatMap((a, i) =>
    sections
      .slice(i + 1)
      .filter((b) => a.parent === b.parent && overlap(a.box, b.box))
      .map((b): Finding => ({ kind: 'overlap', id: b.id, words: b.words.heading, other: a.words.heading })),
  )
}

function overlap(a: CheckedSection['box'], b: CheckedSection['box']): boolean {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y)
  return w > SHARED && h > SHARED
}

function ofStep({ title, text }: StepDraft, place: number): Finding[] {
  if (!saysSomething(title) && !saysSomething(text)) return [{ kind: 'stepEmpty', place }]
  return (['title', 'text'] as const).flatMap((part): Finding[] => {
    const locales = missingIn(part === 'title' ? title : text)
    const words = saysSomething(title) ? title : text
    return locales.length === 0 ? [] : [{ kind: 'stepMissing', place, words, part, locales }]
  })
}

function ofTime(steps: readonly StepDraft[], time: TemplateTime | undefined): Finding[] {
  const { sum } = sumOfSteps(steps)
  return time !== undefined && sum > time.most ? [{ kind: 'time', sum, most: time.most }] : []
}
