import { type CurveColumn, type CurveProps, middleStep, stepOf } from './curve-shape.ts'

/** Where the points of a curve lie, in px from the corner of the shape. */
export type CurvePoint = { column: CurveColumn; x: number; y: number; isSet: boolean }

const round = (value: number): number => Math.round(value * 10) / 10

/** How far below the top of the shape a step lies, from 1 for the lowest. */
export function stepY({ steps, h }: CurveProps, value: number): number {
  return steps.length < 2 ? h / 2 : (h * (steps.length - value)) / (steps.length - 1)
}

/** The step nearest to a height in the shape. */
export function stepAt({ steps, h }: CurveProps, y: number): number {
  const fromTop = Math.round((y / h) * (steps.length - 1))
  return steps.length - Math.min(steps.length - 1, Math.max(0, fromTop))
}

/** All points from left to right; one that nobody has set waits in the middle. */
export function curvePoints(props: CurveProps): CurvePoint[] {
  return props.columns
    .map((column): CurvePoint => {
      const value = stepOf(props, column)
      const y = stepY(props, value ?? middleStep(props))
      return { column, x: column.x + column.w / 2, y, isSet: value !== undefined }
    })
    .sort((a, b) => a.x - b.x)
}

/**
 * The curve as the data of an SVG path. It runs level through its points, so that it never says more than they do, and
 * has a gap where a point is not set.
 */
export function curvePath(props: CurveProps): string {
  let last: CurvePoint | undefined
  const parts: string[] = []
  for (const point of curvePoints(props)) {
    if (point.isSet) {
      const [x, y] = [round(point.x), round(point.y)]
      if (last === undefined) parts.push(`M${x} ${y}`)
      else {
        const middle = round((last.x + point.x) / 2)
        parts.push(`C${middle} ${round(last.y)} ${middle} ${y} ${x} ${y}`)
      }
    }
    last = point.isSet ? point : undefined
  }
  return parts.join('')
}

/** The point that is nearest to a place in the shape, no farther than `reach` px. */
export function pointNear(props: CurveProps, at: { x: number; y: number }, reach: number): CurvePoint | undefined {
  let nearest: CurvePoint | undefined
  let least = reach
  for (const point of curvePoints(props)) {
    const distance = Math.hypot(point.x - at.x, point.y - at.y)
    if (distance > least) continue
    nearest = point
    least = distance
  }
  return nearest
}
