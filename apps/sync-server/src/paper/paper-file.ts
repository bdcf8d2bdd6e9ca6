import type { SnapshotPaper } from '@samtavle/shared/filing-api'
import type { PdfElement } from 'pdfkit'
import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import type { Paper, PaperBlock, Paragraph } from './paper-blocks.ts'
import { PaperFlow } from './paper-flow.ts'
import { PaperLetters } from './paper-letters.ts'
import { type PaperSheet, paperSheet } from './paper-sheet.ts'
import { writeTable } from './paper-table.ts'
import { INK, PaperText } from './paper-text.ts'
import { paintSvg } from './svg-painter.ts'
import { readSvg } from './svg-tags.ts'

/** Room that a heading wants below it, in points on A4. */
const AFTER_HEADING = 70
/** A picture takes at most so much of a column's height. */
const PICTURE_SHARE = 0.42
/** How much of its size a picture keeps at least, when it is made to fit below what stands before it. */
const PICTURE_LEAST = 0.6

/**
 * Writes a paper as PDF/A-2: words as text that can be found, pictures as lines, everything tagged in the order of
 * reading. The same paper gives the same bytes.
 */
export async function writePaper(paper: Paper, size: SnapshotPaper): Promise<Uint8Array> {
  const sheet = paperSheet(size)
  const made = new Date(paper.madeAt)
  const doc = new PDFDocument({
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title, Creator: 'Samtavle', Producer: 'Samtavle', CreationDate: made, ModDate: made },
  })
  const bytes = toBytes(doc)
  const letters = new PaperLetters(doc)
  const text = new PaperText(doc, new PaperFlow(doc, sheet), letters, sheet.scale)
  const root = doc.struct('Document', { title: paper.title })
  doc.addStructure(root)
  for (const block of paper.blocks) writeBlock(block, paper, text, root, letters)
  root.end()
  writeMargins(paper, sheet, doc, letters, text)
  doc.end()
  return await bytes
}

function writeBlock(block: PaperBlock, paper: Paper, text: PaperText, root: PdfElement, letters: PaperLetters): void {
  const { doc, flow, scale } = text
  if (block.kind === 'columns') {
    flow.y += 12 * scale
    flow.split()
  } else if (block.kind === 'sheet') flow.turn(block.isWide)
  else if (block.kind === 'heading') {
    if (!flow.isAtTop) flow.y += (block.level === 2 ? 14 : 6) * scale
    flow.need(AFTER_HEADING * scale)
    if (block.level === 2) doc.outline.addItem(block.text.replace(/\s+/gu, ' '))
    text.text(block.text, `h${block.level}`, `H${block.level}`, root)
  } else if (block.kind === 'text') text.text(block.text, block.look, 'P', root)
  else if (block.kind === 'list') writeList(block.items, text, root)
  else if (block.kind === 'table') writeTable(block, text, paper.emptyCell, root)
  else writePicture(block, text, letters, root)
}

function writePicture(
  { svg: source, alt, fills = false }: Extract<PaperBlock, { kind: 'picture' }>,
  text: PaperText,
  letters: PaperLetters,
  root: PdfElement,
): void {
  const { doc, flow, scale } = text
  const svg = readSvg(source)
  flow.y += flow.isAtTop ? 0 : 6 * scale
  const most = fills ? flow.room : flow.most * PICTURE_SHARE
  const whole = Math.min(flow.width / svg.view.w, most / svg.view.h, scale)
  // A little smaller rather than half a sheet left empty; all that it says stands in words.
  const here = flow.room / svg.view.h
  const scaled = here < whole && here >= whole * PICTURE_LEAST ? here : whole
  const [width, height] = [svg.view.w * scaled, svg.view.h * scaled]
  flow.need(height)
  const figure = doc.struct('Figure', { alt: alt === '' ? '–' : alt })
  root.add(figure)
  figure.add(doc.markStructureContent('Figure'))
  paintSvg(svg, doc, letters, { x: flow.x, y: flow.y, scale: scaled })
  doc.endMarkedContent()
  figure.end()
  text.artifact(() => {
    doc
      .lineWidth(0.5 * scale)
      .strokeColor(INK.line)
      .strokeOpacity(1)
    doc.rect(flow.x, flow.y, width, height).stroke()
  })
  flow.y += height + 10 * scale
}

function writeList(items: readonly Paragraph[][], text: PaperText, root: PdfElement): void {
  const { doc, flow, scale } = text
  const indent = 12 * scale
  const list = doc.struct('L')
  root.add(list)
  for (const item of items) {
    const entry = doc.struct('LI')
    list.add(entry)
    const [first] = text.ready(item.slice(0, 1), flow.width - indent)
    flow.need(first?.height ?? 0)
    const label = doc.struct('Lbl')
    entry.add(label)
    const [sign] = text.ready([{ text: '•', look: 'body' }], indent)
    if (sign !== undefined) {
      label.add(doc.markStructureContent('Lbl'))
      text.draw(sign, flow.x, flow.y)
      doc.endMarkedContent()
    }
    label.end()
    const body = doc.struct('LBody')
    entry.add(body)
    for (const { text: words, look } of item) text.text(words, look, 'P', body, indent)
    body.end()
    entry.end()
  }
  list.end()
  flow.y += 4 * scale
}

/** Head and foot of every page, once it is known how many there are. */
function writeMargins(paper: Paper, sheet: PaperSheet, doc: PDFDocument, letters: PaperLetters, text: PaperText): void {
  const { start, count } = doc.bufferedPageRange()
  const type = { size: 8 * sheet.scale, bold: false }
  const top = sheet.margin + type.size
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page)
    // A sheet may lie on its side.
    const { width, height } = doc.page
    const bottom = height - sheet.margin
    const right = (words: string, y: number) => {
      const line = letters.line(words, type)
      letters.draw(line, type, width - sheet.margin - line.width, y, INK.quiet)
      return line.width
    }
    text.artifact(() => {
      const taken = right(paper.name, top)
      const [title] = letters.lines(paper.title.replace(/\s+/gu, ' '), type, width - 2 * sheet.margin - taken - 24)
      if (title !== undefined) letters.draw(title, type, sheet.margin, top, INK.quiet)
      letters.draw(letters.line(paper.foot, type), type, sheet.margin, bottom, INK.quiet)
      right(paper.pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count)), bottom)
    }, 'Pagination')
  }
}
