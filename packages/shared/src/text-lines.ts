import { type BoardFace, type Letters, lettersOf, STRONG } from './letter-measure.ts'
import type { Paragraph, Run } from './rich-runs.ts'
import { LINE_HEIGHT } from './text-measure.ts'

/**
 * Text broken into lines where the canvas of the board breaks it: at the same widths of letters, and by the same rules of
 * where a line may end.
 */
export type Piece = { text: string; width: number; run: Run; face: BoardFace }
/** One line; places in px from the corner of the text. */
export type Line = {
  pieces: Piece[]
  left: number
  width: number
  top: number
  size: number
  sign: string
  inList: boolean
  /** Where its letters stand, below its top. */
  base: number
}
export type SetText = { lines: Line[]; width: number; height: number; isBroken: boolean }

/** @property scale by how much the letters are drawn larger than they were laid out; their size has it in it */
export type TextLook = { family: BoardFace['family']; weight: number; size: number; scale?: number }

/** How far the letters of a face reach above and below the line that they stand on, in parts of their size. */
const REACH: Readonly<Record<BoardFace['family'], readonly [number, number]>> = {
  sans: [0.977, 0.258],
  serif: [1.025, 0.275],
  mono: [1.025, 0.275],
  draw: [1.02, 0.32],
}

/** Where letters stand below the top of their line: browsers reckon with whole px there. */
function baseOf({ family, scale = 1 }: TextLook, size: number): number {
  const laidOut = size / scale
  const [above, below] = REACH[family].map((part) => Math.round(part * laidOut)) as [number, number]
  return (Math.floor((laidOut * LINE_HEIGHT - above - below) / 2) + above) * scale
}

const MOST_LINES = 2_000
/** Room before the words of a list, in widths of a nought; more where its numbers have more digits. */
const LIST_INDENT = 3.25
/** Sizes of headings beside the words, as browsers set them, and the room above and below in px. */
const HEADINGS = [1, 2, 1.5, 1.17, 1, 0.83, 0.67] as const
const ABOVE_HEADING = 5
const BELOW_HEADING = 10

/** @param most the widest that a line may be, in px; infinite where lines are not broken */
export function setText(paragraphs: readonly Paragraph[], look: TextLook, most: number): SetText {
  const set: SetText = { lines: [], width: 0, height: 0, isBroken: false }
  const nought = lettersOf({ family: look.family, weight: look.weight, italic: false }).width('0', look.size)
  for (const { runs, lists, sign, heading } of paragraphs) {
    if (set.lines.length >= MOST_LINES) break
    const size = look.size * (HEADINGS[heading] ?? 1)
    const left = lists.reduce(
      (sum, { ordered, items }) => sum + nought * (LIST_INDENT + extraDigits(ordered, items)),
      0,
    )
    if (heading > 0) set.height += ABOVE_HEADING
    const broken = breakRuns(runs, { ...look, size }, Math.max(1, most - left), MOST_LINES - set.lines.length)
    if (broken.length > 1) set.isBroken = true
    broken.forEach(({ pieces, width }, i) => {
      const place = { left, width, top: set.height, base: baseOf(look, size) }
      set.lines.push({ ...place, pieces, size, sign: i === 0 ? sign : '', inList: lists.length > 0 })
      set.width = Math.max(set.width, left + width)
      set.height += size * LINE_HEIGHT
    })
    if (heading > 0) set.height += BELOW_HEADING
  }
  return set
}

const extraDigits = (ordered: boolean, items: number): number => (!ordered || items < 10 ? 0 : items < 100 ? 1 : 2)

/** The words of a line. */
export const lineText = ({ pieces }: Pick<Line, 'pieces'>): string => pieces.map(({ text }) => text).join('')

type Sheet = {
  text: string
  runs: readonly Run[]
  runAt: Uint16Array
  ends: Float64Array
  kerns: Float64Array
  faces: BoardFace[]
}

function breakRuns(
  runs: readonly Run[],
  look: TextLook,
  most: number,
  limit: number,
): { pieces: Piece[]; width: number }[] {
  if (runs.length === 0) return [{ pieces: [], width: 0 }]
  const sheet = measured(runs, look)
  const lines: { pieces: Piece[]; width: number }[] = []
  for (const [from, to] of brokenAt(sheet, most, limit)) lines.push(lineOf(sheet, from, to))
  return lines
}

