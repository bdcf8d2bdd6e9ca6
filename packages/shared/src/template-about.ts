import { z } from 'zod'
import { LOCALES, type Localised } from './locale.ts'
import {
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
/** Words in three languages, of which some may be empty. */
const words = (max: number) => z.strictObject({ da: text(max), en: text(max), nb: text(max) })
const saysSomething = (value: Localised): boolean => LOCALES.some((locale) => value[locale] !== '')
const someWords = (max: number) => words(max).refine(saysSomething, 'there are no words in any language')

const span = (max: number) =>
  z
    .strictObject({ least: z.number().int().min(1).max(max), most: z.number().int().min(1).max(max) })
    .refine(({ least, most }) => least <= most, 'the least is more than the most')

export const templateAboutSchema = z.strictObject({
  name: someWords(TEMPLATE_NAME_MAX),
  purpose: words(TEMPLATE_TEXT_MAX),
  phase: z.enum(['all', 'understand', 'create', 'work']),
  toolType: z.enum(['opens', 'sorts', 'closes']).nullable(),
  /** How long it takes. */
  minutes: span(TEMPLATE_MINUTES_MAX),
  people: span(TEMPLATE_PEOPLE_MAX),
  steps: z.array(someWords(TEMPLATE_TEXT_MAX)).max(TEMPLATE_STEPS_MAX),
})
export type TemplateAbout = z.infer<typeof templateAboutSchema>

/** Words in every language: an empty one says what the first of the others says. */
export function filledWords(value: Localised): Localised {
  const first = LOCALES.map((locale) => value[locale]).find((said) => said !== '') ?? ''
  return { da: value.da || first, en: value.en || first, nb: value.nb || first }
}
