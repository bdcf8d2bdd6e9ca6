import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import type { NoteRole } from '@samtavle/shared/note-role'
import { NOTE_GAP, notePlaces } from '@samtavle/shared/note-rows'
import { boxOf, MEASURED_MAX, NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { isRichText } from '@samtavle/shared/rich-text-doc'
import { wordsOn } from '@samtavle/shared/shape-words'
import { note, noteHeight } from '@samtavle/templates/shapes'
import type * as Y from 'yjs'
import { besideAll, boxAt, collide, highest, indexAbove, takesRoom } from '../boards/room-for-notes.ts'

/** A note as it travels: its words, what it is and whose words they are. Never who wrote it on the other board. */
export type TravellingNote = { from: BoardRecord; role: NoteRole; trace: string; by: string }

/**
 * Puts notes on a board, in reading order in a section as far as there is room, the rest beside everything. Call inside
 * a transaction.
 * @param frameId the section; null, or one that is gone: beside everything
 */
export function placeSentNotes(
  doc: Y.Doc,
  notes: readonly TravellingNote[],
  { frameId, ids: newIds }: { frameId: string | null; ids: readonly string[] },
): { ids: string[]; outside: number } {
  const records = new Map(readAllRecords(doc).map((record) => [record.id, record]))
  const page = [...records.values()].find(({ typeName }) => typeName === 'page')
  if (page === undefined) return { ids: [], outside: notes.length }
  const found = frameId === null ? undefined : records.get(frameId)
  const frame = found !== undefined && isFrame(found) ? found : undefined
  const children = frame === undefined ? [] : [...records.values()].filter(({ parentId }) => parentId === frame.id)
  const taken = children.filter(takesRoom).map(boxAt)
  const lanes = children.filter((child) => metaOf(child).part === 'lane').map(({ y }) => Number(y))
  const places = frame === undefined ? [] : notePlaces({ x: 0, y: 0, ...boxOf(frame, MEASURED_MAX) }, lanes)
  const beside = besideAll(records)
  const above = { frame: highest(children), page: highest([...records.values()].filter((r) => r.parentId === page.id)) }
  const ids: string[] = []
  let outside = 0
  let below = beside.y
  for (const [i, each] of notes.entries()) {
    const height = heightOf(each.from)
    const place = places.find(
      (one) => height <= one.room && !taken.some((box) => collide(box, { ...one, w: NOTE_SIZE, h: height })),
    )
    const corner = place ?? { x: beside.x, y: below }
    if (place === undefined) {
      outside += 1
      below += height + NOTE_GAP
    } else taken.push({ ...place, w: NOTE_SIZE, h: height })
    const parentId = place === undefined || frame === undefined ? page.id : frame.id
    const index = indexAbove(place === undefined ? above.page : above.frame, i)
    const id = `shape:${newIds[i]}`
    createRecord(recordMapOf(doc), sentRecord(each, { id, parentId, index, x: corner.x, y: corner.y }))
    ids.push(id)
  }
  return { ids, outside }
}

function sentRecord(
  { from, role, trace, by }: TravellingNote,
  place: { id: string; parentId: string; index: string; x: number; y: number },
): BoardRecord {
  const words = wordsOn(from).trim()
  const { source } = metaOf(from)
  const { locked: _, ...shape } = note({
    x: place.x,
    y: place.y,
    text: words,
    role,
    meta: { by, trace, ...(source !== undefined && { source }) },
  })
  const isNote = from.type === 'note'
  const props = {
    ...shape.props,
    ...(isNote && typeof from.props?.color === 'string' && { color: from.props.color }),
    ...(isNote && { growY: heightOf(from) - NOTE_SIZE }),
    // Bold, lists and links come along.
    ...(isNote && isRichText(from.props?.richText) && { richText: from.props.richText }),
  }
  return { ...shape, ...place, typeName: 'shape', rotation: 0, isLocked: false, opacity: 1, props }
}

/** As high as it was: a note is as wide on every board. */
const heightOf = (from: BoardRecord): number =>
  from.type === 'note' ? boxOf(from, MEASURED_MAX).h : noteHeight(wordsOn(from).trim())
