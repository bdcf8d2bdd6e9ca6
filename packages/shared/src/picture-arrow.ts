import { type ArrowBody, bentBody } from './arrow-body.ts'
import { elbowBody } from './arrow-elbow.ts'
import { arrowEnds } from './arrow-ends.ts'
import { type ArrowHead, arrowHead, headPlace } from './arrow-heads.ts'
import type { ArrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { PLAIN } from './letter-measure.ts'
import { inkColour, PALETTE } from './palette.ts'
import { scaleOf, strokeOf } from './picture-geometry.ts'
import { dashesOf, fillOf } from './picture-paint.ts'
import type { Pen } from './picture-pen.ts'
import { type Bounds, boundsOf, numberOf, type Point, type Scene, textOf } from './picture-scene.ts'
import { rectangleTag, round } from './picture-text.ts'
import { drawWords, familyOf, setPlainText } from './picture-words.ts'

const LABEL_SIZES: Readonly<Record<string, number>> = { s: 18, m: 20, l: 24, xl: 28 }
const LABEL_PADDING = 4.25
/** What a label leaves of an arrow that is wider than high. */
const BESIDE_LABEL = 64
const WIDEST_LABEL = 16
const STEPS = 32

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

/** Which way an arrow takes, by its record and what it is tied to. */
export function arrowBody(record: BoardRecord, scene: Scene, ties: ArrowTies): ArrowBody {
  const props = record.props ?? {}
  const { start, end } = arrowEnds(record, scene, ties)
  if (props.kind === 'elbow') return elbowBody(start, end, numberOf(props.elbowMidPoint, 0.5))
  return bentBody(start, end, numberOf(props.bend, 0), scaleOf(props))
}

/** An arrow's line and its heads, in its own coordinates. */
export function arrowPath(
  record: BoardRecord,
  scene: Scene,
  ties: ArrowTies,
  stroke: number,
): { body: string; heads: ArrowHead[] } {
  return pathOf(arrowBody(record, scene, ties), record, stroke)
}

function pathOf(body: ArrowBody, { props = {} }: BoardRecord, stroke: number): { body: string; heads: ArrowHead[] } {
  const heads = (['start', 'end'] as const).flatMap((end): ArrowHead[] => {
    const kind = end === 'start' ? props.arrowheadStart : (props.arrowheadEnd ?? 'arrow')
    const head = arrowHead(kind, headPlace(body, end, stroke))
    return head === undefined ? [] : [head]
  })
  return { body: lineOf(body), heads }
}

function lineOf(body: ArrowBody): string {
  if (body.kind === 'straight') return `M${at(body.start)}L${at(body.end)}`
  if (body.kind === 'elbow') return `M${body.points.map(at).join('L')}`
  const r = round(body.radius)
  return `M${at(body.start)}A${r} ${r} 0 ${body.angle > Math.PI ? 1 : 0} ${body.isClockwise ? 1 : 0} ${at(body.end)}`
}

/** Places along the line, close enough to reckon with. */
function placesOn(body: ArrowBody): Point[] {
  if (body.kind === 'straight') return [body.start, body.end]
  if (body.kind === 'elbow') return body.points
  const { centre, radius, angle, isClockwise, start } = body
  const from = Math.atan2(start.y - centre.y, start.x - centre.x)
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const turned = from + ((isClockwise ? 1 : -1) * angle * i) / STEPS
    return { x: centre.x + radius * Math.cos(turned), y: centre.y + radius * Math.sin(turned) }
  })
}

/** What an arrow covers, in its own coordinates. */
export function arrowBounds(record: BoardRecord, scene: Scene, ties: ArrowTies): Bounds | undefined {
  return boundsOf(placesOn(arrowBody(record, scene, ties)))
}

export function drawArrow(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const stroke = strokeOf(props)
  const ink = inkColour(pen.theme, textOf(props.color))
  const body = arrowBody(record, pen.scene, pen.ties)
  const { body: line, heads } = pathOf(body, record, stroke)
  const places = placesOn(body)
  const look = `stroke="${ink}" stroke-width="${round(stroke)}"`
  const filling = fillOf(props, pen.theme)
  // A head that is not filled hides the line behind it.
  const inside = filling === 'none' ? groundOf(record, pen) : filling
  const shaft = `<path d="${line}" fill="none" ${look}${dashesOf(props.dash, stroke, lengthOf(places))}/>`
  const tips = heads.map(({ d, isFilled }) => `<path d="${d}" fill="${isFilled ? inside : 'none'}" ${look}/>`)
  return shaft + tips.join('') + labelOf(record, places, pen)
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce(
    (sum, point, i) =>
      sum + (i === 0 ? 0 : Math.hypot(point.x - (points[i - 1]?.x ?? 0), point.y - (points[i - 1]?.y ?? 0))),
    0,
  )

/** The colour of the sheet that a shape lies on. */
function groundOf({ parentId }: BoardRecord, pen: Pen): string {
  const { section, canvas } = PALETTE[pen.theme]
  return pen.scene.byId.get(textOf(parentId))?.record.type === 'frame' ? section : canvas
}

/** The words of an arrow stand on it, on a ground of the sheet that it lies on. */
function labelOf(record: BoardRecord, places: readonly Point[], pen: Pen): string {
  const props = record.props ?? {}
  const words = textOf(props.text)
  const bounds = boundsOf(places)
  if (words.trim() === '' || bounds === undefined) return ''
  const scale = scaleOf(props)
  const look = { family: familyOf(props.font), weight: PLAIN, size: (LABEL_SIZES[textOf(props.size)] ?? 20) * scale }
  const natural = setPlainText(words, look, Number.POSITIVE_INFINITY, pen)
  const across = bounds.right - bounds.left
  const isWide = across > bounds.bottom - bounds.top
  const most = isWide
    ? Math.max(Math.min(natural.width, BESIDE_LABEL), across - BESIDE_LABEL)
    : WIDEST_LABEL * look.size
  const set = natural.width <= most ? natural : setPlainText(words, look, Math.max(1, most), pen)
  const { x, y } = placeAt(places, Math.max(0, Math.min(1, numberOf(props.labelPosition, 0.5))))
  const padding = LABEL_PADDING * scale
  const [w, h] = [set.width + 2 * padding, set.height + 2 * padding]
  const label = {
    x: x - set.width / 2,
    y: y - set.height / 2,
    w: set.width,
    align: 'middle',
    fill: inkColour(pen.theme, textOf(props.labelColor)),
  } as const
  return (
    rectangleTag(x - w / 2, y - h / 2, w, h, `rx="4" fill="${groundOf(record, pen)}"`) +
    drawWords(set, label, look, pen)
  )
}

function placeAt(places: readonly Point[], part: number): Point {
  let left = lengthOf(places) * part
  for (let i = 1; i < places.length; i++) {
    const [from, to] = [places[i - 1], places[i]]
    if (from === undefined || to === undefined) break
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (left <= length)
      return {
        x: from.x + ((to.x - from.x) * left) / (length || 1),
        y: from.y + ((to.y - from.y) * left) / (length || 1),
      }
    left -= length
  }
  return places.at(-1) ?? { x: 0, y: 0 }
}