/** How far every character reaches from the beginning, and by how much each is drawn to the next. */
function measured(runs: readonly Run[], { family, weight, size }: TextLook): Sheet {
  const text = runs.map((run) => run.text).join('')
  const ends = new Float64Array(text.length + 1)
  const kerns = new Float64Array(text.length + 1)
  const runAt = new Uint16Array(text.length + 1)
  const faces = runs.map(
    ({ bold, italic, code }): BoardFace => ({ family: code ? 'mono' : family, weight: bold ? STRONG : weight, italic }),
  )
  let at = 0
  let reach = 0
  runs.forEach((run, index) => {
    const letters: Letters = lettersOf(faces[index] as BoardFace)
    let before = ''
    for (const character of run.text) {
      const kern = before === '' ? 0 : letters.between(before, character) * size
      kerns[at] = kern
      // A tab is as wide as some spaces: the canvas has stops for it, which words hardly use.
      const width = character === '\t' ? letters.of(' ') * 8 : letters.of(character)
      reach += kern + width * size
      for (let unit = 0; unit < character.length; unit++) {
        runAt[at] = index
        at += 1
        ends[at] = reach
      }
      before = character
    }
  })
  return { text, runs, runAt, ends, kerns, faces }
}

/** From where to where each line goes, the spaces at which it was broken included. */
function* brokenAt(sheet: Sheet, most: number, limit: number): Generator<[number, number]> {
  const { text } = sheet
  let from = 0
  let lines = 0
  while (from <= text.length && lines < limit) {
    const feed = text.indexOf('\n', from)
    const end = feed < 0 ? text.length : feed
    while (lines < limit) {
      const to = lineEnd(sheet, from, end, most)
      yield [from, to]
      lines += 1
      from = to
      if (to >= end) break
    }
    if (feed < 0) return
    from = feed + 1
  }
}

const widthBetween = ({ ends, kerns }: Sheet, from: number, to: number): number =>
  to <= from ? 0 : (ends[to] ?? 0) - (ends[from] ?? 0) - (kerns[from] ?? 0)

const ROUNDING = 0.02

function lineEnd(sheet: Sheet, from: number, end: number, most: number): number {
  if (widthBetween(sheet, from, trimmedEnd(sheet.text, from, end)) <= most + ROUNDING) return end
  const { text } = sheet
  let fits = 0
  let at = from
  while (at < end) {
    const next = nextBreak(text, at, end)
    if (widthBetween(sheet, from, trimmedEnd(text, from, next)) > most + ROUNDING) break
    fits = next
    at = next
  }
  if (fits > from) return fits
  // A word that is wider than a line: as many of its characters as there is room for, at least one.
  let to = from + characterLength(text, from)
  while (to < end) {
    const next = to + characterLength(text, to)
    if (widthBetween(sheet, from, next) > most + ROUNDING) break
    to = next
  }
  return to
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1
  return end
}

const MARK = /\p{M}|\u200d|\ufe0f/u

/** A character with the marks on it. */
function characterLength(text: string, at: number): number {
  let length = String.fromCodePoint(text.codePointAt(at) ?? 0).length
  while (at + length < text.length && length < 32) {
    const next = String.fromCodePoint(text.codePointAt(at + length) ?? 0)
    if (!MARK.test(next)) break
    length += next.length
  }
  return length
}

const SPACE = new Set([' ', '\t', '\u2009', '\u200b'])
const AFTER = new Set(['-', '–', '‐', '?', '…'])
const CLOSING = /[\])}!?.,:;/»«"'’”“‘…–‐-]/
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/

/** The next place after `from` where a line may end. */
function nextBreak(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text.charAt(at)
    const next = text.charAt(at + 1)
    if (SPACE.has(character)) {
      if (!SPACE.has(next)) return at + 1
    } else if (AFTER.has(character)) {
      const before = text.charAt(at - 1)
      const isSign = character === '-' && (before === '' || SPACE.has(before)) && /\d/.test(next)
      if (at > from - 1 && !isSign && next !== '' && !SPACE.has(next) && !CLOSING.test(next)) return at + 1
    } else if (character === '—') {
      if (at > from) return at
      if (next !== '' && !SPACE.has(next) && !CLOSING.test(next)) return at + 1
    } else if (WIDE.test(character) || WIDE.test(next)) {
      if (next !== '' && !SPACE.has(next) && !CLOSING.test(next)) return at + 1
    }
  }
  return end
}

function lineOf(sheet: Sheet, from: number, to: number): { pieces: Piece[]; width: number } {
  const end = trimmedEnd(sheet.text, from, to)
  const pieces: Piece[] = []
  for (let start = from; start < end; ) {
    const index = sheet.runAt[start] ?? 0
    let stop = start
    while (stop < end && sheet.runAt[stop] === index) stop += 1
    const run = sheet.runs[index] as Run
    const face = sheet.faces[index] as BoardFace
    pieces.push({ text: sheet.text.slice(start, stop), width: widthBetween(sheet, start, stop), run, face })
    start = stop
  }
  return { pieces, width: widthBetween(sheet, from, end) }
}
