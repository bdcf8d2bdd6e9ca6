import { stepDraft, templateSteps } from '@samtavle/shared/board-steps'
import { LOCALES, type Locale, type Localised, NO_WORDS } from '@samtavle/shared/locale'
import type { TemplateAbout } from '@samtavle/shared/template-about'
import { TEMPLATE_MINUTES_MAX, TEMPLATE_PEOPLE_MAX, TEMPLATE_STEPS_MAX } from '@samtavle/shared/template-limits'
import type { EditedStep } from './steps-editor.tsx'

/** What is typed about a template before it is checked: numbers as they were typed. */
export type AboutDraft = {
  name: Localised
  purpose: Localised
  steps: readonly EditedStep[]
  phase: TemplateAbout['phase']
  toolType: TemplateAbout['toolType']
  minutes: { least: string; most: string }
  people: { least: string; most: string }
}

/** Field of a draft that cannot be used as it is. */
export type DraftFault = 'name' | 'steps' | 'stepMinutes' | 'minutes' | 'people'

const inAll = (word: (locale: Locale) => string): Localised => ({ da: word('da'), en: word('en'), nb: word('nb') })

/** An empty draft with a name in one language. */
export function newDraft(name: string, locale: Locale): AboutDraft {
  return {
    name: { ...NO_WORDS, [locale]: name },
    purpose: NO_WORDS,
    steps: [],
    phase: 'all',
    toolType: null,
    minutes: { least: '30', most: '60' },
    people: { least: '3', most: '8' },
  }
}

/** A template's own words as a draft, to be changed. */
export function draftOf({ name, purpose, steps, phase, toolType, minutes, people }: TemplateAbout): AboutDraft {
  const span = ({ least, most }: { least: number; most: number }) => ({ least: String(least), most: String(most) })
  const drafts = steps.map((step, i) => stepDraft(String(i), step))
  return { name, purpose, steps: drafts, phase, toolType, minutes: span(minutes), people: span(people) }
}

/** What a draft says, or which fields must be changed first. Pure. */
export function readDraft(draft: AboutDraft): { about: TemplateAbout } | { faults: ReadonlySet<DraftFault> } {
  const faults = new Set<DraftFault>()
  const name = inAll((locale) => oneLine(draft.name[locale]))
  const purpose = inAll((locale) => oneLine(draft.purpose[locale]))
  const minutes = spanOf(draft.minutes, TEMPLATE_MINUTES_MAX)
  const people = spanOf(draft.people, TEMPLATE_PEOPLE_MAX)
  const steps = templateSteps(
    draft.steps.map(({ id, title, text, minutes }) => ({
      id,
      title: inAll((locale) => oneLine(title[locale])),
      text: inAll((locale) => oneLine(text[locale])),
      minutes,
    })),
  )
  if (LOCALES.every((locale) => name[locale] === '')) faults.add('name')
  if (steps.length > TEMPLATE_STEPS_MAX) faults.add('steps')
  if (draft.steps.some(({ wrongMinutes }) => wrongMinutes !== undefined)) faults.add('stepMinutes')
  if (minutes === undefined) faults.add('minutes')
  if (people === undefined) faults.add('people')
  if (faults.size > 0 || minutes === undefined || people === undefined) return { faults }
  return { about: { name, purpose, steps, minutes, people, phase: draft.phase, toolType: draft.toolType } }
}

/** Words as one line: no control characters, which come with what is pasted. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

function spanOf(typed: { least: string; most: string }, max: number): { least: number; most: number } | undefined {
  const [least, most] = [typed.least, typed.most].map((text) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0))
  if (least === undefined || most === undefined || least < 1 || most > max || least > most) return undefined
  return { least, most }
}
