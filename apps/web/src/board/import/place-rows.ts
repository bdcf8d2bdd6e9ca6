import { groupBy } from '@samtavle/shared/group-by'
import { Box, type Editor, type TLFrameShape, type TLNoteShape } from '@tldraw/tldraw'
import { draftNotes, type NoteDraft, placeNotes, roomOn } from '../draft-notes.ts'
import { isSection } from '../section-place.ts'
import { bringIntoView, whereToWrite } from '../write-note.ts'
import { firstScreenful } from '../write-notes.ts'
import type { NoteRow } from './note-rows.ts'

/** As many notes are measured together before the page gets a turn: some 20 ms. */
const BATCH = 50

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
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    const drafts = draftNotes(editor, batch.map(draftOf))
    notes.push(...batch.flatMap((row, i) => (drafts[i] === undefined ? [] : [{ row, note: drafts[i] }])))
    onProgress(notes.length / rows.length)
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted || editor.isDisposed) return 'cancelled'
  }
  if (editor.getIsReadonly()) return 'cancelled'
  if (roomOn(editor) < notes.length) return 'no-room'
  let outside = 0
  editor.markHistoryStoppingPoint('import notes')
  editor.run(() => {
    const here = whereToWrite(editor)
    for (const [id, group] of groupBy(notes, ({ row }) => row.section ?? section)) {
      const target = id === undefined ? here.section : frameOf(editor, id)
      const centre = (target && editor.getShapePageBounds(target)?.center) ?? here.centre
      outside += placeNotes(
        editor,
        group.map(({ note }) => note),
        target,
        centre,
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

/** Somebody may have taken the section away meanwhile. */
function frameOf(editor: Editor, id: string): TLFrameShape | undefined {
  const shape = editor.getShape(id as TLFrameShape['id'])
  return isSection(shape) ? shape : undefined
}

const draftOf = ({ text, colour, role, example }: NoteRow): NoteDraft => ({
  text,
  color: colour,
  meta: { ...(role !== undefined && { role }), ...(example && { example }) },
})
