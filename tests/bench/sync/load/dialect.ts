import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { MarkSink } from './mark.ts'

/** What a frame of a server is, as far as a reader needs to know. */
export type Arrival = 'joined' | 'document' | 'cursor' | 'other'

/** How to talk to one kind of server. Messages are ready-made frames. */
export interface Dialect {
  /** Path of the upgrade for a room. */
  path(room: string, client: string): string
  /** What a client says first. */
  hello(room: string, clientId: number): Uint8Array
  /** Reads what kind of message came. */
  classify(bytes: Buffer, start: number, end: number): Arrival
  /** What must be said to this message, if anything. */
  answer(bytes: Buffer, start: number, end: number): Uint8Array | undefined
  /** Tells the sink the marks in a message. */
  scan(bytes: Buffer, start: number, end: number, sink: MarkSink): void
  /** What a client says now and then so that it is not taken for dead. */
  keepAlive(): Uint8Array | undefined
  /** The messages of a writer, in advance: `updates` moves of its note, and as many cursors. */
  script(room: string, writer: Writer): Script
  /**
   * Looks which of these messages, in order of arrival, made a reader's board complete.
   * @returns its index, and the records of the board after all messages; undefined when it never became complete
   */
  completeAt(messages: readonly Buffer[], board: ExpectedBoard): { index: number; held: BoardRecord[] } | undefined
  /** True when joining ends with the opening of the socket. */
  readonly joinsAtOnce: boolean
}

/** The board that a reader must end up with. */
export type ExpectedBoard = { records: readonly BoardRecord[]; state: Uint8Array }

/** Somebody who writes: its number marks what it writes. */
export type Writer = { index: number; clientId: number; note: string; updates: number; cursors: number }

/** Frames one behind the other; frame `n` ends where frame `n + 1` begins. Frame 0 carries number 1. */
export type FrameRow = { bytes: Buffer; ends: Uint32Array }
export type Script = { updates: FrameRow; cursors: FrameRow }

export function frameRow(frames: readonly Buffer[]): FrameRow {
  const ends = new Uint32Array(frames.length)
  let end = 0
  for (const [i, frame] of frames.entries()) {
    end += frame.length
    ends[i] = end
  }
  return { bytes: Buffer.concat(frames), ends }
}

/** The frames with numbers `first` to `last`. */
export function framesOf(row: FrameRow, first: number, last = first): Buffer {
  return row.bytes.subarray(first < 2 ? 0 : row.ends[first - 2], row.ends[last - 1])
}
