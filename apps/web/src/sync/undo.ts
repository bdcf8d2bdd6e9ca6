import { recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'

/**
 * Undo of my own changes only. tldraw's own history restores whole records, so undoing a move would take back a colour
 * that somebody else gave the note since; Yjs undoes exactly what I wrote.
 */
export class BoardUndo {
  readonly #manager: Y.UndoManager
  readonly #flush: () => void
  readonly #listeners = new Set<() => void>()

  /** `flush` writes what I have changed but not yet written into the document. */
  constructor(doc: Y.Doc, localOrigin: unknown, flush: () => void) {
    this.#flush = flush
    this.#manager = new Y.UndoManager(recordMapOf(doc), {
      // A step ends where tldraw marks one, never by the clock.
      captureTimeout: 1e9,
      trackedOrigins: new Set([localOrigin]),
    })
    const changed = () => {
      for (const listener of this.#listeners) listener()
    }
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      this.#manager.on(event, changed)
    }
  }

  get canUndo(): boolean {
    return this.#manager.canUndo()
  }

  get canRedo(): boolean {
    return this.#manager.canRedo()
  }

  /** What follows is a step of its own. */
  mark(): void {
    this.#flush()
    this.#manager.stopCapturing()
  }

  undo(): void {
    this.mark()
    this.#take(() => this.#manager.undo())
  }

  redo(): void {
    this.mark()
    this.#take(() => this.#manager.redo())
  }

  /**
   * Yjs 13.6.33 follows what it put back before to where it is now, and throws when somebody has put another record in
   * its place and it was collected since. What of the step was done until then stays; the rest has nowhere to go back
   * to. The step is over either way, and the next one can be taken.
   */
  #take(step: () => void): void {
    try {
      step()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  destroy(): void {
    this.#manager.destroy()
    this.#listeners.clear()
  }
}
