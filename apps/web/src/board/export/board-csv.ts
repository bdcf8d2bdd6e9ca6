import type { ReadSection } from '@samtavle/shared/read-board'
import { cleanText, type ExportWords, sectionTitle } from './export-words.ts'

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
/** Excel in Danish and Norwegian takes the comma for decimals and expects this between values. */
const SEPARATOR = ';'
const LINE_END = '\r\n'

/** A row for each text, with a head: section, cell, role, text, author, colour, example. */
export function boardCsv(sections: readonly ReadSection[], words: ExportWords): string {
  const { columns } = words
  const rows: string[][] = [
    [columns.section, columns.cell, columns.role, columns.text, columns.author, columns.colour, columns.example],
  ]
  for (const section of sections) {
    const title = sectionTitle(section, words)
    for (const cell of section.cells) {
      for (const { role, text, author, colour, example } of cell.texts) {
        const roleName = role === undefined ? '' : words.role(role)
        const name = author === undefined ? '' : words.author(author)
        const isExample = example ? words.yes : words.no
        rows.push([title, cell.title ?? '', roleName, text, name, words.colour(colour), isExample])
      }
    }
  }
  return BYTE_ORDER_MARK + rows.map((row) => row.map(csvValue).join(SEPARATOR) + LINE_END).join('')
}

/**
 * One value. A spreadsheet reckons whatever begins with one of these signs, also behind spaces and in full width, and
 * what it reckons can run programs and send the sheet away: an apostrophe makes it text.
 */
export function csvValue(value: string): string {
  const words = cleanText(value)
  const reckoned = /^[\t\n]|^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(words)
  const text = reckoned ? `'${words}` : words
  return /["\n\t;,]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
