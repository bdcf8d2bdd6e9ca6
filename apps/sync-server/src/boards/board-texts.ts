import { createHash } from 'node:crypto'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { groupBy } from '@samtavle/shared/group-by'
import { isUuid } from '@samtavle/shared/ids'
import { isNoteRole, type NoteRole, roleOfColour } from '@samtavle/shared/note-role'
import { boxOf, MEASURED_MAX } from '@samtavle/shared/picture-geometry'
import { placeWords, SectionCells } from '@samtavle/shared/section-cells'
import { wordsOn } from '@samtavle/shared/shape-words'
import { fold } from '@samtavle/shared/text-search'

/** What stands on one shape, as it is searched and as it is shown. */
export type BoardText = {
  shape: string
  /** Name of the section and, where it has any, of the cell; empty for none. */
  section: string
  /** Key of the template's section that a note lies in; null for none, and for what belongs to the template itself. */
  sectionKey: string | null
  role: NoteRole | null
  words: string
  plain: string
  respelt: string | null
  /** What names it in the evidence chain; null for most. */
  trace: string | null
  /** Does it stand on an example? Those are found, and never counted. */
  example: boolean
  digest: string
}

/** UTF-16 units that are kept. A record holds no more words than that. */
const LONGEST = { words: 20_000, section: 200, id: 100 }
/** Frames above a shape; two people's edits can make a ring of them. */
const DEEPEST = 64

/** All words on a board. `breathe` is asked between shapes. */
export async function textsOf(
  records: ReadonlyMap<string, BoardRecord>,
  breathe: () => Promise<void> | undefined,
  places = new BoardPlaces(records),
): Promise<BoardText[]> {
  const headings = new Set<string>()
  for (const record of records.values()) {
    if (metaOf(record).part === 'heading') headings.add(headingKey(String(record.parentId), metaOf(record).cell))
  }
  const texts: BoardText[] = []
  for (const record of records.values()) {
    await breathe()
    if (record.typeName !== 'shape' || record.id.length > LONGEST.id) continue
    // A heading of its own says the name of the section, perhaps in other words now.
    if (record.type === 'frame' && headings.has(headingKey(record.id, metaOf(record).cell))) continue
    const words = storable(wordsOn(record)).trim().slice(0, LONGEST.words)
    if (words !== '') texts.push(textOf(record, words, places))
  }
  return texts
}

const headingKey = (frame: string, cell: string | undefined): string => `${frame} ${cell ?? ''}`

/** What no database takes: zero, and halves of characters. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '')

function textOf(record: BoardRecord, words: string, places: BoardPlaces): BoardText {
  const { plain, respelt } = fold(words)
  const section = places.of(record)
  const sectionKey = places.sectionKeyOf(record)
  const role = roleOfRecord(record)
  const trace = traceOf(record)
  const example = metaOf(record).example === true
  const digest = createHash('sha256')
    .update(JSON.stringify([section, role, words, trace, example, sectionKey]))
    .digest('base64url')
    .slice(0, 16)
  return {
    shape: storable(record.id),
    section,
    sectionKey,
    role,
    words,
    plain,
    respelt: respelt === plain ? null : respelt,
    trace,
    example,
    digest,
  }
}

/** What a note is, by its mark or by its colour. */
export function roleOfRecord(record: BoardRecord): NoteRole | null {
  const { role } = metaOf(record)
  if (isNoteRole(role)) return role
  const colour = record.props?.color
  return (record.type === 'note' && typeof colour === 'string' && roleOfColour(colour)) || null
}

/** Its trace, when it has one that can be one. */
export function traceOf(record: BoardRecord): string | null {
  const { trace } = metaOf(record)
  return isUuid(trace) ? trace : null
}

/** Where things lie, in words: the nearest frame above them, and of a note the cell of it. */
export class BoardPlaces {
  readonly #records: ReadonlyMap<string, BoardRecord>
  readonly #children: ReadonlyMap<string, BoardRecord[]>
  readonly #cells = new Map<string, SectionCells>()

  constructor(records: ReadonlyMap<string, BoardRecord>) {
    this.#records = records
    const drawn = [...records.values()].filter((record) => metaOf(record).part !== undefined)
    this.#children = groupBy(drawn, ({ parentId }) => String(parentId))
  }

  of(record: BoardRecord): string {
    const frame = this.#frameOf(record)
    return frame === undefined ? '' : this.#inFrame(record, frame)
  }

  /** Key of the section that somebody put this in; null for none, and for what a template drew. */
  sectionKeyOf(record: BoardRecord): string | null {
    if (metaOf(record).part !== undefined) return null
    const frame = this.#frameOf(record)
    const key = frame && metaOf(frame).section
    return key === undefined ? null : storable(key).slice(0, LONGEST.id)
  }

  #frameOf(record: BoardRecord): BoardRecord | undefined {
    let above = this.#records.get(String(record.parentId))
    for (let depth = 0; above !== undefined && depth < DEEPEST; depth++) {
      if (above.type === 'frame') return above
      above = this.#records.get(String(above.parentId))
    }
    return undefined
  }

  #inFrame(record: BoardRecord, frame: BoardRecord): string {
    const isFree = metaOf(record).part === undefined && record.parentId === frame.id
    const { w, h } = isFree ? boxOf(record, MEASURED_MAX) : { w: 0, h: 0 }
    const middle = { x: Number(record.x) + w / 2, y: Number(record.y) + h / 2 }
    const cell = isFree ? this.#cellsOf(frame).at(middle) : undefined
    return storable(placeWords(frame, wordsOn(frame).trim(), cell)).slice(0, LONGEST.section)
  }

  #cellsOf(frame: BoardRecord): SectionCells {
    const known = this.#cells.get(frame.id) ?? new SectionCells(frame, this.#children.get(frame.id) ?? [])
    this.#cells.set(frame.id, known)
    return known
  }
}
