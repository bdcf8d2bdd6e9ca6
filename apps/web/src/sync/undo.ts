import { changedRecordIds, recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'

/** Under which the ids of the records that it changed are kept with a step. */
const RECORDS = 'records'
type Step = Y.UndoManager['undoStack'][number]
type StepEvent = { stackItem: Step; changedParentTypes: Y.Transaction['changedParentTypes'] }

/**
 * Undo of my own changes only. tldraw's own history restores whole records, so undoing a move would take back a colour
 * that somebody else gave the note since; Yjs undoes exactly what I wrote.
 */
export class BoardUndo {
  readonly #manager: Y.UndoManager
  readonly #flush: () => void
  readonly #permits: (id: string) => boolean
  readonly #listeners = new Set<() => void>()

  /**
   * @param flush writes what I have changed but not yet written into the document
   * @param permits is asked for every record of a step: one that may not be touched any more ends the step unused
   */
  constructor(doc: Y.Doc, localOrigin: unknown, flush: () => void, permits: (id: string) => boolean = () => true) {
    this.#flush = flush
    this.#permits = permits
    this.#manager = new Y.UndoManager(recordMapOf(doc), {
      // A step ends where tldraw marks one, never by the clock.
      captureTimeout: 1e9,
      trackedOrigins: new Set([localOrigin]),
    })
    const records = recordMapOf(doc)
    const noteRecords = ({ stackItem, changedParentTypes }: StepEvent) => {
      const ids = new Set<string>(stackItem.meta.get(RECORDS))
      for (const [type, events] of changedParentTypes) {
        if (Object.is(type, records)) for (const id of changedRecordIds(events)) ids.add(id)
      }
      stackItem.meta.set(RECORDS, ids)
    }
    this.#manager.on('stack-item-added', noteRecords)
    this.#manager.on('stack-item-updated', noteRecords)
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      this.#manager.on(event, () => this.#tell())
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
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
    this.#dropForbidden(this.#manager.undoStack)
    this.#take(() => this.#manager.undo())
  }

  redo(): void {
    this.mark()
    this.#dropForbidden(this.#manager.redoStack)
    this.#take(() => this.#manager.redo())
  }

  /** What I did to records that were fixed since cannot be taken back; the step before it can. */
  #dropForbidden(stack: Step[]): void {
    for (let step = stack.at(-1); step !== undefined; step = stack.at(-1)) {
      const records: ReadonlySet<string> = step.meta.get(RECORDS) ?? new Set()
      if ([...records].every(this.#permits)) return
      stack.pop()
      this.#tell()
    }
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
