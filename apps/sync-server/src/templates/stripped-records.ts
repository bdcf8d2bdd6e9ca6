import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { BoardMeta } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { TemplateLeftOut } from '@samtavle/shared/template-api'

/** Kinds of shapes that a designer may draw a form from, and that may hold what somebody wrote. */
const LOOSE = new Set(['text', 'geo', 'line', 'arrow', 'group'])
/** Drawn by hand: as personal as a note. */
const DRAWN = new Set(['draw', 'highlight'])
/** Boxes that people fill in. */
const FILLED_IN = new Set(['field', 'text'])
/** The header's field of the phase says what the form is for, not who used it. */
const KEPT_FIELD = 'titelfelt/fase'

const metaOf = ({ meta }: BoardRecord): BoardMeta => (typeof meta === 'object' ? meta : {})

/**
 * A board as a form for others: sections, headings, fixed background and examples stay, and what people put there does
 * not. Nothing of it says who wrote it. Pure.
 * @param keepLoose keeps texts, figures and lines that are not fixed; never notes, drawings and pictures
 */
export function strippedRecords(
  records: readonly BoardRecord[],
  keepLoose: boolean,
): { records: BoardRecord[]; leftOut: TemplateLeftOut } {
  const leftOut = { notes: 0, pictures: 0, loose: 0, fields: 0 }
  const byId = new Map(records.map((record) => [record.id, record]))
  const kept = new Set<string>()
  for (const record of records) {
    if (record.typeName === 'document' || record.typeName === 'page') kept.add(record.id)
    if (record.typeName === 'shape' && staysOnForm(record, keepLoose)) keepWithParents(record, byId, kept)
  }
  for (const record of records) {
    if (record.typeName !== 'shape' || kept.has(record.id)) continue
    if (record.type === 'note') leftOut.notes += 1
    else if (record.type === 'image' || record.type === 'video') leftOut.pictures += 1
    else if (record.type !== 'group') leftOut.loose += 1
  }
  for (const { id, typeName, fromId, toId } of records) {
    if (typeName === 'binding' && kept.has(String(fromId)) && kept.has(String(toId))) kept.add(id)
  }
  const stripped = records
    .filter(({ id }) => kept.has(id))
    .map((record) => {
      const emptied = emptyField(record)
      if (emptied !== record) leftOut.fields += 1
      return withoutAuthor(emptied)
    })
  return { records: stripped, leftOut }
}

function staysOnForm(record: BoardRecord, keepLoose: boolean): boolean {
  const { example, fixed, part } = metaOf(record)
  const type = String(record.type)
  // A picture lies with the board that holds it: a template has none.
  if (type === 'image' || type === 'video') return false
  if (type === 'frame' || example === true || fixed === true) return true
  if (type === 'note' || DRAWN.has(type)) return false
  if (record.isLocked === true || typeof part === 'string') return true
  return LOOSE.has(type) ? keepLoose && type !== 'group' : false
}

/** What it stands in stays too, a group for instance: without it, it would stand somewhere else. */
function keepWithParents(record: BoardRecord, byId: ReadonlyMap<string, BoardRecord>, kept: Set<string>): void {
  for (let next: BoardRecord | undefined = record; next !== undefined && !kept.has(next.id); ) {
    kept.add(next.id)
    next = byId.get(String(next.parentId))
  }
}

/** The same record when nothing was written in it. */
function emptyField(record: BoardRecord): BoardRecord {
  const { part, example, section, cell } = metaOf(record)
  const { richText } = record.props ?? {}
  if (part === undefined || !FILLED_IN.has(part) || example === true || richText === undefined) return record
  if (`${section}/${cell}` === KEPT_FIELD || isEmpty(richText)) return record
  return { ...record, props: { ...record.props, richText: richTextOf('') } }
}

const isEmpty = (richText: unknown): boolean => !JSON.stringify(richText).includes('"text":')

function withoutAuthor(record: BoardRecord): BoardRecord {
  if (metaOf(record).by === undefined) return record
  const { by: _by, ...meta } = record.meta ?? {}
  return { ...record, meta }
}
