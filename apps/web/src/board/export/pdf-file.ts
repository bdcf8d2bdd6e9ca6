import { rowByRow } from '@samtavle/shared/reading-order'
import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { onBoard, type ShapeDrawing } from './drawing.ts'
import type { ExportWork } from './export-work.ts'
import { FOOT_HEIGHT, PAPER_MARGIN, type Sheet } from './paper.ts'
import { PdfLetters, type PdfTools } from './pdf-letters.ts'
import { PdfPainter } from './pdf-painter.ts'
import { type Joints, OVERLAP } from './split-sheets.ts'

/** What stands around the board on every page. */
export type PdfWords = {
  title: string
  /** Of the board's texts, for example `da-DK`. */
  language: string
  date: string
  /** For example "Side 2 af 7". */
  pageOf(page: number, pages: number): string
  /** For example "ark 2 af 4", of the sheets that one section takes. */
  sheetOf(sheet: number, sheets: number): string
}

export type PdfPage = {
  /** Name of the section; undefined where the board's own name is enough. */
  heading: string | undefined
  sheet: Sheet
  /** The piece of the board that is on the page, in px. */
  bounds: { x: number; y: number; w: number; h: number }
  /** Where sheets beside this one show the same. */
  joints: Joints
  /** Which sheet this is of how many that the section takes, from 1. */
  number: number
  of: number
  drawing: readonly ShapeDrawing[]
}

const INK = { text: '#10201f', quiet: '#566766' }
const HEADING = 13
const SMALL = 8.5

/** A PDF that is written page by page: words as text in the board's typeface, drawings as lines, all of it tagged. */
export class PdfFile {
  readonly #doc: PDFDocument
  readonly #bytes: Promise<Uint8Array<ArrayBuffer>>
  readonly #painter: PdfPainter
  readonly #words: PdfWords
  readonly #pages: number
  #page = 0

