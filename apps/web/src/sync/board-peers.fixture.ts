import { type BoardRecord, createRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { plainTextOf, type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { Schema } from '@tiptap/pm/model'
import { Store } from '@tldraw/store'
import {
  createTLSchema,
  type TLNoteShape,
  type TLRecord,
  type TLShapeId,
  type TLStore,
  type TLStoreProps,
} from '@tldraw/tlschema'
import * as Y from 'yjs'
import { createRichTextWriter } from './rich-text-writer.ts'
import { type BindingOptions, StoreBinding } from './store-binding.ts'
import { BoardUndo } from './undo.ts'

/**
 * Peers of one board for tests: a real store and document each, bound, with nothing between them but what the test
 * exchanges.
 */
const textSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', attrs: { dir: { default: null } } },
    text: {},
  },
  marks: { bold: {} },
})

export const writeText = createRichTextWriter(textSchema)

const schema = createTLSchema()

export function validate(record: unknown): TLRecord {
  const type = schema.types[(record as { typeName: 'shape' }).typeName]
  if (!type) throw new Error('unknown type')
  return type.validate(record) as TLRecord
}

function newStore(): TLStore {
  const props = {
    defaultName: '',
    assets: { upload: async () => ({ src: '' }), resolve: () => null, remove: async () => {} },
    onMount() {},
  } satisfies TLStoreProps
  return new Store({ schema, props })
}

type NoteChange = Partial<Omit<TLNoteShape, 'props'>> & { props?: Partial<TLNoteShape['props']> }

/** The shared past of all peers of a test: one page. */
export function seed(): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    createRecord(recordMapOf(doc), { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} })
    createRecord(recordMapOf(doc), { id: 'page:page', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} })
  })
  return Y.encodeStateAsUpdate(doc)
}

type PeerOptions = Partial<
  Pick<BindingOptions, 'canWrite' | 'onWritten' | 'liveText' | 'writeText' | 'limit' | 'onBeyondLimit'>
>

/** @param given a document and a store that exist already */
export function peer(state: Uint8Array, options: PeerOptions = {}, given: { doc?: Y.Doc; store?: TLStore } = {}) {
  const { doc = new Y.Doc(), store = newStore() } = given
  if (given.doc === undefined) Y.applyUpdate(doc, state)
  const quarantined: string[] = []
  const binding = new StoreBinding({
    store,
    doc,
    validate,
    quarantine: (id) => quarantined.push(id),
    writeText,
    schedule: { flush: () => () => {}, frame: () => () => {} },
    ...options,
  })
  const undo = new BoardUndo(doc, binding.origin, () => binding.flush())
  const note = (id = 'shape:n') => store.get(id as TLShapeId) as TLNoteShape | undefined
  const edit = (change: NoteChange, id = 'shape:n') =>
    store.update(id as TLShapeId, (old) => ({ ...old, ...change, props: { ...old.props, ...change.props } }) as never)
  return { doc, store, binding, undo, quarantined, note, edit }
}

export type Peer = ReturnType<typeof peer>

/** Flushes both, exchanges what the other lacks, applies it. */
export function exchange(a: Peer, b: Peer): void {
  a.binding.flush()
  b.binding.flush()
  const [fromA, fromB] = [
    Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)),
    Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)),
  ]
  Y.applyUpdate(b.doc, fromA, 'remote')
  Y.applyUpdate(a.doc, fromB, 'remote')
  a.binding.receive()
  b.binding.receive()
}

export function noteRecord(overrides: Partial<BoardRecord> = {}, id = 'shape:n'): TLRecord {
  const look = { color: 'yellow', labelColor: 'black', size: 'm', font: 'sans', align: 'start', verticalAlign: 'start' }
  const size = { fontSizeAdjustment: 0, growY: 0, scale: 1 }
  const props = { ...look, ...size, url: '', richText: richTextOf(''), ...overrides.props }
  return validate(shapeRecord('note', id, { ...overrides, props }))
}

export function twoPeersWithNote(text = ''): [Peer, Peer] {
  const state = seed()
  const [a, b] = [peer(state), peer(state)]
  a.store.put([noteRecord({ props: { richText: richTextOf(text) } })])
  exchange(a, b)
  return [a, b]
}

export const textOf = (shape: TLNoteShape | undefined) => plainTextOf(shape?.props.richText as RichText)
