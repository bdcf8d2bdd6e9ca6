import type PDFDocument from 'pdfkit'
import type { PdfElement, PdfImage } from 'pdfkit'
import type { ImageMark, Mark, Matrix, PathMark, TextMark } from './drawing.ts'
import type { PdfLetters, PdfTools, Piece } from './pdf-letters.ts'

/** Letters are drawn narrower or wider by so much at most, to be as wide as the browser set them. */
const [NARROWEST, WIDEST] = [0.5, 2]
/** The slanting lines of tldraw's pattern, in px: from line to line, and how much of that is white. */
const HATCH = { step: 5.33, white: 2.6 }
/** What stands for a picture that nobody has described. */
const NO_WORDS = '–'
/** Px of a picture for each point of paper: 300 for an inch. */
const PICTURE_DENSITY = 300 / 72

type Ready =
  | { kind: 'path'; mark: PathMark }
  | { kind: 'text'; mark: TextMark; pieces: Piece[]; hidden: string | undefined }
  | { kind: 'image'; mark: ImageMark; image: PdfImage }

/** Paints marks on the page that is open. */
export class PdfPainter {
  readonly #doc: PDFDocument
  readonly #letters: PdfLetters
  readonly #tools: PdfTools
  readonly #pictures = new Map<string, PdfImage | undefined>()

  constructor(doc: PDFDocument, letters: PdfLetters, tools: PdfTools) {
    this.#doc = doc
    this.#letters = letters
    this.#tools = tools
  }

  /**
   * One shape: its words as a paragraph of `section`, its pictures as figures, the rest as what is only looked at.
   * Returns what was tagged, so that its place in the order of reading can be found.
   * @param scale points for each px, for the fineness of what is painted in dots
   */
  async shape(marks: readonly Mark[], scale: number): Promise<PdfElement[]> {
    const ready: Ready[] = []
    for (const mark of marks) ready.push(...(await this.#prepare(mark, scale)))
    let paragraph: PdfElement | undefined
    const elements: PdfElement[] = []
    for (const one of ready) {
      if (one.kind === 'path') {
        this.#doc.markContent('Artifact', { type: 'Layout' })
        this.#inPlace(one.mark, () => this.#path(one.mark, scale))
      } else {
        const tag = one.kind === 'text' ? 'P' : 'Figure'
        const content = this.#doc.markStructureContent(tag)
        this.#inPlace(one.mark, () => (one.kind === 'text' ? this.#text(one) : this.#image(one)))
        if (one.kind === 'text' && paragraph !== undefined) paragraph.add(content)
        else {
          const alt = one.kind === 'image' ? { alt: one.mark.alt || NO_WORDS } : {}
          const element = this.#doc.struct(tag, alt).add(content)
          if (one.kind === 'text') paragraph = element
          elements.push(element)
        }
      }
      this.#doc.endMarkedContent()
    }
    for (const element of elements) element.end()
    return elements
  }

  /** A line that is not from the board; nothing is cut off, so it must fit. */
  async line(text: string, at: { x: number; y: number; size: number; bold: boolean; colour: string }): Promise<void> {
    const { x, y, size, bold, colour } = at
    const face = { family: 'schibsted', bold, italic: false }
    const pieces = await this.#letters.pieces(text, face, size, colour)
    this.#doc.fillColor(colour).fillOpacity(1)
    this.#pieces(pieces, x, y, size, 1, 'words')
  }

  async widthOf(text: string, size: number, bold: boolean): Promise<number> {
    const pieces = await this.#letters.pieces(text, { family: 'schibsted', bold, italic: false }, size, '#000000')
    return pieces.reduce((sum, { width }) => sum + width, 0)
  }

  async #prepare(mark: Mark, scale: number): Promise<Ready[]> {
    if (mark.kind === 'path') return mark.d === '' ? [] : [{ kind: 'path', mark }]
    if (mark.kind === 'image') {
      const image = await this.#picture(mark, scale)
      return image === undefined ? [] : [{ kind: 'image', mark, image }]
    }
    const pieces = await this.#letters.pieces(mark.text, mark.face, mark.size, mark.fill.colour)
    const isPainted = pieces.some(({ font }) => font === undefined)
    const hidden = isPainted ? await this.#letters.hiddenFont(mark.text, mark.face) : undefined
    return [{ kind: 'text', mark, pieces, hidden }]
  }

  async #picture({ data, width, height }: ImageMark, scale: number): Promise<PdfImage | undefined> {
    if (!this.#pictures.has(data)) {
      const dots = scale * PICTURE_DENSITY
      const file = await this.#tools.picture(data, width * dots, height * dots)
      this.#pictures.set(data, file && this.#doc.openImage(file))
    }
    return this.#pictures.get(data)
  }

