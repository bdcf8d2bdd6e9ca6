import type { BoardRecord } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { wordsOfMeta } from '@samtavle/shared/designed-words'
import type { Locale, Localised } from '@samtavle/shared/locale'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import { firstMarks, richTextOf } from '@samtavle/shared/rich-text-doc'
import { wordsOn } from '@samtavle/shared/shape-words'
import { TEMPLATE_SECTIONS_MAX } from '@samtavle/shared/template-limits'

export type LayOut = {
  locale: Locale
  examples: boolean
  /** The part of an id after the colon; must never repeat. */
  newId: () => string
  /** Of the board that is made; the page is called so, and the header says it. */
  boardName: string
  /** Id of the page that is there already, of a board that is made anew. */
  pageId?: string | undefined
}

/**
 * The records of a new board from those of a template: ids of its own with every reference among them kept, headings in
 * the board's language, examples only when they are asked for. Pure.
 */
export function laidOutRecords(source: readonly BoardRecord[], options: LayOut): BoardRecord[] {
  const { locale, examples, newId, boardName, pageId } = options
  const firstPage = source.find(({ typeName }) => typeName === 'page')?.id
  const ids = new Map<string, string>()
  for (const { id, typeName } of source) {
    const known = typeName === 'document' ? id : id === firstPage ? pageId : undefined
    ids.set(id, known ?? `${typeName}:${newId()}`)
  }
  const renamed = source.map((record) => spoken(withIds(record, ids), locale, boardName))
  if (examples) return renamed
  const { remove, put } = findExampleRemoval(renamed)
  const gone = new Set(remove)
  const cleared = new Map(put.map((record) => [record.id, record]))
  return renamed.filter(({ id }) => !gone.has(id)).map((record) => cleared.get(record.id) ?? record)
}

function withIds(record: BoardRecord, ids: ReadonlyMap<string, string>): BoardRecord {
  const renamed: BoardRecord = { ...record, id: ids.get(record.id) ?? record.id }
  for (const key of ['parentId', 'fromId', 'toId']) {
    const next = typeof record[key] === 'string' ? ids.get(record[key]) : undefined
    if (next !== undefined) renamed[key] = next
  }
  return renamed
}

/** Its words in this language, where a designer wrote them. */
function spoken(record: BoardRecord, locale: Locale, boardName: string): BoardRecord {
  if (record.typeName === 'page') return { ...record, name: boardName }
  const { section, cell, part } = metaOf(record)
  const isName = section === 'titelfelt' && cell === 'navn' && part === 'field'
  const words = isName ? boardName : wordsOfMeta(record)?.[locale]
  if (words === undefined || words === '') return record
  const { props } = record
  if (isFrame(record)) return { ...record, props: { ...props, name: words } }
  if (props?.richText === undefined) return record
  return { ...record, props: { ...props, richText: richTextOf(words, firstMarks(props.richText)) } }
}

export type SectionWords = { key: string; heading: Localised; question: Localised }

/** The sections of a template in reading order, with their headings and guiding questions. Pure. */
export function sectionsOf(records: readonly BoardRecord[]): SectionWords[] {
  const questions = new Map<string, BoardRecord>()
  for (const record of records) {
    if (metaOf(record).part === 'question') questions.set(String(record.parentId), record)
  }
  const orderOf = (record: BoardRecord): number => metaOf(record).order ?? Number.POSITIVE_INFINITY
  const place = ({ x, y }: BoardRecord) => Number(y) * 1e6 + Number(x)
  return records
    .filter((record) => isFrame(record) && metaOf(record).section !== 'titelfelt')
    .sort((a, b) => orderOf(a) - orderOf(b) || place(a) - place(b))
    .slice(0, TEMPLATE_SECTIONS_MAX)
    .map((frame) => {
      const question = questions.get(frame.id)
      return { key: frame.id, heading: said(frame), question: question ? said(question) : said(undefined) }
    })
}

/** In every language; where it says nothing, what the shape says. */
function said(record: BoardRecord | undefined): Localised {
  const own = record === undefined ? '' : wordsOn(record)
  const words = record && wordsOfMeta(record)
  return { da: words?.da || own, en: words?.en || own, nb: words?.nb || own }
}
