import type { BoardRecord } from '@samtavle/shared/board-doc'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import type { RecordChange } from './unsaved-changes.ts'

/** What can be read on a record: its text, or its name. */
function wordsOn(record: BoardRecord | undefined): string {
  const { richText, text, name } = record?.props ?? {}
  if (typeof richText === 'object' && richText !== null && Array.isArray((richText as RichText).content)) {
    return plainTextOf(richText as RichText).trim()
  }
  return [text, name].find((words): words is string => typeof words === 'string')?.trim() ?? ''
}

/**
 * The words that somebody wrote in changes which are not on the board: one text for each record, as it was last, in
 * the order in which they were begun. Records of which only the place or the look was changed have none.
 */
export function wordsOfChanges(changes: readonly RecordChange[]): string[] {
  const steps = new Map<string, { first: RecordChange; last: RecordChange }>()
  for (const change of changes) {
    const first = steps.get(change.id)?.first ?? change
    steps.set(change.id, { first, last: change })
  }
  return [...steps.values()].flatMap(({ first, last }) => {
    const words = wordsOn(last.after)
    return words === '' || words === wordsOn(first.before) ? [] : [words]
  })
}
