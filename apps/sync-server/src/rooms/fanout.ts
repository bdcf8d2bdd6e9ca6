/**
 * How nodes tell each other what is committed. With one node there is nobody to tell; `fanout/redis-fanout.ts` will
 * implement it for many.
 */
export type FanoutListener = (boardId: string, generation: number, payload: Uint8Array) => void

export interface Fanout {
  /** Tells the other nodes of an update that is durable. Never rejects; the journal stays the truth. */
  publish(boardId: string, generation: number, payload: Uint8Array): void
  /** Calls back for what other nodes publish, from before a board is loaded. */
  subscribe(boardId: string, listener: FanoutListener): () => void
  close(): Promise<void>
}

/** The only node: nobody listens and nobody speaks. */
export function createSingleNodeFanout(): Fanout {
  return { publish() {}, subscribe: () => () => {}, close: async () => {} }
}
