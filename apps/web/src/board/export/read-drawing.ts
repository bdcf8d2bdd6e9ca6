import { plainPath } from '@samtavle/shared/plain-path'
import { paintOf } from './css-paint.ts'
import type { Cap, Clip, ImageMark, Join, Mark, Matrix, Paint, PathMark, ShapeDrawing, Standing } from './drawing.ts'
import { readLabel } from './read-label.ts'
import { readSvgText } from './read-svg-text.ts'
import { outlineOf } from './svg-outline.ts'

/** Not drawn where they stand. */
const ASIDE = new Set(['defs', 'clipPath', 'mask', 'pattern', 'style', 'title', 'desc', 'marker'])

type Label = { element: SVGForeignObjectElement; matrix: Matrix; standing: Standing; marks: Mark[]; place: Mark }

/**
 * What tldraw's drawing looks like, shape by shape, while it lies in the page: text by the lines that the browser broke
 * it into, at the places where it set them. Turns of shapes are taken out of the drawing on the way, because a browser
 * tells the places of turned text by upright boxes only.
 */
export function readDrawing(svg: SVGSVGElement): ShapeDrawing[] {
  const reader = new Reader(svg)
  const shapes = [...svg.children].filter(({ localName }) => !ASIDE.has(localName)).map((shape) => reader.shape(shape))
  reader.readLabels()
  return shapes
}

class Reader {
  readonly #svg: SVGSVGElement
  readonly #toBoard: DOMMatrix
  readonly #labels: Label[] = []

  constructor(svg: SVGSVGElement) {
    this.#svg = svg
    this.#toBoard = (svg.getScreenCTM() ?? new DOMMatrix()).inverse()
  }

  shape(element: Element): ShapeDrawing {
    const marks: Mark[] = []
    this.#read(element, { clips: [], opacity: 1 }, marks)
    return { marks }
  }

  /** At last, with one layout for all: the places of the words. */
  readLabels(): void {
    for (const { element } of this.#labels) {
      for (let above: Element | null = element.parentElement; above !== null && above !== this.#svg; ) {
        above.removeAttribute('transform')
        above = above.parentElement
      }
    }
    for (const { element, matrix, standing, marks, place } of this.#labels) {
      marks.splice(marks.indexOf(place), 1, ...readLabel(element, matrix, standing))
    }
  }

  #read(element: Element, above: Standing, marks: Mark[]): void {
    if (!(element instanceof SVGGraphicsElement) || ASIDE.has(element.localName)) return
    const style = getComputedStyle(element)
    if (style.display === 'none' || style.visibility === 'hidden') return
    const matrix = this.#matrixOf(element)
    const opacity = above.opacity * (Number.parseFloat(style.opacity) || 0)
    if (opacity === 0) return
    const clip = this.#clipOf(style.clipPath, matrix)
    const standing = { clips: clip === undefined ? above.clips : [...above.clips, clip], opacity }
    if (element instanceof SVGForeignObjectElement) {
      const place = { ...NOTHING }
      this.#labels.push({ element, matrix, standing, marks, place })
      marks.push(place)
    } else if (element instanceof SVGTextElement) marks.push(...readSvgText(element, matrix, standing))
    else if (element instanceof SVGImageElement) marks.push(...readImage(element, matrix, standing))
    else if (element instanceof SVGGeometryElement) marks.push(...readPath(element, style, matrix, standing))
    else for (const child of element.children) this.#read(child, standing, marks)
  }

  #matrixOf(element: SVGGraphicsElement): Matrix {
    const { a, b, c, d, e, f } = this.#toBoard.multiply(element.getScreenCTM() ?? new DOMMatrix())
    return [a, b, c, d, e, f]
  }

  #clipOf(value: string, matrix: Matrix): Clip | undefined {
    const name = /url\(["']?#([^"')]+)["']?\)/.exec(value)?.[1]
    const found = name === undefined ? null : this.#svg.querySelector(`#${CSS.escape(name)}`)
    if (found === null) return undefined
    const d = [...found.children].map((child) => dataOf(child)).join('')
    const rule = [...found.children].some((child) => child.getAttribute('clip-rule') === 'evenodd')
    return d === '' ? undefined : { d, matrix, rule: rule ? 'evenodd' : 'nonzero' }
  }
}

/** Keeps the place of a label among the marks until the labels are read. */
const NOTHING: PathMark = {
  kind: 'path',
  d: '',
  matrix: [1, 0, 0, 1, 0, 0],
  clips: [],
  fill: undefined,
  hatch: undefined,
  stroke: undefined,
}

function dataOf(element: Element): string {
  const text = (name: string) => element.getAttribute(name) ?? ''
  return plainPath(outlineOf(element.localName, (name) => Number.parseFloat(text(name)) || 0, text))
}

function readPath(
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
  matrix: Matrix,
  { clips, opacity }: Standing,
): Mark[] {
  const d = dataOf(element)
  if (d === '') return []
  const inside = opacity * Number.parseFloat(style.fillOpacity)
  // The only pattern that tldraw fills with: slanting lines, white on the colour below.
  const hatch: Paint | undefined = style.fill.startsWith('url(') ? { colour: '#ffffff', opacity: inside } : undefined
  const fill = paintOf(style.fill, hatch === undefined ? inside : 0)
  const line = paintOf(style.stroke, opacity * Number.parseFloat(style.strokeOpacity))
  const width = Number.parseFloat(style.strokeWidth)
  const dash = (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number)
  const stroke =
    line === undefined || !(width > 0)
      ? undefined
      : {
          ...line,
          width,
          dash: dash.some((part) => part > 0) ? dash : [],
          cap: style.strokeLinecap as Cap,
          join:
            style.strokeLinejoin === 'bevel' || style.strokeLinejoin === 'round'
              ? style.strokeLinejoin
              : ('miter' as Join),
        }
  if (fill === undefined && stroke === undefined && hatch === undefined) return []
  const rule = style.fillRule === 'evenodd' ? 'evenodd' : 'nonzero'
  return [{ kind: 'path', d, matrix, clips, fill: fill && { ...fill, rule }, hatch, stroke }]
}

function readImage(element: SVGImageElement, matrix: Matrix, { clips, opacity }: Standing): ImageMark[] {
  const data = element.href.baseVal
  const [width, height] = [element.width.baseVal.value, element.height.baseVal.value]
  if (!/^data:image\/(png|jpeg|webp|gif);base64,/.test(data) || !(width > 0 && height > 0)) return []
  return [{ kind: 'image', data, matrix, clips, width, height, opacity, alt: element.getAttribute('aria-label') ?? '' }]
}
