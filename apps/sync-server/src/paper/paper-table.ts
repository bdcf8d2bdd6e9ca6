import type { PdfElement } from 'pdfkit'
import type { PaperBlock, Paragraph } from './paper-blocks.ts'
import type { PaperText, ReadyLine } from './paper-text.ts'

type Table = Extract<PaperBlock, { kind: 'table' }>
type Cell = { tag: 'TH' | 'TD'; lines: ReadyLine[]; x: number; element: PdfElement }

/** Points on A4: narrower columns cannot be read. */
const NARROWEST = 74
const PADDING = 5
/** What the column of row titles has of the width, where there is one. */
const TITLES = 0.19

/** A table whose rows may go on in the next column or on the next sheet; its head is repeated there. */
export function writeTable(table: Table, paper: PaperText, emptyCell: string, parent: PdfElement): void {
  const { doc, flow, scale } = paper
  const hasTitles = table.rows.some(({ title }) => title !== '')
  const hasHead = table.columns.some((title) => title !== '')
  const count = Math.max(table.columns.length, ...table.rows.map(({ cells }) => cells.length))
  const titles = hasTitles ? flow.width * TITLES : 0
  const each = (flow.width - titles) / Math.max(1, count)
  if (each < NARROWEST * scale) {
    writeStacked(table, paper, parent)
    return
  }

  const gap = PADDING * scale
  const left = (column: number) => (column < 0 ? 0 : titles + column * each)
  const widths = (column: number) => (column < 0 ? titles : each) - gap
  const first = hasTitles ? -1 : 0
  const numbers = Array.from({ length: count - first }, (_, index) => index + first)
  const linesOf = (paragraphs: readonly Paragraph[], column: number) => paper.ready(paragraphs, widths(column))
  const head = numbers.map((column) => linesOf([{ text: table.columns[column] ?? '', look: 'strong' }], column))
  const headHeight = hasHead ? Math.max(...head.map(heightOf)) + gap : 0

  const element = doc.struct('Table')
  parent.add(element)
  flow.need(headHeight + 60 * scale)
  const rule = () => paper.rule(flow.x, flow.width, flow.y - gap / 2)
  /** Repeated heads are for the eyes: who hears the table heard it before. */
  const drawHead = () => {
    if (!hasHead) return
    paper.artifact(() => drawLines(head, (index) => flow.x + left(numbers[index] ?? 0), flow.y, paper))
    flow.y += headHeight
    rule()
  }
  const writeRow = (cells: Cell[]) => {
    let rest = cells
    for (let isFirst = true; isFirst || rest.some(({ lines }) => lines.length > 0); isFirst = false) {
      const smallest = Math.max(0, ...rest.map(({ lines }) => lines[0]?.height ?? 0))
      const whole = Math.max(...rest.map(({ lines }) => heightOf(lines)))
      const wanted = whole + gap <= flow.most - headHeight ? whole : smallest
      if (flow.room < wanted + gap && !flow.isAtTop) {
        flow.next()
        drawHead()
      }
      rest = rest.map((cell) => {
        const fits = linesThatFit(cell.lines, flow.room)
        if (fits > 0) cell.element.add(doc.markStructureContent(cell.tag))
        if (fits > 0) drawLines([cell.lines.slice(0, fits)], () => flow.x + cell.x, flow.y, paper)
        if (fits > 0) doc.endMarkedContent()
        return { ...cell, drawn: cell.lines.slice(0, fits), lines: cell.lines.slice(fits) }
      })
      flow.y += Math.max(...rest.map((cell) => heightOf((cell as Cell & { drawn: ReadyLine[] }).drawn))) + gap
    }
    for (const { element } of cells) element.end()
    rule()
  }
  const row = (texts: { paragraphs: readonly Paragraph[]; scope: 'Column' | 'Row' | null }[]) => {
    const tr = doc.struct('TR')
    element.add(tr)
    const cells = texts.map(({ paragraphs, scope }, index): Cell => {
      const tag = scope === null ? 'TD' : 'TH'
      const cell = doc.struct(tag, scope === null ? {} : { scope })
      tr.add(cell)
      const column = numbers[index] ?? 0
      return { tag, element: cell, x: left(column), lines: linesOf(paragraphs, column) }
    })
    writeRow(cells)
    tr.end()
  }
  if (hasHead) {
    row(numbers.map((n) => ({ paragraphs: [{ text: table.columns[n] ?? '', look: 'strong' }], scope: 'Column' })))
  }
  for (const { title, cells } of table.rows) {
    row(
      numbers.map((n) => {
        if (n < 0) return { paragraphs: [{ text: title, look: 'strong' }], scope: 'Row' }
        const paragraphs = cells[n] ?? []
        const empty: Paragraph = { text: `– ${emptyCell}`, look: 'quiet' }
        return { paragraphs: paragraphs.length === 0 ? [empty] : paragraphs, scope: null }
      }),
    )
  }
  element.end()
  flow.y += 6 * scale
}

/** Too many columns to stand beside each other: row by row, each cell below the name of its column. */
function writeStacked({ columns, rows }: Table, paper: PaperText, parent: PdfElement): void {
  for (const { title, cells } of rows) {
    if (title !== '') paper.text(title, 'h3', 'H4', parent)
    for (const [index, paragraphs] of cells.entries()) {
      if (paragraphs.length === 0) continue
      if (columns[index]) paper.text(columns[index], 'strong', 'P', parent)
      for (const { text, look } of paragraphs) paper.text(text, look, 'P', parent, 10 * paper.scale)
    }
  }
}

const heightOf = (lines: readonly ReadyLine[]): number =>
  lines.reduce((sum, { height, after }) => sum + height + after, 0)

function linesThatFit(lines: readonly ReadyLine[], room: number): number {
  let height = 0
  for (const [index, line] of lines.entries()) {
    if (height + line.height > room) return index
    height += line.height + line.after
  }
  return lines.length
}

function drawLines(columns: readonly ReadyLine[][], x: (index: number) => number, top: number, paper: PaperText): void {
  for (const [index, lines] of columns.entries()) {
    let y = top
    for (const line of lines) {
      paper.draw(line, x(index), y)
      y += line.height + line.after
    }
  }
}