  /** @param pages how many there will be */
  constructor(words: PdfWords, pages: number, tools: PdfTools, now: Date) {
    this.#words = words
    this.#pages = pages
    this.#doc = new PDFDocument({
      font: null,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: words.language,
      displayTitle: true,
      info: { Title: words.title, Creator: 'Samtavle', CreationDate: now },
    })
    this.#bytes = toBytes(this.#doc)
    this.#painter = new PdfPainter(this.#doc, new PdfLetters(this.#doc, tools), tools)
  }

  /** Adds a page; what was painted of it is nothing when the work is stopped. */
  async add({ heading, sheet, bounds, joints, number, of, drawing }: PdfPage, work: ExportWork): Promise<void> {
    const doc = this.#doc
    this.#page += 1
    doc.addPage({ size: [sheet.width, sheet.height], margin: 0 })
    const name = heading ?? this.#words.title
    const title = of === 1 ? name : `${name} – ${this.#words.sheetOf(number, of)}`
    const section = doc.struct('Sect', { title })
    doc.addStructure(section)
    if (heading !== undefined && number === 1) doc.outline.addItem(heading)
    await this.#margins(heading, sheet)
    const content = doc.markStructureContent('H1')
    await this.#fitted(title, sheet, PAPER_MARGIN + SMALL + 4 + HEADING)
    doc.endMarkedContent()
    section.add(doc.struct('H1', {}).add(content))

    const { piece, scale } = sheet
    doc.save()
    doc.rect(piece.x, piece.y, piece.w, piece.h).clip()
    doc.transform(scale, 0, 0, scale, piece.x - bounds.x * scale, piece.y - bounds.y * scale)
    const tagged: { id: string; box: { x: number; y: number; h: number }; element: ReturnType<typeof doc.struct> }[] =
      []
    for (const [index, { marks }] of drawing.entries()) {
      const place = placeOf(marks)
      for (const element of await this.#painter.shape(marks, scale)) {
        tagged.push({ id: String(tagged.length).padStart(6, '0'), box: place, element })
      }
      if (index % 20 === 0) await work.step(index, drawing.length)
    }
    doc.restore()
    this.#glueLines(sheet, joints)
    for (const { element } of rowByRow(tagged)) section.add(element)
    section.end()
    await work.step(1, 1)
  }

  /** No page can be added afterwards. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.#doc.end()
    return await this.#bytes
  }

  async #margins(heading: string | undefined, sheet: Sheet): Promise<void> {
    const { title, date, pageOf } = this.#words
    const right = sheet.width - PAPER_MARGIN
    this.#doc.markContent('Artifact', { type: 'Pagination' })
    const top = PAPER_MARGIN + SMALL
    const dated = await this.#painter.widthOf(date, SMALL, false)
    await this.#painter.line(date, { x: right - dated, y: top, size: SMALL, bold: false, colour: INK.quiet })
    if (heading !== undefined) {
      const room = right - dated - 24 - PAPER_MARGIN
      const words = await this.#shortened(title, room, SMALL, false)
      await this.#painter.line(words, { x: PAPER_MARGIN, y: top, size: SMALL, bold: false, colour: INK.quiet })
    }
    const page = pageOf(this.#page, this.#pages)
    const wide = await this.#painter.widthOf(page, SMALL, false)
    const foot = sheet.height - PAPER_MARGIN - (FOOT_HEIGHT - SMALL - 6) / 2
    await this.#painter.line(page, { x: right - wide, y: foot, size: SMALL, bold: false, colour: INK.quiet })
    this.#doc.endMarkedContent()
  }

  /** Where the next sheet is laid on this one: dashed lines across what both show. */
  #glueLines({ piece }: Sheet, joints: Joints): void {
    const [right, bottom] = [piece.x + piece.w, piece.y + piece.h]
    const upright = (x: number) => [x, piece.y, x, bottom] as const
    const level = (y: number) => [piece.x, y, right, y] as const
    const lines = [
      ...(joints.left ? [upright(piece.x + OVERLAP)] : []),
      ...(joints.right ? [upright(right - OVERLAP)] : []),
      ...(joints.top ? [level(piece.y + OVERLAP)] : []),
      ...(joints.bottom ? [level(bottom - OVERLAP)] : []),
    ]
    if (lines.length === 0) return
    const doc = this.#doc
    doc.markContent('Artifact', { type: 'Layout' })
    doc.save()
    doc.lineWidth(0.5).dash([4, 4]).strokeColor(INK.quiet).strokeOpacity(1)
    for (const [fromX, fromY, toX, toY] of lines) doc.moveTo(fromX, fromY).lineTo(toX, toY).stroke()
    doc.restore()
    doc.endMarkedContent()
  }

  async #fitted(text: string, sheet: Sheet, y: number): Promise<void> {
    const words = await this.#shortened(text, sheet.width - 2 * PAPER_MARGIN, HEADING, true)
    await this.#painter.line(words, { x: PAPER_MARGIN, y, size: HEADING, bold: true, colour: INK.text })
  }

  async #shortened(text: string, room: number, size: number, bold: boolean): Promise<string> {
    const line = text.replace(/\s+/gu, ' ').trim()
    if ((await this.#painter.widthOf(line, size, bold)) <= room) return line
    const letters = [...line]
    let [fits, tooMany] = [0, letters.length]
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2)
      const wide = await this.#painter.widthOf(`${letters.slice(0, middle).join('')}…`, size, bold)
      if (wide <= room) fits = middle
      else tooMany = middle
    }
    return `${letters.slice(0, fits).join('').trimEnd()}…`
  }
}

/** Where a shape begins on the board, by which it is read before or after others. */
function placeOf(marks: ShapeDrawing['marks']): { x: number; y: number; h: number } {
  const first = marks[0]
  if (first === undefined) return { x: 0, y: 0, h: 0 }
  const { x, y } = onBoard(first.matrix, 0, 0)
  const heights = marks.map((mark) => (mark.kind === 'text' ? mark.y : mark.kind === 'image' ? mark.height : 0))
  return { x, y, h: Math.max(1, ...heights) }
}
