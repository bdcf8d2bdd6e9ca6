import {
  type BoardRecord,
  createRecord,
  deleteRecord,
  jsonEqual,
  type RecordMap,
  type RichTextWriter,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import type { RichText } from '@samtavle/shared/rich-text-doc'
import * as Y from 'yjs'
import { mergeRichText } from './merge-rich-text.ts'
import type { RecordChange, UnsavedChange } from './unsaved-changes.ts'

export type ReplayOptions = {
  /** Freshly synced with the server. */
  doc: Y.Doc
  /** May this become of a record? */
  permits(id: string, after: BoardRecord | undefined): boolean
  writeText: RichTextWriter
  /** Origin of the transactions. */
  origin: unknown
}

export type Replay = {
  /** What was written, each part with the clock before and after it. */
  written: { changes: RecordChange[]; from: number; to: number }[]
  /** What could not be kept: not permitted, or deleted by somebody. */
  lost: UnsavedChange[]
}

/** One update may be a mebibyte at most; reckoned generously, since JSON is larger than what Yjs makes of it. */
const CHARACTERS_PER_UPDATE = 200_000

/**
 * Those of my changes that a document lacks.
 * @param formerClient my client in the document that was given up: what the server has of it needs no replay
 */
export function missingChanges(
  changes: readonly UnsavedChange[],
  doc: Y.Doc,
  formerClient: number,
): readonly UnsavedChange[] {
  return changes.filter(({ from, to, client = formerClient }) => from === to || to > Y.getState(doc.store, client))
}

/**
 * Brings changes of mine into another document of the same board, which lacks them: record by record and property by
 * property, so that what others did to other properties stays. Deletions win, as always.
 */
export function replayChanges(changes: readonly UnsavedChange[], options: ReplayOptions): Replay {
  const { doc, origin } = options
  const records = recordMapOf(doc)
  const replay: Replay = { written: [], lost: [] }
  for (const part of partsOf(changes)) {
    const from = Y.getState(doc.store, doc.clientID)
    const written: RecordChange[] = []
    doc.transact(() => {
      for (const change of part) {
        const before = readRecord(records, change.id)
        const kept = options.permits(change.id, change.after) && replayOne(records, change, before, options.writeText)
        if (!kept) replay.lost.push(change)
        else written.push({ id: change.id, before, after: readRecord(records, change.id) })
      }
    }, origin)
    replay.written.push({ changes: written, from, to: Y.getState(doc.store, doc.clientID) })
  }
  return replay
}

function* partsOf(changes: readonly UnsavedChange[]): Iterable<UnsavedChange[]> {
  let part: UnsavedChange[] = []
  let characters = 0
  for (const change of changes) {
    const size = change.after === undefined ? 0 : JSON.stringify(change.after).length
    if (characters + size > CHARACTERS_PER_UPDATE && part.length > 0) {
      yield part
      part = []
      characters = 0
    }
    part.push(change)
    characters += size
  }
  if (part.length > 0) yield part
}

/** False when it cannot be kept. */
function replayOne(
  records: RecordMap,
  { id, before, after }: RecordChange,
  present: BoardRecord | undefined,
  writeText: RichTextWriter,
): boolean {
  if (after === undefined) {
    deleteRecord(records, id)
    return true
  }
  if (before === undefined) {
    // One that is there has arrived after all, and may have been changed since.
    if (present === undefined) createRecord(records, after)
    return true
  }
  if (present === undefined) return false
  return updateRecord(records, present, carryOver(before, after, present, writeText), writeText)
}

/** A record with what one change of it did. */
function carryOver(
  before: BoardRecord,
  after: BoardRecord,
  present: BoardRecord,
  writeText: RichTextWriter,
): BoardRecord {
  const next: BoardRecord = { ...present, ...changedKeys(before, after, ['x', 'y', 'parentId', 'props', 'meta']) }
  const moved = before.x !== after.x || before.y !== after.y || before.parentId !== after.parentId
  if (moved) Object.assign(next, { x: after.x, y: after.y, parentId: after.parentId })
  if (after.meta) next.meta = { ...present.meta, ...changedKeys(before.meta ?? {}, after.meta, []) }
  if (after.props) {
    next.props = { ...present.props, ...changedKeys(before.props ?? {}, after.props, ['richText']) }
    const [base, mine, theirs] = [before, after, present].map(
      (record) => record.props?.richText as RichText | undefined,
    )
    if (base && mine && theirs) next.props.richText = mergeRichText(base, mine, theirs, writeText)
  }
  return next
}

/** How many characters what differs between two states of a record has, as JSON. */
export function charactersChanged(before: BoardRecord, after: BoardRecord): number {
  const own = changedKeys(before, after, ['props', 'meta'])
  const props = changedKeys(before.props ?? {}, after.props ?? {}, [])
  const meta = changedKeys(before.meta ?? {}, after.meta ?? {}, [])
  return JSON.stringify([own, props, meta]).length
}

/** What differs, `undefined` for a key that was taken away. */
function changedKeys(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  except: readonly string[],
): Record<string, unknown> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...keys].filter((key) => !except.includes(key) && !jsonEqual(before[key], after[key]))
  return Object.fromEntries(changed.map((key) => [key, after[key]]))
}
