import { createRecord, encodeSeed, recordMapOf } from '@samtavle/shared/board-doc'
import { ProtocolError } from '@samtavle/shared/protocol'
import { listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { FuzzAuthor } from '../../../../tests/support/fuzz-author.ts'
import { assertNesting, NESTING_MAX } from './nesting-guard.ts'
import { BatchOverlay } from './touched-records.ts'
import { decodeDocumentUpdate } from './update-guard.ts'

const check = (doc: Y.Doc, update: Uint8Array, overlay = new BatchOverlay()) =>
  assertNesting(doc, overlay, decodeDocumentUpdate(update))

/** What `edit` writes into a document with one note, and the document before it. */
function written(edit: (doc: Y.Doc, note: Y.Map<unknown>) => void): { doc: Y.Doc; update: Uint8Array } {
  const author = new FuzzAuthor(1)
  author.act({ what: 'create', id: 'shape:a' })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc))
  const note = recordMapOf(author.doc).get('shape:a')
  if (note === undefined) throw new Error('no note')
  author.doc.transact(() => edit(author.doc, note))
  return { doc, update: Y.encodeStateAsUpdate(author.doc, Y.encodeStateVector(doc)) }
}

/** Objects in objects, `levels` of them around the innermost. */
function deep(levels: number): unknown {
  let value: unknown = {}
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { in: value }
  return value
}

/** From the outside in: the other way round, Yjs itself runs out of stack. */
function addElements(holder: Y.XmlFragment, levels: number): void {
  let at = holder
  for (let i = 0; i < levels; i++) {
    const element = new Y.XmlElement('bulletList')
    at.insert(0, [element])
    at = element
  }
}

function addMaps(holder: Y.Map<unknown>, key: string, levels: number): void {
  let at = holder
  for (let i = 0; i < levels; i++) {
    const map = new Y.Map<unknown>()
    at.set(i === 0 ? key : 'in', map)
    at = map
  }
}

const fragmentOf = (note: Y.Map<unknown>) => note.get('t') as Y.XmlFragment
const textOf = (note: Y.Map<unknown>) => (fragmentOf(note).get(0) as Y.XmlElement).get(0) as Y.XmlText

const HOSTILE: Record<string, (doc: Y.Doc, note: Y.Map<unknown>) => void> = {
  'maps in maps': (_, note) => addMaps(note, 'p.x', 2),
  'five thousand maps in maps': (doc) => addMaps(doc.getMap('records'), 'shape:b', 5_000),
  'a map in a record': (_, note) => note.set('p.x', new Y.Map()),
  'an array as a record': (doc) => doc.getMap('records').set('shape:b', new Y.Array()),
  'a text as a record': (doc) => doc.getMap('records').set('shape:b', new Y.Text()),
  'a fragment below another key': (_, note) => note.set('u', new Y.XmlFragment()),
  'an element as a fragment': (_, note) => note.set('t', new Y.XmlElement('p')),
  'a map in rich text': (_, note) => fragmentOf(note).insert(0, [new Y.Map() as unknown as Y.XmlElement]),
  'a hook in rich text': (_, note) => fragmentOf(note).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]),
  'a type in a text': (_, note) => textOf(note).insertEmbed(0, new Y.XmlText()),
  'a type as an attribute': (_, note) =>
    (fragmentOf(note).get(0) as Y.XmlElement).setAttribute('x', new Y.XmlText() as unknown as string),
  'rich text one too deep': (_, note) => addElements(fragmentOf(note), NESTING_MAX + 1),
  'rich text far too deep': (_, note) => addElements(fragmentOf(note), 3_000),
  'a value one too deep': (_, note) => note.set('p.x', deep(NESTING_MAX + 1)),
  'a value far too deep': (_, note) => note.set('p.x', deep(900)),
  'a value far too deep in an attribute': (_, note) =>
    (fragmentOf(note).get(0) as Y.XmlElement).setAttribute('x', deep(40) as string),
  'a value far too deep in a mark': (_, note) => textOf(note).format(0, 2, { link: deep(40) }),
  'a value far too deep in a text': (_, note) => textOf(note).insertEmbed(0, deep(40) as object),
  'a number that JSON has not': (_, note) => note.set('p.x', [1n]),
  bytes: (_, note) => note.set('p.x', new Uint8Array(3)),
  'bytes in a value': (_, note) => note.set('p.x', { in: new Uint8Array(3) }),
  'another root': (doc) => doc.getMap('elsewhere').set('x', 1),
  'a list as another root': (doc) => doc.getArray('elsewhere').push([1]),
  'a record with an unsafe id': (doc) => doc.getMap('records').set('__proto__', new Y.Map()),
  'an unsafe key in a record': (_, note) => note.set('p.__proto__', { polluted: true }),
  'an unsafe key in a value': (_, note) => note.set('p.x', [JSON.parse('{"__proto__":{"polluted":true}}')]),
  'a constructor in a value': (_, note) => note.set('p.x', [{ constructor: { prototype: 1 } }]),
  'an unsafe key in an embed': (_, note) => textOf(note).insertEmbed(0, JSON.parse('{"__proto__":{"polluted":true}}')),
  'an unsafe mark': (_, note) => textOf(note).format(0, 2, JSON.parse('{"__proto__":{"polluted":true}}')),
}

