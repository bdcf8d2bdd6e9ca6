import { type ArrowTies, arrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { HEADER_SECTION, metaOf } from './board-meta.ts'
import { CURVE_TYPE, type CurveProps } from './curve-shape.ts'
import type { Locale } from './locale.ts'
import { PALETTE, type Theme } from './palette.ts'
import { arrowBounds } from './picture-arrow.ts'
import { shownBounds } from './picture-box.ts'
import { NAME_ROOM, nameAbove } from './picture-frame.ts'
import { localBounds } from './picture-geometry.ts'
import { MOST_DRAWN, type Pen, type UploadedPicture } from './picture-pen.ts'
import {
  type Bounds,
  boundsOf,
  cornersOf,
  numberOf,
  type Scene,
  type SceneShape,
  sceneOf,
  textOf,
  toPage,
} from './picture-scene.ts'
import { drawBelow, drawShape } from './picture-shapes.ts'
import { sourcesOf } from './picture-source.ts'
import { escapeXml, rectangleTag, round } from './picture-text.ts'
import { rootLook } from './picture-words.ts'

export type PictureOptions = {
  theme: Theme
  /** Of the words that the board adds by itself: roles at the foot of notes, »Eksempel«. None of them when left out. */
  locale?: Locale
  /** `thumbnail`: for 300–600 px, words as bars; `full`: every word. */
  detail?: 'thumbnail' | 'full'
  /** The first page when left out. */
  pageId?: string
  /** Shapes of `drawBoard` at the most; as many as a scene has when left out. */
  mostShapes?: number
  /** Longest text drawn for one shape, in characters. */
  maxTextLength?: number
  /** Name of the picture for those who hear it, and what it shows. */
  title?: string
  description?: string
  /** An uploaded picture by its SHA-256, as it is kept; called once for each. Without it words stand in their place. */
  read?: (id: string) => UploadedPicture | undefined
  /** Says of each shape which it is (`data-shape`), for tests. */
  marked?: boolean
}

/** A picture and its size in px of the board. */
export type Picture = { svg: string; width: number; height: number }

const EMPTY: Bounds = { left: 0, top: 0, right: 1600, bottom: 1000 }
const MARGIN = 60
/** Left free around a section, in px of the board. */
export const SECTION_MARGIN = 40
const MOST_TEXT = 20_000

/**
 * A board's page as one SVG document, from records alone. Everything a person wrote is escaped and set as plain text:
 * no script, no style sheet, no address, so that it can be served as an image.
 */
export function renderBoardPicture(records: Iterable<BoardRecord>, options: PictureOptions): string {
  return drawBoard(records, { maxTextLength: 2000, ...options }).svg
}

/** The same with its size. Records need not have passed the schema: what cannot be drawn is left out. */
export function drawBoard(records: Iterable<BoardRecord>, options: PictureOptions): Picture {
  const all = [...records]
  const scene = sceneOf(all, options.pageId, options.mostShapes)
  const isThumbnail = options.detail === 'thumbnail'
  const shapes = isThumbnail ? scene.shapes.filter((shape) => !isHeaderStrip(shape)) : scene.shapes
  const ties = arrowTies(all)
  return sheetOf(boardBounds(shapes, scene, ties, isThumbnail), shapes, { all, scene, ties }, options)
}

/** How large `drawBoard` draws a board, in px of it. */
export function boardPictureSize(
  records: readonly BoardRecord[],
  mostShapes?: number,
): Pick<Picture, 'width' | 'height'> {
  const scene = sceneOf(records, undefined, mostShapes)
  return sizeOf(boardBounds(scene.shapes, scene, arrowTies(records), false))
}

function boardBounds(shapes: readonly SceneShape[], scene: Scene, ties: ArrowTies, isThumbnail: boolean): Bounds {
  const content = around(shapes.flatMap((shape) => pageBounds(shape, scene, ties, isThumbnail))) ?? EMPTY
  return widened(content, isThumbnail ? (content.right - content.left) * 0.02 : MARGIN)
}

const sizeOf = ({ left, top, right, bottom }: Bounds): Pick<Picture, 'width' | 'height'> => ({
  width: Math.ceil(round(right - left)),
  height: Math.ceil(round(bottom - top)),
})

/**
 * One section, or any other frame: the frame with everything in it, what lies on it without being in it, and the arrows
 * that are tied to any of this, as far as they reach into the picture. A curve across several sections shows in each the
 * points of its own. Undefined when there is no such frame.
 */
export function drawSection(
  records: Iterable<BoardRecord>,
  frameId: string,
  options: PictureOptions,
): Picture | undefined {
  const all = [...records]
  const page = pageOf(all, frameId)
  const scene = page === undefined ? undefined : sceneOf(all, page)
  const frame = scene?.byId.get(frameId)
  if (scene === undefined || frame?.record.type !== 'frame') return undefined
  const ties = arrowTies(all)
  const [sheet] = pageBounds(frame, scene, ties, false)
  if (sheet === undefined) return undefined
  const shown = idsIn(frame)
  const shapes = scene.shapes.flatMap((shape): SceneShape[] => {
    if (shown.has(shape.record.id)) return [shape]
    if (holdsFrame(shape, frameId)) return [frame]
    if (shape.record.type === CURVE_TYPE) return curveOn(shape, sheet)
    const isTied = shape.record.type === 'arrow' && tiesOf(shape, ties).some((id) => shown.has(id))
    return isTied || liesOn(shape, sheet, scene, ties) ? [shape] : []
  })
  return sheetOf(widened(sheet, SECTION_MARGIN), shapes.map(fromPageOf(frame, scene)), { all, scene, ties }, options)
}

/** The page that a shape is on, whatever it stands in; undefined where its chain of parents leads nowhere. */
function pageOf(records: readonly BoardRecord[], id: string): string | undefined {
  const byId = new Map(records.map((record) => [record.id, record]))
  let at = byId.get(id)
  for (let depth = 0; at !== undefined && depth < 100; depth++) {
    if (at.typeName === 'page') return at.id
    at = byId.get(textOf(at.parentId))
  }
  return undefined
}

const holdsFrame = (shape: SceneShape, frameId: string): boolean =>
  shape.record.id === frameId || shape.children.some((child) => holdsFrame(child, frameId))

/** A frame that stands in another shape is drawn without it, where it is on the page. */
const fromPageOf =
  (frame: SceneShape, scene: Scene) =>
  (shape: SceneShape): SceneShape => {
    if (shape !== frame || scene.shapes.includes(frame)) return shape
    const { x, y, angle } = frame.transform
    return { ...frame, record: { ...frame.record, x, y, rotation: angle } }
  }

function idsIn(frame: SceneShape): Set<string> {
  const ids = new Set<string>()
  const walk = (shape: SceneShape): void => {
    ids.add(shape.record.id)
    shape.children.forEach(walk)
  }
  walk(frame)
  return ids
}

const tiesOf = ({ record }: SceneShape, ties: ArrowTies): string[] =>
  Object.values(ties.get(record.id) ?? {}).map(({ to }) => to)

/** Does the middle of something that is no frame lie on the sheet of one? */
function liesOn(shape: SceneShape, sheet: Bounds, scene: Scene, ties: ArrowTies): boolean {
  if (shape.record.type === 'frame') return false
  const bounds = around(pageBounds(shape, scene, ties, false))
  if (bounds === undefined) return false
  const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2]
  return x > sheet.left && x < sheet.right && y > sheet.top && y < sheet.bottom
}

