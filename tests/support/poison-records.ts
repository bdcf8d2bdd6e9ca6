import type { BoardRecord } from '@samtavle/shared/board-doc'
import { recordMapOf } from '@samtavle/shared/board-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'

const text = (content: unknown) => ({ richText: { type: 'doc', content } })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const KEY = 'shape:bad'

const note = noteRecord(KEY)
const saying = (content: unknown) => noteRecord(KEY, text(content))
const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
const points = Array.from({ length: 30_000 }, (_, i) => ({ x: i, y: 0 }))
const asset = { w: 1, h: 1, name: '', isAnimated: false, mimeType: 'image/png', src: 'https://elsewhere.example/a.png' }

/** What breaks or betrays a canvas that shows it (threats table, SEC-31), by what is wrong with it. */
export const POISON: Readonly<Record<string, BoardRecord>> = {
  'an unknown node in a text': saying([{ type: 'script', content: [{ type: 'text', text: 'x' }] }]),
  'an empty text node': saying([paragraph({ type: 'text', text: '' })]),
  'a link that runs': saying([paragraph({ type: 'text', text: 'x', marks: [link] })]),
  'a text of nearly a megabyte': saying([paragraph({ type: 'text', text: 'x'.repeat(900_000) })]),
  'a place that no canvas has': { ...note, x: 1e308 },
  'a place that is no number': { ...note, y: Number.NaN },
  'a bad index': { ...note, index: 'zzz not an index' },
  'an unknown shape': { ...note, type: 'embed' },
  'an unknown type': { ...note, typeName: 'camera' },
  'a drawing of 30,000 points': shapeRecord('draw', KEY, {
    props: {
      ...{ color: 'black', fill: 'none', dash: 'draw', size: 'm', scale: 1 },
      ...{ isComplete: true, isClosed: false, isPen: false, segments: [{ type: 'free', points }] },
    },
  }),
  'an asset of somewhere else': { id: 'asset:bad', typeName: 'asset', type: 'image', props: asset, meta: {} },
  'the name of another record': { ...note, id: 'shape:other' },
}

/** Where the record is put: under its own name, or under one that it does not bear. */
export const poisonKey = ({ typeName }: BoardRecord): string => (typeName === 'asset' ? 'asset:bad' : KEY)

/** Puts a record into a document as a hostile program does: whole, in one value. */
export function putRaw(doc: Y.Doc, key: string, record: BoardRecord): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    recordMapOf(doc).set(key, entry)
    entry.set('_', record)
  })
}
