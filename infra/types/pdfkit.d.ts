/** What is used of pdfkit. Its own types would bring those of Node into the web app. */
declare module 'pdfkit' {
  type Rule = 'non-zero' | 'even-odd'
  type PdfContent = { readonly refs: unknown[] }
  export type PdfElement = {
    add(child: PdfElement | PdfContent): PdfElement
    end(): void
  }
  export type PdfImage = { readonly width: number; readonly height: number }
  type PdfPattern = { readonly id: string }
  type TextOptions = {
    lineBreak: false
    baseline: 'alphabetic'
    horizontalScaling?: number
  }

  // biome-ignore lint/style/noDefaultExport: the library's own
  export default class PDFDocument {
    constructor(options: {
      font: null
      autoFirstPage: false
      bufferPages?: true
      pdfVersion: '1.7'
      subset?: 'PDF/A-2a'
      tagged: true
      lang: string
      displayTitle: true
      info: { Title: string; Creator: string; Producer?: string; CreationDate: Date; ModDate?: Date }
    })
    /** The font of the moment, with fontkit's own object in it. */
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
    readonly outline: { addItem(title: string): unknown }
    addPage(options: { size: [width: number, height: number]; margin: 0 }): this
    /** The page that is written on. */
    readonly page: { readonly width: number; readonly height: number }
    bufferedPageRange(): { start: number; count: number }
    switchToPage(page: number): void
    addContent(operators: string): this
    save(): this
    restore(): this
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this
    path(d: string): this
    rect(x: number, y: number, w: number, h: number): this
    roundedRect(x: number, y: number, w: number, h: number, r: number): this
    ellipse(x: number, y: number, rx: number, ry: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    closePath(): this
    clip(rule?: Rule): this
    fill(colour?: string | [pattern: PdfPattern, colour: string], rule?: Rule): this
    stroke(colour?: string): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    fillOpacity(opacity: number): this
    strokeOpacity(opacity: number): this
    lineWidth(width: number): this
    lineCap(cap: 'butt' | 'round' | 'square'): this
    lineJoin(join: 'miter' | 'round' | 'bevel'): this
    dash(lengths: readonly number[]): this
    undash(): this
    pattern(box: readonly number[], xStep: number, yStep: number, operators: string): PdfPattern
    registerFont(name: string, file: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: TextOptions): this
    openImage(file: Uint8Array): PdfImage
    image(image: PdfImage, x: number, y: number, options: { width: number; height: number }): this
    struct(type: string, options?: { title?: string; alt?: string; scope?: 'Column' | 'Row' }): PdfElement
    addStructure(element: PdfElement): this
    markContent(tag: string, options?: { type?: string; actual?: string }): this
    markStructureContent(tag: string): PdfContent
    endMarkedContent(): this
    end(): void
  }
}

declare module 'pdfkit/output' {
  /** Everything that a document writes until its end. */
  export function toBytes(document: { end(): unknown }): Promise<Uint8Array<ArrayBuffer>>
}
