import type { TemplateSummary } from '@samtavle/shared/api'
import { borgerrejse } from './borgerrejse.ts'
import { fremtidsfortaelling } from './fremtidsfortaelling.ts'
import { laeringsloop } from './laeringsloop.ts'
import { mulighedsrum } from './mulighedsrum.ts'
import { same, type Template } from './template.ts'

const TEMPLATES: readonly Template[] = [borgerrejse, mulighedsrum, fremtidsfortaelling, laeringsloop]

/** Every template, in the order of the gallery. */
export function listTemplates(): readonly Template[] {
  return TEMPLATES
}

/** The template with this id (its slug), or undefined. */
export function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id)
}

const NO_QUESTION = same('')

/**
 * What the gallery and the guide panel show of a template. `sections` holds sections first, then the columns and the
 * lanes of each grid; a part without a guiding question has an empty one.
 */
export function toTemplateSummary(template: Template): TemplateSummary {
  const { id, number, name, purpose, when, who, duration, minutes, people, group, phase, toolType, short } = template
  const parts = [...template.sections, ...template.grids.flatMap((grid) => [...grid.columns, ...grid.lanes])]
  return {
    id,
    number,
    name,
    purpose,
    when,
    who,
    duration,
    minutes,
    people,
    group,
    phase,
    toolType,
    hasShort: short !== null,
    shortDuration: short?.duration ?? null,
    shortMinutes: short?.minutes ?? null,
    steps: [...template.steps],
    sections: parts.map(({ key, heading, question }) => ({ key, heading, question: question ?? NO_QUESTION })),
    handsOnTo: template.handsOnTo.map(({ to, name, what }) => ({ to, name, what })),
  }
}
