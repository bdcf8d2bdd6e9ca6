import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { Box, createShapeId, type Editor, type TLFrameShape, type TLShape, Vec } from '@tldraw/tldraw'
import { isSection } from './section-place.ts'

const NOTE = 200
const GAP = 20
/** Below this zoom the words of a note cannot be read while they are written. */
const READABLE_ZOOM = 0.6
/** Where notes begin in a section: below heading and question. */
const HEADING = 140
const PADDING = 40

/**
 * Puts a new note where the person is – beside the selected note, in the selected or nearest section, else in the
 * middle of the view – on a free spot, and opens it for writing. The whole way works without a pointer.
 */
export function writeNote(editor: Editor, role: NoteRole = 'fact'): void {
  if (editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('write note')
  const selected = editor.getOnlySelectedShape()
  const section = sectionFor(editor, selected)
  const centre = wantedCentre(editor, selected, section)
  const spot = freeSpot(editor, centre, section)
  const parentId = section?.id ?? editor.getCurrentPageId()
  const local = section ? editor.getPointInShapeSpace(section, spot) : spot
  const id = createShapeId()
  editor.createShape({
    id,
    type: 'note',
    parentId,
    x: local.x,
    y: local.y,
    props: { color: NOTE_ROLE_LOOK[role].colour },
    meta: { role },
  })
  const note = editor.getShape(id)
  if (note === undefined) return
  editor.select(id)
  bringIntoView(editor, new Box(spot.x, spot.y, NOTE, NOTE))
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: note })
}

function sectionFor(editor: Editor, selected: TLShape | null): TLFrameShape | undefined {
  for (let shape: TLShape | undefined = selected ?? undefined; shape; shape = editor.getShapeParent(shape)) {
    if (isSection(shape)) return shape
  }
  if (selected !== null) return undefined
  const { center } = editor.getViewportPageBounds()
  let nearest: { section: TLFrameShape; distance: number } | undefined
  for (const shape of editor.getCurrentPageShapes()) {
    // The header strip has fields of its own; notes go into the sections below it.
    if (!isSection(shape) || shape.isLocked || shape.props.h < HEADING + NOTE) continue
    const bounds = editor.getShapePageBounds(shape)
    if (!bounds) continue
    const distance = Vec.Dist(
      center,
      new Vec(clamp(center.x, bounds.x, bounds.maxX), clamp(center.y, bounds.y, bounds.maxY)),
    )
    if (nearest === undefined || distance < nearest.distance) nearest = { section: shape, distance }
  }
  return nearest?.section
}

function wantedCentre(editor: Editor, selected: TLShape | null, section: TLFrameShape | undefined): Vec {
  const bounds = selected && editor.getShapePageBounds(selected)
  if (selected && bounds && selected.type !== 'frame') return new Vec(bounds.maxX + GAP + NOTE / 2, bounds.y + NOTE / 2)
  const frame = section && editor.getShapePageBounds(section)
  const view = editor.getViewportPageBounds()
  if (selected && frame) return new Vec(frame.x + PADDING + NOTE / 2, frame.y + HEADING + NOTE / 2)
  return frame && !frame.containsPoint(view.center) ? frame.center : view.center
}

/** The top left corner of the free square nearest to the wanted middle, inside the section. */
function freeSpot(editor: Editor, centre: Vec, section: TLFrameShape | undefined): Vec {
  const frame = section && editor.getShapePageBounds(section)
  const taken = editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type !== 'frame' && !shape.isLocked && !editor.isShapeOrAncestorLocked(shape))
    .map((shape) => editor.getShapePageBounds(shape))
    .filter((bounds) => bounds !== undefined)
  const inside = (corner: Vec): Vec =>
    frame
      ? new Vec(
          clamp(corner.x, frame.x + PADDING, Math.max(frame.x + PADDING, frame.maxX - PADDING - NOTE)),
          clamp(corner.y, frame.y + HEADING, Math.max(frame.y + HEADING, frame.maxY - PADDING - NOTE)),
        )
      : corner
  const first = inside(new Vec(centre.x - NOTE / 2, centre.y - NOTE / 2))
  // Rings of half steps around the wanted place; a board that is full that far gets a note on top.
  for (let ring = 0; ring <= 12; ring++) {
    const step = (NOTE + GAP) / 2
    const candidates: Vec[] = []
    for (let dx = -ring; dx <= ring; dx++) {
      for (let dy = -ring; dy <= ring; dy++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring) continue
        candidates.push(inside(new Vec(first.x + dx * step, first.y + dy * step)))
      }
    }
    candidates.sort((a, b) => Vec.Dist2(a, first) - Vec.Dist2(b, first))
    for (const corner of candidates) {
      const square = new Box(corner.x - GAP / 2, corner.y - GAP / 2, NOTE + GAP, NOTE + GAP)
      if (!taken.some((bounds) => square.collides(bounds))) return corner
    }
  }
  return first
}

/** Close enough to read and whole in view; the camera jumps when the person wants no motion. */
export function bringIntoView(editor: Editor, bounds: Box): void {
  const readable = editor.getZoomLevel() >= READABLE_ZOOM
  const view = editor.getViewportPageBounds()
  if (readable && view.contains(bounds)) return
  const zoom = readable ? editor.getZoomLevel() : 0.8
  const screen = editor.getViewportScreenBounds()
  const { x, y } = bounds.center
  const camera = { x: -(x - screen.w / zoom / 2), y: -(y - screen.h / zoom / 2), z: zoom }
  const speed = editor.user.getAnimationSpeed()
  editor.setCamera(camera, speed > 0 ? { animation: { duration: 160 } } : { immediate: true })
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value))
