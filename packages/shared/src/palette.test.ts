import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOTE_ROLES } from './note-role.ts'
import { dashColour, inkColour, noteLook, PALETTE, type Theme } from './palette.ts'

const TOKENS = [
  ['canvas', '--color-canvas'],
  ['section', '--color-section'],
  ['sunken', '--color-sunken'],
  ['text', '--color-text'],
  ['text2', '--color-text-2'],
  ['text3', '--color-text-3'],
  ['line', '--color-line'],
  ['lineStrong', '--color-line-strong'],
  ['accent', '--color-accent'],
] as const

const css = readFileSync(new URL('../../../apps/web/src/ui/tokens.css', import.meta.url), 'utf8')

describe('the palette', () => {
  it.each(['light', 'dark'] as const)("equals the web app's tokens in %s", (theme) => {
    const block = css.slice(css.lastIndexOf(`[data-theme="${theme}"] {`))
    const token = (name: string) => new RegExp(`${name}: (#[0-9A-Fa-f]{6})`).exec(block)?.[1]?.toUpperCase()
    for (const [key, name] of TOKENS) expect(PALETTE[theme][key], name).toBe(token(name))
    for (const role of NOTE_ROLES) {
      for (const part of ['fill', 'text', 'edge'] as const) {
        expect(PALETTE[theme].note[role][part], `${role} ${part}`).toBe(token(`--note-${role}-${part}`))
      }
    }
  })
})

/** Contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe('colours of the canvas', () => {
  const colours = ['black', 'grey', 'violet', 'light-violet', 'blue', 'light-blue', 'yellow', 'orange', 'green']
  const all = [...colours, 'light-green', 'light-red', 'red', 'white', 'no such colour']

  it.each(['light', 'dark'] as const)('have readable words on every note in %s', (theme: Theme) => {
    for (const colour of all) {
      const { fill, text } = noteLook(theme, colour)
      expect(contrast(fill, text), colour).toBeGreaterThan(4.5)
    }
  })

  it.each(['light', 'dark'] as const)(
    'have dashes around examples that are seen on every note in %s',
    (theme: Theme) => {
      for (const colour of all) {
        const look = noteLook(theme, colour)
        expect(contrast(look.fill, dashColour(look)), colour).toBeGreaterThan(3)
      }
    },
  )

  it.each(['light', 'dark'] as const)('have white words that are readable on blue in %s', (theme: Theme) => {
    expect(contrast(noteLook(theme, 'blue').fill, inkColour(theme, 'white'))).toBeGreaterThan(4.5)
  })

  it.each(['light', 'dark'] as const)('draw visible lines on a section in %s', (theme: Theme) => {
    for (const colour of all.filter((name) => name !== 'white')) {
      expect(contrast(inkColour(theme, colour), PALETTE[theme].section), colour).toBeGreaterThan(3)
    }
  })
})
