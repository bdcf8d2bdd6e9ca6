import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

/** The house's typeface (decision 0024): two weights, each in two files with characters of their own. */
const { resolve } = createRequire(import.meta.url)
const FILES = {
  latin: resolve('@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-500-normal.woff'),
  'latin-ext': resolve('@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-500-normal.woff'),
  'latin-bold': resolve('@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-700-normal.woff'),
  'latin-ext-bold': resolve('@fontsource/schibsted-grotesk/files/schibsted-grotesk-latin-ext-700-normal.woff'),
} as const
type Font = keyof typeof FILES

const bytes = new Map<Font, Uint8Array>()
function fileOf(font: Font): Uint8Array {
  const known = bytes.get(font) ?? readFileSync(FILES[font])
  bytes.set(font, known)
  return known
}

/** What stands for signs that the typeface lacks; for those who hear or copy the text it is the sign itself. */
const INSTEAD: Readonly<Record<string, string>> = {
  ...{ '→': '->', '←': '<-', '↔': '<->', '⇒': '=>', '≥': '>=', '≤': '<=', '≠': '/=', '≈': '~' },
  ...{ '●': '•', '▪': '•', '◦': '•', '✶': '*', '★': '*', '✓': 'x', '✔': 'x', '☐': '[ ]', '☑': '[x]' },
}
/** A sign that nothing stands for, an emoji for example, is an empty box. */
const BOX_WIDTH = 0.7
/** What is never seen: variants of signs, joiners, soft hyphens, and what turns the direction. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu

/** A piece of a line; without a font it is drawn as a box. `actual` is the sign that it stands for. */
type Piece = { text: string; font: Font | undefined; actual: string | undefined }
export type Type = { size: number; bold: boolean }
export type Line = { pieces: Piece[]; width: number }

/** Breaks texts into lines and draws them, with the fonts of one file: in it are only the letters that were used. */
export class PaperLetters {
  readonly #doc: PDFDocument
  readonly #registered = new Set<Font>()
  readonly #fonts = new Map<string, Font | undefined>()
  readonly #widths = new Map<string, number>()

  constructor(doc: PDFDocument) {
    this.#doc = doc
  }

  /** The lines of a text in so much room. A word that is too long is broken where the line ends. */
  lines(text: string, type: Type, room: number): Line[] {
    return tidy(text)
      .split('\n')
      .flatMap((one) => this.#paragraph(one, type, room))
  }

  /** One line, whatever its width. */
  line(text: string, type: Type): Line {
    const pieces = this.#pieces(tidy(text).replace(/\s+/gu, ' '), type)
    return { pieces, width: this.#widthOf(pieces, type) }
  }

  /** @param y the line that the letters stand on */
  draw({ pieces }: Line, type: Type, x: number, y: number, colour: string, opacity = 1): void {
    const doc = this.#doc
    let left = x
    for (const piece of pieces) {
      const width = this.#widthOf([piece], type)
      if (piece.actual !== undefined) doc.markContent('Span', { actual: piece.actual })
      if (piece.font === undefined) {
        const side = type.size * (BOX_WIDTH - 0.1)
        doc
          .lineWidth(type.size / 18)
          .strokeColor(colour)
          .strokeOpacity(opacity)
        doc.rect(left + type.size * 0.05, y - side, side, side).stroke()
      } else {
        doc.fillColor(colour).fillOpacity(opacity)
        this.#use(piece.font, type).text(piece.text, left, y, { lineBreak: false, baseline: 'alphabetic' })
      }
      if (piece.actual !== undefined) doc.endMarkedContent()
      left += width
    }
  }

  #paragraph(text: string, type: Type, room: number): Line[] {
    const lines: string[] = []
    let [line, taken] = ['', 0]
    for (const word of text.match(/\S+-(?=\S)|\S+\s*|\s+/gu) ?? ['']) {
      if (taken + this.#width(word.trimEnd(), type) <= room) {
        line += word
        taken += this.#width(word, type)
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      while (this.#width(line.trimEnd(), type) > room) {
        const fits = this.#lettersThatFit(line, type, room)
        lines.push(fits)
        line = line.slice(fits.length)
      }
      taken = this.#width(line, type)
    }
    lines.push(line)
    return lines.map((one) => this.line(one.trimEnd(), type))
  }

  #lettersThatFit(text: string, type: Type, room: number): string {
    let [fits, taken] = ['', 0]
    for (const letter of text) {
      taken += this.#width(letter, type)
      if (fits !== '' && taken > room) break
      fits += letter
    }
    return fits
  }

  /** Of a word, measured once and in the size of one point. */
  #width(text: string, type: Type): number {
    const key = `${type.bold ? 'b' : ''}${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known * type.size
    const width = this.#widthOf(this.#pieces(text, type), { ...type, size: 1 })
    this.#widths.set(key, width)
    return width * type.size
  }

  #widthOf(pieces: readonly Piece[], type: Type): number {
    const widths = pieces.map(({ font, text }) =>
      font === undefined ? type.size * BOX_WIDTH : this.#use(font, type).widthOfString(text),
    )
    return widths.reduce((sum, width) => sum + width, 0)
  }

  #pieces(text: string, { bold }: Type): Piece[] {
    const pieces: Piece[] = []
    for (const segment of signsOf(text)) {
      const font = this.#fontWith(segment, bold)
      const last = pieces.at(-1)
      const instead = font === undefined ? INSTEAD[segment] : undefined
      if (font === undefined) {
        pieces.push({
          text: instead ?? '',
          font: instead === undefined ? undefined : this.#fontWith('-', bold),
          actual: segment,
        })
      } else if (last !== undefined && last.font === font && last.actual === undefined) last.text += segment
      else pieces.push({ text: segment, font, actual: undefined })
    }
    return pieces
  }

  #fontWith(sign: string, bold: boolean): Font | undefined {
    const key = `${bold ? 'b' : ''}${sign}`
    if (this.#fonts.has(key)) return this.#fonts.get(key)
    const fonts: readonly Font[] = bold ? ['latin-bold', 'latin-ext-bold'] : ['latin', 'latin-ext']
    const found = fonts.find((font) => {
      this.#use(font, { size: 1, bold })
      return [...sign].every((part) => this.#doc._font.font.hasGlyphForCodePoint(part.codePointAt(0) ?? 0))
    })
    this.#fonts.set(key, found)
    return found
  }

  #use(font: Font, { size }: Type): PDFDocument {
    if (!this.#registered.has(font)) this.#doc.registerFont(font, fileOf(font))
    this.#registered.add(font)
    return this.#doc.font(font).fontSize(size)
  }
}

const SIGNS = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** What is read as one sign, an emoji of several parts too. */
const signsOf = (text: string): string[] =>
  /^[\u0020-\u02ff]*$/u.test(text) ? [...text] : [...SIGNS.segment(text)].map(({ segment }) => segment)

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\t\u00a0]/gu, ' ')
    .replace(UNSEEN, '')
