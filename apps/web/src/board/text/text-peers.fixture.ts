import { recordMapOf, richTextFragmentOf } from '@samtavle/shared/board-doc'
import { plainTextOf, type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { getSchema } from '@tiptap/core'
import { EditorState, type Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { type Editor, tipTapDefaultExtensions } from '@tldraw/tldraw'
import { exchange, noteRecord, type Peer, peer, seed } from '../../sync/board-peers.fixture.ts'
import { decodePresence } from '../../sync/presence-state.ts'
import { createRichTextWriter } from '../../sync/rich-text-writer.ts'
import { BoardText } from './board-text.ts'
import { caretsIn } from './caret-plugin.ts'

/**
 * People who have one note open for writing: each a store, a document, the binding and the text of the board, and the
 * text editor's own state with its real schema. Only the editor's element on the page is missing.
 */
export const NOTE = 'shape:n'
const schema = getSchema(tipTapDefaultExtensions)
const writeText = createRichTextWriter(schema)

/** What waits for the next frame, of anybody's. */
const frames: (() => void)[] = []

/** Stands in for the browser's own. */
export const requestFrame = (run: () => void): number => frames.push(run)

export class Writer {
  readonly peer: Peer
  readonly text = new BoardText()
  state = EditorState.create({ schema })
  /** How often tldraw would have started the text editor over: then the caret is lost. */
  restarts = 0
  #content: unknown = null
  #isOpen = false
  readonly #number: number

  constructor(board: Uint8Array, number: number) {
    this.#number = number
    this.peer = peer(board, { liveText: this.text, writeText })
    this.peer.doc.clientID = number
  }

  /** Opens the note for writing, with the caret at the end. */
  open(): void {
    const { store, doc, binding } = this.peer
    this.#content = this.peer.note(NOTE)?.props.richText
    const plugins = (this.text.extension.config.addProseMirrorPlugins as () => Plugin[])()
    const words = schema.nodeFromJSON(this.#content)
    this.state = EditorState.create({ schema, doc: words, plugins, selection: Selection.atEnd(words) })
    const dom = { closest: () => ({ getAttribute: () => NOTE }) }
    const view = { dom, dispatch: (change: Transaction) => this.dispatch(change) }
    Object.defineProperty(view, 'state', { get: () => this.state })
    const editor = {
      store,
      getEditingShapeId: () => (this.#isOpen ? NOTE : null),
      getRichTextEditor: () => (this.#isOpen ? { isDestroyed: false, view } : null),
    }
    this.#isOpen = true
    this.text.attach(editor as unknown as Editor)
    this.text.follow({
      fragmentOf: (id) => richTextFragmentOf(recordMapOf(doc), id),
      flush: () => binding.flush(),
      release: () => binding.releaseText(),
      caretMoved: () => {},
    })
  }

  /** As tldraw's text editor does it: what changed is in the store at once. */
  dispatch(change: Transaction): void {
    this.state = this.state.apply(change)
    if (!change.docChanged) return
    this.#content = this.state.doc.toJSON()
    this.peer.edit({ props: { richText: this.#content as RichText } }, NOTE)
  }

  /** Leaves the note. */
  close(): void {
    this.#isOpen = false
  }

  /** A browser tells that letters begin or end to be composed. */
  compose(what: 'compositionstart' | 'compositionend'): void {
    for (const { props } of this.state.plugins) {
      const handlers = props.handleDOMEvents as Record<string, (view: unknown) => void> | undefined
      handlers?.[what]?.({ state: this.state, dispatch: (change: Transaction) => this.dispatch(change) })
    }
  }

  type(words: string): void {
    this.dispatch(this.state.tr.insertText(words))
  }

  /** An update of somebody else's comes in, as a connection brings it. */
  take(update: Uint8Array, apply: (doc: Peer['doc'], update: Uint8Array) => void): void {
    this.peer.binding.flush()
    apply(this.peer.doc, update)
    this.frame()
  }

  /** A frame of the browser: what waits for it is done. */
  frame(): void {
    this.peer.binding.receive()
    for (const run of frames.splice(0)) run()
    const shown = this.peer.note(NOTE)?.props.richText
    if (shown === this.#content || shown === undefined) return
    this.restarts += 1
    this.#content = shown
    this.state = EditorState.create({ schema, doc: schema.nodeFromJSON(shown), plugins: this.state.plugins })
  }

  /** The awareness state that the others get. */
  awareness(): unknown {
    const user = { id: `0198a1c2-7d3e-7abc-8def-01234567890${this.#number}`, name: `P${this.#number}`, colour: 1 }
    return JSON.parse(JSON.stringify({ user, presence: { p: 'page', e: NOTE.slice(6) }, cursor: this.text.ownCaret() }))
  }

  /** Somebody's awareness state comes in. */
  see(other: Writer, state: unknown): void {
    const record = decodePresence(other.#number, state, 0)
    if (record) this.peer.store.mergeRemoteChanges(() => this.peer.store.put([record]))
    this.frame()
  }

  get words(): string {
    return plainTextOf(this.state.doc.toJSON() as RichText)
  }

  /** The words up to my caret. */
  get before(): string {
    return this.state.doc.textBetween(0, this.state.selection.head, '\n')
  }

  /** The words up to the caret that is drawn for somebody else; undefined when none is. */
  drawnFor(other: Writer): string | undefined {
    const caret = caretsIn(this.state).find(({ id }) => id === `instance_presence:${other.#number}`)
    return caret && this.state.doc.textBetween(0, caret.head, '\n')
  }
}

/** Two people who have opened the same note. */
export function twoWriters(words: string): [Writer, Writer] {
  const board = seed()
  const [a, b] = [new Writer(board, 1), new Writer(board, 2)]
  a.peer.store.put([noteRecord({ props: { richText: richTextOf(words) } }, NOTE)])
  exchange(a.peer, b.peer)
  return [a, b]
}
