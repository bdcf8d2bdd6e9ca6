import type { BoardRecord } from './board-doc.ts'
import { cardLayout } from './card-layout.ts'
import { CARD_TYPE, type CardProps } from './card-shape.ts'
import { choiceLayout } from './choice-layout.ts'
import { CHOICE_TYPE, type ChoiceProps } from './choice-shape.ts'
import { type Bounds, boundsOf, numberOf, type Point, textOf } from './picture-scene.ts'
import { isRichText, plainTextOf } from './rich-text-doc.ts'
import { textHeight } from './text-measure.ts'

/** Measures of tldraw's own shapes, in the coordinates of the shape. */
const TEXT_SIZES: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 }
const LABEL_SIZES: Readonly<Record<string, number>> = { s: 18, m: 22, l: 26, xl: 32 }
const STROKES: Readonly<Record<string, number>> = { s: 2, m: 3.5, l: 5, xl: 10 }
export const NOTE_SIZE = 200
export const LABEL_PADDING = 16
const MOST_POINTS = 200

export const scaleOf = (props: Record<string, unknown>): number => Math.max(0.01, numberOf(props.scale, 1))
export const textSizeOf = (props: Record<string, unknown>): number =>
  (TEXT_SIZES[textOf(props.size)] ?? 24) * scaleOf(props)
export const labelSizeOf = (props: Record<string, unknown>): number =>
  (LABEL_SIZES[textOf(props.size)] ?? 22) * scaleOf(props)
export const strokeOf = (props: Record<string, unknown>): number =>
  (STROKES[textOf(props.size)] ?? 3.5) * scaleOf(props)

/** The words of a shape's rich text, at most `limit` characters; empty for content that is none. */
export function wordsOf(props: Record<string, unknown>, limit: number): string {
  if (!isRichText(props.richText)) return ''
  try {
    const text = plainTextOf(props.richText)
    return text.length > limit ? `${text.slice(0, limit)}…` : text
  } catch {
    return ''
  }
}

/** True when the first words of a shape's text are bold. */
export function isBold(props: Record<string, unknown>): boolean {
  const richText = props.richText as { content?: { content?: { marks?: { type?: unknown }[] }[] }[] } | undefined
  const marks = richText?.content?.[0]?.content?.[0]?.marks
  return Array.isArray(marks) && marks.some((mark) => mark?.type === 'bold')
}

/** UTF-16 units of a text that are measured where one asks in which cell it lies: the same wherever that is asked. */
export const MEASURED_MAX = 1_000

/** The box of a shape that has width and height. */
export function boxOf(record: BoardRecord, textLimit: number): { w: number; h: number } {
  const props = record.props ?? {}
  const scale = scaleOf(props)
  if (record.type === 'note') return { w: NOTE_SIZE * scale, h: (NOTE_SIZE + numberOf(props.growY, 0)) * scale }
  if (record.type === 'text') {
    const size = textSizeOf(props)
    const text = wordsOf(props, textLimit)
    const w = props.autoSize === false ? numberOf(props.w, 100) * scale : 10_000
    return { w: props.autoSize === false ? w : widest(text, size), h: textHeight(text, size, w) }
  }
  if (record.type === CARD_TYPE || record.type === CHOICE_TYPE) return structuredBox(record)
  return { w: numberOf(props.w, 1), h: numberOf(props.h, 1) + numberOf(props.growY, 0) }
}

/** Of records that may not have passed the schema yet. */
function structuredBox({ type, props }: BoardRecord): { w: number; h: number } {
  const w = numberOf(props?.w, 1)
  try {
    const { h } = type === CARD_TYPE ? cardLayout(props as CardProps) : choiceLayout(props as ChoiceProps)
    return { w, h }
  } catch {
    return { w, h: numberOf(props?.h, 1) }
  }
}

function widest(text: string, size: number): number {
  return Math.max(1, ...text.split('\n').map((line) => line.length * size * 0.6))
}

/** The points of a line, arrow or drawing, thinned out to a bounded number; one list per stroke. */
export function strokesOf(record: BoardRecord): Point[][] {
  const props = record.props ?? {}
  if (record.type === 'line') {
    const points = typeof props.points === 'object' && props.points !== null ? Object.values(props.points) : []
    return [
      points
        .filter(isIndexed)
        .sort((a, b) => (a.index < b.index ? -1 : 1))
        .map(toPoint),
    ]
  }
  const segments = Array.isArray(props.segments) ? (props.segments as { points?: unknown }[]) : []
  const all = segments.flatMap((segment) => (Array.isArray(segment?.points) ? segment.points.map(toPoint) : []))
  const step = Math.max(1, Math.ceil(all.length / MOST_POINTS))
  return [all.filter((_, i) => i % step === 0 || i === all.length - 1)]
}

function isIndexed(point: unknown): point is { index: string; x: number; y: number } {
  return typeof (point as { index?: unknown } | null)?.index === 'string'
}

export function toPoint(value: unknown): Point {
  const { x, y } = (value ?? {}) as { x?: unknown; y?: unknown }
  return { x: numberOf(x, 0), y: numberOf(y, 0) }
}

/** What a shape covers, in its own coordinates; undefined for a group or an empty drawing. */
export function localBounds(record: BoardRecord, textLimit: number): Bounds | undefined {
  if (record.type === 'group') return undefined
  if (record.type === 'line' || record.type === 'draw' || record.type === 'highlight') {
    return boundsOf(strokesOf(record).flat())
  }
  if (record.type === 'arrow') return boundsOf([toPoint(record.props?.start), toPoint(record.props?.end)])
  const { w, h } = boxOf(record, textLimit)
  return { left: 0, top: 0, right: w, bottom: h }
}
