import type { Editor } from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'
import { isNote } from './board-meta.ts'
import { fieldAt, writeInField } from './write-field.ts'
import { writeInNeighbour, writeNextNote, writeNoteAt } from './write-note.ts'

type TextEditor = NonNullable<ReturnType<Editor['getRichTextEditor']>>

/**
 * Writing one note after the other without the mouse: Tab goes on beside – to the note that is there, or a new one –, Shift-Tab back, Enter on an empty last line
 * goes on below. In a list the keys belong to the list, and while letters are being composed to who composes them.
 */
export function listenForNoteKeys(editor: Editor): () => void {
  const container = editor.getContainer()
  const press = (event: KeyboardEvent) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    if (!isPlain || (event.key !== 'Tab' && event.key !== 'Enter')) return
    const note = editor.getEditingShape()
    const text = editor.getRichTextEditor()
    if (note === undefined || !isNote(note) || text === null || !isIn(text, event.target)) return
    const isInList = text.isActive('bulletList') || text.isActive('orderedList')
    const isOurs = event.key === 'Tab' || (!event.shiftKey && standsOnEmptyLastLine(text))
    if (!isOurs) return
    event.preventDefault()
    event.stopPropagation()
    if (isInList) {
      if (event.shiftKey) text.commands.liftListItem('listItem')
      else text.commands.sinkListItem('listItem')
      return
    }
    if (event.key === 'Tab' && writeInNeighbour(editor, note, event.shiftKey ? 'before' : 'after')) return
    if (event.shiftKey) return
    // A row of empty notes helps nobody.
    if (text.isEmpty) return
    if (event.key === 'Enter') text.commands.joinBackward()
    writeNextNote(editor, note, event.key === 'Tab' ? 'beside' : 'below')
  }
  container.addEventListener('keydown', press, { capture: true })
  return () => container.removeEventListener('keydown', press, { capture: true })
}

function isIn(text: TextEditor, target: EventTarget | null): boolean {
  return target instanceof Node && text.view.dom.contains(target)
}

function standsOnEmptyLastLine({ state }: TextEditor): boolean {
  const { empty, $from } = state.selection
  const isLast = $from.depth === 1 && $from.index(0) === state.doc.childCount - 1
  return empty && isLast && $from.parent.content.size === 0 && state.doc.childCount > 1
}

/** What tldraw calls when somebody double-clicks where nothing is; its own writes a text. */
type IdleState = { handleDoubleClickOnCanvas(): void }

/** A double-click on the board writes in the field that is there, or else a note. */
export function writeNotesByDoubleClick(editor: Editor): void {
  const idle = editor.getStateDescendant('select.idle') as (IdleState & object) | undefined
  if (!idle) return
  idle.handleDoubleClickOnCanvas = () => {
    const point = editor.inputs.currentPagePoint
    const field = fieldAt(editor, point)
    if (field && mayTouch(editor, field)) writeInField(editor, field)
    else writeNoteAt(editor, point)
  }
}
