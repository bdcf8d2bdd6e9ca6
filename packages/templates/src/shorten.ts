import type { Template } from './template.ts'

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
  const moveX = closeGaps(kept.map(({ rect }) => ({ from: rect.x, to: rect.x + rect.w })))
  const moveY = closeGaps(kept.map(({ rect }) => ({ from: rect.y, to: rect.y + rect.h })))
  const sections = kept.map((section) => ({
    ...section,
    rect: { ...section.rect, x: moveX(section.rect.x), y: moveY(section.rect.y) },
  }))
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
  const places = new Set([
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
    examples: template.examples.filter(({ where }) => places.has(where)),
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

type Span = { from: number; to: number }

/** A mapping of one axis that brings every stretch without sections down to one gap, and begins at 0. */
function closeGaps(spans: readonly Span[]): (value: number) => number {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const cuts: { at: number; by: number }[] = []
  let reached: number | undefined
  for (const span of sorted) {
    const gap = reached === undefined ? span.from : span.from - reached - GAP
    if (gap > 0) cuts.push({ at: span.from, by: gap })
    reached = Math.max(reached ?? span.to, span.to)
  }
  return (value) => value - cuts.reduce((sum, cut) => (cut.at <= value ? sum + cut.by : sum), 0)
}
