import type { Rect, Template, TemplateSection } from './template.ts'

/** Distance between neighbouring sections, in px. */
const GAP = 40

/**
 * The short version of a template as a template of its own: only what it keeps, under the same keys, moved together so
 * that no gap is left. The template itself when it has no short version.
 */
export function shortened(template: Template): Template {
  const { short } = template
  if (!short) return template
  const kept = template.sections.filter((section) => short.sections.includes(section.key))
  const places = movedTogether(kept)
  const sections = kept.map((section) => {
    const { key, rect } = section
    return { ...section, rect: { ...rect, ...places[key], ...short.places?.[key] } }
  })
  const grids = template.grids.map((grid) => {
    const columns = grid.columns.filter(({ key }) => short.columns.includes(key))
    const lanes = grid.lanes.filter(({ key }) => short.lanes.includes(key))
    const left = stackedFrom(
      grid.x + grid.labelWidth,
      columns.map(({ w }) => w),
    )
    const top = stackedFrom(
      grid.y + grid.headingHeight,
      lanes.map(({ h }) => h),
    )
    return {
      ...grid,
      columns: columns.map((column, i) => ({ ...column, x: left[i] ?? column.x })),
      lanes: lanes.map((lane, i) => ({ ...lane, y: top[i] ?? lane.y })),
    }
  })
  const wheres = new Set([
    ...sections.map(({ key }) => key),
    ...grids.flatMap((grid) => grid.columns.flatMap((column) => grid.lanes.map((lane) => `${column.key}/${lane.key}`))),
  ])
  const right = [
    ...sections.map(({ rect }) => rect.x + rect.w),
    ...grids.flatMap((grid) => grid.columns.map((column) => column.x + column.w)),
  ]
  const bottom = [
    ...sections.map(({ rect }) => rect.y + rect.h),
    ...grids.flatMap((grid) => grid.lanes.map((lane) => lane.y + lane.h)),
  ]
  return {
    ...template,
    sections,
    grids,
    examples: template.examples.filter(({ where }) => wheres.has(where)),
    size: { w: Math.max(...right), h: Math.max(...bottom) },
  }
}

/** Where each of these lengths begins when they follow each other. */
function stackedFrom(start: number, lengths: readonly number[]): number[] {
  let next = start
  return lengths.map((length) => {
    const at = next
    next += length
    return at
  })
}

type Place = { readonly x: number; readonly y: number }

/**
 * Where sections stand when no hole is left between them: what stood in one column slides to the left together, and
 * then each section up, until the next one is a gap away.
 */
function movedTogether(sections: readonly TemplateSection[]): Readonly<Record<string, Place>> {
  const columns = [...new Set(sections.map(({ rect }) => rect.x))].sort((a, b) => a - b)
  const aside: Rect[] = []
  const left = new Map<number, number>()
  for (const x of columns) {
    const own = sections.map(({ rect }) => rect).filter((rect) => rect.x === x)
    const beside = aside.filter((other) => own.some((rect) => other.y < rect.y + rect.h && rect.y < other.y + other.h))
    const to = Math.min(x, Math.max(0, ...beside.map((other) => other.x + other.w + GAP)))
    left.set(x, to)
    aside.push(...own.map((rect) => ({ ...rect, x: to })))
  }
  const placed: Rect[] = []
  const result: Record<string, Place> = {}
  for (const { key, rect } of [...sections].sort((a, b) => a.rect.y - b.rect.y)) {
    const x = left.get(rect.x) ?? rect.x
    const above = placed.filter((other) => other.x < x + rect.w && x < other.x + other.w)
    const y = Math.min(rect.y, Math.max(0, ...above.map((other) => other.y + other.h + GAP)))
    placed.push({ ...rect, x, y })
    result[key] = { x, y }
  }
  return result
}
