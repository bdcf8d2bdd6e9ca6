import { jsonEqual } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { isNoteRole, NOTE_ROLE_LOOK, roleOfColour } from '@samtavle/shared/note-role'
import { isStructured } from '@samtavle/shared/structured-types'
import type { Editor, TLInstancePageState, TLNoteShape, TLShape, TLShapeId } from '@tldraw/tldraw'
import { explainRefusal, mayFix, mayMove, mayTouch } from './background-lock.ts'
import { isFixed, isNote } from './board-meta.ts'
import { closeOthersShapes } from './own-only.ts'
import { placeOf } from './section-place.ts'

/** Editors that are just taking something over as it is. */
const takingOver = new WeakSet<Editor>()

/** Puts on the board what keeps the rules by itself, as a template does: its background stays fixed and in its order. */
export function putAsItIs(editor: Editor, put: () => void): void {
  takingOver.add(editor)
  try {
    put()
  } finally {
    takingOver.delete(editor)
  }
}

/**
 * What holds on every board while somebody edits it. Only a person's own changes are looked at: what others did has
 * passed the same rules on their side.
 * @param userId who edits, and so makes the notes that are new here
 */
export function keepBoardRules(editor: Editor, userId: string): () => void {
  const { sideEffects } = editor.store
  const stops = [
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      source === 'user' ? made(editor, shape, userId) : shape,
    ),
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' ? changed(editor, before, after) : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && !mayTouch(editor, shape) ? false : undefined,
    ),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) =>
      before.selectedShapeIds === after.selectedShapeIds ? after : swept(editor, after),
    ),
  ]
  // A fixed frame survives its deletion, but tldraw would already have deleted the notes in it.
  const deleteShapes = editor.deleteShapes.bind(editor)
  editor.deleteShapes = (shapes: TLShapeId[] | TLShape[]) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const mine = ids.filter((id) => mayTouch(editor, id))
    for (const id of ids) {
      const shape = mine.includes(id) ? undefined : editor.getShape(id)
      if (shape) explainRefusal(editor, shape)
    }
    return deleteShapes(mine)
  }
  closeOthersShapes(
    editor,
    (shape) => isFixed(shape) || mayTouch(editor, shape),
    (shape) => explainRefusal(editor, shape),
  )
  return () => {
    for (const stop of stops) stop()
  }
}

/** What a box or a line gathers is meant to be moved: in place of background comes what lies on it. */
function swept(editor: Editor, state: TLInstancePageState): TLInstancePageState {
  if (!editor.isInAny('select.brushing', 'select.scribble_brushing')) return state
  if (state.selectedShapeIds.every((id) => mayTouch(editor, id))) return state
  return { ...state, selectedShapeIds: [...new Set(state.selectedShapeIds.flatMap((id) => freeIn(editor, id)))] }
}

function freeIn(editor: Editor, id: TLShapeId): TLShapeId[] {
  if (mayTouch(editor, id)) return editor.isShapeOrAncestorLocked(id) ? [] : [id]
  return editor.getSortedChildIdsForParent(id).flatMap((child) => freeIn(editor, child))
}

function made(editor: Editor, shape: TLShape, userId: string): TLShape {
  if (!takingOver.has(editor)) return created(editor, shape, userId)
  if (!isFixed(shape) || mayFix(editor)) return shape
  // What somebody without the right inserts is theirs, and no background.
  const { fixed: _fixed, ...meta } = shape.meta
  return { ...shape, meta }
}

function created(editor: Editor, shape: TLShape, userId: string): TLShape {
  // A copy of a section is an ordinary frame: fixed, nobody could take it away again.
  const { fixed: _fixed, order: _order, ...meta } = shape.meta
  const plain = isFixed(shape) ? { ...shape, meta } : free(shape)
  return isNote(plain) ? placed(editor, signed(newNote(plain), userId)) : placed(editor, plain)
}

/** A copy of a curve lies on no lane: it goes where it is put. */
function free(shape: TLShape): TLShape {
  const { part, section: _section, cell: _cell, ...meta } = shape.meta
  return isStructured(shape.type) && part === 'curve' ? { ...shape, meta } : shape
}

