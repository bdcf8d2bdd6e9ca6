import { type BoardRecord, jsonEqual } from './board-doc.ts'
import type { BoardState } from './merge-records.ts'

/** What differs between two states of a board, with enough of it to make one of the other. */
export type RecordChanges = {
  added: BoardRecord[]
  changed: { before: BoardRecord; after: BoardRecord }[]
  removed: BoardRecord[]
}

/** The way from one state to another, in the order of the records' ids. */
export function changesBetween(before: BoardState, after: BoardState): RecordChanges {
  const changes: RecordChanges = { added: [], changed: [], removed: [] }
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(id), after.get(id)]
    if (was === undefined && is !== undefined) changes.added.push(is)
    else if (was !== undefined && is === undefined) changes.removed.push(was)
    else if (was !== undefined && is !== undefined && !jsonEqual(was, is))
      changes.changed.push({ before: was, after: is })
  }
  return changes
}

/** The state that a way leads to. */
export function withChanges(before: BoardState, { added, changed, removed }: RecordChanges): BoardState {
  const after = new Map(before)
  for (const { id } of removed) after.delete(id)
  for (const record of added) after.set(record.id, record)
  for (const { after: record } of changed) after.set(record.id, record)
  return after
}
