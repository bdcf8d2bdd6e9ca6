import type { Locale } from '@samtavle/shared/locale'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import type { TLShape } from '@tldraw/tldraw'
import { isNote, metaOf, roleOf } from './board-meta.ts'
import { exampleWord } from './shapes/note-words.ts'

/** Words on a shape, and the words that the board itself writes on a note. */
export function wordsOn(shape: TLShape, locale: Locale): string[] {
  const { richText, text, name } = shape.props as Record<string, unknown>
  const words = [isRichText(richText) ? plainTextOf(richText) : '', text, shape.type === 'frame' ? name : '']
  if (isNote(shape)) {
    const role = roleOf(shape)
    if (role !== undefined) words.push(NOTE_ROLE_LOOK[role].name[locale])
    if (metaOf(shape).example === true) words.push(exampleWord(locale))
  }
  return words.filter((word): word is string => typeof word === 'string' && word !== '')
}

const isRichText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<RichText>).content)

/** A frame that things stand in, by its corner on the page. */
export type Sheet = { id: string; order: number | undefined; x: number; y: number }

/** Something by its corner on the page, and the sheet that it stands on, if any. */
export type Placed = { x: number; y: number; sheet: Sheet | undefined }

/** What begins less than this below the first of a row is in that row: nobody lays notes down to the pixel. */
const ROW = 100

/**
 * As one reads a board: sheet by sheet – those of the template in its order, then the others by place, at last what
 * stands on no sheet – and on each from the top to the bottom and from left to right. Pure.
 */
export function inReadingOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  const bySheet = new Map<string, { sheet: Sheet | undefined; items: Item[] }>()
  for (const item of items) {
    const key = item.sheet?.id ?? ''
    const known = bySheet.get(key)
    if (known) known.items.push(item)
    else bySheet.set(key, { sheet: item.sheet, items: [item] })
  }
  return [...bySheet.values()].sort((a, b) => compareSheets(a.sheet, b.sheet)).flatMap((each) => rowByRow(each.items))
}

function compareSheets(a: Sheet | undefined, b: Sheet | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const [first, second] = [a.order ?? Number.MAX_SAFE_INTEGER, b.order ?? Number.MAX_SAFE_INTEGER]
  return first - second || a.y - b.y || a.x - b.x
}

function rowByRow<Item extends Placed>(items: readonly Item[]): Item[] {
  const rows: Item[][] = []
  let top = Number.NEGATIVE_INFINITY
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    if (item.y - top >= ROW) {
      rows.push([])
      top = item.y
    }
    rows.at(-1)?.push(item)
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || a.y - b.y))
}

/** Where a person is among the hits: at one, or where one was until somebody changed or deleted it. */
export type FindPlace = { id: string | undefined; index: number }

/** The same place among other hits: others' edits move nobody. */
export function keepPlace(place: FindPlace, ids: readonly string[]): FindPlace {
  const index = place.id === undefined ? -1 : ids.indexOf(place.id)
  return index >= 0 ? { id: place.id, index } : { id: undefined, index: Math.min(place.index, ids.length) }
}

/** The next place or the one before, around the ends. Undefined when there are no hits. */
export function stepFrom(place: FindPlace, ids: readonly string[], by: 1 | -1): FindPlace | undefined {
  // A hit that went away has left its number to the next one.
  const wanted = place.id === undefined && by === 1 ? place.index : place.index + by
  const index = ids.length === 0 ? -1 : (wanted + ids.length) % ids.length
  const id = ids[index]
  return id === undefined ? undefined : { id, index }
}