/** tldraw's default note is black handwriting in the middle; ours is an observation, set like text. */
function newNote(note: TLNoteShape): TLNoteShape {
  const { props } = note
  const color = props.color === 'black' ? NOTE_ROLE_LOOK.fact.colour : props.color
  const said = metaOf(note).role
  const role = isNoteRole(said) && NOTE_ROLE_LOOK[said].colour === color ? said : roleOfColour(color)
  const { role: _role, ...meta } = note.meta
  return {
    ...note,
    props: {
      ...props,
      color,
      font: props.font === 'draw' ? 'sans' : props.font,
      align: props.align === 'middle' ? 'start' : props.align,
      verticalAlign: props.verticalAlign === 'middle' ? 'start' : props.verticalAlign,
    },
    meta: role === undefined ? meta : { ...meta, role },
  }
}

/** A copy stays the one's who wrote it. */
function signed(note: TLNoteShape, userId: string): TLNoteShape {
  return metaOf(note).by === undefined ? { ...note, meta: { ...note.meta, by: userId } } : note
}

function changed(editor: Editor, before: TLShape, after: TLShape): TLShape {
  if (!mayTouch(editor, before)) {
    // What follows from moving something else, as an arrow's bend, nobody tried to do.
    if (editor.getSelectedShapeIds().includes(before.id)) explainRefusal(editor, before)
    return before
  }
  let next = mayMove(editor, before) ? after : held(before, after)
  if (metaOf(before).example === true && isRewritten(before, next)) next = withoutExample(next)
  if (isNote(before) && isNote(next) && before.props.color !== next.props.color) next = withRoleOfColour(before, next)
  const moved = before.x !== next.x || before.y !== next.y || before.parentId !== next.parentId
  return moved ? placed(editor, next) : next
}

/** Changed as it may be, and where it was. */
function held(before: TLShape, after: TLShape): TLShape {
  const { x, y, rotation, parentId } = before
  const moved = x !== after.x || y !== after.y || rotation !== after.rotation || parentId !== after.parentId
  return moved ? { ...after, x, y, rotation, parentId } : after
}

const propsOf = (shape: TLShape): Record<string, unknown> => shape.props as unknown as Record<string, unknown>

/** Did somebody write in the example, or bend the example curve? Moving it alone leaves it an example. */
function isRewritten(before: TLShape, after: TLShape): boolean {
  const content = ['richText', ...Object.keys(metaOf(before).whenCleared?.props ?? {})]
  return content.some((key) => !jsonEqual(propsOf(before)[key], propsOf(after)[key]))
}

/** Whoever writes in an example makes it their own; what only marked it as one goes with the mark. */
function withoutExample(shape: TLShape): TLShape {
  const { example: _example, whenCleared: _whenCleared, ...meta } = shape.meta
  // Of our own shapes everything is content; on others a look says that they are an example.
  const {
    richText: _text,
    points: _points,
    ...look
  } = (!isStructured(shape.type) && metaOf(shape).whenCleared?.props) || {}
  return { ...shape, meta, props: { ...shape.props, ...look } } as TLShape
}

/** A colour chosen by hand means the role of that colour, unless the role was changed in the same step. */
function withRoleOfColour(before: TLNoteShape, after: TLNoteShape): TLNoteShape {
  if (metaOf(before).role !== metaOf(after).role) return after
  const role = roleOfColour(after.props.color)
  const { role: _role, ...meta } = after.meta
  return { ...after, meta: role === undefined ? meta : { ...meta, role } }
}

/** A shape belongs to the section and the cell that it lies in, in the same change that puts it there. */
function placed(editor: Editor, shape: TLShape): TLShape {
  if (shape.type === 'frame' || shape.isLocked || metaOf(shape).part !== undefined) return shape
  const { frame, cell: place } = placeOf(editor, shape)
  const section = frame && metaOf(frame).section
  const cell = place?.key
  const { section: oldSection, cell: oldCell, ...meta } = shape.meta
  if (oldSection === section && oldCell === cell) return shape
  return {
    ...shape,
    meta: { ...meta, ...(section !== undefined && { section }), ...(cell !== undefined && { cell }) },
  }
}
