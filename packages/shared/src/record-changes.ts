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
