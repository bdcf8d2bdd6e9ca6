/**
 * Where the bytes of pictures lie: the port that a disk implements, and that a store of objects could. Contents never
 * change: an id is the SHA-256 of its bytes, in hex.
 */
export interface AssetFiles {
  /** Keeps the bytes; resolves when they survive a crash. Putting the same again changes nothing. */
  put(id: string, bytes: Uint8Array): Promise<void>
  /** The bytes as a stream, which the caller reads or cancels; undefined when there are none. */
  open(id: string): Promise<ReadableStream<Uint8Array> | undefined>
  has(id: string): Promise<boolean>
  /** Removing what is not there is no failure. */
  remove(id: string): Promise<void>
  /** Everything that was put before this moment. */
  list(before: Date): AsyncIterable<string>
  /** Removes what puts that never ended have left behind. */
  tidy(before: Date): Promise<void>
}
