import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type FuzzEdit, makeEdit } from './fuzz-edit.ts'
import type { Random } from './seeded-random.ts'

const bytes = (...numbers: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

/** Seven bytes that declare thirty million structs. */
export const countBomb = bytes(1, 30_000_000, 1, 0)
/** One collected struct of any length at any place. */
export const collected = (client: number, clock: number, length: number) => bytes(1, 1, client, clock, 0, length, 0)
/** A gap that is declared to be no news. */
export const skipped = (client: number, clock: number, length: number) => bytes(1, 1, client, clock, 10, length, 0)
/** A deletion of anything. */
export const deletion = (client: number, clock: number, length: number) => bytes(0, 1, client, 1, clock, length)

/** One struct each of so many clients. */
export function manyClients(count: number, firstId = 1_000_000): Uint8Array {
  const structs = Array.from({ length: count }, (_, i) => [1, firstId + i, 0, 0, 1]).flat()
  return bytes(count, ...structs, 0)
}

/** Updates as an editor makes them, one per edit. */
export function recordUpdates(random: Random, count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.clientID = 77
  const whats: FuzzEdit['what'][] = ['create', 'delete', 'place', 'colour', 'text']
  while (updates.length < count) {
    makeEdit(doc, { what: random.pick(whats), record: random.int(3), value: random.int(100) })
  }
  return updates.slice(0, count)
}

/** Changes a few bytes as a hostile or broken client might: flips, lies about numbers, cuts, repeats, splices. */
export function mutate(random: Random, update: Uint8Array, other: Uint8Array): Uint8Array {
  let result = [...update]
  for (let times = 1 + random.int(4); times > 0; times--) {
    const at = random.int(result.length + 1)
    const length = random.int(8)
    switch (random.int(7)) {
      case 0:
        result[at] = (result[at] ?? 0) ^ (1 << random.int(8))
        break
      case 1:
        result[at] = random.pick([0, 1, 2, 127, 128, 255, random.int(256)])
        break
      case 2:
        result.splice(at, length)
        break
      case 3:
        result.splice(at, 0, ...result.slice(at, at + length))
        break
      case 4:
        result.splice(at, random.int(3), ...bytes(random.pick([2 ** 14, 2 ** 31, 2 ** 32, 2 ** 52, 30_000_000])))
        break
      case 5:
        result = [...result.slice(0, at), ...other.slice(Math.min(at, random.int(other.length)))]
        break
      default:
        result = result.slice(0, at)
    }
  }
  return Uint8Array.from(result)
}
