import { Box, type Editor } from '@tldraw/tldraw'
import { drawPieces } from './board-drawing.ts'
import { type Mark, onBoard, type ShapeDrawing } from './drawing.ts'
import { countShapes, type ExportPart } from './export-parts.ts'
import { type ExportWork, stretchOf } from './export-work.ts'
import type { Orientation, Paper } from './paper.ts'
import { PdfFile, type PdfWords } from './pdf-file.ts'
import { pdfTools } from './pdf-tools.ts'
import { readDrawing } from './read-drawing.ts'
import { sheetsFor } from './split-sheets.ts'

export type PdfLook = { paper: Paper; orientation: Orientation; readable: boolean; words: PdfWords; now: Date }

/** Share of a part's work that drawing is; the rest is writing it down. */
const DRAWING = 0.7
/** Read where it lies; pictures fine enough for print. */
const LOOK = { ratio: 2, selfContained: false }

type Rectangle = { x: number; y: number; w: number; h: number }

/** What runs over several sheets has its words and pictures on those where they are seen: elsewhere they would be read. */
function isOn({ x, y, w, h }: Rectangle, mark: Mark): boolean {
  if (mark.kind === 'path') return true
  const corners =
    mark.kind === 'text'
      ? [0, mark.width].map((along) => ({ x: mark.x + along, y: mark.y }))
      : [0, mark.width].flatMap((across) => [0, mark.height].map((down) => ({ x: across, y: down })))
  const ends = corners.map((corner) => onBoard(mark.matrix, corner.x, corner.y))
  return new Box(x, y, w, h).collides(Box.FromPoints(ends).expandBy(1))
}

/** Parts of the board as the pages of one PDF. `heading` names a part; without a name it has the board's. */
export async function boardPdf(
  editor: Editor,
  parts: readonly ExportPart[],
  heading: (part: ExportPart) => string | undefined,
  look: PdfLook,
  work: ExportWork,
): Promise<Uint8Array<ArrayBuffer>> {
  const laid = parts.map(({ bounds: { x, y, w, h } }) => sheetsFor({ x, y, w, h }, look))
  const file = new PdfFile(look.words, laid.flat().length, pdfTools, look.now)
  const weights = parts.map((part) => countShapes(editor, part) + 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  for (const [index, part] of parts.entries()) {
    const weight = weights[index] ?? 1
    const from = before / whole
    const [drawn, to] = [from + (DRAWING * weight) / whole, from + weight / whole]
    const drawing: ShapeDrawing[] = []
    await drawPieces(editor, part, LOOK, stretchOf(work, from, drawn), (svg) => {
      drawing.push(...readDrawing(svg))
    })
    const sheets = laid[index] ?? []
    for (const [i, { sheet, bounds, joints }] of sheets.entries()) {
      const onSheet = drawing.map(({ marks }) => ({ marks: marks.filter((mark) => isOn(bounds, mark)) }))
      const page = { heading: heading(part), sheet, bounds, joints, drawing: onSheet, number: i + 1, of: sheets.length }
      const [begin, end] = [i, i + 1].map((done) => drawn + ((to - drawn) * done) / sheets.length)
      await file.add(page, stretchOf(work, begin ?? drawn, end ?? to))
    }
    before += weight
  }
  const bytes = await file.bytes()
  await work.step(1, 1)
  return bytes
}
