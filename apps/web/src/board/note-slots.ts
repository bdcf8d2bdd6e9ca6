import { Box, type Editor, type TLFrameShape, type TLShape, Vec } from '@tldraw/tldraw'
import { metaOf } from './board-meta.ts'
import { isSection } from './section-place.ts'

export const NOTE = 200
const STEP = 220
const PADDING = 40
/** Where notes begin in a section: below heading and question. */
const BELOW_HEADING = 140
/** Where notes begin in a lane: below its name, as in the templates. */
const BELOW_LANE_NAME = 36
/** Words of the background that a note must not lie on. */
const WORDS = new Set(['lane', 'heading', 'question', 'hint', 'guide-word', 'dividing-label', 'quadrant', 'axis'])

export type Slot = { corner: Vec; section: TLFrameShape | undefined }

/**
 * A free place for a note, nearest to where it is wanted: in a section one that is in line with the template's own
 * notes, in the next section when that one is full, and beside all sections when all are. A note that stands half in a
 * section would be cut off at its edge.
 */
export function freeSlot(editor: Editor, centre: Vec, section: TLFrameShape | undefined): Slot {
  const wanted = new Vec(centre.x - NOTE / 2, centre.y - NOTE / 2)
  const taken = takenBoxes(editor)
  const sections = section ? bySection(editor, section) : []
  for (const each of sections) {
    const corner = nearestFree(slotsOf(editor, each), wanted, taken)
    if (corner) return { corner, section: each }
  }
  const frames = editor
    .getCurrentPageShapes()
    .filter(isSection)
    .map((frame) => editor.getShapePageBounds(frame))
    .filter((box) => box !== undefined)
  const beside = nearestFree(rings(wanted), wanted, [...taken, ...frames]) ?? outside(frames, wanted)
  return { corner: beside, section: undefined }
}

function nearestFree(corners: Vec[], wanted: Vec, taken: readonly Box[]): Vec | undefined {
  return corners
    .sort((a, b) => Vec.Dist2(a, wanted) - Vec.Dist2(b, wanted))
    .find(({ x, y }) => {
      const square = new Box(x + 2, y + 2, NOTE - 4, NOTE - 4)
      return !taken.some((box) => square.collides(box))
    })
}

/** Right of everything: there is always room. */
function outside(frames: readonly Box[], wanted: Vec): Vec {
  return frames.length === 0 ? wanted : new Vec(Box.Common([...frames]).maxX + STEP, wanted.y)
}

/** All sections, the one that is meant first, then by their distance from it. */
function bySection(editor: Editor, first: TLFrameShape): TLFrameShape[] {
  const middle = (frame: TLFrameShape) => editor.getShapePageBounds(frame)?.center ?? new Vec()
  const from = middle(first)
  return editor
    .getCurrentPageShapes()
    .filter(isSection)
    .filter((frame) => frame.props.h >= BELOW_HEADING + NOTE)
    .sort((a, b) => Vec.Dist2(middle(a), from) - Vec.Dist2(middle(b), from))
}

function takenBoxes(editor: Editor): Box[] {
  return editor
    .getCurrentPageShapes()
    .filter((shape) => {
      const { part } = metaOf(shape)
      if (part !== undefined) return WORDS.has(part)
      return shape.type !== 'frame' && !editor.isShapeOrAncestorLocked(shape)
    })
    .map((shape) => editor.getShapePageBounds(shape))
    .filter((box) => box !== undefined)
}

/** Places in rows and columns, 20 px apart; in a grid the rows begin below the names of the lanes. */
function slotsOf(editor: Editor, section: TLFrameShape): Vec[] {
  const frame = editor.getShapePageBounds(section)
  if (!frame) return []
  const corners: Vec[] = []
  for (const { from, to } of rowsOf(editor, section, frame)) {
    for (let y = from; y + NOTE <= to; y += STEP) {
      for (let x = frame.x + PADDING; x + NOTE <= frame.maxX; x += STEP) corners.push(new Vec(x, y))
    }
  }
  return corners
}

function rowsOf(editor: Editor, section: TLFrameShape, frame: Box): { from: number; to: number }[] {
  const names = editor
    .getSortedChildIdsForParent(section.id)
    .map((id) => editor.getShape(id))
    .filter((shape): shape is TLShape => shape !== undefined && metaOf(shape).part === 'lane')
    .map((shape) => frame.y + shape.y)
    .sort((a, b) => a - b)
  if (names.length === 0) return [{ from: frame.y + BELOW_HEADING, to: frame.maxY }]
  return names.map((y, i) => ({ from: y + BELOW_LANE_NAME, to: names[i + 1] ?? frame.maxY }))
}

/** Half steps outward from the wanted place; a board that is full that far gets a note on top. */
function rings(wanted: Vec): Vec[] {
  const corners: Vec[] = []
  for (let dx = -12; dx <= 12; dx++) {
    for (let dy = -12; dy <= 12; dy++) corners.push(new Vec(wanted.x + (dx * STEP) / 2, wanted.y + (dy * STEP) / 2))
  }
  return corners
}
