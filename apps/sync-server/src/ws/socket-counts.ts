/** How many sockets a person and a board may have (threats table 2.2). */
export const SOCKETS_MAX = { person: 20, board: 200 } as const

/** Counts the sockets of people and boards, from before the handshake until they are closed. */
export class SocketCounts {
  readonly #counts = new Map<string, number>()

  /** Takes a place. Null when the person or the board has no more; else how to give it back, once. */
  enter(userId: string, boardId: string): (() => void) | null {
    const [person, board] = [`person ${userId}`, `board ${boardId}`]
    if (this.#of(person) >= SOCKETS_MAX.person || this.#of(board) >= SOCKETS_MAX.board) return null
    this.#add(person, 1)
    this.#add(board, 1)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#add(person, -1)
      this.#add(board, -1)
    }
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0
  }

  #add(key: string, change: 1 | -1): void {
    const count = this.#of(key) + change
    if (count > 0) this.#counts.set(key, count)
    else this.#counts.delete(key)
  }
}
