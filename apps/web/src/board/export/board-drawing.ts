import type { Editor } from '@tldraw/tldraw'
import { countShapes, type ExportPart, piecesOf } from './export-parts.ts'
import type { ExportWork } from './export-work.ts'

/**
 * Draws a part with tldraw's own drawing for exports: as it is on the canvas, in the light colours, nothing behind it.
 * Piece by piece, so that it can be stopped, and handed over while it still lies in the page, laid out; `take` must not
 * wait. Pixels for pictures are fetched for `ratio` px a px of the board.
 */
export async function drawPieces(
  editor: Editor,
  part: ExportPart,
  ratio: number,
  work: ExportWork,
  take: (svg: SVGSVGElement) => void,
): Promise<void> {
  const whole = countShapes(editor, part)
  let done = 0
  await work.step(0, whole)
  for (const ids of piecesOf(editor, part)) {
    // Somebody may have deleted them meanwhile.
    const here = ids.filter((id) => editor.getShape(id) !== undefined)
    // tldraw draws what is in a frame without the frame when that is all it is asked for.
    const asked = here.length === 1 ? [...here, ...here] : here
    const drawn =
      here.length === 0
        ? undefined
        : await onPage(editor, part, () =>
            editor.getSvgElement(asked, {
              bounds: part.bounds.clone(),
              padding: 0,
              background: false,
              darkMode: false,
              scale: 1,
              pixelRatio: ratio,
            }),
          )
    if (drawn !== undefined) take(drawn.svg)
    done += editor.getShapeAndDescendantIds(here).size
    await work.step(done, whole)
  }
}

/** tldraw draws shapes of the page that is open only. */
async function onPage<Result>(editor: Editor, { page }: ExportPart, draw: () => Promise<Result>): Promise<Result> {
  const open = editor.getCurrentPageId()
  if (open === page) return await draw()
  editor.setCurrentPage(page)
  try {
    return await draw()
  } finally {
    editor.setCurrentPage(open)
  }
}
