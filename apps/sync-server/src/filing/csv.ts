type Cell = string | number | null

/** Cells that a spreadsheet would take for a formula get a quote before them. */
const FORMULA = /^[=+\-@\t\r]/u

/** A CSV file as spreadsheets in Denmark and Norway open them: semicolons, UTF-8 with its mark, every cell quoted. */
export function csvFile(rows: readonly (readonly Cell[])[]): Uint8Array {
  const cell = (value: Cell): string => {
    if (typeof value === 'number') return String(value)
    const text = value ?? ''
    return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  }
  const lines = rows.map((row) => `${row.map(cell).join(';')}\r\n`)
  return new TextEncoder().encode(`\u{feff}${lines.join('')}`)
}
