import { recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import { boardDoc, PAGE_ID, shapeId } from './board-content.ts'

/** What a measurement starts from. */
export type BoardSpec = {
  /** Notes on the board. */
  shapes: number
  /** Moves of these notes since, each an update of its own. */
  edits: number
}

/** A board as servers have it stored. */
export type StoredBoard = {
  spec: BoardSpec
  /** The updates that made it, in order: the notes in one, or in several when they are many, then every edit. */
  updates: Uint8Array[]
  /** All of it as one update. */
  state: Uint8Array
}

/** A journal row holds 8 MiB; a board of 20,000 notes is more. */
const ROW_BYTES_MAX = 4 * 1024 * 1024
const EDITORS = 10
/** So many updates is a note dragged for a second or so. */
const MOVES_OF_A_DRAG = 20

/** Makes a board; the same bytes every time. */
export function makeStoredBoard(spec: BoardSpec): StoredBoard {
  const parts: Uint8Array[] = []
  const doc = boardDoc(spec.shapes, (update) => parts.push(update))
  const whole = Y.encodeStateAsUpdate(doc)
  const updates = whole.byteLength <= ROW_BYTES_MAX ? [whole] : parts
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const records = recordMapOf(doc)
  for (let edit = 0; edit < spec.edits; edit++) {
    const drag = Math.floor(edit / MOVES_OF_A_DRAG)
    doc.clientID = 100 + (drag % EDITORS)
    const place = { id: shapeId((drag * 7) % spec.shapes), typeName: 'shape', parentId: PAGE_ID }
    doc.transact(() => updateRecord(records, place, { ...place, x: edit + 0.25, y: edit * 0.5 }))
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { spec, updates, state }
}
