import type { BoardRecord } from './board-doc.ts'
import type { Localised } from './locale.ts'
import { PALETTE } from './palette.ts'
import { boxOf } from './picture-geometry.ts'
import type { Pen } from './picture-pen.ts'
import { numberOf, textOf } from './picture-scene.ts'
import { escapeXml, rectangleTag, round } from './picture-text.ts'
import { drawLines } from './picture-words.ts'
import { LINE_HEIGHT, wrapText } from './text-measure.ts'

/** Uploaded pictures, and words in place of what cannot be drawn. */
const MISSING: Localised = {
  da: 'Billedet kan ikke vises',
  en: 'The picture cannot be shown',
  nb: 'Bildet kan ikke vises',
}
const VIDEO: Localised = { da: 'Video', en: 'Video', nb: 'Video' }
const LINK: Localised = { da: 'Link', en: 'Link', nb: 'Lenke' }
const WORD_SIZE = 18
const PADDING = 8
const LONGEST = 300

export function drawImage(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const source = pen.sourceOf(textOf(props.assetId))
  const alt = textOf(props.altText).trim()
  if (source === undefined) return placeholder(record, [MISSING[pen.locale ?? 'da'], alt], pen)
  const { w, h } = boxOf(record, 0)
  const { left, top, right, bottom, isRound } = cropOf(props.crop)
  const [wide, high] = [w / (right - left), h / (bottom - top)]
  const turned = mirrored(props, w, h)
  const place = `x="${round(-left * wide)}" y="${round(-top * high)}" width="${round(wide)}" height="${round(high)}"`
  const said = alt === '' ? '' : ` aria-label="${escapeXml(alt.slice(0, LONGEST))}"`
  const image = `<image ${place} preserveAspectRatio="none" href="${source}"${turned}${said}/>`
  // What is outside the crop is cut by an inner `svg`: a clip would need an id, and there may be many pictures on a page.
  const cut = `<svg width="${round(w)}" height="${round(h)}">${image}</svg>`
  return isRound
    ? `<g clip-path="ellipse(${round(w / 2)}px ${round(h / 2)}px at ${round(w / 2)}px ${round(h / 2)}px)">${cut}</g>`
    : cut
}

type Crop = { left: number; top: number; right: number; bottom: number; isRound: boolean }

/** What of a picture is shown, in parts of it; all of it where the record says nothing that makes sense. */
function cropOf(crop: unknown): Crop {
  const { topLeft, bottomRight, isCircle } = (crop ?? {}) as Record<string, { x?: unknown; y?: unknown } | undefined>
  const part = (value: unknown, otherwise: number): number => Math.max(0, Math.min(1, numberOf(value, otherwise)))
  const [left, top] = [part(topLeft?.x, 0), part(topLeft?.y, 0)]
  const [right, bottom] = [part(bottomRight?.x, 1), part(bottomRight?.y, 1)]
  const isWhole = right - left < 0.001 || bottom - top < 0.001
  const isRound = (isCircle as unknown) === true
  return isWhole ? { left: 0, top: 0, right: 1, bottom: 1, isRound } : { left, top, right, bottom, isRound }
}

function mirrored({ flipX, flipY }: Record<string, unknown>, w: number, h: number): string {
  if (flipX !== true && flipY !== true) return ''
  const [x, y] = [flipX === true, flipY === true]
  return ` transform="translate(${x ? round(w) : 0} ${y ? round(h) : 0}) scale(${x ? -1 : 1} ${y ? -1 : 1})"`
}

/** A video, or what leads to another site: said in words. */
export function drawSaid(record: BoardRecord, pen: Pen): string {
  const props = record.props ?? {}
  const locale = pen.locale ?? 'da'
  const kind = record.type === 'video' ? VIDEO[locale] : LINK[locale]
  return placeholder(record, [kind, textOf(props.altText).trim() || textOf(props.url).trim()], pen)
}

function placeholder(record: BoardRecord, words: readonly string[], pen: Pen): string {
  const { w, h } = boxOf(record, 0)
  const { section, lineStrong, text2 } = PALETTE[pen.theme]
  const look = `fill="${section}" stroke="${lineStrong}" stroke-width="1.5" stroke-dasharray="6 4"`
  const sheet = rectangleTag(0.75, 0.75, w - 1.5, h - 1.5, look)
  const room = w - 2 * PADDING
  const fitting = Math.floor((h - 2 * PADDING) / (WORD_SIZE * LINE_HEIGHT))
  const size = room < 90 || fitting < 1 ? 0 : WORD_SIZE
  if (size === 0) return sheet
  const lines = words
    .filter((line) => line !== '')
    .flatMap((line) => wrapText(line.slice(0, LONGEST), size, room, 'medium', fitting))
    .slice(0, fitting)
  const y = (h - lines.length * size * LINE_HEIGHT) / 2
  return sheet + drawLines(lines, { x: w / 2, y, size, align: 'middle', fill: text2 }, pen)
}
