import fc from 'fast-check'
import * as Y from 'yjs'
import {
  type BoardRecord,
  createRecord,
  deleteRecord,
  readRecord,
  recordMapOf,
  richTextFragmentOf,
  updateRecord,
} from '../../packages/shared/src/board-doc.ts'
import { richTextOf } from '../../packages/shared/src/rich-text-doc.ts'

const IDS = ['shape:a', 'shape:b', 'shape:c', 'shape:d']

/** What somebody does to a board. */
export type BoardAct =
  | { what: 'create' | 'delete' | 'replace' | 'newLine' | 'joinLines' | 'embolden'; id: string }
  | { what: 'move'; id: string; x: number }
  | { what: 'write'; id: string; text: string; at: number }
  | { what: 'erase'; id: string; at: number }
  | { what: 'moveAll'; x: number }
  | { what: 'undo' | 'redo' }

const id = fc.constantFrom(...IDS)
export const boardAct: fc.Arbitrary<BoardAct> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('create' as const), id }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'delete' as const,
        'replace' as const,
        'newLine' as const,
        'joinLines' as const,
        'embolden' as const,
      ),
      id,
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('move' as const), id, x: fc.nat(100) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('write' as const),
      id,
      text: fc.string({ minLength: 1, maxLength: 4 }),
      at: fc.nat(8),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('erase' as const), id, at: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('moveAll' as const), x: fc.nat(100) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('undo' as const, 'redo' as const) }) },
)

const note = (recordId: string): BoardRecord => ({
  id: recordId,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:p',
  x: 0,
  y: 0,
  props: { color: 'yellow', richText: richTextOf('en note') },
  meta: {},
})

/** Somebody who edits a board as the web app does: one transaction an act, and an undo of their own. */
export class FuzzAuthor {
  readonly doc = new Y.Doc()
  readonly outbox: Uint8Array[] = []
  readonly inbox: Uint8Array[] = []
  readonly #undo: Y.UndoManager

  /** @param clientId fixed, so that a seed repeats a run */
  constructor(clientId: number) {
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.outbox.push(update)
    })
    this.#undo = new Y.UndoManager(recordMapOf(this.doc), { trackedOrigins: new Set(['act']), captureTimeout: 0 })
  }

  receive(): void {
    for (const update of this.inbox.splice(0)) Y.applyUpdate(this.doc, update, this)
  }

  act(act: BoardAct): void {
    if (act.what === 'undo') this.#undo.undo()
    else if (act.what === 'redo') this.#undo.redo()
    else this.doc.transact(() => change(this.doc, act), 'act')
  }

  destroy(): void {
    this.#undo.destroy()
    this.doc.destroy()
  }
}

function change(doc: Y.Doc, act: BoardAct): void {
  const records = recordMapOf(doc)
  if (act.what === 'moveAll') {
    for (const recordId of IDS) move(doc, recordId, act.x)
    return
  }
  if (!('id' in act)) return
  const before = readRecord(records, act.id)
  if (act.what === 'create' || act.what === 'replace') {
    if ((before === undefined) === (act.what === 'create')) createRecord(records, note(act.id))
    return
  }
  if (before === undefined) return
  if (act.what === 'delete') deleteRecord(records, act.id)
  else if (act.what === 'move') move(doc, act.id, act.x)
  else write(richTextFragmentOf(records, act.id), act)
}

function move(doc: Y.Doc, recordId: string, x: number): void {
  const records = recordMapOf(doc)
  const before = readRecord(records, recordId)
  if (before !== undefined) updateRecord(records, before, { ...before, x, meta: { x } })
}

function write(
  fragment: Y.XmlFragment | undefined,
  act: Exclude<BoardAct, { what: 'undo' | 'redo' | 'moveAll' }>,
): void {
  if (fragment === undefined) return
  const lines = fragment.toArray().filter((line) => line instanceof Y.XmlElement)
  const last = lines.at(-1)
  const text = last?.toArray().find((child) => child instanceof Y.XmlText)
  if (act.what === 'newLine') {
    const line = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    words.insert(0, 'linje')
    line.insert(0, [words])
    fragment.insert(fragment.length, [line])
  } else if (act.what === 'joinLines' && fragment.length > 0) {
    fragment.delete(fragment.length - 1, 1)
  } else if (text !== undefined) {
    const at = 'at' in act ? Math.min(act.at, text.length) : 0
    if (act.what === 'write') text.insert(at, act.text)
    else if (act.what === 'erase' && at < text.length) text.delete(at, 1)
    else if (act.what === 'embolden' && text.length > 0) text.format(0, text.length, { bold: {} })
  }
}
