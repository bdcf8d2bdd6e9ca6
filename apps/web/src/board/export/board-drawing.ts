import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { countShapes, type ExportPart, piecesOf } from './export-parts.ts'
import type { ExportWork } from './export-work.ts'

export type DrawingLook = {
  /** Px of pictures for each px of the board. */
  ratio: number
  /**
   * True for a drawing that leaves the page, with its styles and typefaces in it. These are most of the work: one that
   * is only looked at where it lies needs none of them.
   */
  selfContained: boolean
}

/**
 * Draws a part with tldraw's own drawing for exports: as it is on the canvas, in the light colours, nothing behind it.
 * Piece by piece, so that it can be stopped, and handed over while it still lies in the page, laid out; `take` must not
 * wait.
 */
export async function drawPieces(
  editor: Editor,
  part: ExportPart,
  { ratio, selfContained }: DrawingLook,
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
    if (here.length > 0) {
      const options = { bounds: part.bounds.clone(), padding: 0, background: false, darkMode: false, scale: 1 }
      const draw = () => onPage(editor, part, () => editor.getSvgElement(asked, { ...options, pixelRatio: ratio }))
      const drawn = await (selfContained ? draw() : withoutEmbedding(editor, here, draw))
      if (drawn !== undefined) take(drawn.svg)
    }
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

/** How tldraw marks what it will write styles into, once it is drawn. */
const EMBEDDED = 'tl-export-embed-styles'

/**
 * Lets tldraw draw without writing every computed style into every label and every typeface into the page, which makes
 * the page lay out all its text anew each time.
 */
async function withoutEmbedding<Result>(
  editor: Editor,
  ids: TLShapeId[],
  draw: () => Promise<Result>,
): Promise<Result> {
  const { fonts } = editor
  const faces = [...editor.getShapeAndDescendantIds(ids)].flatMap((id) => fonts.getShapeFontFaces(id))
  // What is not loaded would be set, and measured, in another typeface.
  await Promise.all([...new Set(faces)].map((face) => fonts.ensureFontIsLoaded(face)))
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue
      for (const label of [node, ...node.querySelectorAll(`.${EMBEDDED}`)]) label.classList.remove(EMBEDDED)
    }
  })
  observer.observe(editor.getContainer(), { childList: true, subtree: true })
  fonts.toEmbeddedCssDeclaration = async () => ''
  try {
    return await draw()
  } finally {
    // What lies on the object gives way to what its class has.
    Reflect.deleteProperty(fonts, 'toEmbeddedCssDeclaration')
    observer.disconnect()
  }
}
