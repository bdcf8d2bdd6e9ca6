import type { BoardRecord } from '@samtavle/shared/board-doc'
import { type BoardMeta, isFrame, metaOf } from '@samtavle/shared/board-meta'
import { withoutBoardSteps } from '@samtavle/shared/board-steps'
import { designedWords, wordsOfMeta } from '@samtavle/shared/designed-words'
import type { Locale } from '@samtavle/shared/locale'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { wordsOn } from '@samtavle/shared/shape-words'
import { isStructured } from '@samtavle/shared/structured-types'
import type { TemplateLeftOut } from '@samtavle/shared/template-api'

/** Kinds of shapes that a designer may draw a form from, and that may hold what somebody wrote. */
const LOOSE = new Set(['text', 'geo', 'line', 'arrow', 'group'])
/** Drawn by hand: as personal as a note. */
const DRAWN = new Set(['draw', 'highlight'])
/** Boxes that people fill in. */
const FILLED_IN = new Set(['field', 'text'])
/** Props of our own shapes that hold what people answered. */
const ANSWERS = /^(text|pick|tick|point)\d+$/
/** The header's field of the phase says what the form is for, not who used it. */
const KEPT_FIELD = 'titelfelt/fase'

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
      return withoutBoardSteps(withoutAuthor(emptied))
    })
  return { records: stripped, leftOut }
}

const LABELS = new Set(['heading', 'question', 'hint'])

/**
 * A form as others get it: its sections lie fast, but for those that a designer left free, and have a place in the
 * reading order, row by row where nobody gave them one; and what a heading says on the board is what it says in the
 * board's language. Pure.
 */
export function settledRecords(records: readonly BoardRecord[], locale: Locale): BoardRecord[] {
  const frames = records.filter(isFrame)
  const orderOf = (frame: BoardRecord): number | undefined => {
    const { order } = metaOf(frame)
    return typeof order === 'number' ? order : undefined
  }
  let next = Math.max(0, ...frames.map((frame) => (orderOf(frame) ?? -1) + 1))
  const orders = new Map<string, number>()
  const unordered = frames.filter((frame) => orderOf(frame) === undefined)
  for (const { id } of unordered.sort((a, b) => Number(a.y) - Number(b.y) || Number(a.x) - Number(b.x))) {
    orders.set(id, next++)
  }
  const free = new Set(frames.filter((frame) => metaOf(frame).fixed === false).map(({ id }) => id))
  const headings = new Map<string, BoardRecord>()
  for (const record of records) {
    const { part, cell } = metaOf(record)
    // Names of columns are headings too, but not the section's.
    if (part === 'heading' && cell === undefined) headings.set(String(record.parentId), record)
  }
  return records.map((source) => {
    const record = namedByHeading(source, headings.get(source.id))
    const meta = withWordsShown(record, locale)
    if (isFrame(record)) {
      const order = orderOf(record) ?? orders.get(record.id)
      return { ...record, meta: { ...meta, order, fixed: !free.has(record.id) } }
    }
    if (!LABELS.has(meta.part ?? '')) return record
    if (free.has(String(record.parentId))) return { ...record, meta }
    return { ...record, isLocked: true, meta: { ...meta, fixed: true } }
  })
}

/** A section of a designer's own is called what its heading says, which somebody may have written anew. */
function namedByHeading(record: BoardRecord, heading: BoardRecord | undefined): BoardRecord {
  const name = heading === undefined ? '' : wordsOn(heading).trim()
  if (!isFrame(record) || metaOf(record).words === undefined || name === '') return record
  return { ...record, props: { ...record.props, name } }
}

function withWordsShown(record: BoardRecord, locale: Locale): BoardMeta {
  const meta = metaOf(record)
  return wordsOfMeta(record) === undefined ? meta : { ...meta, words: designedWords(record, locale) }
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
  if (example !== true && isStructured(record.type)) return withoutAnswers(record)
  const { richText } = record.props ?? {}
  if (part === undefined || !FILLED_IN.has(part) || example === true || richText === undefined) return record
  if (`${section}/${cell}` === KEPT_FIELD || wordsOn(record).trim() === '') return record
  return { ...record, props: { ...record.props, richText: richTextOf('') } }
}

/** A card without what is written and picked on it, a choice without ticks, a curve without points. */
function withoutAnswers(record: BoardRecord): BoardRecord {
  const { chosen, ...props } = record.props ?? {}
  const isAnswer = ([key]: readonly [string, unknown]): boolean => ANSWERS.test(key)
  const entries = Object.entries(props)
  if (!chosen && !entries.some((entry) => isAnswer(entry) && entry[1])) return record
  const form = entries.filter((entry) => !isAnswer(entry))
  return { ...record, props: { ...Object.fromEntries(form), ...(chosen !== undefined && { chosen: '' }) } }
}

function withoutAuthor(record: BoardRecord): BoardRecord {
  const { by, source, trace } = metaOf(record)
  if (by === undefined && source === undefined && trace === undefined) return record
  const { by: _by, source: _source, trace: _trace, ...meta } = record.meta ?? {}
  return { ...record, meta }
}
