import { type Atom, atom, type Editor, react, type TLShapeId, unsafe__withoutCapture } from '@tldraw/tldraw'

/** What a person is doing with a note: nothing, it alone is selected, the pointer is over it while another is open, or writing. */
export type Attention = 'none' | 'selected' | 'near' | 'writing'

/**
 * What the person at this device is doing with each note that is shown. A note that asked the editor would be drawn anew
 * whenever anything is selected, and 5,000 with it; here only those are told for which the answer changes.
 */
export class NoteAttention {
  readonly #notes = new Map<TLShapeId, Atom<Attention>>()
  readonly #editor: Editor
  /** Those whose answer is another than `none`. */
  #attended: readonly TLShapeId[] = []

  constructor(editor: Editor) {
    this.#editor = editor
    editor.disposables.add(react('note attention', () => this.#follow()))
    editor.disposables.add(
      editor.sideEffects.registerAfterDeleteHandler('shape', ({ id }) => void this.#notes.delete(id)),
    )
  }

  /** Tracked: whoever reads it while drawing is drawn anew when it changes. */
  of(id: TLShapeId): Attention {
    let note = this.#notes.get(id)
    if (note === undefined) {
      note = atom<Attention>(
        'note attention',
        unsafe__withoutCapture(() => this.#reckon(id)),
      )
      this.#notes.set(id, note)
    }
    return note.get()
  }

  #reckon(id: TLShapeId): Attention {
    const writing = this.#editor.getEditingShapeId()
    if (writing === id) return 'writing'
    if (writing !== null && this.#editor.getHoveredShapeId() === id) return 'near'
    return this.#editor.getOnlySelectedShapeId() === id ? 'selected' : 'none'
  }

  #follow(): void {
    const writing = this.#editor.getEditingShapeId()
    const near = writing === null ? null : this.#editor.getHoveredShapeId()
    const now = [writing, near, this.#editor.getOnlySelectedShapeId()].filter((id) => id !== null)
    for (const id of new Set([...this.#attended, ...now])) this.#notes.get(id)?.set(this.#reckon(id))
    this.#attended = now
  }
}
