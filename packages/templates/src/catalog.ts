import type { TemplateSummary } from '@samtavle/shared/api'
import { baeredygtighedspuslespil } from './baeredygtighedspuslespil.ts'
import { borgerbrev } from './borgerbrev.ts'
import { borgerlandFagland } from './borgerland-fagland.ts'
import { borgermoede } from './borgermoede.ts'
import { borgerrejse } from './borgerrejse.ts'
import { fremtidsfortaelling } from './fremtidsfortaelling.ts'
import { gevinstoverblik } from './gevinstoverblik.ts'
import { grundlag } from './grundlag.ts'
import { ideprioritering } from './ideprioritering.ts'
import { ideudvikling } from './ideudvikling.ts'
import { implementeringsplan } from './implementeringsplan.ts'
import { interessentkort } from './interessentkort.ts'
import { interviewIndsigt } from './interview-indsigt.ts'
import { laeringsloop } from './laeringsloop.ts'
import { maalgruppePersona } from './maalgruppe-persona.ts'
import { mulighedsrum } from './mulighedsrum.ts'
import { oevetavle } from './oevetavle.ts'
import { proceslog } from './proceslog.ts'
import { proevehandling } from './proevehandling.ts'
import { retrospektiv } from './retrospektiv.ts'
import { sprintplan } from './sprintplan.ts'
import { storyboard } from './storyboard.ts'
import { styregruppestatus } from './styregruppestatus.ts'
import { same, type Template } from './template.ts'
import { traeningslog } from './traeningslog.ts'
import { vanebryder } from './vanebryder.ts'

const TEMPLATES: readonly Template[] = [
  oevetavle,
  grundlag,
  sprintplan,
  interessentkort,
  interviewIndsigt,
  maalgruppePersona,
  borgerrejse,
  borgerlandFagland,
  mulighedsrum,
  vanebryder,
  ideudvikling,
  ideprioritering,
  storyboard,
  proevehandling,
  borgerbrev,
  borgermoede,
  baeredygtighedspuslespil,
  fremtidsfortaelling,
  implementeringsplan,
  laeringsloop,
  gevinstoverblik,
  proceslog,
  styregruppestatus,
  retrospektiv,
  traeningslog,
]

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
