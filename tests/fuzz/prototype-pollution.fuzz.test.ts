import { createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { encodeAwareness } from '@samtavle/shared/protocol'
import { checkRecord } from '@samtavle/shared/record-schema'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import * as encoding from 'lib0/encoding'
import { beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateOf } from '../support/hostile-content.ts'
import { openHostileRoom } from '../support/hostile-room.ts'

const OWN_PROTO = '{"__proto__":{"polluted":true}}'
const CONSTRUCTOR = '{"constructor":{"prototype":{"polluted":true}}}'
const polluting = (): Record<string, unknown> => JSON.parse(OWN_PROTO)

const note = () => noteRecord('shape:a')
const entryOf = (doc: Y.Doc): Y.Map<unknown> => {
  createRecord(recordMapOf(doc), note())
  return recordMapOf(doc).get('shape:a') as Y.Map<unknown>
}
const textOf = (doc: Y.Doc): Y.XmlText => {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  const fragment = entryOf(doc).get('t') as Y.XmlFragment
  fragment.insert(0, [paragraph])
  paragraph.insert(0, [text])
  return text
}

/** Ways to write a prototype's name where somebody may make an object of it. */
const VECTORS: Record<string, (doc: Y.Doc) => void> = {
  'a record called __proto__': (doc) => doc.getMap('records').set('__proto__', new Y.Map([['polluted', true]])),
  'a record called constructor': (doc) => doc.getMap('records').set('constructor', new Y.Map([['prototype', 1]])),
  'a value instead of a record': (doc) => doc.getMap('records').set('__proto__', polluting()),
  'a record whose id ends so': (doc) => createRecord(recordMapOf(doc), noteRecord('shape:__proto__')),
  'a part of a record called __proto__': (doc) => entryOf(doc).set('__proto__', { polluted: true }),
  'a property called __proto__': (doc) => entryOf(doc).set('p.__proto__', { polluted: true }),
  'a property called constructor': (doc) => entryOf(doc).set('p.constructor', { prototype: { polluted: true } }),
  'a value with a __proto__ of its own': (doc) => entryOf(doc).set('p.size', polluting()),
  'one deep in an array': (doc) => entryOf(doc).set('p.size', [[{ a: polluting() }]]),
  'meta with a constructor': (doc) => entryOf(doc).set('m.a', [JSON.parse(CONSTRUCTOR)]),
  'an embed in a text': (doc) => textOf(doc).insertEmbed(0, polluting()),
  'a format in a text': (doc) => textOf(doc).insert(0, 'x', { link: polluting() }),
  'a format called __proto__': (doc) => textOf(doc).insert(0, 'x', JSON.parse(OWN_PROTO)),
  'another root': (doc) => doc.getMap('__proto__').set('polluted', true),
}

beforeAll(() => {
  // Whoever adds to it from here on throws. Frozen whole, no object could have a `constructor` of its own either.
  Object.preventExtensions(Object.prototype)
})

const expectClean = () => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect([Object.isExtensible(Object.prototype), {}.constructor]).toEqual([false, Object])
}

for (const [name, write] of Object.entries(VECTORS)) {
  it(`G7 SEC-37: ${name} reaches no prototype, at the server and where records are read`, async () => {
    const update = updateOf(write)
    const room = await openHostileRoom()
    await room.edit()
    await room.attack(update)
    await room.edit()
    await room.expectEqual(name)
    expectClean()

    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    for (const record of readAllRecords(doc)) {
      expect(Object.getPrototypeOf(record)).toBe(Object.prototype)
      expect((record as { polluted?: unknown }).polluted).toBeUndefined()
      expect(() => checkRecord(record, record.id)).not.toThrow()
    }
    expectClean()
  })
}

it('S2 SEC-37: presence with a __proto__ is passed over', async () => {
  const room = await openHostileRoom()
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 77)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, `{"presence":${OWN_PROTO},"__proto__":{"polluted":true}}`)
  await room.attack(encodeAwareness(encoding.toUint8Array(encoder)), (frame) => frame)
  await room.edit()
  for (const state of room.honest.awareness.getStates().values()) {
    expect((state as { polluted?: unknown }).polluted).toBeUndefined()
  }
  expectClean()
})
