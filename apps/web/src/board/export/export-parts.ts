import { metaOf } from '@samtavle/shared/board-meta'
import { CURVE_TYPE } from '@samtavle/shared/curve-shape'
import { numberOf, textOf } from '@samtavle/shared/picture-scene'
import { type ReadScope, sectionsOf } from '@samtavle/shared/read-board'
import { Box, type Editor, type TLPageId, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import { documentRecords } from './board-backup.ts'

/** A piece of the board that becomes one picture, or one sheet of paper. */
export type ExportPart = {
  page: TLPageId
  /** Shapes with all that stands in them, from the lowest to the topmost. */
  ids: readonly TLShapeId[]
  /** What of the page is shown, in px. */
  bounds: Box
  /** The section that it is; undefined for the page or the selection as a whole, null for what lies outside sections. */
  section: { frame: TLShapeId; title: string } | null | undefined
}

/** Air around what has no edge of its own, in px. */
const MARGIN = 32

/** One part for each page in scope, or the one section or selection; pages without anything on them are left out. */
export function wholeParts(editor: Editor, scope: ReadScope): ExportPart[] {
  switch (scope.part) {
    case 'board':
      return editor.getPages().flatMap(({ id }) => partOf(editor, id, topmost(editor, id), undefined))
    case 'page':
      return partOf(editor, scope.page as TLPageId, topmost(editor, scope.page as TLPageId), undefined)
    case 'section': {
      const frame = editor.getShape(scope.frame as TLShapeId)
      return frame === undefined ? [] : sectionPart(editor, frame)
    }
    case 'selection': {
      const page = editor.getCurrentPageId()
      const inScope = (shape: TLShape | undefined): boolean =>
        shape !== undefined && (scope.ids.has(shape.id) || inScope(editor.getShapeParent(shape)))
      // What stands in a chosen shape comes with it.
      const chosen = editor
        .getCurrentPageShapesSorted()
        .filter((shape) => scope.ids.has(shape.id) && !inScope(editor.getShapeParent(shape)))
      return partOf(
        editor,
        page,
        chosen.map(({ id }) => id),
        undefined,
      )
    }
  }
}

/**
 * The board sheet by sheet: page by page its sections in reading order, at last what lies outside them. A frame within
 * another is drawn with it. A section or a selection is one sheet by itself.
 */
export function sectionParts(editor: Editor, scope: ReadScope): ExportPart[] {
  if (scope.part === 'section' || scope.part === 'selection') return wholeParts(editor, scope)
  const pages = editor.getPages().filter(({ id }) => scope.part === 'board' || id === scope.page)
  const frames = sectionsOf(documentRecords(editor.store)).flatMap(
    ({ frame }) => editor.getShape(frame as TLShapeId) ?? [],
  )
  return pages.flatMap(({ id: page }) => {
    const own = frames.filter(({ parentId }) => parentId === page)
    const sections = own.flatMap((frame) => sectionPart(editor, frame))
    const drawn = new Set(sections.flatMap(({ ids }) => ids))
    const outside = topmost(editor, page).filter((id) => !drawn.has(id))
    return [...sections, ...partOf(editor, page, outside, null)]
  })
}

function sectionPart(editor: Editor, frame: TLShape): ExportPart[] {
  const page = editor.getAncestorPageId(frame)
  const bounds = editor.getShapePageBounds(frame)
  if (page === undefined || bounds === undefined) return []
  const title = textOf((frame.props as { name?: unknown }).name).trim()
  // The name of a frame that people made stands above it; that of a template's section stands on it.
  const above = metaOf(frame).section === undefined ? MARGIN : 0
  const shown = new Box(bounds.x - 1, bounds.y - 1 - above, bounds.w + 2, bounds.h + 2 + above)
  const ids = [frame.id, ...curvesOver(editor, page, bounds)]
  return [{ page, ids, bounds: shown, section: { frame: frame.id, title } }]
}

/** A curve lies over all columns of its grid: each shows its own piece. */
function curvesOver(editor: Editor, page: TLPageId, frame: Box): TLShapeId[] {
  return topmost(editor, page).filter((id) => {
    const bounds = editor.getShapePageBounds(id)
    return (editor.getShape(id)?.type as string) === CURVE_TYPE && bounds !== undefined && frame.collides(bounds)
  })
}

function partOf(editor: Editor, page: TLPageId, ids: readonly TLShapeId[], section: null | undefined): ExportPart[] {
  const boxes = [...editor.getShapeAndDescendantIds([...ids])].flatMap(
    (id) => editor.getShapeMaskedPageBounds(id) ?? [],
  )
  if (boxes.length === 0) return []
  return [{ page, ids, bounds: Box.Common(boxes).expandBy(MARGIN), section }]
}

const topmost = (editor: Editor, page: TLPageId): TLShapeId[] => [...editor.getSortedChildIdsForParent(page)]

/** How many shapes a part draws, the share of its work. */
export function countShapes(editor: Editor, part: ExportPart): number {
  return editor.getShapeAndDescendantIds([...part.ids]).size
}

/** What is drawn at a time: more than these shapes and the page would stand still for too long. */
const PIECE = 60

/** The shapes of a part in pieces, in their order from below; a shape and what stands in it are never parted. */
export function piecesOf(editor: Editor, part: ExportPart): TLShapeId[][] {
  const pieces: TLShapeId[][] = []
  let room = 0
  for (const id of part.ids) {
    const count = editor.getShapeAndDescendantIds([id]).size
    if (count > room) {
      pieces.push([])
      room = PIECE
    }
    pieces.at(-1)?.push(id)
    room -= numberOf(count, 1)
  }
  return pieces
}
