import type { BoardRecord } from './board-doc.ts'
import { HEADER_SECTION, isFrame, metaOf } from './board-meta.ts'
import { wordsOn } from './shape-words.ts'

/** Frames above a shape; two people's edits can make a ring of them. */
const DEEPEST = 64

/** True for what somebody wrote and what is nobody's background: it says something, and is no example. */
export function isWrittenNote(record: BoardRecord | undefined): record is BoardRecord {
  if (record?.typeName !== 'shape' || isFrame(record)) return false
  const { example, part } = metaOf(record)
  if (example === true) return false
  const isAnswer = part === undefined || part === 'card' || part === 'field' || part === 'text'
  return isAnswer && wordsOn(record).trim() !== ''
}

/** True for what may be voted on: a written note; no word on an arrow, and nothing of the strip that says what the board is. */
export const takesVotes = (record: BoardRecord | undefined): record is BoardRecord =>
  isWrittenNote(record) && record.type !== 'arrow' && metaOf(record).section !== HEADER_SECTION

/** Does a shape lie in this frame, or in something that does? @param recordOf any record by its id */
export function liesIn(record: BoardRecord, frame: string, recordOf: (id: string) => BoardRecord | undefined): boolean {
  let above: BoardRecord | undefined = record
  for (let depth = 0; above !== undefined && depth < DEEPEST; depth++) {
    if (above.parentId === frame) return true
    above = recordOf(String(above.parentId))
  }
  return false
}
