import type { TemplateSummary } from '@samtavle/shared/api'
import { groupBy } from '@samtavle/shared/group-by'
import type { Locale } from '@samtavle/shared/locale'
import { matchesQuery } from '@samtavle/shared/text-search'

type Phase = TemplateSummary['phase']
type ToolType = NonNullable<TemplateSummary['toolType']>
type TemplateGroup = TemplateSummary['group']

/** In the order of the week, and what belongs to no phase last. */
export const PHASES = ['understand', 'create', 'work', 'all'] as const satisfies readonly Phase[]
export const TOOL_TYPES = ['opens', 'sorts', 'closes'] as const satisfies readonly ToolType[]
export const HALF_A_DAY = 240
/** Minutes that one may have. */
export const TIMES = [30, 45, 60, 90, 120, HALF_A_DAY] as const
/** How many one may be. */
export const GROUP_SIZES = {
  '1-2': { least: 1, most: 2 },
  '3-8': { least: 3, most: 8 },
  '9-15': { least: 9, most: 15 },
  '16-': { least: 16, most: Number.POSITIVE_INFINITY },
} as const
export type GroupSize = keyof typeof GROUP_SIZES
export const SIZES = Object.keys(GROUP_SIZES) as GroupSize[]

/** The order of the gallery. */
const GROUPS = ['own', 'start', 'understand', 'create', 'work', 'steering'] as const satisfies readonly TemplateGroup[]

/** What the gallery shows, as it stands in its address; what is not there does not narrow it. */
export type TemplateFilter = {
  q?: string
  phase?: Phase
  type?: ToolType
  /** Minutes that one has. */
  time?: number
  people?: GroupSize
}

/** Letters of an address that words to be searched for may have. */
const LONGEST_SEARCH = 200

/** The filter that an address asks for: what it does not know or cannot use, it passes over. Pure, as are the others. */
export function readTemplateFilter(search: Readonly<Record<string, unknown>>): TemplateFilter {
  // A router reads a number where somebody searched for digits.
  const words = typeof search.q === 'number' ? String(search.q) : search.q
  const phase = PHASES.find((known) => known === search.phase)
  const type = TOOL_TYPES.find((known) => known === search.type)
  const time = TIMES.find((known) => known === Number(search.time))
  const people = SIZES.find((known) => known === search.people)
  return {
    ...(typeof words === 'string' && words.trim() !== '' && { q: words.slice(0, LONGEST_SEARCH) }),
    ...(phase && { phase }),
    ...(type && { type }),
    ...(time && { time }),
    ...(people && { people }),
  }
}

/** How many choices narrow the gallery, the words that are searched for aside. */
export function countFilters({ phase, type, time, people }: TemplateFilter): number {
  return [phase, type, time, people].filter((choice) => choice !== undefined).length
}

/** Which of a template's versions, the whole one first, can be gone through in so many minutes; undefined for neither. */
export function fittingVersion(template: TemplateSummary, minutes: number): 'whole' | 'short' | undefined {
  if (template.minutes.least <= minutes) return 'whole'
  return template.shortMinutes !== null && template.shortMinutes.least <= minutes ? 'short' : undefined
}

/** The templates that pass, searched by name, purpose and use in the page's language. */
export function filterTemplates(
  templates: readonly TemplateSummary[],
  filter: TemplateFilter,
  locale: Locale,
): TemplateSummary[] {
  const { q = '', phase, type, time, people } = filter
  return templates.filter(
    (template) =>
      (phase === undefined || template.phase === phase) &&
      (type === undefined || template.toolType === type) &&
      (time === undefined || fittingVersion(template, time) !== undefined) &&
      (people === undefined || isForSome(template, GROUP_SIZES[people])) &&
      matchesQuery(q, [template.number, template.name[locale], template.purpose[locale], template.when[locale]]),
  )
}

/** Is there a group of these sizes that it is meant for? */
const isForSome = ({ people }: TemplateSummary, { least, most }: { least: number; most: number }): boolean =>
  people.least <= most && people.most >= least

/** The templates by group, in the order of the gallery, without empty groups. */
export function byGroup(
  templates: readonly TemplateSummary[],
): { group: TemplateGroup; templates: TemplateSummary[] }[] {
  const groups = groupBy(templates, ({ group }) => group)
  return GROUPS.flatMap((group) => {
    const ofGroup = groups.get(group)
    return ofGroup === undefined ? [] : [{ group, templates: ofGroup }]
  })
}