/** Of a curve the points that stand on this sheet: whoever sees one section need not have been shown the next. */
function curveOn(shape: SceneShape, { left, top, right, bottom }: Bounds): SceneShape[] {
  const { h, columns: all } = shape.record.props as CurveProps
  if (!Array.isArray(all)) return []
  const columns = all.filter((column) => {
    const { x, y } = toPage(shape.transform, { x: column.x + column.w / 2, y: h / 2 })
    return x > left && x < right && y > top && y < bottom
  })
  const props = { ...shape.record.props, columns }
  return columns.length === 0 ? [] : [{ ...shape, record: { ...shape.record, props } }]
}

type Known = { all: readonly BoardRecord[]; scene: Scene; ties: ArrowTies }

function sheetOf(
  bounds: Bounds,
  shapes: readonly SceneShape[],
  { all, scene, ties }: Known,
  options: PictureOptions,
): Picture {
  const { theme, detail = 'full', maxTextLength = MOST_TEXT, locale, read = () => undefined, marked = false } = options
  const [x, y] = [round(bounds.left), round(bounds.top)]
  const [w, h] = [round(bounds.right - bounds.left), round(bounds.bottom - bounds.top)]
  const sourceOf = sourcesOf(all, read)
  const pen: Pen = {
    theme,
    detail,
    locale,
    maxTextLength,
    width: w,
    scene,
    ties,
    sourceOf,
    marked,
    left: { ...MOST_DRAWN },
  }
  const size = detail === 'full' ? ` width="${Math.ceil(w)}" height="${Math.ceil(h)}"` : ''
  const lines = detail === 'full' ? ' stroke-linecap="round" stroke-linejoin="round" xml:space="preserve"' : ''
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}"${size} role="img" ${rootLook(theme)}${lines}>`,
    options.title ? `<title>${escapeXml(options.title)}</title>` : '',
    options.description ? `<desc>${escapeXml(options.description)}</desc>` : '',
    rectangleTag(x, y, w, h, `fill="${PALETTE[theme].canvas}"`),
    drawAll(shapes, pen),
    '</svg>',
  ].join('')
  return { svg, ...sizeOf(bounds) }
}

