import { Delivery } from './delivery.ts'

/** What the owner of a socket hears of it. */
export type SocketCalls = {
  opening(books: Delivery): void
  /** True keeps the frame back. */
  hold(frame: Uint8Array): boolean
  /** The frame counts for message 100 and goes out now. */
  sending(books: Delivery, frame: Uint8Array): void
}

/** A WebSocket class that keeps books of what is sent through it; the provider makes one for each attempt. */
export function countingSocket(Base: typeof WebSocket, calls: SocketCalls): typeof WebSocket {
  return class extends Base {
    readonly #books = new Delivery()
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      calls.opening(this.#books)
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) {
        if (calls.hold(data)) return
        calls.sending(this.#books, data)
      }
      super.send(data)
    }
  }
}
