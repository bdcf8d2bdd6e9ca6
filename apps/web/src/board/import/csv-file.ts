import Papa from 'papaparse'
import { type Sheet, TABLE_LIMITS, TableError, withoutEmpty } from './table-file.ts'

/**
 * The rows of a CSV file, whatever its separator and whichever of the usual encodings it is in.
 * @throws TableError
 */
export function readCsv(bytes: Uint8Array, name: string): Sheet[] {
  const text = decode(bytes)
  // A picture or a program that somebody named .csv.
  if (text.includes('\u0000')) throw new TableError('unreadable')
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t', '|'],
    preview: TABLE_LIMITS.rows + 1,
    skipEmptyLines: 'greedy',
  })
  if (data.length > TABLE_LIMITS.rows) throw new TableError('too-large')
  let cells = 0
  for (const row of data) {
    cells += row.length
    if (row.length > TABLE_LIMITS.columns || cells > TABLE_LIMITS.cells) throw new TableError('too-large')
  }
  return withoutEmpty([{ name, rows: data }])
}

/** UTF-8 or UTF-16 by its mark, else UTF-8 when it is that, else what Excel writes in Europe. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
