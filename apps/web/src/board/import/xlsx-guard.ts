import { strFromU8, unzipSync } from 'fflate'
import { TABLE_LIMITS, TableError } from './table-file.ts'

/**
 * Looks at a spreadsheet before it is read: a few kilobytes can unzip to gigabytes, and one cell in the last corner of a
 * sheet makes the reader fill all rows before it.
 * @throws TableError
 */
export function guardWorkbook(bytes: Uint8Array): void {
  let unzipped = 0
  let parts = 0
  let sheets: Record<string, Uint8Array>
  try {
    // A part is never unzipped beyond the size that the archive says it has.
    sheets = unzipSync(bytes, {
      filter({ name, originalSize }) {
        unzipped += originalSize
        parts += 1
        if (unzipped > TABLE_LIMITS.unzippedBytes || parts > TABLE_LIMITS.parts) throw new TableError('too-large')
        return name.endsWith('.xml') && !name.includes('sharedStrings') && !name.includes('styles')
      },
    })
  } catch (failure) {
    throw failure instanceof TableError ? failure : new TableError('unreadable')
  }
  let cells = 0
  for (const part of Object.values(sheets)) {
    const extent = extentOf(strFromU8(part))
    if (extent.rows > TABLE_LIMITS.rows || extent.columns > TABLE_LIMITS.columns) throw new TableError('too-large')
    cells += extent.rows * extent.columns
    if (cells > TABLE_LIMITS.cells) throw new TableError('too-large')
  }
}

/** The last row that a spreadsheet has; rows hidden to the end of it are common, and cost little. */
const LAST_ROW = 1_048_576

/** How far its cells go that hold something. @throws TableError for a place that is none */
function extentOf(xml: string): { rows: number; columns: number } {
  const extent = { rows: 0, columns: 0 }
  let row = 0
  for (const { name, attributes, empty } of tagsOf(xml)) {
    const local = name.slice(name.indexOf(':') + 1)
    const place = local === 'c' || local === 'row' ? attributes.get('r') : undefined
    if (place === undefined) continue
    const [, letters, digits] = /^([A-Z]{0,3})([0-9]{1,7})$/.exec(place) ?? []
    const number = Number(digits)
    if (letters === undefined || !(number <= LAST_ROW)) throw new TableError('unreadable')
    if (local === 'row') row = number
    // Cells without words are only painted, often to the end of the row.
    if (local === 'row' || empty) continue
    extent.columns = Math.max(extent.columns, columnOf(letters))
    extent.rows = Math.max(extent.rows, number, row)
  }
  return extent
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

type Tag = { name: string; attributes: ReadonlyMap<string, string>; empty: boolean }

const TAG = /<([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Opening tags, one after the other. What is no tag to us might be one to the reader, so that it is refused. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const sign = xml[at + 1]
    if (sign === '/' || sign === '?') {
      at += 2
      continue
    }
    TAG.lastIndex = at
    const found = TAG.exec(xml)
    if (found === null) throw new TableError('unreadable')
    const [all, name = '', rest = ''] = found
    at += all.length
    const attributes = new Map<string, string>()
    for (const [, key = '', double, single] of rest.matchAll(ATTRIBUTE)) attributes.set(key, double ?? single ?? '')
    yield { name, attributes, empty: rest.endsWith('/') }
  }
}
