import type { BoardRecord } from './board-doc.ts'
import type { Locale } from './locale.ts'
import { PALETTE, type Theme } from './palette.ts'
import { arrowTies } from './picture-arrow.ts'
import { localBounds } from './picture-geometry.ts'
import type { Pen } from './picture-pen.ts'
import { type Bounds, boundsOf, cornersOf, numberOf, type SceneShape, sceneOf, toPage } from './picture-scene.ts'
import { drawShape } from './picture-shapes.ts'
import { escapeXml, rectangleTag, round } from './picture-text.ts'

export type PictureOptions = {
  theme: Theme
  /** `thumbnail`: for 300–600 px, words as bars; `full`: every word. */
  detail?: 'thumbnail' | 'full'
  /** The first page when left out. */
  pageId?: string
  /** Longest text drawn for one shape, in characters. */
  maxTextLength?: number
  /** Name of the picture for those who hear it. */
  title?: string
  /** Writes the role at the foot of every note, in this language; only in `full`. */
  locale?: Locale
}

const EMPTY: Bounds = { left: 0, top: 0, right: 1600, bottom: 1000 }

/**
 * A board's page as one SVG document, from records alone. Everything a person wrote is escaped and set as plain text:
 * no script, no style sheet, no address, so that it can be served as an image.
 */
export function renderBoardPicture(records: Iterable<BoardRecord>, options: PictureOptions): string {
  const { theme, detail = 'full', maxTextLength = 2000 } = options
  const all = [...records]
  const scene = sceneOf(all, options.pageId)
  const shapes = detail === 'thumbnail' ? scene.shapes.filter((shape) => !isHeaderStrip(shape)) : scene.shapes
  const content = around(shapes.flatMap((shape) => pageBounds(shape, maxTextLength))) ?? EMPTY
  const margin = detail === 'thumbnail' ? (content.right - content.left) * 0.02 : 60
  const x = round(content.left - margin)
  const y = round(content.top - margin)
  const w = round(content.right - content.left + 2 * margin)
  const h = round(content.bottom - content.top + 2 * margin)
  const pen: Pen = { theme, detail, locale: options.locale, maxTextLength, width: w, scene, ties: arrowTies(all) }
  const title = options.title ? `<title>${escapeXml(options.title)}</title>` : ''
  const font = 'Schibsted Grotesk Variable, Schibsted Grotesk, Segoe UI, system-ui, sans-serif'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" role="img" font-family="${font}">`,
    title,
    rectangleTag(x, y, w, h, `fill="${PALETTE[theme].canvas}"`),
    ...shapes.map((shape) => draw(shape, pen)),
    '</svg>',
  ].join('')
}

/** The strip with name and date above a template says nothing in a thumbnail. */
function isHeaderStrip({ record }: SceneShape): boolean {
  return record.type === 'frame' && record.meta?.section === 'titelfelt'
}

function draw(shape: SceneShape, pen: Pen): string {
  const { record } = shape
  const own = drawShape(record, pen)
  const inside = shape.children.map((child) => draw(child, pen)).join('')
  if (own === '' && inside === '') return ''
  const angle = numberOf(record.rotation, 0)
  const turn = angle === 0 ? '' : ` rotate(${round((angle * 180) / Math.PI)})`
  const opacity = numberOf(record.opacity, 1)
  const faint = opacity < 1 ? ` opacity="${round(Math.max(0, opacity))}"` : ''
  const place = `translate(${round(numberOf(record.x, 0))} ${round(numberOf(record.y, 0))})${turn}`
  return `<g transform="${place}"${faint}>${own}${record.type === 'frame' ? clipped(record, inside) : inside}</g>`
}

/** A frame shows of its children what lies inside it; an inner `svg` clips without an id. */
function clipped(record: BoardRecord, inside: string): string {
  if (inside === '') return ''
  const { right = 1, bottom = 1 } = localBounds(record, 0) ?? {}
  return `<svg width="${round(right)}" height="${round(bottom)}">${inside}</svg>`
}

function pageBounds(shape: SceneShape, textLimit: number): Bounds[] {
  const local = localBounds(shape.record, textLimit)
  const own = local && boundsOf(cornersOf(local).map((corner) => toPage(shape.transform, corner)))
  const inside = shape.record.type === 'frame' ? [] : shape.children.flatMap((child) => pageBounds(child, textLimit))
  return own ? [own, ...inside] : inside
}

function around(all: readonly Bounds[]): Bounds | undefined {
  return boundsOf(all.flatMap(cornersOf))
}
