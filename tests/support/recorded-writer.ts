import * as Y from 'yjs'
import type { WriterHistory } from './edit-history.ts'
import { type CountedProvider, openCountedProvider, type Where } from './sync-client.ts'

/** Of the edits that fall due without a connection, one in so many is made: a restart must not drown in them. */
const OFFLINE_ONE_IN = 10

/** Somebody who never stops writing, and keeps a record of what was promised and shown. */
export class RecordedWriter {
  readonly name: string
  readonly boardId: string
  readonly doc = new Y.Doc()
  readonly connection: CountedProvider
  readonly #history: WriterHistory
  #seat: { from: number; to: number } | undefined
  #timer: NodeJS.Timeout | undefined

  /** @param name begins the keys of the edits: no two writers of a board may share one */
  constructor(name: string, boardId: string, where: Where) {
    this.name = name
    this.boardId = boardId
    const history: WriterHistory = { name, wrote: [], told: [], saw: [], seated: [], holds: undefined }
    this.#history = history
    this.connection = openCountedProvider(
      this.doc,
      boardId,
      where,
      () => history.wrote.length,
      () => this.#noteTold(),
    )
    this.map.observe((event) => {
      if (event.transaction.local) return
      const at = performance.now()
      for (const key of event.keysChanged) history.saw.push({ key, state: this.connection.roomState, at })
    })
    this.connection.provider.on('status', ({ status }: { status: string }) => {
      if (status === 'disconnected') this.#endSeat()
    })
  }

  get map(): Y.Map<unknown> {
    return this.doc.getMap('records')
  }

  get edits(): number {
    return this.#history.wrote.length
  }

  /** How many edits of others it has seen. */
  get seen(): number {
    return this.#history.saw.length
  }

  /**
   * @param bytes size of what is written, beside the key
   * @returns the key of the edit
   */
  write(bytes = 0): string {
    const key = `${this.name}.${this.#history.wrote.length + 1}`
    this.#history.wrote.push({ key, at: performance.now() })
    this.map.set(key, bytes === 0 ? 1 : 'x'.repeat(bytes))
    return key
  }

  /** Writes from now on. Milliseconds. */
  keepWriting(everyMs: number, bytes = 0): void {
    this.rest()
    let due = 0
    this.#timer = setInterval(() => {
      due += 1
      if (this.connection.provider.wsconnected || due % OFFLINE_ONE_IN === 0) this.write(bytes)
    }, everyMs)
  }

  /** Writes no more, and stays. */
  rest(): void {
    clearInterval(this.#timer)
  }

  /** Closes its socket in order, behind what it wrote, and forgets everything. */
  leave(): void {
    this.rest()
    this.#endSeat()
    this.connection.provider.destroy()
    this.doc.destroy()
  }

  /** Is gone with all that it knew, as after kill -9: what it had not sent is nowhere. */
  die(): void {
    const { ws } = this.connection.provider as unknown as { ws: { terminate(): void } | null }
    ws?.terminate()
    this.leave()
  }

  /** What it knows. @param keepsMemory false for one whose memory is lost */
  history(keepsMemory: boolean): WriterHistory {
    const seated = this.#seat === undefined ? [] : [{ ...this.#seat, to: performance.now() }]
    return {
      ...this.#history,
      seated: [...this.#history.seated, ...seated],
      holds: keepsMemory ? new Set(this.map.keys()) : undefined,
    }
  }

  #noteTold(): void {
    const at = performance.now()
    const { savedMark: saved, roomState: state } = this.connection
    if (state === undefined) throw new Error('message 100 told no state')
    this.#seat ??= { from: at, to: at }
    this.#history.told.push({ saved, state, at })
  }

  #endSeat(): void {
    if (this.#seat === undefined) return
    this.#history.seated.push({ from: this.#seat.from, to: performance.now() })
    this.#seat = undefined
  }
}

/** Resolves when the condition holds, which is asked whenever one of the documents changes. */
export async function untilShown(writers: readonly RecordedWriter[], condition: () => boolean): Promise<void> {
  if (condition()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!condition()) return
      for (const { doc } of writers) doc.off('update', look)
      resolve()
    }
    for (const { doc } of writers) doc.on('update', look)
  })
}

/** Resolves when each has seen so many more edits of others than now. */
export function untilMore(writers: readonly RecordedWriter[], more = 10): Promise<void> {
  const goals = writers.map(({ seen }) => seen + more)
  return untilShown(writers, () => writers.every(({ seen }, i) => seen >= (goals[i] ?? 0)))
}
