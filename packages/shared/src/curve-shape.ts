import type { Locale } from './locale.ts'
import { numbered } from './numbered-props.ts'
import { isLabel, labelProp, lengthProp, optionalCountProp, type PropCheck, partsProp } from './prop-checks.ts'

/** A curve of how something feels, with a point for each phase, as a shape of the canvas. */
export const CURVE_TYPE = 'samtavle-curve'
export const CURVE_POINTS_MAX = 24
export const CURVE_STEPS_MAX = 9
const WIDEST = 100_000

/** A step of the scale; `key` never changes. */
export type CurveStep = { readonly key: string; readonly label: string }
/** A phase: where it lies in the shape, in px, and the number of the prop that holds its point, from 1. */
export type CurveColumn = {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly w: number
  readonly point: number
}

/**
 * Each point is a prop of its own, so that two people who move two of them at once both keep theirs: the number of its
 * step counted from the lowest, 1 and up; 0 or nothing while nobody has set it.
 */
type Points = { readonly [point in `point${number}`]?: number }
export type CurveProps = Points & {
  /** In px; from the best step to the lowest. */
  readonly w: number
  readonly h: number
  /** What it is, as it is read out: "Emotion curve". */
  readonly name: string
  /** From the best to the lowest. */
  readonly steps: readonly CurveStep[]
  readonly columns: readonly CurveColumn[]
}

const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most

const isColumn = ({ label, x, w, point }: Record<string, unknown>): boolean =>
  isLabel(label) &&
  isBetween(x, 0, WIDEST) &&
  isBetween(w, 1, WIDEST) &&
  isBetween(point, 1, CURVE_POINTS_MAX) &&
  Number.isInteger(point)

export const curvePropChecks: Readonly<Record<string, PropCheck<unknown>>> = {
  w: lengthProp(1, WIDEST),
  h: lengthProp(1, 20_000),
  name: labelProp,
  steps: partsProp<CurveStep>(CURVE_STEPS_MAX, ({ label }) => isLabel(label)),
  columns: partsProp<CurveColumn>(CURVE_POINTS_MAX, isColumn, ['point']),
  ...Object.fromEntries(numbered('point', CURVE_POINTS_MAX).map((name) => [name, optionalCountProp(CURVE_STEPS_MAX)])),
}

/** The step that a column's point is on, from 1 for the lowest; undefined while nobody has set it. */
export function stepOf(props: CurveProps, { point }: CurveColumn): number | undefined {
  const value = props[`point${point}`] ?? 0
  return value >= 1 && value <= props.steps.length ? value : undefined
}

/** The word of a step, from 1 for the lowest. */
export const stepWord = ({ steps }: CurveProps, value: number): string => steps[steps.length - value]?.label ?? ''

/** The props that change when a point is put on a step; undefined takes it away. */
export function pointChange(props: CurveProps, column: CurveColumn, value: number | undefined): Partial<CurveProps> {
  const kept = value === undefined ? 0 : Math.min(props.steps.length, Math.max(1, Math.round(value)))
  return { [`point${column.point}`]: kept }
}

/** Where a point stands that nobody has set: in the middle. */
export const middleStep = ({ steps }: CurveProps): number => Math.ceil(steps.length / 2)

const OF: Readonly<Record<Locale, string>> = { da: 'af', en: 'of', nb: 'av' }
const UNSET: Readonly<Record<Locale, string>> = { da: 'Ikke sat', en: 'Not set', nb: 'Ikke satt' }

/** A point as it is read out: "Good, 4 of 5". */
export function spokenPoint(props: CurveProps, column: CurveColumn, locale: Locale): string {
  const value = stepOf(props, column)
  if (value === undefined) return UNSET[locale]
  return `${stepWord(props, value)}, ${value} ${OF[locale]} ${props.steps.length}`
}

/** What people said with the curve, phase by phase; only what there is. */
export function curveParts(props: CurveProps): { key: string; label: string; text: string }[] {
  return props.columns.flatMap((column) => {
    const value = stepOf(props, column)
    return value === undefined ? [] : [{ key: column.key, label: column.label, text: stepWord(props, value) }]
  })
}
