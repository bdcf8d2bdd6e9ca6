import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import type { TrialLineMark } from '@samtavle/shared/board-meta'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import type { CardProps } from '@samtavle/shared/card-shape'
import type { Locale } from '@samtavle/shared/locale'
import { NOTE_STEP, notePlaces, SECTION_PADDING } from '@samtavle/shared/note-rows'
import { boxOf, MEASURED_MAX, NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { BEFORE_NAME } from '@samtavle/shared/section-cells'
import { trialOf } from '@samtavle/shared/trial-card'
import { trialLineMarkOf } from '@samtavle/shared/trial-log'
import { note, noteHeight } from '@samtavle/templates/shapes'
import type * as Y from 'yjs'
import { type Box, besideAll, boxAt, collide, highest, indexAbove, takesRoom } from '../boards/room-for-notes.ts'

export type WrittenLine = {
  line: string
  happened: string
  learned: string
  who: string
  /** With the offset of where it was written. */
  at: string
  by: { userId: string; locale: Locale }
}
type Part = { part: TrialLineMark['part']; text: string; h: number }
type Place = { parentId: string; x: number; y: number }
type Placed = Part & Place
type Records = ReadonlyMap<string, BoardRecord>

/** Letters of a trial's name in a note. */
const NAME_LENGTH = 60
/** Rows that are tried beside a card. */
const ROWS = 400
/** From where the name of a lane of the log begins to where its notes do. */
const BELOW_LANE = 2

/**
 * Puts a line of a trial's log on its board as notes: when and who, and what happened, in the next free row of T14's log
 * and what was learned in its section; where there is no such log, or no row left, in a row beside the card. Call inside
 * a transaction.
 */
export function placeTrialLine(doc: Y.Doc, card: BoardRecord, line: WrittenLine, newId: () => string): void {
  const records = new Map(readAllRecords(doc).map((record) => [record.id, record]))
  // Sent twice at once.
  if ([...records.values()].some((record) => trialLineMarkOf(record)?.line === line.line)) return
  const moment = momentOf(line.at, line.by.locale) + whichOf(records, card)
  const page = [...records.values()].find(({ typeName }) => typeName === 'page')
  const parts = partsOf(line, moment, learnedLabel(card))
  if (page === undefined || parts.length === 0) return
  const dated = partsOf(line, moment, moment)
  const learnedAt = learnedPlace(records, dated)
  const placed =
    inLog(records, learnedAt === undefined ? parts : dated, learnedAt) ?? besideCard(records, page.id, card, parts)
  placed.forEach(({ part, text, h, parentId, x, y }, i) => {
    const above = highest([...records.values()].filter((record) => record.parentId === parentId))
    const { locked: _, ...shape } = note({
      x,
      y,
      text,
      role: 'fact',
      meta: { by: line.by.userId, trialLine: { trial: card.id, line: line.line, at: line.at, part } },
    })
    const props = { ...shape.props, growY: h - NOTE_SIZE }
    const place = { id: `shape:${newId()}`, parentId, index: indexAbove(above, i) }
    createRecord(recordMapOf(doc), {
      ...shape,
      ...place,
      typeName: 'shape',
      rotation: 0,
      isLocked: false,
      opacity: 1,
      props,
    })
  })
}

/**
 * @param moment the first line above who wrote it
 * @param caption the first line above what was learned
 */
function partsOf({ happened, learned, who }: WrittenLine, moment: string, caption: string): Part[] {
  if (happened === '' && learned === '') return []
  const texts: [TrialLineMark['part'], string][] = [
    ['when', [moment, who].filter((words) => words !== '').join('\n')],
    ['happened', happened],
    ['learned', learned === '' ? '' : `${caption}\n${learned}`],
  ]
  return texts.filter(([, text]) => text !== '').map(([part, text]) => ({ part, text, h: noteHeight(text) }))
}

/** The name of the trial, where there are several on the board. */
function whichOf(records: Records, card: BoardRecord): string {
  const title = trialOf(card)?.title.split('\n')[0]?.slice(0, NAME_LENGTH) ?? ''
  const others = [...records.values()].some(({ id }) => id !== card.id && trialOf(records.get(id)) !== null)
  return others && title !== '' ? ` · ${title}` : ''
}

/** What the card calls what was learned. */
const learnedLabel = (card: BoardRecord): string =>
  (card.props as CardProps).fields.find(({ key }) => key === 'laert')?.label ?? '→'

/** As the clock stood where it was written: »21.11. kl. 14.05«. */
function momentOf(at: string, locale: Locale): string {
  const [, month = '', day = '', hour = '', minute = ''] = /^\d+-(\d+)-(\d+)T(\d+):(\d+)/.exec(at) ?? []
  return locale === 'en'
    ? `${day}/${month} ${hour}:${minute}`
    : `${Number(day)}.${Number(month)}. kl. ${hour}.${minute}`
}

function inLog(records: Records, parts: readonly Part[], learnedAt: Place | undefined): Placed[] | null {
  for (const frame of records.values()) {
    if (!isFrame(frame) || metaOf(frame).section !== 'log') continue
    const children = childrenOf(records, frame.id)
    const column = (key: string) =>
      children.find((child) => metaOf(child).part === 'heading' && metaOf(child).cell === key)
    const [dated, seen] = [column('dato'), column('saa')]
    if (dated === undefined || seen === undefined) continue
    const taken = children.filter(takesRoom).map(boxAt)
    const lanes = children.filter((child) => metaOf(child).part === 'lane').map(({ y }) => Number(y) + BELOW_LANE)
    const x = (heading: BoardRecord) => Number(heading.x) - BEFORE_NAME + SECTION_PADDING
    for (const y of lanes.toSorted((a, b) => a - b)) {
      const placed = parts.map((part): Placed => {
        if (part.part === 'learned' && learnedAt !== undefined) return { ...part, ...learnedAt }
        const step = part.part === 'learned' ? NOTE_STEP : 0
        return { ...part, parentId: frame.id, x: x(part.part === 'when' ? dated : seen) + step, y }
      })
      const inRow = placed.filter(({ parentId }) => parentId === frame.id).map(boxOfPart)
      const fits = inRow.every((box) => box.y + box.h <= Number(frame.props?.h))
      if (fits && !inRow.some((box) => taken.some((other) => collide(box, other)))) return placed
    }
  }
  return null
}

/** A free place for what was learned in the section for it; undefined when there is none. */
function learnedPlace(
  records: Records,
  parts: readonly Part[],
): { parentId: string; x: number; y: number } | undefined {
  const h = parts.find(({ part }) => part === 'learned')?.h ?? 0
  for (const frame of records.values()) {
    if (!isFrame(frame) || metaOf(frame).section !== 'laert') continue
    const taken = childrenOf(records, frame.id).filter(takesRoom).map(boxAt)
    const place = notePlaces({ x: 0, y: 0, ...boxOf(frame, MEASURED_MAX) }, []).find(
      ({ x, y, room }) => h <= room && !taken.some((box) => collide(box, { x, y, w: NOTE_SIZE, h })),
    )
    if (place !== undefined) return { parentId: frame.id, x: place.x, y: place.y }
  }
  return undefined
}

/** A row right of the card, or, for a card in a section, right of everything; below the lines that are there. */
function besideCard(records: Records, pageId: string, card: BoardRecord, parts: readonly Part[]): Placed[] {
  const onPage = childrenOf(records, pageId)
  const lines = onPage.filter((record) => trialLineMarkOf(record)?.trial === card.id).map(boxAt)
  const taken = onPage.filter((record) => takesRoom(record) || isFrame(record)).map(boxAt)
  const own = boxAt(card)
  const right = card.parentId === pageId ? { x: own.x + own.w + SECTION_PADDING, y: own.y } : besideAll(records)
  const corner =
    lines.length === 0 ? right : { x: Math.min(...lines.map(({ x }) => x)), y: Math.min(...lines.map(({ y }) => y)) }
  const rowAt = (x: number, y: number) =>
    parts.map((part, i): Placed => ({ ...part, parentId: pageId, x: x + i * NOTE_STEP, y }))
  for (let i = 0; i < ROWS; i++) {
    const row = rowAt(corner.x, corner.y + i * NOTE_STEP)
    if (!row.map(boxOfPart).some((box) => taken.some((other) => collide(box, other)))) return row
  }
  const { x, y } = besideAll(records)
  return rowAt(x, y)
}

const childrenOf = (records: Records, parentId: string): BoardRecord[] =>
  [...records.values()].filter((record) => record.parentId === parentId)
const boxOfPart = ({ x, y, h }: Placed): Box => ({ x, y, w: NOTE_SIZE, h })
