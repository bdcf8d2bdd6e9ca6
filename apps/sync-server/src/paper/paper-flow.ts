import type PDFDocument from 'pdfkit'
import type { PaperSheet } from './paper-sheet.ts'

/** Where the next line stands: down a column, then down the next one, then on another sheet. */
export class PaperFlow {
  readonly #doc: PDFDocument
  #sheet: PaperSheet
  /** Columns of this sheet from here on; one until `split`. */
  #columns = 1
  #column = 0
  #top: number
  y: number

  constructor(doc: PDFDocument, sheet: PaperSheet) {
    this.#doc = doc
    this.#sheet = sheet
    this.#top = this.#firstLine
    this.y = this.#top
    this.#addPage()
  }

  get #firstLine(): number {
    return this.#sheet.margin + 26 * this.#sheet.scale
  }

  get bottom(): number {
    return this.#sheet.height - this.#sheet.margin - 22 * this.#sheet.scale
  }

  get width(): number {
    const { width, margin, gutter } = this.#sheet
    return (width - 2 * margin - (this.#columns - 1) * gutter) / this.#columns
  }

  get x(): number {
    return this.#sheet.margin + this.#column * (this.width + this.#sheet.gutter)
  }

  /** Height of a column of a sheet of its own. */
  get most(): number {
    return this.bottom - this.#firstLine
  }

  get room(): number {
    return this.bottom - this.y
  }

  /** Nothing stands in this column yet. */
  get isAtTop(): boolean {
    return this.y <= this.#top
  }

  /** From here on in columns. */
  split(): void {
    this.#columns = this.#sheet.columns
    this.#top = this.y
  }

  /** Goes on where there is so much room; a new column has as much as there is. */
  need(height: number): void {
    if (this.room < height && !this.isAtTop) this.next()
    // The head of the first sheet may leave less than a whole column.
    if (this.room < Math.min(height, this.most) && this.#top > this.#firstLine) this.next()
  }

  next(): void {
    this.#column += 1
    if (this.#column >= this.#columns) this.#addPage()
    this.y = this.#top
  }

  /** Goes on across another sheet, laid on its side or upright; everything that follows does. */
  turn(isWide: boolean): void {
    const { width, height } = this.#sheet
    const [short, long] = [Math.min(width, height), Math.max(width, height)]
    this.#sheet = { ...this.#sheet, width: isWide ? long : short, height: isWide ? short : long }
    this.#columns = 1
    this.#addPage()
  }

  #addPage(): void {
    const { width, height } = this.#sheet
    this.#doc.addPage({ size: [width, height], margin: 0 })
    this.#column = 0
    this.#top = this.#firstLine
    this.y = this.#top
  }
}
