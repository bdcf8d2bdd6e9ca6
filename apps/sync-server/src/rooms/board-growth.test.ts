import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { growthOf, plainGrowthOf } from './board-growth.ts'
import { decodeDocumentUpdate } from './update-guard.ts'

const sizeOf = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).byteLength

/** A step of one of three people, who see of each other's only what they have merged. */
const step = fc.record({
  who: fc.nat({ max: 2 }),
  kind: fc.constantFrom('write', 'cut', 'set', 'remove', 'comb', 'merge'),
  at: fc.nat({ max: 400 }),
  length: fc.integer({ min: 1, max: 60 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function act(doc: Y.Doc, { kind, at, length }: Step): void {
  const text = doc.getText('text')
  const map = doc.getMap('records')
  const place = text.length === 0 ? 0 : at % text.length
  if (kind === 'write') text.insert(place, 'x'.repeat(length))
  else if (kind === 'set') map.set(`k${at % 7}`, 'y'.repeat(length))
  else if (kind === 'remove') map.delete(`k${at % 7}`)
  else if (kind === 'cut' && text.length > 0) text.delete(place, Math.min(length, text.length - place))
  // Every other letter goes: the fewest bytes that leave the most pieces.
  else if (kind === 'comb') for (let i = place; i < Math.min(place + length, text.length); i++) text.delete(i, 1)
}

test('G10: no update makes a document grow by more than is reckoned, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 3 }), (steps, size) => {
      const people = [2 ** 53 - 1, 2 ** 31, 5].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
      const sent: Uint8Array[] = []
      for (const doc of people) {
        doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === null && sent.push(update)))
      }
      const server = new Y.Doc()
      const receive = () => {
        for (let i = 0; i < sent.length; i += size) {
          const update = Y.mergeUpdates(sent.slice(i, i + size))
          const decoded = decodeDocumentUpdate(update)
          const [before, read] = [sizeOf(server), growthOf(server, update, decoded)]
          Y.applyUpdate(server, update)
          expect(sizeOf(server) - before).toBeLessThanOrEqual(read.most)
          expect(read.most).toBeLessThanOrEqual(plainGrowthOf(update, decoded))
          expect(growthOf(server, update, decoded)).toMatchObject({ structs: 0, cuts: 0 })
        }
        sent.length = 0
      }
      for (const one of steps) {
        const doc = people[one.who] as Y.Doc
        if (one.kind === 'merge') {
          receive()
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server')
        } else doc.transact(() => act(doc, one), null)
      }
      receive()
      for (const doc of people) doc.destroy()
    }),
    { numRuns: 200 },
  )
})

test('G10: what takes whole things away is told from what leaves pieces', () => {
  const doc = new Y.Doc()
  const [text, map] = [doc.getText('text'), doc.getMap('records')]
  text.insert(0, 'abcdef')
  map.set('note', 'words')
  const deletion = (change: () => void): Uint8Array => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    let update = new Uint8Array()
    doc.once('update', (made: Uint8Array) => {
      update = new Uint8Array(made)
    })
    change()
    const { structs, cuts } = growthOf(copy, update, decodeDocumentUpdate(update))
    expect(structs).toBe(0)
    return new Uint8Array([cuts])
  }
  expect(deletion(() => map.delete('note'))).toEqual(new Uint8Array([0]))
  expect(deletion(() => text.delete(2, 1))).toEqual(new Uint8Array([2]))
  expect(deletion(() => text.delete(0, 1))).toEqual(new Uint8Array([1]))
  expect(deletion(() => text.delete(0, text.length))).toEqual(new Uint8Array([0]))
})
