import type { TemplateSummary } from '@samtavle/shared/api'
import { filledStep } from '@samtavle/shared/board-steps'
import type { Localised } from '@samtavle/shared/locale'
import { filledWords } from '@samtavle/shared/locale'
import { type TemplateAbout, templateAboutSchema } from '@samtavle/shared/template-about'
import { z } from 'zod'
import type { SectionWords } from './laid-out-records.ts'
import type { TemplateRow } from './template-store.ts'

const NOTHING: Localised = { da: '', en: '', nb: '' }
const words = z.object({ da: z.string(), en: z.string(), nb: z.string() })
const sectionsSchema: z.ZodType<SectionWords[]> = z.array(
  z.object({ key: z.string(), heading: words, question: words }),
)

export const aboutOf = (row: Pick<TemplateRow, 'about'>): TemplateAbout =>
  templateAboutSchema.parse(JSON.parse(row.about))

/** A template of the organisation's own, as the gallery shows it beside the built-in ones. */
export function toOwnSummary(row: TemplateRow, mayChange: boolean): TemplateSummary {
  const about = aboutOf(row)
  const { phase, toolType, minutes, people } = about
  return {
    id: row.id,
    number: '',
    name: filledWords(about.name),
    purpose: filledWords(about.purpose),
    when: NOTHING,
    who: NOTHING,
    duration: durationOf(minutes),
    minutes,
    people,
    group: 'own',
    phase,
    toolType,
    hasShort: false,
    shortDuration: null,
    shortMinutes: null,
    steps: about.steps.map(filledStep),
    sections: sectionsSchema.parse(JSON.parse(row.sections)),
    handsOnTo: [],
    own: {
      owner: { id: row.ownerId, name: row.ownerName },
      version: row.version,
      createdAt: row.createdAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
      mayChange,
      about,
    },
  }
}

/** "30–45 min", which needs no translation; in hours from three on. */
export function durationOf({ least, most }: TemplateAbout['minutes']): Localised {
  if (least < 180) return all(`${least === most ? least : `${least}–${most}`} min`)
  const [from, to] = [hours(least), hours(most)]
  const span = (separator: string) => [...new Set([from, to])].join('–').replaceAll('.', separator)
  return { da: `${span(',')} timer`, en: `${span('.')} hours`, nb: `${span(',')} timer` }
}

const hours = (minutes: number): string => String(Math.round(minutes / 30) / 2)
const all = (text: string): Localised => ({ da: text, en: text, nb: text })
