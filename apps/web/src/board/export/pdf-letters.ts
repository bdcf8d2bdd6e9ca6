import type PDFDocument from 'pdfkit'
import type { PdfImage } from 'pdfkit'
import type { Face } from './drawing.ts'

/** A file of the house's typeface: one weight, one slant, one set of characters. */
export type FontFile = { bold: boolean; italic: boolean; set: 'latin' | 'latin-ext' }

/** What is needed beside the library itself: here from the browser, in tests from elsewhere. */
export type PdfTools = {
  font(file: FontFile): Promise<Uint8Array>
  /** Words that are in none of the files, as the browser paints them; sizes are for letters of 1 px. */
  paintedWords(text: string, face: Face, colour: string): Promise<PaintedWords>
  /** A picture in a form that PDF knows, at most so many px wide and high as the paper can show. */
  picture(data: string, width: number, height: number): Promise<Uint8Array | undefined>
}
export type PaintedWords = { png: Uint8Array; width: number; ascent: number; height: number }

/** A piece of a text in one font of the file, or painted. */
export type Piece = { text: string; width: number } & (
  | { font: string }
  | { font: undefined; image: PdfImage; ascent: number; height: number }
)

const SETS = ['latin', 'latin-ext'] as const
/** tldraw's name for the house's typeface, and its own. */
const HOUSE = /^["']?(tldraw_sans|schibsted)/i

/** The fonts of one PDF file: read when first needed, and in it only the letters that were used. */
export class PdfLetters {
  readonly #doc: PDFDocument
  readonly #tools: PdfTools
  readonly #registered = new Set<string>()
  readonly #painted = new Map<string, Omit<PaintedWords, 'png'> & { image: PdfImage }>()

  constructor(doc: PDFDocument, tools: PdfTools) {
    this.#doc = doc
    this.#tools = tools
  }

  /** The text in pieces, with widths at this size, as the library sets them. */
  async pieces(text: string, face: Face, size: number, colour: string): Promise<Piece[]> {
    const pieces: Piece[] = []
    for (const { text: part, font } of await this.#split(text.normalize('NFC'), face)) {
      if (font === undefined) {
        const { image, width, ascent, height } = await this.#paint(part, face, colour)
        pieces.push({ text: part, font, image, width: width * size, ascent: ascent * size, height: height * size })
      } else {
        this.#doc.font(font).fontSize(size)
        pieces.push({ text: part, font, width: this.#doc.widthOfString(part) })
      }
    }
    return pieces
  }

  /** The font that invisible letters below painted words are set in, for who copies them; none when it lacks one. */
  async hiddenFont(text: string, face: Face): Promise<string | undefined> {
    const house = { ...face, family: 'schibsted' }
    const [first, ...others] = await this.#split(text.normalize('NFC'), house)
    return others.length === 0 ? first?.font : undefined
  }

  async #split(text: string, face: Face): Promise<{ text: string; font: string | undefined }[]> {
    const parts: { text: string; font: string | undefined }[] = []
    for (const character of text) {
      const font = HOUSE.test(face.family) ? await this.#fontWith(character, face) : undefined
      const last = parts.at(-1)
      // A space in a text that is painted belongs to it.
      if (last !== undefined && (last.font === font || (last.font === undefined && character === ' ')))
        last.text += character
      else parts.push({ text: character, font })
    }
    return parts
  }

  async #fontWith(character: string, { bold, italic }: Face): Promise<string | undefined> {
    for (const set of SETS) {
      const name = await this.#register({ bold, italic, set })
      this.#doc.font(name)
      if (this.#doc._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return name
    }
    return undefined
  }

  async #register(file: FontFile): Promise<string> {
    const name = `${file.set}${file.bold ? '-bold' : ''}${file.italic ? '-italic' : ''}`
    if (!this.#registered.has(name)) {
      this.#doc.registerFont(name, await this.#tools.font(file))
      this.#registered.add(name)
    }
    return name
  }

  /** Signs of roles come again on every note: painted once. */
  async #paint(text: string, face: Face, colour: string) {
    const key = JSON.stringify([text, face, colour])
    const known = this.#painted.get(key)
    if (known !== undefined) return known
    const { png, ...sizes } = await this.#tools.paintedWords(text, face, colour)
    const painted = { ...sizes, image: this.#doc.openImage(png) }
    this.#painted.set(key, painted)
    return painted
  }
}
