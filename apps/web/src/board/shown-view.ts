import type { SessionView } from './session-view.ts'

/** What a session shows, and who is told when it changes. */
export class ShownView {
  #now: SessionView
  readonly #listeners = new Set<() => void>()

  constructor(mayEdit: boolean) {
    this.#now = {
      connection: { name: 'connecting' },
      saved: 'pending',
      unsaved: false,
      onlyHere: false,
      keepsHere: false,
      waiting: 0,
      room: 'healthy',
      people: [],
      mayEdit,
      paused: false,
      store: null,
      quarantined: 0,
    }
  }

  get now(): SessionView {
    return this.#now
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells nobody of what is shown already. */
  show(change: Partial<SessionView>): void {
    const keys = Object.keys(change) as (keyof SessionView)[]
    if (keys.every((key) => this.#now[key] === change[key])) return
    this.#now = { ...this.#now, ...change }
    for (const listener of this.#listeners) listener()
  }
}
