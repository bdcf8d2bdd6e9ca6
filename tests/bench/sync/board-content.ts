import { type BoardRecord, createRecord, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { NOTE_ROLE_LOOK, NOTE_ROLES } from '@samtavle/shared/note-role'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import * as Y from 'yjs'

/** The client that wrote the boards of the bench; always the same, so that their bytes are. */
const AUTHOR = 1

export const PAGE_ID = 'page:page'
export const shapeId = (index: number): string => `shape:note${index}`

/** So many notes in rows, as the web app makes them. */
export function noteRecords(count: number, { pageId = PAGE_ID, columns = 100 } = {}): BoardRecord[] {
  return Array.from({ length: count }, (_, i): BoardRecord => {
    const role = NOTE_ROLES[i % NOTE_ROLES.length] ?? 'fact'
    return {
      id: shapeId(i),
      typeName: 'shape',
      type: 'note',
      parentId: pageId,
      // Fractional indices of one length, which sort as they are counted.
      index: `b${100_000 + i}V`,
      x: (i % columns) * 220,
      y: Math.floor(i / columns) * 220,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      props: {
        color: NOTE_ROLE_LOOK[role].colour,
        labelColor: 'black',
        size: 'm',
        font: 'sans',
        fontSizeAdjustment: 0,
        align: 'middle',
        verticalAlign: 'middle',
        growY: 0,
        url: '',
        richText: richTextOf(`Seddel ${i}: den første dag hjemme`),
        scale: 1,
      },
      meta: { role },
    }
  })
}

/** A document, its page and so many notes. */
export function boardRecords(shapes: number): BoardRecord[] {
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: PAGE_ID, typeName: 'page', name: 'Side 1', index: 'a1', meta: {} },
    ...noteRecords(shapes),
  ]
}

/** Records of one transaction. */
const RECORDS_AT_ONCE = 2_000

/**
 * The records as a Yjs document. The caller destroys it.
 * @param onUpdate is handed the updates that make it
 */
export function boardDoc(shapes: number, onUpdate: (update: Uint8Array) => void = () => {}): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = AUTHOR
  doc.on('update', onUpdate)
  const map = recordMapOf(doc)
  const records = boardRecords(shapes)
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
    doc.transact(() => {
      for (const record of records.slice(from, from + RECORDS_AT_ONCE)) createRecord(map, record)
    })
  }
  doc.off('update', onUpdate)
  return doc
}

/** Somebody who moves one note of a board, over and over. */
export class NoteMover {
  readonly #doc = new Y.Doc()
  /** Of the record only what a move is about: comparing the rest takes longer than all else. */
  readonly #place: BoardRecord
  #update: Uint8Array | undefined

  /**
   * @param board the board's bytes
   * @param clientId of Yjs; another one for everybody who writes to one board
   */
  constructor(board: Uint8Array, clientId: number, note: string) {
    Y.applyUpdate(this.#doc, board)
    this.#doc.clientID = clientId
    const record = readRecord(recordMapOf(this.#doc), note)
    if (record === undefined) throw new Error(`the board has no ${note}`)
    const { id, typeName, parentId } = record
    this.#place = { id, typeName, parentId }
    this.#doc.on('update', (update: Uint8Array) => {
      this.#update = update
    })
  }

  /** Moves the note. @returns the update that a client would send */
  move(x: number, y: number): Uint8Array {
    this.#doc.transact(() => updateRecord(recordMapOf(this.#doc), this.#place, { ...this.#place, x, y }))
    if (this.#update === undefined) throw new Error('the move changed nothing')
    return this.#update
  }

  destroy(): void {
    this.#doc.destroy()
  }
}
