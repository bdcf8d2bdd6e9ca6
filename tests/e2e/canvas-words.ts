import type { Page } from '@playwright/test'

/** A line of words as a browser set it: where it begins, how wide it is and where it stands, in px of the board. */
export type SetLine = { text: string; left: number; width: number; middle: number }
/** A shape as it stands on the canvas: its corner and turn on the page, its size, and the lines in it. */
export type ShownShape = {
  id: string
  type: string
  x: number
  y: number
  angle: number
  w: number
  h: number
  lines: SetLine[]
  /** Where the line of an arrow begins and ends, in the shape; empty for others. */
  ends: { x: number; y: number }[]
}

/**
 * Everything on the canvas, also what lies outside the window and is not shown for that reason. Words are read line by
 * line, as the browser broke them.
 */
export function shownShapes(page: Page): Promise<ShownShape[]> {
  return page.evaluate(async () => {
    // tldraw hides what is outside the window: without a layout there would be no lines.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.tl-shape { display: block !important }')
    document.adoptedStyleSheets.push(sheet)
    await document.fonts.ready
    const layer = document.querySelector('.tl-html-layer.tl-shapes')
    if (!(layer instanceof HTMLElement)) throw new Error('there is no canvas')
    // The layer has no size: its corner is where the page begins.
    const corner = layer.getBoundingClientRect()
    const zoom = new DOMMatrix(getComputedStyle(layer).transform).a
    const placed = (x: number, y: number) => ({ x: (x - corner.x) / zoom, y: (y - corner.y) / zoom })
    const range = document.createRange()

    const linesOf = (shape: Element) => {
      const lines: {
        block: Element | null
        text: string
        left: number
        right: number
        middle: number
        height: number
      }[] = []
      const walker = document.createTreeWalker(shape, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest('[contenteditable], button, textarea')) continue
        const { data } = node
        let block: Element | null = node.parentElement
        while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement
        for (let from = 0; from < data.length; ) {
          const to = from + String.fromCodePoint(data.codePointAt(from) ?? 0).length
          range.setStart(node, from)
          range.setEnd(node, to)
          const box = range.getBoundingClientRect()
          const [start, end] = [placed(box.left, box.top), placed(box.right, box.bottom)]
          const last = lines.at(-1)
          const middle = (start.y + end.y) / 2
          const height = end.y - start.y
          const isSame =
            last?.block === block &&
            Math.abs(last.middle - middle) < Math.max(height, last.height) / 2 &&
            start.x > last.left - 1
          // The space at which a line was broken hangs over its end.
          const isSpace = data.slice(from, to).trim() === ''
          if (box.width > 0) {
            if (isSame) {
              last.text += data.slice(from, to)
              if (!isSpace) last.right = Math.max(last.right, end.x)
            } else if (!isSpace)
              lines.push({ block, text: data.slice(from, to), left: start.x, right: end.x, middle, height })
          }
          from = to
        }
      }
      return lines.map(({ text, left, right, middle }) => ({ text: text.trimEnd(), left, width: right - left, middle }))
    }

    const endsOf = (shape: HTMLElement) => {
      if (shape.dataset.shapeType !== 'arrow') return []
      const paths = [...shape.querySelectorAll<SVGPathElement>('svg path')]
      const line = paths.find((path) => path.closest('defs, clipPath, mask') === null)
      if (line === undefined) return []
      const ends = [0, line.getTotalLength()].map((length) => line.getPointAtLength(length))
      return ends.map(({ x, y }) => ({ x, y }))
    }

    const shapes = [...document.querySelectorAll<HTMLElement>('.tl-shape:not(.tl-shape-background)')]
    return shapes.map((shape) => {
      const { a, b, e, f } = new DOMMatrix(shape.style.transform)
      return {
        id: shape.dataset.shapeId ?? '',
        type: shape.dataset.shapeType ?? '',
        x: e,
        y: f,
        angle: Math.atan2(b, a),
        w: Number.parseFloat(shape.style.width),
        h: Number.parseFloat(shape.style.height),
        lines: linesOf(shape),
        ends: endsOf(shape),
      }
    })
  })
}