const widened = ({ left, top, right, bottom }: Bounds, by: number): Bounds => ({
  ...{ left: left - by, top: top - by, right: right + by, bottom: bottom + by },
})

/** The strip with name and date above a template says nothing in a thumbnail. */
function isHeaderStrip({ record }: SceneShape): boolean {
  return record.type === 'frame' && metaOf(record).section === HEADER_SECTION
}

/** What lies on one sheet: first what is below everything else there. */
function drawAll(shapes: readonly SceneShape[], pen: Pen): string {
  const below = shapes.map(({ record }) => placedAt(record, drawBelow(record, pen), ''))
  return below.join('') + drawEach(shapes, pen)
}

const drawEach = (shapes: readonly SceneShape[], pen: Pen): string => shapes.map((shape) => draw(shape, pen)).join('')

function draw(shape: SceneShape, pen: Pen): string {
  const { record } = shape
  const own = drawSafely(record, pen)
  const inside = record.type === 'frame' ? drawAll(shape.children, pen) : drawEach(shape.children, pen)
  const mark = pen.marked ? ` data-shape="${escapeXml(record.id)}"` : ''
  return placedAt(record, own + (record.type === 'frame' ? clipped(record, inside) : inside), mark)
}

/** Markup in the place of a shape, turned and faint as that is. */
function placedAt(record: BoardRecord, markup: string, mark: string): string {
  if (markup === '') return ''
  const angle = numberOf(record.rotation, 0)
  const turn = angle === 0 ? '' : ` rotate(${round((angle * 180) / Math.PI)})`
  const opacity = numberOf(record.opacity, 1)
  const faint = opacity < 1 ? ` opacity="${Math.round(Math.max(0, opacity) * 100) / 100}"` : ''
  const place = `translate(${round(numberOf(record.x, 0))} ${round(numberOf(record.y, 0))})${turn}`
  return `<g transform="${place}"${faint}${mark}>${markup}</g>`
}

/** One shape that cannot be drawn, because its record says what no shape can be, does not take the others with it. */
function drawSafely(record: BoardRecord, pen: Pen): string {
  try {
    return drawShape(record, pen)
  } catch {
    return ''
  }
}

/** A frame shows of its children what lies inside it; an inner `svg` clips without an id. */
function clipped(record: BoardRecord, inside: string): string {
  if (inside === '') return ''
  const { right = 1, bottom = 1 } = localBounds(record, 0) ?? {}
  return `<svg width="${round(right)}" height="${round(bottom)}">${inside}</svg>`
}

function pageBounds(shape: SceneShape, scene: Scene, ties: ArrowTies, isThumbnail: boolean): Bounds[] {
  const local = boundsIn(shape.record, scene, ties, isThumbnail)
  const own = local && boundsOf(cornersOf(local).map((corner) => toPage(shape.transform, corner)))
  const inside =
    shape.record.type === 'frame' ? [] : shape.children.flatMap((child) => pageBounds(child, scene, ties, isThumbnail))
  return own ? [own, ...inside] : inside
}

function boundsIn(record: BoardRecord, scene: Scene, ties: ArrowTies, isThumbnail: boolean): Bounds | undefined {
  if (isThumbnail) return localBounds(record, 2000)
  if (record.type === 'arrow') return arrowBounds(record, scene, ties)
  const bounds = shownBounds(record)
  if (bounds === undefined || record.type !== 'frame' || nameAbove(record) === '') return bounds
  return { ...bounds, top: bounds.top - NAME_ROOM }
}

function around(all: readonly Bounds[]): Bounds | undefined {
  return boundsOf(all.flatMap(cornersOf))
}
