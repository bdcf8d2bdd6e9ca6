import type { BoardRecord } from '@samtavle/shared/board-doc'
import { groupBy } from '@samtavle/shared/group-by'
import { wordsOn } from '@samtavle/shared/shape-words'
import type { RecordChange } from './unsaved-changes.ts'

/**
 * The words that somebody wrote in changes which are not on the board: one text for each record, as it was last, in
 * the order in which they were begun. Records of which only the place or the look was changed have none.
 */
export function wordsOfChanges(changes: readonly RecordChange[]): string[] {
  return [...groupBy(changes, ({ id }) => id).values()].flatMap((steps) => {
    const words = said(steps.at(-1)?.after)
    return words === '' || words === said(steps[0]?.before) ? [] : [words]
  })
}

const said = (record: BoardRecord | undefined): string => (record === undefined ? '' : wordsOn(record).trim())
