import type { Page } from '@playwright/test'
import type { ShownShape } from './canvas-words.ts'

/**
 * What stands in a picture whose shapes say which they are: places as the picture has them, and each line as wide as it
 * says, so that the fonts of this machine do not matter.
 */
export function drawnShapes(page: Page, svg: string): Promise<ShownShape[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
    const root = document.importNode(parsed.documentElement, true)
    if (!(root instanceof SVGSVGElement)) throw new Error(`no picture: ${root.textContent}`)
    document.body.replaceChildren(root)
    const toPage = root.getScreenCTM()?.inverse()
    if (toPage === undefined) throw new Error('the picture is not shown')
    const placed = (element: SVGGraphicsElement, x: number, y: number) =>
      new DOMPoint(x, y).matrixTransform(toPage.multiply(element.getScreenCTM() ?? new DOMMatrix()))
    const number = (element: Element, name: string) => Number(element.getAttribute(name))
    /** From the line that letters stand on up to the middle of their box, in parts of their size. */
    const upToMiddle = (0.977 - 0.258) / 2

    const all = [...root.querySelectorAll<SVGGElement>('[data-shape]')]
    const shapes = all.map((shape) => {
      const { a, b } = toPage.multiply(shape.getScreenCTM() ?? new DOMMatrix())
      const corner = placed(shape, 0, 0)
      const own = [...shape.querySelectorAll('text')].filter((text) => text.closest('[data-shape]') === shape)
      const lines = own.map((text) => {
        const size = Number.parseFloat(getComputedStyle(text).fontSize)
        const place = placed(text, number(text, 'x'), number(text, 'y') - size * upToMiddle)
        const width = number(text, 'textLength')
        return { text: (text.textContent ?? '').trimEnd(), left: place.x, width, middle: place.y }
      })
      const boxes = [...shape.children].filter((child) => child instanceof SVGRectElement)
      // A note has its shadow first; a hairline is drawn inside the edge.
      const box = boxes.find((rect) => number(rect, 'x') <= 0.5 && number(rect, 'y') <= 0.5)
      const inside = box === undefined ? 0 : 2 * number(box, 'x')
      const outline = shape.querySelector<SVGPathElement>(':scope > path')
      const { width: across = Number.NaN, height: down = Number.NaN } = outline?.getBBox() ?? {}
      const w = box === undefined ? across : number(box, 'width') + inside
      const h = box === undefined ? down : number(box, 'height') + inside
      const ends = outline ? [0, outline.getTotalLength()].map((length) => outline.getPointAtLength(length)) : []
      const drawn = ends.map(({ x, y }) => ({ x, y }))
      return {
        id: shape.dataset.shape ?? '',
        type: '',
        x: corner.x,
        y: corner.y,
        angle: Math.atan2(b, a),
        w,
        h,
        lines,
        ends: drawn,
      }
    })
    root.remove()
    return shapes
  }, svg)
}
