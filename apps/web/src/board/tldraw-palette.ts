import { inkColour, noteLook, PALETTE, type Theme } from '@samtavle/shared/palette'
import { DefaultColorThemePalette, defaultColorNames, type TLDefaultColorTheme } from '@tldraw/tldraw'

/**
 * Gives tldraw our colours, in both themes. It keeps its palette in one object that it reads while drawing, so this
 * must have run before an editor is mounted. Running it again changes nothing.
 */
export function applyBoardColours(): void {
  paint(DefaultColorThemePalette.lightMode, 'light')
  paint(DefaultColorThemePalette.darkMode, 'dark')
}

function paint(theme: TLDefaultColorTheme, name: Theme): void {
  const palette = PALETTE[name]
  theme.text = palette.text
  theme.background = palette.canvas
  theme.solid = palette.section
  for (const colour of defaultColorNames) {
    const ink = inkColour(name, colour)
    const { fill, text } = noteLook(name, colour)
    Object.assign(theme[colour], { solid: ink, fill: ink, semi: fill, note: { fill, text } })
  }
  theme.grey.semi = palette.sunken
  theme.black.semi = palette.sunken
  theme.black.frame = {
    ...theme.black.frame,
    fill: palette.section,
    stroke: palette.line,
    text: palette.text,
    headingFill: palette.canvas,
    headingStroke: palette.canvas,
  }
}
