import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import {
  type Box,
  createShapeId,
  type Editor,
  getIndicesAbove,
  type IndexKey,
  type TLFrameShape,
  type TLNoteShape,
  type TLRichText,
} from '@tldraw/tldraw'
import { freeSlots } from './note-slots.ts'
import { measureAhead } from './text/text-sizes.ts'

/** What a note that is not on the board yet is to be. */
export type NoteDraft = { text: string; color: TLNoteShape['props']['color']; meta: TLNoteShape['meta'] }

/** How many shapes more the board takes. */
export const roomOn = (editor: Editor): number =>
  Math.max(0, editor.options.maxShapesPerPage - editor.getCurrentPageShapeIds().size)

/** Notes that are not on the board yet, as high as their words need it: only the canvas can tell. */
export function draftNotes(editor: Editor, drafts: readonly NoteDraft[]): TLNoteShape[] {
  const notes = drafts.map((draft) => unmeasured(editor, draft))
  const util = editor.getShapeUtil<TLNoteShape>('note')
  const grown = (note: TLNoteShape) => (util.onBeforeCreate?.(note) as TLNoteShape | undefined) ?? note
  // Copies, for the canvas keeps the size of a record by its identity.
  measureAhead(editor, () => {
    for (const note of notes) grown({ ...note })
  })
  return notes.map(grown)
}

function unmeasured(editor: Editor, { text, color, meta }: NoteDraft): TLNoteShape {
  return {
    id: createShapeId(),
    typeName: 'shape',
    type: 'note',
    parentId: editor.getCurrentPageId(),
    index: 'a1' as IndexKey,
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: {
      ...editor.getShapeUtil<TLNoteShape>('note').getDefaultProps(),
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
      color,
      richText: richTextOf(text) as TLRichText,
    },
    meta,
  }
}

/**
 * Puts notes on the board in reading order, free of what lies there.
 * @param section where they belong, beginning at `centre`; undefined for beside all sections
 * @returns how many of them lie beside the section because it is full
 */
export function placeNotes(
  editor: Editor,
  notes: readonly TLNoteShape[],
  section: TLFrameShape | undefined,
  centre: Box['center'],
): number {
  const heights = notes.map(({ props }) => NOTE_SIZE + props.growY)
  const slots = freeSlots(editor, heights, centre, section, new Set())
  const indices = new Map<string, IndexKey[]>()
  const placed = notes.flatMap((note, i): TLNoteShape[] => {
    const slot = slots[i]
    if (slot === undefined) return []
    const parentId = slot.section?.id ?? editor.getCurrentPageId()
    const free = indices.get(parentId) ?? getIndicesAbove(editor.getHighestIndexForParent(parentId), notes.length)
    indices.set(parentId, free)
    const { x, y } = slot.section ? editor.getPointInShapeSpace(slot.section, slot.corner) : slot.corner
    return [{ ...note, parentId, x, y, index: free[i] ?? note.index }]
  })
  editor.store.put(placed)
  return section === undefined ? 0 : slots.filter((slot) => slot.section === undefined).length
}
