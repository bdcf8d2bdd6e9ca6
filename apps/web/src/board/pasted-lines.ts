/** How many notes one paste may make, and how long the words of one may be, in UTF-16 units. */
export const PASTE_LIMITS = { lines: 500, lineLength: 2_000 } as const

/** Marks that lists in letters and documents begin their lines with; numbers stay, they may be dates. */
const LIST_MARK = /^(?:[-–—*•◦▪‣·]|\[[ xX]?\])\s+/u

/**
 * The notes that pasted text asks for: one a line, or one a row of a spreadsheet. Empty lines and the marks of lists are
 * left out; the cells of a row stand in one note. Pure.
 */
export function pastedLines(text: string): string[] {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '')
  const rows = plain.includes('\t') || plain.startsWith('"') ? rowsOf(plain) : undefined
  const lines =
    rows?.map((cells) =>
      cells
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' – '),
    ) ?? plain.split('\n')
  return lines.map((line) => line.trim().replace(LIST_MARK, '').trim()).filter(Boolean)
}

/** Rows and cells as spreadsheets copy them; undefined when the quotes do not add up, so that they are only letters. */
function rowsOf(text: string): string[][] | undefined {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if (cell === undefined) return undefined
    rows.at(-1)?.push(cell.words)
    if (text[cell.end] === '\n') rows.push([])
    at = cell.end + 1
  }
  return rows
}

type Cell = { words: string; end: number }

function plainCell(text: string, from: number): Cell {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return { words: text.slice(from, end), end }
}

/** A cell in quotes may hold lines and tabs; a quote in it is written twice. */
function quotedCell(text: string, from: number): Cell | undefined {
  let words = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') words += text[at]
    else if (text[at + 1] === '"') {
      words += '"'
      at += 1
    } else {
      const end = at + 1
      return end === text.length || text[end] === '\t' || text[end] === '\n' ? { words, end } : undefined
    }
  }
  return undefined
}
