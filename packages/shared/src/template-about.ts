import { z } from 'zod'
import { saysSomething } from './locale.ts'
import {
  STEP_MINUTES_MAX,
  STEP_TITLE_MAX,
  TEMPLATE_MINUTES_MAX,
  TEMPLATE_NAME_MAX,
  TEMPLATE_PEOPLE_MAX,
  TEMPLATE_STEPS_MAX,
  TEMPLATE_TEXT_MAX,
} from './template-limits.ts'

/**
 * What an organisation says of a template of its own. A language that was left empty borrows the words of another one:
 * see `filledWords`.
 */

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)
/** Words in three languages, of which some may be empty, each of at most so many UTF-16 units. */
export const wordsSchema = (max: number) => z.strictObject({ da: text(max), en: text(max), nb: text(max) })

const span = (max: number) =>
  z
    .strictObject({ least: z.number().int().min(1).max(max), most: z.number().int().min(1).max(max) })
    .refine(({ least, most }) => least <= most, 'the least is more than the most')

export const templateTimeSchema = span(TEMPLATE_MINUTES_MAX)
/** How long something takes, in minutes. */
export type TemplateTime = z.infer<typeof templateTimeSchema>

export const stepMinutesSchema = z.number().int().min(1).max(STEP_MINUTES_MAX)
/** A step: what is done in it, what it is called, and how many minutes it takes. */
export const templateStepSchema = wordsSchema(TEMPLATE_TEXT_MAX)
  .extend({ title: wordsSchema(STEP_TITLE_MAX).optional(), minutes: stepMinutesSchema.optional() })
  .refine((step) => saysSomething(step) || (step.title !== undefined && saysSomething(step.title)), 'an empty step')
export type TemplateStep = z.infer<typeof templateStepSchema>

export const templateAboutSchema = z.strictObject({
  name: wordsSchema(TEMPLATE_NAME_MAX).refine(saysSomething, 'there are no words in any language'),
  purpose: wordsSchema(TEMPLATE_TEXT_MAX),
  phase: z.enum(['all', 'understand', 'create', 'work']),
  toolType: z.enum(['opens', 'sorts', 'closes']).nullable(),
  minutes: templateTimeSchema,
  people: span(TEMPLATE_PEOPLE_MAX),
  steps: z.array(templateStepSchema).max(TEMPLATE_STEPS_MAX),
})
export type TemplateAbout = z.infer<typeof templateAboutSchema>
