import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import { BELOW_HEADING, NOTE_GAP, SECTION_PADDING } from '@samtavle/shared/note-rows'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import {
  Box,
  createShapeId,
  type Editor,
  type TLFrameShape,
  type TLNoteShape,
  type TLShape,
  Vec,
  type VecLike,
} from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'
import { isNote, roleOf } from './board-meta.ts'
import { freeSlot, nextSlot, type Slot } from './note-slots.ts'
import { isSection, sectionOf } from './section-place.ts'

/** Below this zoom the words of a note cannot be read while they are written. */
export const READABLE_ZOOM = 0.6

/**
 * Puts a new note where the person is – beside the selected note, in the selected or nearest section, else in the
 * middle of the view – on a free spot, and opens it for writing. The whole way works without a pointer.
 */
export function writeNote(editor: Editor, role: NoteRole = 'fact'): void {
  if (editor.getIsReadonly()) return
  const { centre, section } = whereToWrite(editor)
  startNote(editor, freeSlot(editor, centre, section), role)
}

/** Where a person who selected this, and looks there, would put something new. */
export function whereToWrite(editor: Editor): { centre: Vec; section: TLFrameShape | undefined } {
  const selected = editor.getOnlySelectedShape()
  const section = sectionFor(editor, selected)
  return { centre: wantedCentre(editor, selected, section), section }
}

/** Leaves the note that is being written and opens the next one: beside it, at the end of a row in the next, or below. */
export function writeNextNote(editor: Editor, note: TLNoteShape, direction: 'beside' | 'below'): void {
  const bounds = editor.getShapePageBounds(note.id)
  if (editor.getIsReadonly() || bounds === undefined) return
  const section = sectionFor(editor, note)
  const wanted =
    direction === 'beside'
      ? new Vec(bounds.maxX + NOTE_GAP + NOTE_SIZE / 2, bounds.y + NOTE_SIZE / 2)
      : new Vec(bounds.x + NOTE_SIZE / 2, bounds.maxY + NOTE_GAP + NOTE_SIZE / 2)
  editor.complete()
  startNote(editor, nextSlot(editor, bounds, section, direction) ?? freeSlot(editor, wanted, section), roleOf(note))
}

/**
 * Leaves the note that is being written for the one right beside it, in its row and section.
 * @returns whether there is one
 */
export function writeInNeighbour(editor: Editor, note: TLNoteShape, side: 'before' | 'after'): boolean {
  const from = editor.getShapePageBounds(note.id)
  if (from === undefined) return false
  const section = sectionOf(editor, note)?.id
  const isBeside = (bounds: Box): boolean => {
    const apart = side === 'after' ? bounds.x - from.x : from.x - bounds.x
    return apart > 0 && apart < 1.5 * (NOTE_SIZE + NOTE_GAP) && Math.abs(bounds.y - from.y) < NOTE_SIZE / 2
  }
  const beside = editor
    .getCurrentPageShapes()
    .filter((shape) => isNote(shape) && mayTouch(editor, shape) && !editor.isShapeOrAncestorLocked(shape))
    .flatMap((shape) => {
      const bounds = editor.getShapePageBounds(shape)
      return bounds && isBeside(bounds) && sectionOf(editor, shape)?.id === section ? [{ shape, bounds }] : []
    })
    .sort((a, b) => Math.abs(a.bounds.x - from.x) - Math.abs(b.bounds.x - from.x))[0]
  if (beside === undefined) return false
  editor.complete()
  editor.select(beside.shape.id)
  bringIntoView(editor, beside.bounds)
  openForWriting(editor, beside.shape)
  return true
}

/** A note with its middle at a point, in the section that lies there. */
export function writeNoteAt(editor: Editor, { x, y }: VecLike): void {
  if (editor.getIsReadonly()) return
  const section = editor
    .getShapesAtPoint({ x, y }, { hitInside: true })
    .find((shape): shape is TLFrameShape => isSection(shape))
  startNote(editor, { corner: new Vec(x - NOTE_SIZE / 2, y - NOTE_SIZE / 2), section }, 'fact')
}

function startNote(editor: Editor, { corner: spot, section }: Slot, role: NoteRole | undefined): void {
  editor.markHistoryStoppingPoint('write note')
  const parentId = section?.id ?? editor.getCurrentPageId()
  const local = section ? editor.getPointInShapeSpace(section, spot) : spot
  const id = createShapeId()
  editor.createShape({
    id,
    type: 'note',
    parentId,
    x: local.x,
    y: local.y,
    ...(role !== undefined && { props: { color: NOTE_ROLE_LOOK[role].colour }, meta: { role } }),
  })
  const note = editor.getShape(id)
  if (note === undefined) return
  editor.select(id)
  bringIntoView(editor, new Box(spot.x, spot.y, NOTE_SIZE, NOTE_SIZE))
  openForWriting(editor, note)
}

function openForWriting(editor: Editor, shape: TLShape): void {
  editor.setEditingShape(shape.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

function sectionFor(editor: Editor, selected: TLShape | null): TLFrameShape | undefined {
  if (selected !== null) return sectionOf(editor, selected)
  const { center } = editor.getViewportPageBounds()
  let nearest: { section: TLFrameShape; distance: number } | undefined
  for (const shape of editor.getCurrentPageShapes()) {
    // The header strip has fields of its own; notes go into the sections below it.
    if (!isSection(shape) || shape.isLocked || shape.props.h < BELOW_HEADING + NOTE_SIZE) continue
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
  if (selected && bounds && selected.type !== 'frame')
    return new Vec(bounds.maxX + NOTE_GAP + NOTE_SIZE / 2, bounds.y + NOTE_SIZE / 2)
  const frame = section && editor.getShapePageBounds(section)
  const view = editor.getViewportPageBounds()
  if (selected && frame)
    return new Vec(frame.x + SECTION_PADDING + NOTE_SIZE / 2, frame.y + BELOW_HEADING + NOTE_SIZE / 2)
  return frame && !frame.containsPoint(view.center) ? frame.center : view.center
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
