import type { Paint } from './drawing.ts'

/** A colour as the browser computes it (`rgb(…)`, `rgba(…)`, `color(srgb …)`); undefined for none or a transparent one. */
export function paintOf(value: string, opacity: number): Paint | undefined {
  const numbers = (value.match(/-?[\d.]+%?/g) ?? []).map((one) =>
    one.endsWith('%') ? Number.parseFloat(one) / 100 : Number.parseFloat(one),
  )
  const kind = /^\s*(rgba?|color)\(/.exec(value)?.[1]
  if (kind === undefined || numbers.length < 3) return undefined
  const whole = kind === 'color' ? 255 : 1
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  const covers = Math.max(0, Math.min(1, alpha * opacity))
  if (covers === 0) return undefined
  const hex = (part: number) =>
    Math.max(0, Math.min(255, Math.round(part * whole)))
      .toString(16)
      .padStart(2, '0')
  return { colour: `#${hex(red)}${hex(green)}${hex(blue)}`, opacity: covers }
}
