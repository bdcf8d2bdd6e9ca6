import { groupBy } from '@samtavle/shared/group-by'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import {
  Box,
  createShapeId,
  type Editor,
  getIndicesAbove,
  type IndexKey,
  type TLFrameShape,
  type TLNoteShape,
  type TLRichText,
} from '@tldraw/tldraw'
import { freeSlots } from '../note-slots.ts'
import { isSection } from '../section-place.ts'
import { bringIntoView, whereToWrite } from '../write-note.ts'
import { firstScreenful } from '../write-notes.ts'
import type { NoteRow } from './note-rows.ts'

/** Longest stretch of work before the page gets a turn, in ms. */
const STRETCH_MS = 24

export type Placing = {
  /** The section for notes that name none; undefined for where the person is. */
  section: string | undefined
  signal: AbortSignal
  /** The share of the work that is done, 0–1. */
  onProgress: (share: number) => void
}

/** What became of the notes; `outside` of them lie beside their section, which is full. */
export type Placed = 'cancelled' | 'no-room' | { count: number; outside: number }

/**
 * Puts a note on the board for each row, in its section, in reading order and free of what lies there. Until all of them
 * are ready nothing is written; one undo takes all of them back.
 */
export async function placeRows(editor: Editor, rows: readonly NoteRow[], placing: Placing): Promise<Placed> {
  const { section, signal, onProgress } = placing
  const notes: { row: NoteRow; note: TLNoteShape }[] = []
  let since = performance.now()
  for (const row of rows) {
    notes.push({ row, note: measured(editor, row) })
    if (performance.now() - since < STRETCH_MS) continue
    onProgress(notes.length / rows.length)
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted || editor.isDisposed) return 'cancelled'
    since = performance.now()
  }
  if (editor.getIsReadonly()) return 'cancelled'
  if (roomOn(editor) < notes.length) return 'no-room'
  let outside = 0
  editor.markHistoryStoppingPoint('import notes')
  editor.run(() => {
    const here = whereToWrite(editor)
    for (const [id, group] of groupBy(notes, ({ row }) => row.section ?? section)) {
      const target = id === undefined ? here.section : frameOf(editor, id)
      outside += placeGroup(
        editor,
        group.map(({ note }) => note),
        target,
        here.centre,
      )
    }
    if (!editor.isIn('select.idle')) editor.setCurrentTool('select')
    editor.select(...notes.map(({ note }) => note.id))
  })
  editor.markHistoryStoppingPoint('notes imported')
  showFirst(editor, notes[0]?.note.id)
  return { count: notes.length, outside }
}

/** What lies outside its section may lie far away: what is brought into view begins with the first note. */
function showFirst(editor: Editor, first: TLNoteShape['id'] | undefined): void {
  const all = editor.getSelectionPageBounds()
  const from = first && editor.getShapePageBounds(first)
  if (all && from)
    bringIntoView(editor, firstScreenful(editor, new Box(from.x, from.y, all.maxX - from.x, all.maxY - from.y)))
}

/** How many shapes more the board takes. */
export const roomOn = (editor: Editor): number =>
  Math.max(0, editor.options.maxShapesPerPage - editor.getCurrentPageShapeIds().size)

/** Somebody may have taken the section away meanwhile. */
function frameOf(editor: Editor, id: string): TLFrameShape | undefined {
  const shape = editor.getShape(id as TLFrameShape['id'])
  return isSection(shape) ? shape : undefined
}

/** A note that is not on the board yet, as high as its words need it: only the canvas can tell. */
function measured(editor: Editor, { text, colour, role, example }: NoteRow): TLNoteShape {
  const util = editor.getShapeUtil<TLNoteShape>('note')
  const note: TLNoteShape = {
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
      ...util.getDefaultProps(),
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
      color: colour,
      richText: richTextOf(text) as TLRichText,
    },
    meta: { ...(role !== undefined && { role }), ...(example && { example }) },
  }
  return (util.onBeforeCreate?.(note) as TLNoteShape | undefined) ?? note
}

/** @returns how many of them lie beside the section */
function placeGroup(
  editor: Editor,
  notes: readonly TLNoteShape[],
  section: TLFrameShape | undefined,
  centre: Box['center'],
): number {
  const heights = notes.map(({ props }) => NOTE_SIZE + props.growY)
  const bounds = section && editor.getShapePageBounds(section)
  const slots = freeSlots(editor, heights, bounds?.center ?? centre, section, new Set())
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
