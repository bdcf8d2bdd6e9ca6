import type * as Y from 'yjs'

export type BuiltDocument = {
  payload: Uint8Array
  sha256: Uint8Array
  stateVector: Uint8Array
  seqs: BigInt64Array
  records: number
}
export function buildSnapshot(previous: Uint8Array | null, rows: Uint8Array, root: string): BuiltDocument
export function assertSame(doc: Y.Doc, payload: Uint8Array): void
