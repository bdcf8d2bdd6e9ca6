import { paintOf } from './css-paint.ts'
import type { Matrix, Paint, Standing, TextMark } from './drawing.ts'
import { ascentShare, faceOf, widthOfText } from './letter-metrics.ts'

/** The words of a label that the browser has laid out, line by line. Nothing above it may be turned. */
export function readLabel(label: SVGForeignObjectElement, matrix: Matrix, standing: Standing): TextMark[] {
  const origin = label.getBoundingClientRect()
  const corner = { x: origin.left - label.x.baseVal.value, y: origin.top - label.y.baseVal.value }
  const marks: TextMark[] = []
  const items = new Set<Element>()
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || !(node instanceof Text) || node.data.trim() === '') continue
    const style = getComputedStyle(parent)
    const fill = paintOf(style.color, standing.opacity)
    const size = Number.parseFloat(style.fontSize)
    if (fill === undefined || !(size > 0) || style.visibility === 'hidden') continue
    const face = faceOf(style)
    const { underlined, struck, behind } = decorationOf(parent, label, standing.opacity)
    const placed = { kind: 'text', matrix, clips: standing.clips, face, size, fill, rim: undefined } as const
    for (const { text, box } of linesOf(node)) {
      const y = box.top - corner.y + box.height * ascentShare(face)
      const x = box.left - corner.x
      const item = parent.closest('li')
      if (item !== null && label.contains(item) && !items.has(item)) {
        items.add(item)
        const sign = signOf(item)
        const width = widthOfText(sign, size, face)
        const plain = { underlined: false, struck: false, behind: undefined }
        marks.push({ ...placed, ...plain, text: sign, x: x - width - size * SIGN_GAP, y, width })
      }
      marks.push({ ...placed, text, x, y, width: box.width, underlined, struck, behind })
    }
  }
  return marks
}

/** Lines of a text as the browser broke it, without the spaces at which it did. */
function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const { data } = node
  const lines: { from: number; to: number }[] = []
  if (range.getClientRects().length <= 1) lines.push({ from: 0, to: data.length })
  else {
    let top = Number.NaN
    for (let from = 0; from < data.length; ) {
      const to = from + String.fromCodePoint(data.codePointAt(from) ?? 0).length
      range.setStart(node, from)
      range.setEnd(node, to)
      const box = range.getBoundingClientRect()
      const line = lines.at(-1)
      if (box.width > 0 && !(Math.abs(box.top - top) < box.height / 2)) {
        lines.push({ from, to })
        top = box.top
      } else if (line !== undefined) line.to = to
      from = to
    }
  }
  return lines.flatMap(({ from, to }) => {
    const text = data.slice(from, to).trimEnd()
    if (text.trim() === '') return []
    range.setStart(node, from)
    range.setEnd(node, from + text.length)
    return [{ text, box: range.getBoundingClientRect() }]
  })
}

/** Space between the sign of a list's item and its words, in parts of the size of the letters. */
const SIGN_GAP = 0.45

/** What a browser sets before an item of a list; it is not among the words. */
function signOf(item: Element): string {
  const list = item.parentElement
  if (list?.localName !== 'ol') return '•'
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  return `${(Number.isNaN(first) ? 1 : first) + [...list.children].indexOf(item)}.`
}

/** What draws a line through or below words, or lies behind them, at whatever height above them it is said. */
function decorationOf(
  element: Element,
  label: Element,
  opacity: number,
): Pick<TextMark, 'underlined' | 'struck' | 'behind'> {
  let [underlined, struck] = [false, false]
  let behind: Paint | undefined
  for (let above: Element | null = element; above !== null && above !== label; above = above.parentElement) {
    const { textDecorationLine, backgroundColor, display } = getComputedStyle(above)
    underlined ||= textDecorationLine.includes('underline')
    struck ||= textDecorationLine.includes('line-through')
    if (display === 'inline') behind ??= paintOf(backgroundColor, opacity)
  }
  return { underlined, struck, behind }
}
