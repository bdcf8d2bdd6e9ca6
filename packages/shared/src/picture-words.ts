import { type BoardFace, lettersOf, ON_NOTES } from './letter-measure.ts'
import { PALETTE, type Theme } from './palette.ts'
import type { Pen } from './picture-pen.ts'
import { escapeXml, rectangleTag, round } from './picture-text.ts'
import { paragraphsOf, plainParagraphs, type Run } from './rich-runs.ts'
import { type Line, lineText, type Piece, type SetText, setText, type TextLook } from './text-lines.ts'
import { LINE_HEIGHT } from './text-measure.ts'

/** Words of a picture, set as the canvas sets them: each line says how wide it is, whatever font it is shown in. */
export type Align = 'start' | 'middle' | 'end'
type Place = { x: number; y: number; w: number; align: Align; fill: string }

/** The same for the drawings of our own shapes, in parts of the size. */
const DRAWN_BASE = 1.03
const FAMILIES: Readonly<Record<BoardFace['family'], string>> = {
  sans: 'Schibsted Grotesk Variable, Schibsted Grotesk, Segoe UI, system-ui, sans-serif',
  serif: 'IBM Plex Serif, Georgia, serif',
  mono: 'IBM Plex Mono, Consolas, monospace',
  draw: 'Shantell Sans, Comic Sans MS, cursive',
}
/** What the root element says of words, so that nothing below it has to. */
export const rootLook = (theme: Theme): string =>
  `font-family="${FAMILIES.sans}" font-weight="${ON_NOTES}" fill="${PALETTE[theme].text}"`
const HIGHLIGHT = { light: '#FDDD00', dark: '#D2B700' } as const
/** Between the sign of a list's item and its words, in parts of the size. */
const SIGN_GAP = 0.45

export const familyOf = (font: unknown): BoardFace['family'] =>
  font === 'serif' || font === 'mono' || font === 'draw' ? font : 'sans'

/**
 * Texts as they were set last. The same records are drawn light and dark, and by section and as a whole board: breaking
 * lines is most of the work, and does not depend on that.
 */
const kept = new WeakMap<object, { way: string; characters: number; set: SetText }>()

/** Breaks the words of a shape's text as long as the picture has room for them. */
export function setRichText(richText: unknown, look: TextLook, most: number, pen: Pen): SetText {
  const limit = Math.max(0, Math.min(pen.maxTextLength, pen.left.characters))
  const way = [look.family, look.weight, look.size, look.scale ?? 1, most].join(' ')
  const before = typeof richText === 'object' && richText !== null ? kept.get(richText) : undefined
  if (before?.way === way && before.characters < limit) {
    pen.left.characters -= before.characters
    return before.set
  }
  const paragraphs = paragraphsOf(richText, limit)
  const characters = paragraphs.reduce((sum, { runs }) => sum + runs.reduce((own, { text }) => own + text.length, 0), 0)
  pen.left.characters -= characters
  const set = setText(paragraphs, look, most)
  // What was cut short is set anew where there is more room.
  if (typeof richText === 'object' && richText !== null && characters < limit)
    kept.set(richText, { way, characters, set })
  return set
}

/** The same for words without any marks. */
export function setPlainText(text: string, look: TextLook, most: number, pen: Pen): SetText {
  const limit = Math.max(0, Math.min(pen.maxTextLength, pen.left.characters))
  pen.left.characters -= Math.min(text.length, limit)
  return setText(plainParagraphs(text, limit), look, most)
}

/** Lines from a place on. Lists stand at the left of the room that the words take, wherever that is. */
export function drawWords(set: SetText, { x, y, w, align, fill }: Place, look: TextLook, pen: Pen): string {
  const taken = set.isBroken ? w : Math.min(w, set.width)
  const before = (room: number): number => (align === 'middle' ? room / 2 : align === 'end' ? room : 0)
  const texts: string[] = []
  const behind: string[] = []
  for (const line of set.lines) {
    if (lineText(line).trim() === '' && line.sign === '') continue
    const left = line.inList ? x + before(w - taken) + line.left : x + before(w - line.width)
    const base = y + line.top + line.base
    behind.push(marksBehind(line, left, y + line.top, pen))
    if (line.sign !== '') texts.push(signTag(line, left, base, look))
    if (line.pieces.length > 0) texts.push(lineTag(line, left, base, look, pen))
  }
  const [only] = texts
  if (only === undefined) return ''
  const family = look.family === 'sans' ? '' : ` font-family="${FAMILIES[look.family]}"`
  const weight = look.weight === ON_NOTES ? '' : ` font-weight="${look.weight}"`
  const ink = fill === PALETTE[pen.theme].text ? '' : ` fill="${fill}"`
  const shared = ` font-size="${round(look.size)}"${ink}${weight}${family}`
  const isAlone = texts.length === 1 && !OWN_LOOK.test(only)
  return behind.join('') + (isAlone ? only.replace('<text', `<text${shared}`) : `<g${shared}>${texts.join('')}</g>`)
}

