/** What may be read from a file of rows, in bytes, rows, columns and cells; UTF-16 units for the words of a cell. */
export const TABLE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  /** Of all parts of a spreadsheet together, once they are unzipped. */
  unzippedBytes: 60 * 1024 * 1024,
  parts: 2_000,
  rows: 20_000,
  columns: 200,
  cells: 1_000_000,
  sheets: 100,
} as const

/** One sheet of a spreadsheet, or all of a CSV file. Rows may be of different lengths. */
export type Sheet = { name: string; rows: string[][] }

/** Why a file gives no rows. */
export type TableRefusal = 'unreadable' | 'too-large' | 'empty'

export type OpenedTable = { ok: true; sheets: Sheet[] } | { ok: false; reason: TableRefusal }

export class TableError extends Error {
  override readonly name = 'TableError'
  readonly reason: TableRefusal

  constructor(reason: TableRefusal) {
    super(`the table is ${reason}`)
    this.reason = reason
  }
}

/** Leaves out sheets without words, and cells and rows without any at the ends. @throws TableError `empty` */
export function withoutEmpty(sheets: readonly Sheet[]): Sheet[] {
  const filled = sheets.map(({ name, rows }) => ({ name, rows: trimmed(rows) })).filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) throw new TableError('empty')
  return filled
}

function trimmed(rows: readonly string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1).map((row) => row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1))
}
