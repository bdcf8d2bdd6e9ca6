import type { Dialect } from './dialect.ts'
import { type FrameListener, FrameSocket, type SocketTarget } from './frame-socket.ts'
import type { MarkSink } from './mark.ts'

/** What a reader is told of every message with document bytes or cursors, when somebody counts them. */
export type Reader = { sink: MarkSink; onMessage?: (bytes: Buffer, start: number, end: number) => void }

const JOIN_WITHIN_MS = 120_000

/** One client in one room. */
export class BoardClient implements FrameListener {
  readonly socket: FrameSocket
  readonly #dialect: Dialect
  readonly #hello: Uint8Array
  reader: Reader | undefined
  /** When the answer to the first message had come whole, of `performance.now()`. */
  joinedAt: number | undefined
  documentBytes = 0
  closedWith: number | string | undefined
  readonly joined: Promise<void>
  readonly #settle: { resolve: () => void; reject: (error: Error) => void }
  readonly #timer: NodeJS.Timeout

  constructor(target: Omit<SocketTarget, 'path'>, dialect: Dialect, room: string, clientId: number, reader?: Reader) {
    this.#dialect = dialect
    this.reader = reader
    this.#hello = dialect.hello(room, clientId)
    let settle = { resolve: () => {}, reject: (_: Error) => {} }
    this.joined = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject }
    })
    this.#settle = settle
    this.#timer = setTimeout(() => settle.reject(new Error('the server did not let a client in')), JOIN_WITHIN_MS)
    // Whoever does not wait for it must not bring the process down.
    this.joined.catch(() => {})
    this.socket = new FrameSocket({ ...target, path: dialect.path(room, String(clientId)) }, this)
  }

  onOpen(): void {
    this.socket.write(this.#hello)
    if (this.#dialect.joinsAtOnce) this.#onJoined()
  }

  onFrame(bytes: Buffer, start: number, end: number): void {
    const kind = this.#dialect.classify(bytes, start, end)
    if (kind === 'other') {
      const answer = this.#dialect.answer(bytes, start, end)
      if (answer !== undefined) this.socket.write(answer)
      return
    }
    if (kind !== 'cursor') this.documentBytes += end - start
    if (this.reader !== undefined) {
      this.#dialect.scan(bytes, start, end, this.reader.sink)
      this.reader.onMessage?.(bytes, start, end)
    }
    if (kind === 'joined') this.#onJoined()
  }

  onClose(how: number | string): void {
    this.closedWith = how
    clearTimeout(this.#timer)
    this.#settle.reject(new Error(`the server closed a client with ${how}`))
  }

  close(): void {
    clearTimeout(this.#timer)
    this.socket.destroy()
  }

  #onJoined(): void {
    if (this.joinedAt !== undefined) return
    this.joinedAt = this.socket.arrivedAt
    clearTimeout(this.#timer)
    this.#settle.resolve()
  }
}

/** Runs `start` for each, so many at a time. */
export async function startEach<T, R>(
  items: readonly T[],
  atOnce: number,
  start: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length)
  let next = 0
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await start(items[i] as T)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits, at most so long, until the condition holds. @returns whether it does */
export async function holdsWithin(ms: number, condition: () => boolean): Promise<boolean> {
  const deadline = performance.now() + ms
  while (!condition() && performance.now() < deadline) await sleep(5)
  return condition()
}

/** @throws when one of them lost its connection */
export function assertConnected(clients: readonly BoardClient[]): void {
  const closed = clients.find((client) => client.closedWith !== undefined)
  if (closed !== undefined) throw new Error(`the server closed a client with ${closed.closedWith}`)
}

const KEEP_ALIVE_MS = 5_000

/** Lets every client say now and then that it is there, where servers want that. Clear the interval in the end. */
export function keepAllAlive(clients: readonly BoardClient[], dialect: Dialect): NodeJS.Timeout {
  return setInterval(() => {
    const frame = dialect.keepAlive()
    if (frame !== undefined) for (const { socket } of clients) socket.write(frame)
  }, KEEP_ALIVE_MS)
}