  #inPlace({ matrix, clips }: Mark, paint: () => void): void {
    this.#doc.save()
    for (const clip of clips) this.#through(clip.matrix, () => this.#doc.path(clip.d).clip(ruleOf(clip.rule)))
    this.#doc.transform(...matrix)
    paint()
    this.#doc.restore()
  }

  /** A clip must outlive its own coordinates, so these are taken back and not restored. */
  #through(matrix: Matrix, paint: () => void): void {
    const back = inverse(matrix)
    if (back === undefined) return
    this.#doc.transform(...matrix)
    paint()
    this.#doc.transform(...back)
  }

  #path({ d, fill, hatch, stroke }: PathMark, scale: number): void {
    const doc = this.#doc
    if (fill !== undefined) doc.fillOpacity(fill.opacity).path(d).fill(fill.colour, ruleOf(fill.rule))
    if (hatch !== undefined)
      doc
        .fillOpacity(hatch.opacity)
        .path(d)
        .fill([this.#hatch(scale), hatch.colour])
    if (stroke === undefined) return
    doc.lineWidth(stroke.width).lineCap(stroke.cap).lineJoin(stroke.join).strokeOpacity(stroke.opacity)
    if (stroke.dash.length > 0) doc.dash(stroke.dash)
    doc.path(d).stroke(stroke.colour)
  }

  #hatch(scale: number) {
    const step = HATCH.step * scale
    const [half, more] = [step / 2, step * 1.5]
    const lines = [
      [0, step, step, 0],
      [-half, half, half, -half],
      [half, more, more, half],
    ]
    const operators = lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
    return this.#doc.pattern([0, 0, step, step], step, step, [`${HATCH.white * scale} w`, ...operators].join(' '))
  }

  #image({ mark, image }: { mark: ImageMark; image: PdfImage }): void {
    this.#doc.fillOpacity(mark.opacity).image(image, 0, 0, { width: mark.width, height: mark.height })
  }

  #text({ mark, pieces, hidden }: { mark: TextMark; pieces: Piece[]; hidden: string | undefined }): void {
    const doc = this.#doc
    const { x, y, size, fill, rim, width, behind } = mark
    const natural = pieces.reduce((sum, piece) => sum + piece.width, 0)
    const stretch = natural > 0 && width > 0 ? Math.max(NARROWEST, Math.min(WIDEST, width / natural)) : 1
    if (behind !== undefined) {
      doc
        .fillOpacity(behind.opacity)
        .rect(x, y - size, width, size * 1.25)
        .fill(behind.colour)
    }
    // The letters themselves with a rim would be two texts for who copies them.
    if (rim !== undefined) {
      const [w, h] = [width + rim.width, size * 0.75 + rim.width]
      doc
        .fillOpacity(rim.opacity)
        .rect(x - rim.width / 2, y - h + rim.width / 2, w, h)
        .fill(rim.colour)
    }
    doc.fillOpacity(fill.opacity).fillColor(fill.colour)
    this.#pieces(pieces, x, y, size, stretch, hidden === undefined ? 'words' : 'picture')
    if (hidden !== undefined) this.#hidden(hidden, mark)
    const lines = [mark.underlined ? y + size * 0.12 : undefined, mark.struck ? y - size * 0.28 : undefined]
    doc.lineWidth(size * 0.06).strokeOpacity(fill.opacity)
    for (const at of lines)
      if (at !== undefined)
        doc
          .moveTo(x, at)
          .lineTo(x + width, at)
          .stroke(fill.colour)
  }

  /** @param as of painted words: `words` says what they are, `picture` leaves that to others */
  #pieces(
    pieces: readonly Piece[],
    x: number,
    y: number,
    size: number,
    stretch: number,
    as: 'words' | 'picture',
  ): void {
    const doc = this.#doc
    let from = x
    for (const piece of pieces) {
      const width = piece.width * stretch
      if (piece.font !== undefined) {
        const setting = { lineBreak: false, baseline: 'alphabetic', horizontalScaling: stretch * 100 } as const
        doc.font(piece.font).fontSize(size).text(piece.text, from, y, setting)
      } else {
        if (as === 'words') doc.markContent('Span', { actual: piece.text })
        doc.image(piece.image, from, y - piece.ascent, { width, height: piece.height })
        if (as === 'words') doc.endMarkedContent()
      }
      from += width
    }
  }

  /** The same words, unseen, where the painted ones are: they can be marked, copied and found. */
  #hidden(font: string, { text, x, y, size, width }: TextMark): void {
    const doc = this.#doc
    doc.font(font).fontSize(size)
    const natural = doc.widthOfString(text)
    const stretch = natural > 0 && width > 0 ? width / natural : 1
    doc.save().addContent('3 Tr')
    doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', horizontalScaling: stretch * 100 })
    doc.restore()
  }
}

const ruleOf = (rule: 'nonzero' | 'evenodd') => (rule === 'evenodd' ? 'even-odd' : 'non-zero')

function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c
  if (Math.abs(area) < 1e-9) return undefined
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}
