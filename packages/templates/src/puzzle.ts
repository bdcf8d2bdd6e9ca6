import type { BoardMeta } from '@samtavle/shared/board-meta'
import type { PaletteColour } from '@samtavle/shared/note-role'
import type { Drawing } from './drawing.ts'
import { BODY_SIZE, rectangle, withHeadline } from './shapes.ts'
import { type Locale, type Localised, type PuzzlePiece, type TemplatePuzzle, words } from './template.ts'

/** Colour, sign and name of a dimension: colour is never the only carrier. */
const DIMENSION: Readonly<Record<PuzzlePiece['dimension'], { colour: PaletteColour; sign: string; name: Localised }>> =
  {
    social: { colour: 'orange', sign: '●', name: words('Social', 'Social', 'Sosial') },
    economy: { colour: 'blue', sign: '■', name: words('Økonomi', 'Economy', 'Økonomi') },
    environment: { colour: 'light-green', sign: '▲', name: words('Miljø', 'Environment', 'Miljø') },
  }

/** The pieces in a ring, each with its dimension, name and question. They lie on the page and can be moved. */
export function addPuzzle(drawing: Drawing, puzzle: TemplatePuzzle, locale: Locale): void {
  const { centre, radius, size, firstAngle, pieces } = puzzle
  pieces.forEach(({ key, dimension, name, question }, k) => {
    const angle = ((firstAngle + (360 / pieces.length) * k) * Math.PI) / 180
    const { colour, sign, name: dimensionName } = DIMENSION[dimension]
    const meta: BoardMeta = { part: 'piece', field: key }
    const piece = rectangle({
      x: Math.round(centre.x + radius * Math.cos(angle) - size.w / 2),
      y: Math.round(centre.y + radius * Math.sin(angle) - size.h / 2),
      w: size.w,
      h: size.h,
      colour,
      fill: 'solid',
      dash: 'solid',
      textSize: BODY_SIZE,
      text: '',
      meta,
    })
    drawing.add(withHeadline(piece, `${sign} ${dimensionName[locale]} · ${name[locale]}`, question[locale]))
  })
}
