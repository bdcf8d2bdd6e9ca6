import { LINE_HEIGHT, textWidth, type Weight, wrapText } from './text-measure.ts'

/** Words in a picture: real ones, or grey bars where they would be too small to read. */
export type TextBox = {
  text: string
  x: number
  y: number
  w: number
  size: number
  weight: Weight
  align: 'start' | 'middle' | 'end'
  fill: string
  /** At most so many lines; the rest ends in an ellipsis. */
  lines?: number
}

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

export const round = (value: number): number => Math.round(value * 10) / 10

/** Where the baseline lies below the top of a line, as a multiple of the font size. */
const BASELINE = 1.03

export function drawText(box: TextBox): string {
  const { x, y, w, size, weight, align, fill } = box
  const lines = wrapText(box.text, size, w, weight, box.lines)
  const at = round(align === 'middle' ? x + w / 2 : align === 'end' ? x + w : x)
  const spans = lines.map((line, i) => {
    const text = escapeXml(line)
    return i === 0 ? text : `<tspan x="${at}" dy="${round(size * LINE_HEIGHT)}">${text}</tspan>`
  })
  const anchor = align === 'start' ? '' : ` text-anchor="${align}"`
  const bold = weight === 'bold' ? ' font-weight="650"' : ''
  return `<text x="${at}" y="${round(y + size * BASELINE)}" font-size="${round(size)}" fill="${fill}"${bold}${anchor}>${spans.join('')}</text>`
}

/** One bar per line, as long as the words; `height` in px of the board. */
export function drawTextBars(box: TextBox, height: number): string {
  const { x, y, w, size, weight, align, fill } = box
  const bars = wrapText(box.text, size, w, weight, Math.min(box.lines ?? 4, 4)).filter((line) => line.trim() !== '')
  return bars
    .map((line, i) => {
      const width = Math.min(textWidth(line, size, weight), w)
      const left = align === 'middle' ? x + (w - width) / 2 : align === 'end' ? x + w - width : x
      const top = y + i * size * LINE_HEIGHT + (size * LINE_HEIGHT - height) / 2
      return rectangleTag(left, top, width, height, `rx="${round(height / 2)}" fill="${fill}"`)
    })
    .join('')
}

export function rectangleTag(x: number, y: number, w: number, h: number, look: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ${look}/>`
}
