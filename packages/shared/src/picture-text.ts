import { LINE_HEIGHT, textWidth, type Weight, wrapText } from './text-measure.ts'

/** Markup of pictures, and grey bars in place of words that would be too small to read. */
export type TextBox = {
  text: string
  x: number
  y: number
  w: number
  size: number
  weight: Weight
  align: 'start' | 'middle' | 'end'
}

const MOST_BARS = 4

// What XML 1.0 does not allow, and halves of surrogate pairs.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand in XML, in an element or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** Of a number that is none, or of one that no picture needs, something that can be drawn. */
export function round(value: number): number {
  if (!(Math.abs(value) < 1e7)) return Number.isNaN(value) ? 0 : Math.sign(value) * 1e7
  return Math.round(value * 10) / 10
}

/** One bar per line, as long as the words; `height` in px of the board. */
export function drawTextBars(box: TextBox, height: number, fill: string): string {
  const { x, y, w, size, weight, align } = box
  const bars = wrapText(box.text, size, w, weight, MOST_BARS).filter((line) => line.trim() !== '')
  return bars
    .map((line, i) => {
      const width = Math.min(textWidth(line, size, weight), w)
      const left = align === 'middle' ? x + (w - width) / 2 : align === 'end' ? x + w - width : x
      const top = y + i * size * LINE_HEIGHT + (size * LINE_HEIGHT - height) / 2
      return rectangleTag(left, top, width, height, `rx="${round(height / 2)}" fill="${fill}"`)
    })
    .join('')
}

/** A rectangle; one that would be less than nothing wide is nothing wide, which is all that SVG allows. */
export function rectangleTag(x: number, y: number, w: number, h: number, look: string): string {
  const [width, height] = [round(Math.max(0, w)), round(Math.max(0, h))]
  return `<rect x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" ${look}/>`
}