/** A line that is set in a way of its own says so itself. */
const OWN_LOOK = /^<text [^>]*(?: font-| fill=)/

const length = (width: number): string => (width > 0 ? ` textLength="${round(width)}"` : '')

function lineTag(line: Line, left: number, base: number, look: TextLook, pen: Pen): string {
  const size = line.size === look.size ? '' : ` font-size="${round(line.size)}"`
  const [only] = line.pieces
  const place = `x="${round(left)}" y="${round(base)}"${size}${length(line.width)}`
  if (only !== undefined && line.pieces.length === 1) {
    return `<text ${place}${lookOf(only, look, pen)}>${words(only.text)}</text>`
  }
  const pieces = line.pieces.map((piece) => {
    const own = lookOf(piece, look, pen)
    return own === '' ? words(piece.text) : `<tspan${own}>${words(piece.text)}</tspan>`
  })
  return `<text ${place}>${pieces.join('')}</text>`
}

// Tabs would be as wide as a space.
const words = (text: string): string => escapeXml(text.replaceAll('\t', '        '))

function lookOf({ run, face }: Piece, look: TextLook, pen: Pen): string {
  const { link, struck } = run
  const lines = [...(link ? ['underline'] : []), ...(struck ? ['line-through'] : [])].join(' ')
  return [
    face.weight === look.weight ? '' : ` font-weight="${face.weight}"`,
    face.italic ? ' font-style="italic"' : '',
    face.family === look.family ? '' : ` font-family="${FAMILIES[face.family]}"`,
    link ? ` fill="${PALETTE[pen.theme].accent}"` : '',
    lines === '' ? '' : ` text-decoration="${lines}"`,
  ].join('')
}

/** What is marked as with a pen has a colour behind it. */
function marksBehind(line: Line, left: number, top: number, pen: Pen): string {
  let x = left
  const marks: string[] = []
  for (const { run, width } of line.pieces) {
    if (run.marked)
      marks.push(
        rectangleTag(x, top + line.size * 0.06, width, line.size * 1.24, `rx="2" fill="${HIGHLIGHT[pen.theme]}"`),
      )
    x += width
  }
  return marks.join('')
}

function signTag(line: Line, left: number, base: number, look: TextLook): string {
  const width = lettersOf({ family: look.family, weight: look.weight, italic: false }).width(line.sign, line.size)
  return `<text x="${round(left - width - line.size * SIGN_GAP)}" y="${round(base)}">${escapeXml(line.sign)}</text>`
}

const NO_MARKS: Omit<Run, 'text'> = {
  bold: false,
  italic: false,
  code: false,
  struck: false,
  marked: false,
  link: false,
}

type LinesPlace = { x: number; y: number; size: number; weight?: number; align?: Align; fill: string }

/** Lines that are broken already, in the typeface of the board. `x` is where they begin, their middle or their end. */
export function drawLines(
  lines: readonly string[],
  { x, y, size, weight = ON_NOTES, align = 'start', fill }: LinesPlace,
  pen: Pen,
): string {
  const look: TextLook = { family: 'sans', weight, size }
  const face: BoardFace = { family: 'sans', weight, italic: false }
  const letters = lettersOf(face)
  const set: SetText = { lines: [], width: 0, height: 0, isBroken: true }
  lines.forEach((text, i) => {
    if (text === '') return
    const width = letters.width(text, size)
    const pieces: Piece[] = [{ text, width, run: { text, ...NO_MARKS }, face }]
    set.lines.push({
      pieces,
      left: 0,
      width,
      top: i * size * LINE_HEIGHT,
      base: size * DRAWN_BASE,
      size,
      sign: '',
      inList: false,
    })
  })
  return drawWords(set, { x, y, w: 0, align, fill }, look, pen)
}
