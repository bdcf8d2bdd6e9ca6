import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import type * as Y from 'yjs'
import {
  type BoardRecord,
  createRecord,
  deleteRecord,
  readRecord,
  recordMapOf,
  updateRecord,
} from '../../packages/shared/src/board-doc.ts'
import { richTextOf } from '../../packages/shared/src/rich-text-doc.ts'

/** One change that a person makes; small numbers choose the record and the value, so that people meet. */
export type FuzzEdit = { what: 'create' | 'delete' | 'place' | 'colour' | 'text'; record: number; value: number }

const COLOURS = ['yellow', 'blue', 'orange']

function noteOf(id: string, value: number): BoardRecord {
  const props = { color: COLOURS[value % COLOURS.length], richText: richTextOf('') }
  return { ...noteRecord(id, props), parentId: 'page:p', x: value }
}

/** Makes the change in one transaction, if the document as it is allows it. */
export function makeEdit(doc: Y.Doc, { what, record, value }: FuzzEdit): void {
  const id = `shape:${record}`
  const records = recordMapOf(doc)
  const before = readRecord(records, id)
  doc.transact(() => {
    if (before === undefined) {
      if (what !== 'delete') createRecord(records, noteOf(id, value))
    } else if (what === 'delete') deleteRecord(records, id)
    else if (what === 'create') createRecord(records, noteOf(id, value))
    else {
      const after = structuredClone(before)
      if (what === 'place') Object.assign(after, { x: value, parentId: value % 2 === 0 ? 'page:p' : 'shape:frame' })
      else if (what === 'colour') after.props = { ...after.props, color: COLOURS[value % COLOURS.length] }
      else after.props = { ...after.props, richText: richTextOf('abc'.repeat(value % 4)) }
      updateRecord(records, before, after)
    }
  })
}
