import type { Face } from './drawing.ts'

/** Size at which letters are measured, in px: large, so that nothing is rounded away. */
const MEASURED_AT = 100

const ascents = new Map<string, number>()
let context: CanvasRenderingContext2D | undefined

/** The typeface that computed styles name. */
export function faceOf(style: CSSStyleDeclaration): Face {
  return {
    family: style.fontFamily,
    // tldraw's faces have one middle weight and one bold one.
    bold: Number.parseInt(style.fontWeight, 10) >= 600,
    italic: style.fontStyle !== 'normal',
  }
}

/** The same for a canvas. */
export function cssFont({ family, bold, italic }: Face, size: number): string {
  return `${italic ? 'italic' : 'normal'} ${bold ? 700 : 500} ${size}px ${family}`
}

/** From the top of a line's box down to the line that letters stand on, as a share of the box. */
export function ascentShare(face: Face): number {
  const font = cssFont(face, MEASURED_AT)
  let share = ascents.get(font)
  if (share === undefined) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure('x', font)
    share = up + down > 0 ? up / (up + down) : 0.8
    ascents.set(font, share)
  }
  return share
}

/** In px, as the browser would set it. */
export function widthOfText(text: string, size: number, face: Face): number {
  return (measure(text, cssFont(face, MEASURED_AT)).width * size) / MEASURED_AT
}

function measure(text: string, font: string): TextMetrics {
  context ??= document.createElement('canvas').getContext('2d') ?? undefined
  if (context === undefined) throw new Error('the browser measures no text')
  context.font = font
  return context.measureText(text)
}