describe('hostile nesting', () => {
  test.for(Object.keys(HOSTILE))('G7: refused: %s', (name) => {
    const { doc, update } = written(HOSTILE[name] as (typeof HOSTILE)[string])
    expect(update.length).toBeGreaterThan(2)
    expect(() => check(doc, update)).toThrow(ProtocolError)
  })

  test('G7: levels that come one update at a time, in one batch or in several, are refused at the bound', () => {
    for (const inBatch of [true, false]) {
      const author = new FuzzAuthor(1)
      author.act({ what: 'create', id: 'shape:a' })
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc))
      author.outbox.length = 0
      let holder: Y.XmlFragment = fragmentOf(recordMapOf(author.doc).get('shape:a') as Y.Map<unknown>)
      const overlay = new BatchOverlay()
      for (let level = 1; level <= NESTING_MAX + 1; level++) {
        const element = new Y.XmlElement('bulletList')
        holder.insert(0, [element])
        holder = element
        const update = author.outbox.pop() as Uint8Array
        if (level > NESTING_MAX) {
          expect(() => check(doc, update, overlay)).toThrow(ProtocolError)
          continue
        }
        check(doc, update, overlay)
        if (inBatch) overlay.add(decodeDocumentUpdate(update))
        else Y.applyUpdate(doc, update)
      }
    }
  })

  test('G7: what comes before the rest that it hangs on is judged as far as it goes', () => {
    const { update } = written((_, note) => addElements(fragmentOf(note), NESTING_MAX + 1))
    expect(() => check(new Y.Doc(), update)).toThrow(ProtocolError)
    const maps = written((_, note) => addMaps(note, 't', 3)).update
    expect(() => check(new Y.Doc(), maps)).toThrow(ProtocolError)
  })
})

describe('honest updates', () => {
  test('G8: every template passes, with and without its examples, short and long', () => {
    let records = 0
    for (const template of listTemplates()) {
      for (const examples of [true, false]) {
        let next = 0
        const newId = () => `r${next++}`
        const short = !examples
        const made = instantiateTemplate(template, { locale: 'da', examples, short, newId })
        records += made.length
        check(new Y.Doc(), encodeSeed(made))
      }
    }
    expect(records).toBeGreaterThan(200)
  })

  test('G8: the deepest that is allowed passes', () => {
    const { doc, update } = written((_, note) => {
      note.set('p.x', deep(NESTING_MAX))
      note.set('p.gone', undefined)
      textOf(note).format(0, 1, { bold: {}, 'link--1a2b3c4d': { href: 'https://a.dk' } })
      addElements(fragmentOf(note), NESTING_MAX)
    })
    check(doc, update)
  })

  test('G8: the pieces of an honest edit pass in any order, alone, merged and with the rest missing', () => {
    const author = new FuzzAuthor(1)
    author.act({ what: 'create', id: 'shape:a' })
    for (const what of ['newLine', 'embolden', 'newLine', 'joinLines', 'replace', 'delete', 'undo'] as const) {
      author.act(what === 'undo' ? { what } : { what, id: 'shape:a' })
      if (what === 'newLine') author.act({ what: 'write', id: 'shape:a', text: 'ord', at: 2 })
    }
    const pieces = [...author.outbox]
    expect(pieces.length).toBeGreaterThan(7)
    for (const piece of [...pieces].reverse()) check(new Y.Doc(), piece)
    for (let i = 0; i < pieces.length; i++) check(new Y.Doc(), Y.mergeUpdates(pieces.slice(i)))
    const doc = new Y.Doc()
    for (const piece of pieces) {
      check(doc, piece)
      Y.applyUpdate(doc, piece)
    }
    check(doc, Y.encodeStateAsUpdate(author.doc))
    check(new Y.Doc(), Y.encodeStateAsUpdate(author.doc))
  })

  test('G8: a record without text gets one', () => {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), { id: 'shape:a', typeName: 'shape', props: {} })
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    recordMapOf(doc).get('shape:a')?.set('t', new Y.XmlFragment())
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy))
    check(copy, update)
    check(new Y.Doc(), update)
  })
})
