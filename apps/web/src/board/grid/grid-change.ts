import type { Locale } from '@samtavle/shared/locale'
import type { Editor } from '@tldraw/tldraw'
import { putAsItIs } from '../board-rules.ts'
import type { BoardSession } from '../board-session.ts'
import { roomOn } from '../draft-notes.ts'
import { addColumn, removeColumn } from './grid-columns.ts'
import { childrenOf, type Grid, type GridLine } from './grid-model.ts'
import { renameColumn, renameRow } from './grid-names.ts'
import { addRow, removeRow } from './grid-rows.ts'
import { type LineKind, newLineName } from './grid-words.ts'

export type GridChange =
  | { do: 'rename'; kind: LineKind; line: GridLine; name: string }
  | { do: 'add'; kind: LineKind; after: GridLine }
  | { do: 'remove'; kind: LineKind; line: GridLine }

/**
 * Changes a grid in one step that one undo takes back.
 * @returns how many things of people lie beside the board's sections now; undefined when there is no room for more, or it
 * is not mine to change now: then nothing is done
 */
export function changeGrid(
  { editor, session, locale }: { editor: Editor; session: BoardSession; locale: Locale },
  grid: Grid,
  change: GridChange,
): number | undefined {
  const isColumn = change.kind === 'column'
  if (editor.getIsReadonly() || !session.lock.isUnlocked) return undefined
  if (change.do === 'add' && roomOn(editor) < shapesOf(editor, grid)) return undefined
  let movedOut = 0
  editor.markHistoryStoppingPoint(`${change.do} ${change.kind}`)
  putAsItIs(editor, () => {
    editor.run(() => {
      if (change.do === 'rename') (isColumn ? renameColumn : renameRow)(editor, grid, change.line, change.name)
      else if (change.do === 'add')
        (isColumn ? addColumn : addRow)(editor, grid, change.after, newLineName(change.kind, locale))
      else movedOut = (isColumn ? removeColumn : removeRow)(editor, grid, change.line)
    })
  })
  session.lock.showNew()
  editor.markHistoryStoppingPoint(`${change.kind} changed`)
  return movedOut
}

/** More than a new column or row has. */
const shapesOf = (editor: Editor, { frames }: Grid): number =>
  frames.reduce((most, { id }) => Math.max(most, childrenOf(editor, id).length), 0) + 2 * frames.length
