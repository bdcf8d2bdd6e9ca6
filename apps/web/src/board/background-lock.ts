import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { CURVE_TYPE } from '@samtavle/shared/curve-shape'
import { heldRecords, isBoardFrame } from '@samtavle/shared/held-records'
import { atom, type Editor, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import type * as Y from 'yjs'
import { isFixed } from './board-meta.ts'
import type { OwnOnly } from './own-only.ts'

/** The board as it is tied to its store now. */
type Board = () => { doc: Y.Doc; bound: { binding: { showAgain(ids: readonly string[]): void } } | null }

const locks = new WeakMap<Editor, BackgroundLock>()

/**
 * Whether the background stands still for me. It does for everybody who opens a board. Who may change it can unlock it,
 * in this tab and until it is locked or left; for others that means nothing. The right itself is the server's (rules L).
 */
export class BackgroundLock {
  readonly #board: Board
  readonly #own: OwnOnly
  readonly #mayChange = atom('may change the background', false)
  readonly #isUnlocked = atom('background is unlocked', false)

  /** @param own what of the rest is mine to change */
  constructor(board: Board, own: OwnOnly) {
    this.#board = board
    this.#own = own
  }

  /** May I unlock it? A signal of tldraw's, as is `isUnlocked`. */
  get mayUnlock(): boolean {
    return this.#mayChange.get()
  }

  get isUnlocked(): boolean {
    return this.#isUnlocked.get()
  }

  /** What my role on the board allows, as the server says. */
  setRight(mayChange: boolean): void {
    this.#mayChange.set(mayChange)
    if (!mayChange) this.lock()
  }

  unlock(): void {
    if (this.mayUnlock) this.#turn(true)
  }

  lock(): void {
    this.#turn(false)
  }

  /** Shows background that I have just added as the rest of it: open while I work on it. */
  showNew(): void {
    if (!this.isUnlocked) return
    const binding = this.#board().bound?.binding
    // The first writes what is new, so that it is known to be background.
    binding?.showAgain([])
    binding?.showAgain([...this.#held.keys()])
  }

  follow(editor: Editor): void {
    locks.set(editor, this)
  }

  /** As the store is to have a record: what is fixed, or was set free, is not locked as well while I may work on it. */
  shown(record: TLRecord): TLRecord {
    const isOpen =
      this.isUnlocked && record.typeName === 'shape' && record.isLocked && metaOf(record).fixed !== undefined
    return isOpen ? { ...record, isLocked: false } : record
  }

  /** Shows these records as I may work on them: I have just fixed them, or set them free. */
  showAgain(ids: readonly string[]): void {
    this.#board().bound?.binding.showAgain(ids)
  }

  /** By my right and by what I have unlocked, is this shape mine to change? */
  mayTouch(shape: TLShape): boolean {
    return this.isUnlocked || !(isFixed(shape) || this.#held.has(shape.id) || !this.#own.permits(shape.id))
  }

  /** I tried to change this shape, and may not. */
  refused(shape: TLShape): void {
    this.#own.refused(shape.id)
  }

  /** May this become of a record in the document, by my right and by what I have unlocked? */
  mayWrite(id: string, after: BoardRecord | undefined): boolean {
    return this.isUnlocked || (this.permits(id, after) && !this.#held.has(id))
  }

  /** Would the server take it? The same rules as its policies `participant` and `own`. */
  permits(id: string, after: BoardRecord | undefined): boolean {
    if (this.mayUnlock) return true
    if (!this.#own.permits(id) || (after?.typeName === 'binding' && !this.#own.permitsTie(after))) return false
    const held = this.#held
    const isTied = after?.typeName === 'binding' && held.has(String(after.fromId))
    return !isBoardFrame(id) && !held.has(id) && !isTied && after?.meta?.fixed !== true
  }

  get #held(): ReturnType<typeof heldRecords> {
    return heldRecords(this.#board().doc)
  }

  #turn(isUnlocked: boolean): void {
    if (isUnlocked === this.isUnlocked) return
    this.#isUnlocked.set(isUnlocked)
    this.showAgain([...this.#held.keys()])
  }
}

/** May I move, change or delete this shape here and now? Asked by all that would. */
export function mayTouch(editor: Editor, shape: TLShape | TLShapeId | undefined): boolean {
  const found = typeof shape === 'string' ? editor.getShape(shape) : shape
  if (found === undefined) return true
  return locks.get(editor)?.mayTouch(found) ?? !isFixed(found)
}

/** I tried to change this shape: when it is not mine, that is explained once. */
export function explainRefusal(editor: Editor, shape: TLShape): void {
  locks.get(editor)?.refused(shape)
}

/** May I move this shape? A part of a template that people set but that lies on its background stays where it is. */
export function mayMove(editor: Editor, shape: TLShape): boolean {
  if (!mayTouch(editor, shape)) return false
  return metaOf(shape).part !== 'curve' || shape.type !== CURVE_TYPE || (locks.get(editor)?.isUnlocked ?? false)
}

/** May what I put on the board be background of its own? */
export function mayFix(editor: Editor): boolean {
  return locks.get(editor)?.mayUnlock ?? false
}
