import type { BoardSummary } from '@samtavle/shared/api'
import * as Y from 'yjs'
import { BoardCopy, type CopyState, type KeptBoard } from '../device/board-copy.ts'
import { eraseBoard, leaveWords, shelve, shelvedBoard } from '../device/device-shelf.ts'
import { retireBoard } from '../device/retire-board.ts'
import type { RecordChange } from '../sync/unsaved-changes.ts'

/** Whose board it is that is kept here, and how it is called. */
export type Keeping = { personId: string; board: BoardSummary }

/**
 * Keeps one document of a board on this device, and hands it to the next tab that opens the board. Of a document that
 * was given up nothing is kept but the words that its author wrote.
 */
export class BoardKeeper {
  #keeping: Keeping
  readonly #copy: BoardCopy
  #generation: string | null = null
  #following = false
  #givenUp = false

  constructor(keeping: Keeping, onChange: () => void) {
    this.#keeping = keeping
    this.#copy = new BoardCopy(onChange)
  }

  get state(): CopyState {
    return this.#copy.state
  }

  /** When the oldest change was made that is not kept yet, in ms; null when all are. */
  get writingSince(): number | null {
    return this.#copy.writingSince
  }

  /** What lies here; null when nothing does. Never rejects. */
  async load(): Promise<KeptBoard | null> {
    const { personId, board } = this.#keeping
    const shelved = await shelvedBoard(personId, board.id)
    if (shelved === null) return null
    const kept = await this.#copy.open(shelved)
    if (kept === null) return null
    this.#generation = shelved.generation
    return kept
  }

  /**
   * The document is loaded, and of this generation: from now on it is kept. Call whenever something changed.
   * @param isKept everything in it came from `load`
   */
  follow(doc: Y.Doc, generation: string, isKept: boolean): void {
    if (this.#following) return
    this.#following = true
    if (this.#generation !== generation) {
      void this.#begin(doc, generation)
      return
    }
    this.#copy.follow(doc, isKept)
    void this.#shelve(generation)
  }

  note(changes: readonly RecordChange[], at: number, from: number, to: number): void {
    this.#copy.note(changes, at, from, to)
  }

  settle(oldestUnsavedAt: number | null, alone: boolean): void {
    this.#copy.settle(oldestUnsavedAt, alone)
  }

  flush(): void {
    this.#copy.flush()
  }

  /** The board is called otherwise, or my role on it has changed. */
  learn(board: BoardSummary): void {
    this.#keeping = { ...this.#keeping, board }
    const isHere = this.#following && !this.#givenUp && this.state !== 'erased'
    if (this.#generation !== null && isHere) void this.#shelve(this.#generation)
  }

  close(): void {
    void this.#copy.close()
  }

  /** The board does not take this document any more: it goes from the device, and the words in it stay. */
  async giveUp(words: string[]): Promise<void> {
    if (this.#givenUp) return
    this.#givenUp = true
    const { personId, board } = this.#keeping
    this.#copy.abandon()
    await leaveWords({ personId, boardId: board.id, title: board.title, words, at: Date.now() })
    if (this.#generation === null) return
    await eraseBoard({ personId, boardId: board.id, generation: this.#generation })
  }

  /** Noted first, so that signing out finds whatever there is. */
  async #begin(doc: Y.Doc, generation: string): Promise<void> {
    const { personId, board } = this.#keeping
    const former = await shelvedBoard(personId, board.id)
    this.#generation = generation
    if (former !== null && former.generation !== generation) await retireBoard(former)
    if (this.#givenUp || !(await this.#shelve(generation))) return
    const kept = await this.#copy.open({ personId, boardId: board.id, generation })
    // Another tab of this device began it meanwhile: it is the same board, and what only that tab has is not lost.
    for (const update of kept?.updates ?? []) Y.applyUpdate(doc, update, this)
    this.#copy.follow(doc, false)
  }

  async #shelve(generation: string): Promise<boolean> {
    const { personId, board } = this.#keeping
    try {
      await shelve({ personId, boardId: board.id, generation, summary: board, openedAt: Date.now() })
      return true
    } catch {
      return false
    }
  }
}
