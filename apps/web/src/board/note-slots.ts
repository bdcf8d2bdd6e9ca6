import { metaOf } from '@samtavle/shared/board-meta'
import { matrixLayout } from '@samtavle/shared/matrix-layout'
import { MATRIX_TYPE, type MatrixProps } from '@samtavle/shared/matrix-shape'
import { BELOW_HEADING, COVERED_PARTS, NOTE_GAP, NOTE_STEP, notePlaces } from '@samtavle/shared/note-rows'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { Box, type Editor, type TLFrameShape, type TLShape, Vec } from '@tldraw/tldraw'
import { isSection } from './section-place.ts'

export type Slot = { corner: Vec; section: TLFrameShape | undefined }
/** A place in a section, and how high a note may be there. */
type Place = { corner: Vec; room: number }

/**
 * A free place for a note, nearest to where it is wanted: in a section one that is in line with the template's own
 * notes, in the next section when that one is full, and beside all sections when all are. A note that stands half in a
 * section would be cut off at its edge.
 */
export function freeSlot(editor: Editor, centre: Vec, section: TLFrameShape | undefined): Slot {
  const wanted = new Vec(centre.x - NOTE_SIZE / 2, centre.y - NOTE_SIZE / 2)
  const taken = takenBoxes(editor)
  const sections = section ? bySection(editor, section) : []
  for (const each of sections) {
    const corner = nearestFree(cornersOf(editor, each), wanted, taken)
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
    .find((corner) => isFree(corner, NOTE_SIZE, taken))
}

function isFree({ x, y }: Vec, height: number, taken: readonly Box[]): boolean {
  const box = new Box(x + 2, y + 2, NOTE_SIZE - 4, height - 4)
  return !taken.some((other) => box.collides(other))
}

/**
 * Where the note after this one goes, in the same section: the next free place in reading order, or the next one below.
 * Undefined when there is none, or no section.
 */
export function nextSlot(
  editor: Editor,
  from: Box,
  section: TLFrameShape | undefined,
  direction: 'beside' | 'below',
): Slot | undefined {
  if (section === undefined) return undefined
  const taken = takenBoxes(editor)
  const half = NOTE_STEP / 2
  const isNext = ({ x, y }: Vec) => {
    const isLower = y > from.y + half
    if (direction === 'below') return isLower && Math.abs(x - from.x) < half
    return isLower || (Math.abs(y - from.y) < half && x > from.x + half)
  }
  const corner = cornersOf(editor, section).find((each) => isNext(each) && isFree(each, NOTE_SIZE, taken))
  return corner && { corner, section }
}

/**
 * Places for several notes in reading order: in the section as far as there is room, the rest as a block beside
 * everything. Where there are no sections the block lies where it is wanted, if that is free.
 * @param heights of the notes
 */
export function freeSlots(
  editor: Editor,
  heights: readonly number[],
  centre: Vec,
  section: TLFrameShape | undefined,
  own: ReadonlySet<string>,
): Slot[] {
  const taken = takenBoxes(editor, own)
  const slots: Slot[] = []
  const places = section ? slotsOf(editor, section) : []
  let next = 0
  for (const height of heights) {
    while (next < places.length && !fits(places[next], height, taken)) next += 1
    const place = places[next]
    if (place === undefined) break
    slots.push({ corner: place.corner, section })
    taken.push(new Box(place.corner.x, place.corner.y, NOTE_SIZE, height))
  }
  const rest = heights.slice(slots.length)
  if (rest.length === 0) return slots
  const block = blockOf(rest)
  const wanted = new Vec(centre.x - block.w / 2, centre.y - block.h / 2)
  const everything = [
    ...taken,
    ...editor
      .getCurrentPageShapes()
      .filter(isSection)
      .map((each) => boundsOf(editor, each)),
  ]
  const area = new Box(wanted.x, wanted.y, block.w, block.h)
  const start =
    section === undefined && !everything.some((box) => area.collides(box)) ? wanted : outside(everything, wanted)
  return [...slots, ...block.corners.map((corner) => ({ corner: corner.clone().add(start), section: undefined }))]
}

function fits(place: Place | undefined, height: number, taken: readonly Box[]): boolean {
  return place !== undefined && height <= place.room && isFree(place.corner, height, taken)
}

/** Rows of at most ten notes, each row as high as its highest one. */
export function blockOf(heights: readonly number[]): { corners: Vec[]; w: number; h: number } {
  const columns = Math.min(10, Math.ceil(Math.sqrt(heights.length)))
  const corners: Vec[] = []
  let top = 0
  for (let from = 0; from < heights.length; from += columns) {
    const row = heights.slice(from, from + columns)
    for (const column of row.keys()) corners.push(new Vec(column * NOTE_STEP, top))
    top += Math.max(...row) + NOTE_GAP
  }
  return { corners, w: columns * NOTE_STEP, h: top }
}

const boundsOf = (editor: Editor, shape: TLShape): Box => editor.getShapePageBounds(shape) ?? new Box()

/** Right of everything: there is always room. */
function outside(frames: readonly Box[], wanted: Vec): Vec {
  return frames.length === 0 ? wanted : new Vec(Box.Common([...frames]).maxX + NOTE_STEP, wanted.y)
}

/** All sections, the one that is meant first, then by their distance from it. */
function bySection(editor: Editor, first: TLFrameShape): TLFrameShape[] {
  const middle = (frame: TLFrameShape) => editor.getShapePageBounds(frame)?.center ?? new Vec()
  const from = middle(first)
  return editor
    .getCurrentPageShapes()
    .filter(isSection)
    .filter((frame) => frame.props.h >= BELOW_HEADING + NOTE_SIZE)
    .sort((a, b) => Vec.Dist2(middle(a), from) - Vec.Dist2(middle(b), from))
}

/** @param except shapes that are still to be placed */
function takenBoxes(editor: Editor, except: ReadonlySet<string> = new Set()): Box[] {
  return editor
    .getCurrentPageShapes()
    .filter((shape) => {
      if (except.has(shape.id)) return false
      const { part } = metaOf(shape)
      if (part !== undefined) return COVERED_PARTS.has(part)
      return shape.type !== 'frame' && !editor.isShapeOrAncestorLocked(shape)
    })
    .flatMap((shape) => boxesOf(editor, shape))
}

/** What a shape covers; of a matrix its names and axes, since notes lie on all the rest. */
function boxesOf(editor: Editor, shape: TLShape): Box[] {
  const bounds = editor.getShapePageBounds(shape)
  if (bounds === undefined) return []
  const type: string = shape.type
  if (type !== MATRIX_TYPE) return [bounds]
  const { field, middle, labels } = matrixLayout(shape.props as unknown as MatrixProps)
  const axes = [
    { x: middle.x, y: field.y, w: 1, h: field.h },
    { x: field.x, y: middle.y, w: field.w, h: 1 },
  ]
  return [...labels, ...axes].map(({ x, y, w, h }) => new Box(bounds.x + x, bounds.y + y, w, h))
}

/** Places in rows and columns; in a grid the rows begin below the names of the lanes. */
function slotsOf(editor: Editor, section: TLFrameShape): Place[] {
  const frame = editor.getShapePageBounds(section)
  if (!frame) return []
  const laneNames = editor
    .getSortedChildIdsForParent(section.id)
    .map((id) => editor.getShape(id))
    .filter((shape): shape is TLShape => shape !== undefined && metaOf(shape).part === 'lane')
    .map((shape) => frame.y + shape.y)
  return notePlaces(frame, laneNames).map(({ x, y, room }) => ({ corner: new Vec(x, y), room }))
}

const cornersOf = (editor: Editor, section: TLFrameShape): Vec[] => slotsOf(editor, section).map(({ corner }) => corner)

/** Half steps outward from the wanted place; a board that is full that far gets a note on top. */
function rings(wanted: Vec): Vec[] {
  const corners: Vec[] = []
  for (let dx = -12; dx <= 12; dx++) {
    for (let dy = -12; dy <= 12; dy++)
      corners.push(new Vec(wanted.x + (dx * NOTE_STEP) / 2, wanted.y + (dy * NOTE_STEP) / 2))
  }
  return corners
}
