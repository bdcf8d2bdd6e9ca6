import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A struct of a client: `at` thousandths of the way through what the document knows of it, or a little beyond. */
type Spot = { client: number; at: number }
type Reference = Spot | null
type ForgedStruct = {
  origin: Reference
  rightOrigin: Reference
  /** Used when there is no neighbour. */
  parent: string | Spot
  key: string | null
  content: 'text' | 'value' | 'map' | 'fragment' | 'deleted'
  length: number
}
export type Forgery = {
  /** Whose structs they pretend to be, and how far before the end of what is known they begin. */
  client: number
  before: number
  structs: ForgedStruct[]
  second: { client: number; structs: ForgedStruct[] } | null
  deletions: (Spot & { length: number })[]
  /** Instead of all that: these bytes of an honest update, changed. */
  mutate: { at: number; to: number }[] | null
}

/** Clients 1 and 2 are known to the document, 9 is not. */
const client = fc.constantFrom(1, 1, 1, 2, 2, 2, 9)
const id = fc.record({ client, at: fc.nat(1_020) })
const reference = fc.option(id, { freq: 2 })
const struct: fc.Arbitrary<ForgedStruct> = fc.record({
  origin: reference,
  rightOrigin: fc.option(id, { freq: 1 }),
  parent: fc.oneof(fc.constantFrom('records', 'records', 'elsewhere'), id),
  key: fc.constantFrom('shape:a', 'shape:b', 'shape:new', 't', 'xy', null),
  content: fc.constantFrom('text', 'value', 'map', 'fragment', 'deleted'),
  length: fc.integer({ min: 1, max: 3 }),
})
const structs = fc.array(struct, { minLength: 0, maxLength: 3 })
const varied: fc.Arbitrary<Forgery> = fc.record({
  client,
  before: fc.nat(3),
  structs,
  second: fc.option(fc.record({ client, structs }), { freq: 2 }),
  deletions: fc.array(fc.record({ client, at: fc.nat(1_000), length: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 2,
  }),
  mutate: fc.constant(null),
})
const mutated: fc.Arbitrary<Forgery> = fc
  .array(fc.record({ at: fc.nat(200), to: fc.nat(255) }), { minLength: 1, maxLength: 3 })
  .map((mutate) => ({ client: 1, before: 0, structs: [], second: null, deletions: [], mutate }))
export const forgery: fc.Arbitrary<Forgery> = fc.oneof(
  { weight: 2, arbitrary: varied },
  { weight: 1, arbitrary: mutated },
)

export function mutateBytes(update: Uint8Array, changes: readonly { at: number; to: number }[]): Uint8Array {
  const bytes = new Uint8Array(update)
  for (const { at, to } of changes) bytes[at % bytes.length] = to
  return bytes
}

function contentOf({ content, length }: ForgedStruct): Y.Item['content'] {
  switch (content) {
    case 'text':
      return new Y.ContentString('x'.repeat(length))
    case 'value':
      return new Y.ContentAny(Array.from({ length }, (_, i) => i))
    case 'map':
      return new Y.ContentType(new Y.Map())
    case 'fragment':
      return new Y.ContentType(new Y.XmlFragment())
    case 'deleted':
      return new Y.ContentDeleted(length)
  }
}

/** A well-formed update whose structs lie anywhere. */
export function forgedUpdate(
  doc: Y.Doc,
  { client: first, before, structs: list, second, deletions }: Forgery,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const spot = (given: Reference): Y.ID | null => {
    if (given === null) return null
    return Y.createID(given.client, Math.floor((given.at * Y.getState(doc.store, given.client)) / 1_000))
  }
  const runs = [{ client: first, list }, ...(second === null ? [] : [{ client: second.client, list: second.structs }])]
  encoding.writeVarUint(encoder.restEncoder, runs.length)
  for (const run of runs) {
    let clock = Math.max(0, Y.getState(doc.store, run.client) - before)
    encoding.writeVarUint(encoder.restEncoder, run.list.length)
    encoder.writeClient(run.client)
    encoding.writeVarUint(encoder.restEncoder, clock)
    for (const given of run.list) {
      // A root is named by a string while an item is not integrated, which the declared type does not know.
      const parent = (typeof given.parent === 'string' ? given.parent : spot(given.parent)) as Y.ID
      const content = contentOf(given)
      const item = new Y.Item(
        Y.createID(run.client, clock),
        null,
        spot(given.origin),
        null,
        spot(given.rightOrigin),
        parent,
        given.key,
        content,
      )
      item.write(encoder, 0)
      clock += content.getLength()
    }
  }
  encoding.writeVarUint(encoder.restEncoder, deletions.length)
  for (const { length, ...given } of deletions) {
    const { client: of, clock } = spot(given) as Y.ID
    for (const number of [of, 1, clock, length]) encoding.writeVarUint(encoder.restEncoder, number)
  }
  return encoder.toUint8Array()
}
