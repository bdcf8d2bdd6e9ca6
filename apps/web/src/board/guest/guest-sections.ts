import type { BoardRecord } from '@samtavle/shared/board-doc'
import { HEADER_SECTION, isFrame, metaOf } from '@samtavle/shared/board-meta'
import { groupBy } from '@samtavle/shared/group-by'
import { BELOW_HEADING } from '@samtavle/shared/note-rows'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { type ReadCell, readBoard, sectionsOf } from '@samtavle/shared/read-board'
import { wordsOn } from '@samtavle/shared/shape-words'

/** A section of a board as one reads it on a phone: what it is called, what it asks, and what is written in it. */
export type GuestSection = {
  /** Null for what lies in no section. */
  frame: string | null
  title: string
  question: string
  /** What is written in it, lane by lane where it has lanes. */
  cells: ReadCell[]
  /** Is there room for notes? A strip with the board's name has none. */
  takesNotes: boolean
}

/**
 * The sections in the order of reading, without the header, which asks nothing, and without those in which nothing
 * stands and nothing can be written. What lies in none comes last; on a board without sections it is all there is.
 */
export function guestSections(records: readonly BoardRecord[]): GuestSection[] {
  const frames = new Map(records.filter(isFrame).map((frame) => [frame.id, frame]))
  const questions = groupBy(
    records.filter((record) => metaOf(record).part === 'question'),
    ({ parentId }) => parentId,
  )
  const written = new Map(readBoard(records, { part: 'board' }).map(({ frame, cells }) => [frame, cells]))
  const sections = sectionsOf(records).map(({ frame, title }): GuestSection => {
    const question = (questions.get(frame) ?? []).map(wordsOn).join(' ').trim()
    return { frame, title, question, cells: written.get(frame) ?? [], takesNotes: takesNotes(frames.get(frame)) }
  })
  const shown = sections.filter(
    ({ frame, cells, takesNotes }) =>
      metaOf(frames.get(frame ?? '') ?? {}).section !== HEADER_SECTION && (takesNotes || cells.length > 0),
  )
  const outside = written.get(null) ?? []
  const isPlain = !shown.some(({ takesNotes }) => takesNotes)
  if (!isPlain && outside.length === 0) return shown
  return [...shown, { frame: null, title: '', question: '', cells: outside, takesNotes: isPlain }]
}

const takesNotes = (frame: BoardRecord | undefined): boolean =>
  frame?.isLocked !== true && Number(frame?.props?.h) >= BELOW_HEADING + NOTE_SIZE
