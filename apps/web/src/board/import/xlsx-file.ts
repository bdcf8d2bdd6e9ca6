import readXlsxFile from 'read-excel-file/universal'
import { type Sheet, TABLE_LIMITS, TableError, withoutEmpty } from './table-file.ts'
import { guardWorkbook } from './xlsx-guard.ts'

/**
 * The sheets of an XLSX file with their cells as words. Formulas come as what they were when the file was saved.
 * @throws TableError
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  guardWorkbook(bytes)
  const read = await readXlsxFile(bytes.buffer).catch(() => {
    throw new TableError('unreadable')
  })
  if (read.length > TABLE_LIMITS.sheets) throw new TableError('too-large')
  return withoutEmpty(read.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(words)) })))
}

/** A cell as it would be written on a note. Dates come as a moment in UTC. */
function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const [day = '', time = ''] = value.toISOString().split('T')
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
  }
  return String(value)
}
