/** Reads a number from an attribute of an element; 0 where there is none. */
export type ReadNumber = (name: string) => number

/**
 * The outline of one of SVG's basic shapes as path data; empty for what has none.
 * @param text reads an attribute as it stands
 */
export function outlineOf(tag: string, number: ReadNumber, text: (name: string) => string): string {
  switch (tag) {
    case 'path':
      return text('d')
    case 'rect':
      return rectangle(number)
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'))
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'))
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`
    case 'polyline':
      return polyline(text('points'))
    case 'polygon': {
      const d = polyline(text('points'))
      return d === '' ? '' : `${d}Z`
    }
    default:
      return ''
  }
}

function rectangle(number: ReadNumber): string {
  const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')]
  if (w <= 0 || h <= 0) return ''
  // Of two radii, the one that is not given is like the other.
  const rx = Math.min(number('rx') || number('ry'), w / 2)
  const ry = Math.min(number('ry') || number('rx'), h / 2)
  if (rx <= 0 || ry <= 0) return `M${x} ${y}H${x + w}V${y + h}H${x}Z`
  const corner = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`
  return [
    `M${x + rx} ${y}H${x + w - rx}${corner(x + w, y + ry)}V${y + h - ry}${corner(x + w - rx, y + h)}`,
    `H${x + rx}${corner(x, y + h - ry)}V${y + ry}${corner(x + rx, y)}Z`,
  ].join('')
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return ''
  const half = (toX: number) => `A${rx} ${ry} 0 1 1 ${toX} ${cy}`
  return `M${cx - rx} ${cy}${half(cx + rx)}${half(cx - rx)}Z`
}

function polyline(points: string): string {
  const numbers = points.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi) ?? []
  if (numbers.length < 4) return ''
  const pairs = Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, i) => `${numbers[2 * i]} ${numbers[2 * i + 1]}`,
  )
  return `M${pairs.join('L')}`
}
