import { metaOf } from '@samtavle/shared/board-meta'
import type { Locale } from '@samtavle/shared/locale'
import { inReadingOrder, type Placed, type Sheet } from '@samtavle/shared/reading-order'
import { type Folded, fold, matchesWords } from '@samtavle/shared/text-search'
import type { Editor, TLShape, TLShapeId } from '@tldraw/tldraw'
import { findableWords } from './find-words.ts'
import { isSection, lineage } from './section-place.ts'

export type Hit = {
  /** The shape that the words stand on. */
  id: TLShapeId
  /** What is selected for it: the section of a heading that belongs to the background, else the shape itself. */
  target: TLShapeId
}

/** What finding asks of the editor. */
export type FoundIn = Pick<
  Editor,
  'getCurrentPageShapes' | 'getShape' | 'getShapeParent' | 'getShapePageBounds' | 'getSortedChildIdsForParent'
>

/** Everything on the board that has all these words on it, in reading order. */
export function findHits(editor: FoundIn, words: readonly Folded[], texts: BoardTexts): Hit[] {
  if (words.length === 0) return []
  const hits: (Hit & Placed & { sheet: Sheet | undefined })[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    if (!matchesWords(words, texts.on(shape)) || (isSection(shape) && hasHeading(editor, shape))) continue
    const box = editor.getShapePageBounds(shape)
    if (box === undefined) continue
    hits.push({ id: shape.id, target: targetOf(editor, shape), box, sheet: sheetOf(editor, shape) })
  }
  return inReadingOrder(hits)
}

/** The folded words of shapes. Records are never changed in place, so that each is read once. */
export class BoardTexts {
  readonly locale: Locale
  readonly #known = new WeakMap<TLShape, readonly Folded[]>()

  constructor(locale: Locale) {
    this.locale = locale
  }

  on(shape: TLShape): readonly Folded[] {
    const known = this.#known.get(shape)
    if (known) return known
    const texts = findableWords(shape, this.locale).map(fold)
    this.#known.set(shape, texts)
    return texts
  }
}

/** The name of a section is not written on the board when a heading of its own says it, perhaps in other words now. */
function hasHeading(editor: FoundIn, section: TLShape): boolean {
  return editor.getSortedChildIdsForParent(section.id).some((id) => {
    const child = editor.getShape(id)
    const meta = child && metaOf(child)
    // The columns of a grid in one frame have headings that are not the frame's.
    return meta?.part === 'heading' && meta.cell === metaOf(section).cell
  })
}

function targetOf(editor: FoundIn, shape: TLShape): TLShapeId {
  const parent = editor.getShapeParent(shape)
  return shape.isLocked && isSection(parent) ? parent.id : shape.id
}

/** The section that a shape stands in or is, else the outermost frame. */
export function sheetOf(editor: FoundIn, shape: TLShape): Sheet | undefined {
  const frame = frameOf(editor, shape)
  const box = frame && editor.getShapePageBounds(frame)
  return frame && box && { id: frame.id, box, order: metaOf(frame).order }
}

function frameOf(editor: FoundIn, shape: TLShape): TLShape | undefined {
  let outermost: TLShape | undefined
  for (const above of lineage(editor, shape)) {
    if (isSection(above)) return above
    if (above.type === 'frame') outermost = above
  }
  return outermost
}
