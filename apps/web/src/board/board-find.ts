import type { Locale } from '@samtavle/shared/locale'
import { type Folded, foldWords } from '@samtavle/shared/text-search'
import { atom, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'
import { BoardTexts, findHits, type Hit } from './find-hits.ts'
import { type FindPlace, keepPlace, stepFrom } from './find-place.ts'
import { placeInWords } from './section-place.ts'
import { showHit } from './show-hit.ts'
import { READABLE_ZOOM } from './write-note.ts'

/** How often others' edits are looked through while somebody searches. */
const LOOK_AGAIN_MS = 250

export type FindState = {
  open: boolean
  /** Grows each time somebody asks for the bar, so that it takes the focus again when it is open already. */
  asked: number
  query: string
  hits: readonly Hit[]
  place: FindPlace
}

const NOWHERE: FindPlace = { id: undefined, index: 0 }

/** Finding words on one open board: what is found, where one is among it, and the way there. Writes nothing. */
export class BoardFind {
  readonly state = atom<FindState>('find', { open: false, asked: 0, query: '', hits: [], place: NOWHERE })
  readonly #editor: Editor
  #words: Folded[] = []
  #texts: BoardTexts | undefined
  #stopListening: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #left: { element: Element | null; writingIn: TLShapeId | null } = { element: null, writingIn: null }

  constructor(editor: Editor) {
    this.#editor = editor
  }

  /** The language that roles were searched in last. */
  get locale(): Locale | undefined {
    return this.#texts?.locale
  }

  /** True when what is found here is a note. */
  isAtNote(): boolean {
    const { id } = this.state.get().place
    return id === undefined || this.#editor.getShape(id as TLShapeId)?.type === 'note'
  }

  /** Where the hit lies, in words; empty for none, and for what lies in no section. */
  placeOfHit(): string {
    const { id } = this.state.get().place
    const shape = id === undefined ? undefined : this.#editor.getShape(id as TLShapeId)
    return shape === undefined ? '' : placeInWords(this.#editor, shape)
  }

  /** Opens the bar, or gives it the focus again. What was searched for last is still there. */
  open(): void {
    const editor = this.#editor
    const { activeElement } = editor.getContainer().ownerDocument
    if (activeElement?.closest('[data-find-bar]') == null) {
      this.#left = { element: activeElement, writingIn: editor.getEditingShapeId() }
    }
    // Half a word in a note, the rest in the find bar: writing ends as with Escape.
    if (editor.getEditingShapeId() !== null) editor.complete()
    this.#stopListening ??= editor.store.listen(() => this.#lookAgainSoon(), { source: 'all', scope: 'document' })
    this.state.update((now) => ({ ...now, open: true, asked: now.asked + 1 }))
    this.#lookAgain()
  }

  /** Opens the bar with these words, at this shape when they stand on it. */
  openAt(query: string, locale: Locale, shape: string | undefined): void {
    this.open()
    if (shape !== undefined) this.state.update((now) => ({ ...now, place: { id: shape, index: 0 } }))
    this.search(query, locale)
    const { place } = this.state.get()
    if (place.id === shape) this.#goTo(place)
  }

  /** Closes the bar and gives the focus back to what had it; the hit stays selected. */
  close(): void {
    this.#end()
    const { element, writingIn } = this.#left
    if (writingIn !== null && this.#writeOn(writingIn)) return
    const isThere = element instanceof HTMLElement && element.isConnected && element !== element.ownerDocument.body
    if (isThere) element.focus()
    else this.#focusCanvas()
  }

  /** Stops listening, without looking where the focus goes. */
  dispose(): void {
    this.#end()
  }

  /** Looks for these words, and goes to the first of the hits unless one is where this already is. */
  search(query: string, locale: Locale): void {
    this.#words = foldWords(query)
    if (this.#texts?.locale !== locale) this.#texts = new BoardTexts(locale)
    const hits = findHits(this.#editor, this.#words, this.#texts)
    const kept = keepPlace(this.state.get().place, idsOf(hits))
    this.state.update((now) => ({ ...now, query, hits, place: kept }))
    if (kept.id === undefined) this.#goTo(this.#firstOf(hits))
  }

  step(by: 1 | -1): void {
    const { hits, place } = this.state.get()
    this.#goTo(stepFrom(place, idsOf(hits), by))
  }

  /** Goes on to the canvas, where the hit is selected and has the keyboard. */
  goOn(): void {
    const { hits, place } = this.state.get()
    const at = place.id === undefined ? stepFrom(place, idsOf(hits), 1) : place
    if (at === undefined) return
    this.#goTo(at)
    this.#end()
    this.#focusCanvas()
  }

  /** tldraw takes itself to be focused as long as nothing tells it otherwise, and then does nothing. */
  #focusCanvas(): void {
    this.#editor.focus()
    this.#editor.getContainer().focus()
  }

  #goTo(place: FindPlace | undefined): void {
    const hit = this.state.get().hits.find(({ id }) => id === place?.id)
    const shape = hit && this.#editor.getShape(hit.id)
    if (place === undefined || hit === undefined || shape === undefined) return
    this.state.update((now) => ({ ...now, place }))
    // Who went somewhere is no longer in the midst of a note.
    this.#left.writingIn = null
    if (!this.#editor.isIn('select.idle')) this.#editor.setCurrentTool('select')
    this.#editor.select(hit.target)
    showHit(this.#editor, shape)
  }

  /** The first hit that can be read where one looks, else the first on the board. */
  #firstOf(hits: readonly Hit[]): FindPlace | undefined {
    const view = this.#editor.getViewportPageBounds()
    const isNear = this.#editor.getZoomLevel() >= READABLE_ZOOM
    const inView = hits.findIndex(({ id }) => {
      const bounds = isNear && this.#editor.getShapePageBounds(id)
      return bounds ? view.contains(bounds) : false
    })
    const index = Math.max(0, inView)
    const hit = hits[index]
    return hit && { id: hit.id, index }
  }

  #lookAgainSoon(): void {
    this.#timer ??= setTimeout(() => this.#lookAgain(), LOOK_AGAIN_MS)
  }

  /** Others' edits change what is found, but move nobody. */
  #lookAgain(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#texts === undefined) return
    const hits = findHits(this.#editor, this.#words, this.#texts)
    const { hits: before, place } = this.state.get()
    const isSame =
      hits.length === before.length &&
      hits.every(({ id, target }, i) => before[i]?.id === id && before[i]?.target === target)
    if (!isSame) this.state.update((now) => ({ ...now, hits, place: keepPlace(place, idsOf(hits)) }))
  }

  #end(): void {
    this.#stopListening?.()
    this.#stopListening = undefined
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.state.get().open) this.state.update((now) => ({ ...now, open: false }))
  }

  /** Opens the note again that somebody left in the midst of a word. False when it cannot be written in any more. */
  #writeOn(id: TLShapeId): boolean {
    const editor = this.#editor
    const shape = editor.getShape(id)
    if (shape === undefined || editor.getIsReadonly() || editor.isShapeOrAncestorLocked(shape)) return false
    if (!mayTouch(editor, shape)) return false
    editor.select(id)
    editor.setEditingShape(id)
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
    return true
  }
}

const idsOf = (hits: readonly Hit[]): TLShapeId[] => hits.map(({ id }) => id)
