import { paintOf } from './css-paint.ts'
import type { Matrix, Standing, TextMark } from './drawing.ts'
import { faceOf } from './letter-metrics.ts'

/** Words that tldraw or our shapes set as SVG text: names of frames, roles, the mark of an example. */
export function readSvgText(element: SVGTextElement, matrix: Matrix, standing: Standing): TextMark[] {
  const marks: TextMark[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let from = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node as Text).data
    const parent = node.parentElement
    // Spaces that come to nothing have no place of their own.
    const count = Math.min(text.length, element.getNumberOfChars() - from)
    if (parent !== null && count > 0 && text.trim() !== '') {
      const mark = markOf(element, parent, { text, from, count }, matrix, standing)
      if (mark !== undefined) marks.push(mark)
    }
    from += Math.max(0, count)
  }
  return marks
}

function markOf(
  element: SVGTextElement,
  parent: Element,
  { text, from, count }: { text: string; from: number; count: number },
  matrix: Matrix,
  { clips, opacity }: Standing,
): TextMark | undefined {
  const style = getComputedStyle(parent)
  const fill = paintOf(style.fill, opacity * Number.parseFloat(style.fillOpacity))
  const size = Number.parseFloat(style.fontSize)
  if (fill === undefined || !(size > 0)) return undefined
  const { x, y } = element.getStartPositionOfChar(from)
  const line = paintOf(style.stroke, opacity * Number.parseFloat(style.strokeOpacity))
  const width = Number.parseFloat(style.strokeWidth)
  return {
    kind: 'text',
    text,
    matrix,
    clips,
    x,
    y,
    width: element.getSubStringLength(from, count),
    size,
    face: faceOf(style),
    fill,
    rim: line === undefined || !(width > 0) ? undefined : { ...line, width },
    underlined: false,
    struck: false,
    behind: undefined,
  }
}
