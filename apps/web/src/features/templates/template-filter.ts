import type { TemplateSummary } from '@samtavle/shared/api'
import type { Locale } from '@samtavle/shared/locale'
import { matchesQuery } from '@samtavle/shared/text-search'

export type Phase = TemplateSummary['phase']
export type ToolType = NonNullable<TemplateSummary['toolType']>

/** The order of the week, which is the order of the gallery. */
export const PHASES: readonly Phase[] = ['all', 'understand', 'create', 'work']
const TOOL_TYPES: readonly ToolType[] = ['opens', 'sorts', 'closes']

export type TemplateFilter = { query: string; phase: Phase | 'any'; toolType: ToolType | 'any' }

/** The templates that pass, searched by name, purpose and use in the page's language. Pure, as are the others. */
export function filterTemplates(
  templates: readonly TemplateSummary[],
  filter: TemplateFilter,
  locale: Locale,
): TemplateSummary[] {
  return templates.filter(
    (template) =>
      (filter.phase === 'any' || template.phase === filter.phase) &&
      (filter.toolType === 'any' || template.toolType === filter.toolType) &&
      matchesQuery(filter.query, [
        template.number,
        template.name[locale],
        template.purpose[locale],
        template.when[locale],
      ]),
  )
}

/** The phases and types that there is anything of: a filter that finds nothing is not offered. */
export function offeredFilters(templates: readonly TemplateSummary[]): { phases: Phase[]; toolTypes: ToolType[] } {
  return {
    phases: PHASES.filter((phase) => templates.some((template) => template.phase === phase)),
    toolTypes: TOOL_TYPES.filter((type) => templates.some((template) => template.toolType === type)),
  }
}

/** The templates by phase, in the order of the week, without empty phases. */
export function byPhase(templates: readonly TemplateSummary[]): { phase: Phase; templates: TemplateSummary[] }[] {
  return PHASES.map((phase) => ({ phase, templates: templates.filter((template) => template.phase === phase) })).filter(
    (group) => group.templates.length > 0,
  )
}
