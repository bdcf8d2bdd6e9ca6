import type { Fanout, FanoutListener } from '../../apps/sync-server/src/rooms/fanout.ts'

type Letter = { to: FuzzFanout; boardId: string; generation: number; payload: Uint8Array }

/** What nodes tell each other, under way: late, twice or never, as a test says. */
export class FanoutHub {
  readonly nodes = new Set<FuzzFanout>()
  readonly #underWay: Letter[] = []
  /** Letters that never arrived; who misses one sees it only after loading the board again. */
  dropped = 0

  post(from: FuzzFanout, boardId: string, generation: number, payload: Uint8Array): void {
    for (const to of this.nodes) if (to !== from) this.#underWay.push({ to, boardId, generation, payload })
  }

  /** Ends the journey of the oldest letter; returns false when none is under way. */
  next(how: 'deliver' | 'repeat' | 'drop'): boolean {
    const letter = this.#underWay[0]
    if (letter === undefined) return false
    if (how !== 'repeat') this.#underWay.shift()
    if (how !== 'drop') letter.to.hear(letter)
    else if (this.nodes.has(letter.to)) this.dropped += 1
    return true
  }
}

/** One node's end of the hub. */
export class FuzzFanout implements Fanout {
  readonly #hub: FanoutHub
  readonly #listeners = new Map<string, Set<FanoutListener>>()

  constructor(hub: FanoutHub) {
    this.#hub = hub
    hub.nodes.add(this)
  }

  publish(boardId: string, generation: number, payload: Uint8Array): void {
    if (this.#hub.nodes.has(this)) this.#hub.post(this, boardId, generation, payload)
  }

  subscribe(boardId: string, listener: FanoutListener): () => void {
    const listeners = this.#listeners.get(boardId) ?? new Set()
    this.#listeners.set(boardId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  hear({ boardId, generation, payload }: Letter): void {
    for (const listener of this.#listeners.get(boardId) ?? []) listener(boardId, generation, payload)
  }

  async close(): Promise<void> {
    this.#hub.nodes.delete(this)
    this.#listeners.clear()
  }
}
