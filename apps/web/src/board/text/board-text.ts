import { jsonEqual } from '@samtavle/shared/board-doc'
import { placeAt, positionOf } from '@samtavle/shared/rich-text-place'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, react, type TLInstancePresence } from '@tldraw/tldraw'
import type * as Y from 'yjs'
import { firstName } from '../../first-name.ts'
import type { LiveText } from '../../sync/open-text.ts'
import { encodeCaret, placesOf, readCaret, type TextCaret } from '../../sync/text-caret.ts'
import type { ShownCaret } from './caret-marks.ts'
import { caretsIn, createCaretPlugin, mapCarets, setCarets } from './caret-plugin.ts'
import { changeTo, selectBetween } from './text-change.ts'

/** A browser takes the last letters out of a composition a moment after it has ended. */
const COMPOSED_MS = 50

/** The document behind the text that is open. */
export type TextSource = {
  fragmentOf(id: string): Y.XmlFragment | undefined
  /** Writes what I have written into the document. */
  flush(): void
  /** Shows what had to wait while letters were composed. */
  release(): void
  caretMoved(): void
}

type KeptPlace = { id: string; anchor: Y.RelativePosition; head: Y.RelativePosition }

/** The text that I have open on the board: what others write in it, where they stand, and where I do. */
export class BoardText implements LiveText {
  #editor: Editor | null = null
  #source: TextSource | null = null
  #kept: KeptPlace | null = null
  #sent: { id: string; caret: TextCaret } | null = null
  #composing = false
  #frame: number | null = null
  /** To be among those of tldraw's text editor. */
  readonly extension = Extension.create({
    name: 'writtenTogether',
    addProseMirrorPlugins: () => [createCaretPlugin(), this.#watch()],
  })

  /** tldraw's editor is there. @returns how to let go of it */
  attach(editor: Editor): () => void {
    this.#editor = editor
    const stopListening = editor.store.listen(() => this.#drawSoon(), { scope: 'presence' })
    const unfollow = react('open text', () => {
      if (editor.getRichTextEditor() === null) return
      this.#drawSoon()
      // Where the text opened I already stand; a slow page said that I write before it could say where.
      this.#source?.caretMoved()
    })
    return () => {
      stopListening()
      unfollow()
      if (this.#frame !== null) cancelAnimationFrame(this.#frame)
      this.#frame = null
      this.#editor = null
    }
  }

  /** The board's document, or another one in its place. */
  follow(source: TextSource): void {
    this.#source = source
    this.#kept = null
    this.#sent = null
  }

  editingId(): string | null {
    return this.#editor?.getEditingShapeId() ?? null
  }

  isComposing(): boolean {
    return this.#composing && this.#open() !== null
  }

  caret(): number | undefined {
    return this.#open()?.view.state.selection.head
  }

  keepPlace(fragment: Y.XmlFragment): void {
    const open = this.#open()
    if (open !== null && !this.#composing) readMovedCaret(open.view)
    const { anchor, head } = (open && placesIn(open.view, fragment)) ?? {}
    this.#kept = open && anchor && head ? { id: open.id, anchor, head } : null
  }

  show(id: string, richText: unknown, fragment?: Y.XmlFragment): boolean {
    const open = this.#open()
    if (open?.id !== id) return false
    const { state } = open.view
    const change = changeTo(state, richText)
    if (change === null) return false
    if (!change.docChanged) return true
    const kept = this.#kept?.id === id ? this.#kept : null
    this.#kept = null
    const { anchor, head } = state.selection
    const at = (place: Y.RelativePosition | undefined, before: number) =>
      (place && fragment && positionOf(fragment, place)) ?? change.mapping.map(before, -1)
    selectBetween(change, at(kept?.anchor, anchor), at(kept?.head, head))
    if (fragment) setCarets(change, this.#caretsOn(id, fragment, mapCarets(caretsIn(state), change)))
    open.view.dispatch(change)
    return true
  }

  /** Where I stand in the open text, for the others; null when none is open. */
  ownCaret(): TextCaret | null {
    const open = this.#open()
    if (open === null) return null
    // The document holds letters of others that I am not shown yet.
    if (this.#composing) return this.#sent?.id === open.id ? this.#sent.caret : null
    this.#source?.flush()
    const fragment = this.#source?.fragmentOf(open.id)
    const { anchor, head } = (fragment && placesIn(open.view, fragment)) ?? {}
    this.#sent = anchor && head ? { id: open.id, caret: encodeCaret(anchor, head) } : null
    return this.#sent?.caret ?? null
  }

  /** The text editor that is open, and on which shape. */
  #open(): { id: string; view: EditorView } | null {
    const id = this.editingId()
    const textEditor = this.#editor?.getRichTextEditor() ?? null
    if (id === null || textEditor === null || textEditor.isDestroyed) return null
    const { view } = textEditor
    // While one shape's editor closes and the next one's opens, the last one is still at hand.
    const isOnShape = view.dom.closest('[data-shape-id]')?.getAttribute('data-shape-id') === id
    return isOnShape ? { id, view } : null
  }

  #watch(): Plugin {
    let composed: ReturnType<typeof setTimeout> | null = null
    const settle = () => {
      if (composed !== null) clearTimeout(composed)
      composed = null
    }
    const end = () => {
      settle()
      if (!this.#composing) return
      this.#composing = false
      this.#source?.release()
      this.#drawSoon()
      this.#source?.caretMoved()
    }
    return new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, { ctrlKey, metaKey, isComposing }) => {
            // Marked and set in bold in one breath: the mark may be known to the browser only.
            if ((ctrlKey || metaKey) && !isComposing && !this.#composing) readMovedCaret(view)
            return false
          },
          compositionstart: (view) => {
            settle()
            this.#composing = true
            // Beside anything that is no letter a browser breaks a composition off.
            const { from, to } = view.state.selection
            const apart = caretsIn(view.state).filter(({ anchor, head }) => {
              return Math.max(anchor, head) < from || Math.min(anchor, head) > to
            })
            if (apart.length < caretsIn(view.state).length) view.dispatch(setCarets(view.state.tr, apart))
          },
          compositionend: () => {
            settle()
            composed = setTimeout(end, COMPOSED_MS)
          },
        },
      },
      view: () => ({
        update: ({ state }, before) => {
          if (!state.selection.eq(before.selection) || state.doc !== before.doc) this.#source?.caretMoved()
        },
        destroy: end,
      }),
    })
  }

  #drawSoon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#draw()
    })
  }

  #draw(): void {
    const open = this.#open()
    // What is drawn anew beside letters that are being composed breaks them off.
    if (open === null || this.#composing) return
    this.#source?.flush()
    const fragment = this.#source?.fragmentOf(open.id)
    if (fragment === undefined) return
    const shown = caretsIn(open.view.state)
    const carets = this.#caretsOn(open.id, fragment, shown)
    if (jsonEqual(carets, shown)) return
    readMovedCaret(open.view)
    open.view.dispatch(setCarets(open.view.state.tr, carets))
  }

  /** @param shown where they were drawn last: there they stay until the letters that they stand at have come */
  #caretsOn(id: string, fragment: Y.XmlFragment, shown: readonly ShownCaret[]): ShownCaret[] {
    const people = this.#editor?.store.query.records('instance_presence').get() ?? []
    return people.flatMap((person): ShownCaret[] => {
      const caret = person.meta.editing === id ? readCaret(person.meta.caret) : undefined
      if (caret === undefined) return []
      const places = placesOf(caret)
      const [anchor, head] = [positionOf(fragment, places.anchor), positionOf(fragment, places.head)]
      const last = shown.find((one) => one.id === person.id)
      if (anchor === null || head === null) return last ? [last] : []
      return [{ ...lookOf(person), anchor, head }]
    })
  }
}

const lookOf = ({ id, userName, color }: TLInstancePresence) => ({ id, name: firstName(userName), colour: color })

/**
 * Between a key that moves the caret and the browser's word of it others may write or move, or a next key come: ProseMirror
 * would put the caret back to where it was before, or act there. Its own reading of the page knows; it is not among its published methods.
 */
function readMovedCaret(view: EditorView): void {
  const { domObserver } = view as EditorView & { domObserver?: { flush?(): void } }
  domObserver?.flush?.()
}

function placesIn({ state: { selection } }: EditorView, fragment: Y.XmlFragment) {
  return { anchor: placeAt(fragment, selection.anchor), head: placeAt(fragment, selection.head) }
}
