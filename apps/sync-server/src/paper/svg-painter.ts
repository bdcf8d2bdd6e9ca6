import { plainPath } from '@samtavle/shared/plain-path'
import type PDFDocument from 'pdfkit'
import type { PaperLetters } from './paper-letters.ts'
import type { Svg, SvgTag } from './svg-tags.ts'

type Place = { x: number; y: number; scale: number }
/** `given` is what an element says for all that is in it, as long as that says nothing else. */
type Look = { opacity: number; given: Attributes }
type Attributes = SvgTag['attributes']
const INHERITED = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...['stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight', 'text-anchor'],
]
const inherited = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => INHERITED.includes(key)))

/** Draws a picture of ours as lines and letters; what is in it has passed the redaction already. */
export function paintSvg(
  { view, attributes, children }: Svg,
  doc: PDFDocument,
  letters: PaperLetters,
  place: Place,
): void {
  doc.save()
  doc.rect(place.x, place.y, view.w * place.scale, view.h * place.scale).clip()
  doc.transform(place.scale, 0, 0, place.scale, place.x - view.x * place.scale, place.y - view.y * place.scale)
  paintAll(children, doc, letters, { opacity: 1, given: inherited(attributes) })
  doc.restore()
}

function paintAll(children: SvgTag['children'], doc: PDFDocument, letters: PaperLetters, look: Look): void {
  for (const child of children) if (typeof child === 'object') paint(child, doc, letters, look)
}

function paint(tag: SvgTag, doc: PDFDocument, letters: PaperLetters, outer: Look): void {
  const { name, children } = tag
  const attributes = { ...outer.given, ...tag.attributes }
  const number = (key: string, otherwise = 0): number => {
    const value = Number.parseFloat(attributes[key] ?? '')
    return Number.isFinite(value) ? value : otherwise
  }
  const look = { opacity: outer.opacity * number('opacity', 1), given: inherited(attributes) }
  if (name === 'text') paintText({ name, attributes, children }, letters, look)
  else if (name === 'g' || name === 'svg') {
    doc.save()
    move(attributes.transform ?? '', doc)
    if (name === 'svg') doc.rect(0, 0, number('width'), number('height')).clip()
    paintAll(children, doc, letters, look)
    doc.restore()
  } else outline(attributes, look, doc, () => trace({ name, attributes, children }, number, doc))
}

/** Draws the path of a shape; nothing for what has none, a title for example. */
function trace({ name, attributes }: SvgTag, number: (key: string) => number, doc: PDFDocument): boolean {
  const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')]
  const radius = Math.min(number('rx'), w / 2, h / 2)
  const points = (attributes.points ?? '').split(' ').map((pair) => pair.split(',').map(Number))
  if (name === 'rect' && radius > 0) doc.roundedRect(x, y, w, h, radius)
  else if (name === 'rect') doc.rect(x, y, w, h)
  else if (name === 'circle') doc.ellipse(number('cx'), number('cy'), number('r'), number('r'))
  else if (name === 'ellipse') doc.ellipse(number('cx'), number('cy'), number('rx'), number('ry'))
  else if (name === 'path') doc.path(plainPath(attributes.d ?? ''))
  else if (name === 'polygon' || name === 'polyline') {
    for (const [index, [left = 0, top = 0]] of points.entries()) {
      if (index === 0) doc.moveTo(left, top)
      else doc.lineTo(left, top)
    }
    if (name === 'polygon') doc.closePath()
  } else return false
  return true
}

/** Fills, then strokes: each of them ends a path, so it is drawn twice. */
function outline(attributes: Attributes, { opacity }: Look, doc: PDFDocument, draw: () => boolean): void {
  const { fill = '#000000', stroke = 'none' } = attributes
  const share = (key: string) => opacity * Number(attributes[key] ?? 1)
  if (fill !== 'none' && draw()) doc.fillColor(fill).fillOpacity(share('fill-opacity')).fill()
  if (stroke === 'none') return
  const [dash = []] = [attributes['stroke-dasharray']?.split(/[\s,]+/u).map(Number)]
  const cap = attributes['stroke-linecap'] === 'round' ? 'round' : 'butt'
  const join = attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter'
  doc.save()
  doc
    .lineWidth(Number(attributes['stroke-width'] ?? 1))
    .lineCap(cap)
    .lineJoin(join)
  if (dash.length > 0 && dash.every((length) => length > 0)) doc.dash(dash)
  if (draw()) doc.strokeColor(stroke).strokeOpacity(share('stroke-opacity')).stroke()
  doc.restore()
}

/** One line: its pieces follow each other, each as it says itself or the line does. */
function paintText({ attributes, children }: SvgTag, letters: PaperLetters, look: Look): void {
  const pieces = children.map((child) => {
    const own = typeof child === 'string' ? attributes : { ...attributes, ...child.attributes }
    const text = typeof child === 'string' ? child : child.children.filter((part) => typeof part === 'string').join('')
    const type = { size: Number(own['font-size'] ?? 16), bold: Number(own['font-weight'] ?? 400) >= 600 }
    return { line: letters.line(text, type), type, colour: own.fill ?? '#000000' }
  })
  const width = pieces.reduce((sum, { line }) => sum + line.width, 0)
  const before = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start'] ?? 0
  let x = Number(attributes.x ?? 0) - before
  for (const { line, type, colour } of pieces) {
    letters.draw(line, type, x, Number(attributes.y ?? 0), colour, look.opacity)
    x += line.width
  }
}

/** `translate(x y) rotate(degrees)` */
function move(written: string, doc: PDFDocument): void {
  for (const [, kind, values = ''] of written.matchAll(/(\w+)\(([^)]*)\)/gu)) {
    const [a = 0, b = 0] = values.split(/[\s,]+/u).map(Number)
    if (kind === 'translate') doc.transform(1, 0, 0, 1, a, b)
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
    if (kind === 'rotate') doc.transform(cos, sin, -sin, cos, 0, 0)
  }
}
