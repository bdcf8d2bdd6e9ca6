import { Box, type Editor } from '@tldraw/tldraw'
import { drawPieces } from './board-drawing.ts'
import { type Mark, onBoard, type ShapeDrawing } from './drawing.ts'
import { countShapes, type ExportPart } from './export-parts.ts'
import { type ExportWork, stretchOf } from './export-work.ts'
import { type Orientation, type Paper, sheetFor } from './paper.ts'
import { PdfFile, type PdfWords } from './pdf-file.ts'
import { pdfTools } from './pdf-tools.ts'
import { readDrawing } from './read-drawing.ts'

export type PdfLook = { paper: Paper; orientation: Orientation; words: PdfWords; now: Date }

/** Share of a part's work that drawing is; the rest is writing it down. */
const DRAWING = 0.7
/** Read where it lies; pictures fine enough for print. */
const LOOK = { ratio: 2, selfContained: false }

/** Of a curve that runs over several sheets the words of the others would be on each, unseen and yet read. */
function isOn({ bounds }: ExportPart, mark: Mark): boolean {
  if (mark.kind !== 'text') return true
  const ends = [0, mark.width].map((along) => onBoard(mark.matrix, mark.x + along, mark.y))
  return bounds.collides(Box.FromPoints(ends).expandBy(1))
}

/** Parts of the board as the pages of one PDF. `heading` names a part; without a name it has the board's. */
export async function boardPdf(
  editor: Editor,
  parts: readonly ExportPart[],
  heading: (part: ExportPart) => string | undefined,
  look: PdfLook,
  work: ExportWork,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PdfFile(look.words, parts.length, pdfTools, look.now)
  const weights = parts.map((part) => countShapes(editor, part) + 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  for (const [index, part] of parts.entries()) {
    const weight = weights[index] ?? 1
    const from = before / whole
    const [drawn, to] = [from + (DRAWING * weight) / whole, from + weight / whole]
    const drawing: ShapeDrawing[] = []
    await drawPieces(editor, part, LOOK, stretchOf(work, from, drawn), (svg) => {
      drawing.push(...readDrawing(svg).map(({ marks }) => ({ marks: marks.filter((mark) => isOn(part, mark)) })))
    })
    const sheet = sheetFor(part.bounds, look.paper, look.orientation)
    const { x, y, w, h } = part.bounds
    const page = { heading: heading(part), sheet, bounds: { x, y, w, h }, drawing }
    await file.add(page, stretchOf(work, drawn, to))
    before += weight
  }
  const bytes = await file.bytes()
  await work.step(1, 1)
  return bytes
}
