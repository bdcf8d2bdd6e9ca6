import type { TemplateSummary } from '@samtavle/shared/api'

const words = (text: string) => ({ da: text, en: `${text} (en)`, nb: `${text} (nb)` })

/** A template as the gallery knows it, made up but for what a test says of it. */
export function templateSummary(number: string, name: string, said: Partial<TemplateSummary> = {}): TemplateSummary {
  return {
    id: name.toLowerCase(),
    number,
    name: words(name),
    purpose: words(`Formål med ${name}`),
    when: words('Tirsdag'),
    who: words('Team'),
    duration: words('60 min'),
    minutes: { least: 60, most: 60 },
    people: { least: 3, most: 8 },
    group: 'understand',
    phase: 'understand',
    toolType: null,
    hasShort: false,
    shortDuration: null,
    shortMinutes: null,
    steps: [],
    sections: [],
    handsOnTo: [],
    ...said,
  }
}
