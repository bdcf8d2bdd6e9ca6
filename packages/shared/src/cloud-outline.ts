import type { Point } from './picture-scene.ts'
import { round } from './picture-text.ts'

/** How long the edge of one bump of a cloud is about, in px, by the size of its line. */
const BUMPS: Readonly<Record<string, number>> = { s: 50, m: 70, l: 100, xl: 130 }
const MOST_BUMPS = 400
/** How far a bump stands out, in parts of its length. */
const HEIGHT = 0.2

/**
 * A cloud as wide and high as its box: bumps of even length around a rounded bar. tldraw draws each bump a little out of
 * its place by chance; here they stand even.
 */
export function cloudOutline(w: number, h: number, size: string, scale: number): { d: string; corners: Point[] } {
  const around = perimeter(w, h)
  const wanted = Math.ceil(around / ((BUMPS[size] ?? 70) * Math.max(scale, 0.01)))
  const count = Math.min(MOST_BUMPS, Math.max(6, wanted, Math.ceil(around / Math.min(w, h))))
  const out = Math.min((around / count) * HEIGHT, Math.min(w, h) / 4)
  const corners = onBar(w - 2 * out, h - 2 * out, count).map(({ x, y }) => ({ x: x + out, y: y + out }))
  const arcs = corners.map((corner, i) => {
    const to = corners[(i + 1) % count] ?? corner
    const half = Math.max(Math.hypot(to.x - corner.x, to.y - corner.y) / 2, 0.1)
    const height = Math.min(out, half)
    const radius = (half * half + height * height) / (2 * height)
    return `A${round(radius)} ${round(radius)} 0 0 1 ${round(to.x)} ${round(to.y)}`
  })
  const [first = { x: 0, y: 0 }] = corners
  return { d: `M${round(first.x)} ${round(first.y)}${arcs.join('')}Z`, corners }
}

const perimeter = (w: number, h: number): number => {
  const r = Math.min(w, h) / 2
  return 2 * (Math.PI * r + Math.abs(w - h))
}

/** Points at even distances around a bar with round ends, clockwise. */
function onBar(w: number, h: number, count: number): Point[] {
  const r = Math.max(0.5, Math.min(w, h) / 2)
  const [straight, upright] = [Math.max(0, w - 2 * r), Math.max(0, h - 2 * r)]
  const quarter = (Math.PI * r) / 2
  const arc = (x: number, y: number, from: number) => ({
    length: quarter,
    at: (s: number): Point => ({ x: x + r * Math.cos(from + s / r), y: y + r * Math.sin(from + s / r) }),
  })
  const edge = (length: number, at: (s: number) => Point) => ({ length, at })
  const parts = [
    edge(straight, (s) => ({ x: r + s, y: 0 })),
    arc(w - r, r, -Math.PI / 2),
    edge(upright, (s) => ({ x: w, y: r + s })),
    arc(w - r, h - r, 0),
    edge(straight, (s) => ({ x: w - r - s, y: h })),
    arc(r, h - r, Math.PI / 2),
    edge(upright, (s) => ({ x: 0, y: h - r - s })),
    arc(r, r, Math.PI),
  ]
  const whole = parts.reduce((sum, { length }) => sum + length, 0)
  return Array.from({ length: count }, (_, i) => {
    let s = (i * whole) / count
    for (const part of parts) {
      if (s <= part.length) return part.at(s)
      s -= part.length
    }
    return { x: r, y: 0 }
  })
}
