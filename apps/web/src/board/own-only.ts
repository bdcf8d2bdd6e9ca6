import { originOfBinding } from '@samtavle/shared/marking-values'
import { isOwn, mayTouchOwn, type Ownership } from '@samtavle/shared/own-records'
import { atom, type Editor, type TLShape } from '@tldraw/tldraw'
import type * as Y from 'yjs'

const NOBODYS: ReadonlySet<number> = new Set()

/**
 * Whether I may change only what is my own on a board, and what that is: what this document's client and those wrote
 * that the server says are mine. The same rule as its policy `own` (rules O).
 */
export class OwnOnly {
  readonly #doc: () => Y.Doc
  readonly #isHeld = atom('held to my own', false)
  readonly #clients = atom('my clients', NOBODYS)
  #isExplained = false
  #onRefused: () => void = () => {}

  constructor(doc: () => Y.Doc) {
    this.#doc = doc
  }

  /** What my role on the board allows, as the server says. */
  setHeld(isHeld: boolean): void {
    this.#isHeld.set(isHeld)
  }

  /** These clients of the document are mine too. */
  learn(clients: readonly number[]): void {
    this.#clients.update((known) => new Set([...known, ...clients]))
  }

  /** May I make, change or delete this record? */
  permits(id: string): boolean {
    return !this.#isHeld.get() || mayTouchOwn(id, this.#mine)
  }

  /** May this be tied to the shape at which it begins? */
  permitsTie(after: object): boolean {
    const origin = originOfBinding('_', after)
    return !this.#isHeld.get() || typeof origin !== 'string' || isOwn(origin, this.#mine)
  }

  get #mine(): Ownership {
    const doc = this.#doc()
    const clients = this.#clients.get()
    return { doc, isMine: (client) => client === doc.clientID || clients.has(client) }
  }

  /** Tells once, when I first try to change what is not mine. */
  onRefused(tell: () => void): void {
    this.#onRefused = tell
  }

  /** I tried to change this shape. */
  refused(id: string): void {
    if (this.#isExplained || this.permits(id)) return
    this.#isExplained = true
    this.#onRefused()
  }
}

/**
 * What I may not change opens for no writing and has no handles. tldraw asks its shapes' kinds; there is no other place
 * that all its tools ask.
 * @param isMine may I change this shape?
 * @param refused is told of one that I tried to open
 */
export function closeOthersShapes(
  editor: Editor,
  isMine: (shape: TLShape) => boolean,
  refused: (shape: TLShape) => void,
): void {
  for (const util of Object.values(editor.shapeUtils)) {
    if (util === undefined) continue
    const canEdit = util.canEdit.bind(util)
    const onDoubleClick = util.onDoubleClick?.bind(util)
    const hideResizeHandles = util.hideResizeHandles.bind(util)
    const hideRotateHandle = util.hideRotateHandle.bind(util)
    util.canEdit = (shape) => isMine(shape) && canEdit(shape)
    util.hideResizeHandles = (shape) => !isMine(shape) || hideResizeHandles(shape)
    util.hideRotateHandle = (shape) => !isMine(shape) || hideRotateHandle(shape)
    util.onDoubleClick = (shape) => {
      if (isMine(shape)) return onDoubleClick?.(shape)
      refused(shape)
      // Answered, or tldraw would take it for a double click on the empty board.
      return shape
    }
  }
}
