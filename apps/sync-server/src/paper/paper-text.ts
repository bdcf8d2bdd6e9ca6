import type PDFDocument from 'pdfkit'
import type { PdfElement } from 'pdfkit'
import type { Look, Paragraph } from './paper-blocks.ts'
import type { PaperFlow } from './paper-flow.ts'
import type { Line, PaperLetters, Type } from './paper-letters.ts'

export const INK = { text: '#10201f', quiet: '#566766', line: '#c9d3d2', accent: '#0b5a57' }
/** Points on A4, before the sheet's scale. */
const LOOKS: Record<Look | 'h1' | 'h2' | 'h3', Type & { colour: string; after: number }> = {
  body: { size: 10.5, bold: false, colour: INK.text, after: 4 },
  strong: { size: 10.5, bold: true, colour: INK.text, after: 4 },
  quiet: { size: 9, bold: false, colour: INK.quiet, after: 4 },
  voice: { size: 13, bold: false, colour: INK.text, after: 8 },
  h1: { size: 22, bold: true, colour: INK.text, after: 8 },
  h2: { size: 15, bold: true, colour: INK.accent, after: 5 },
  h3: { size: 11.5, bold: true, colour: INK.text, after: 4 },
}
const LEADING = 1.38
/** From the top of a line to where its letters stand, as a share of its height. */
const BASELINE = 0.76

/** A line that is ready to be set, with the room below it; `part` says which paragraph it is of. */
export type ReadyLine = { line: Line; type: Type; colour: string; height: number; after: number; part: number }

/** Sets lines on the sheets of a flow, each with its tag. */
export class PaperText {
  readonly doc: PDFDocument
  readonly flow: PaperFlow
  readonly #letters: PaperLetters
  readonly scale: number

  constructor(doc: PDFDocument, flow: PaperFlow, letters: PaperLetters, scale: number) {
    this.doc = doc
    this.flow = flow
    this.#letters = letters
    this.scale = scale
  }

  /** Paragraphs as the lines that they take in so much room. */
  ready(paragraphs: readonly (Omit<Paragraph, 'look'> & { look: keyof typeof LOOKS })[], room: number): ReadyLine[] {
    return paragraphs.flatMap(({ text, look }, part) => {
      const { size, bold, colour, after } = LOOKS[look]
      const type = { size: size * this.scale, bold }
      const lines = this.#letters.lines(text, type, room)
      return lines.map((line, index) => ({
        ...{ line, type, colour, part, height: type.size * LEADING },
        after: index === lines.length - 1 ? after * this.scale : 0,
      }))
    })
  }

  /** Draws a line with its top at `y`. */
  draw({ line, type, colour, height }: ReadyLine, x: number, y: number): void {
    this.#letters.draw(line, type, x, y + height * BASELINE, colour)
  }

  /** One text in a tag of its own: it may go on in the next column. */
  text(text: string, look: keyof typeof LOOKS, tag: string, parent: PdfElement, indent = 0): void {
    this.lines(this.ready([{ text, look }], this.flow.width - indent), tag, parent, indent)
  }

  /** Lines below each other in one tag. */
  lines(lines: readonly ReadyLine[], tag: string, parent: PdfElement, indent = 0): void {
    const { doc, flow } = this
    const element = doc.struct(tag)
    parent.add(element)
    let isOpen = false
    for (const line of lines) {
      if (flow.room < line.height) {
        if (isOpen) doc.endMarkedContent()
        isOpen = false
        flow.need(line.height)
      }
      if (!isOpen) element.add(doc.markStructureContent(tag))
      isOpen = true
      this.draw(line, flow.x + indent, flow.y)
      flow.y += line.height + line.after
    }
    if (isOpen) doc.endMarkedContent()
    element.end()
  }

  /** What is only looked at. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  rule(x: number, width: number, y: number): void {
    this.artifact(() => {
      this.doc.lineWidth(0.6 * this.scale).strokeColor(INK.line)
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke()
    })
  }
}
