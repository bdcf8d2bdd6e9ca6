import { KERNING_BLACK } from './letter-kerning-black.ts'
import { KERNING_ITALIC } from './letter-kerning-italic.ts'
import { KERNING_REGULAR } from './letter-kerning-regular.ts'
import {
  BLACK,
  BLACK_ITALIC,
  DRAWN,
  DRAWN_BOLD,
  ITALIC,
  KERNED,
  LETTERS,
  MONO,
  NO_KERNING,
  REGULAR,
  SERIF,
  SERIF_BOLD,
} from './letter-widths.ts'

/** A typeface of the board by tldraw's name for it, and how it is set. */
export type BoardFace = { family: 'sans' | 'serif' | 'mono' | 'draw'; weight: number; italic: boolean }

/** The weights of words on the board: plain, on notes, of small signs, and bold. */
export const PLAIN = 400
export const ON_NOTES = 500
export const OF_SIGNS = 600
export const STRONG = 680

/** How far between its lightest and its heaviest drawing Schibsted Grotesk is at a weight. */
const PART_OF_BLACK: Readonly<Record<number, number>> = { 400: 0, 500: 0.1515, 600: 0.3409, 680: 0.5152, 700: 0.5606 }
/** What is in none of the typefaces, in thousandths of the size: another font stands in, of unknown widths. */
const OTHER = 580
const SIGN = 838
const PICTOGRAM = 1250
const IDEOGRAM = 1000

const INVISIBLE = /[\p{M}\p{Cf}\p{Cc}]/u
const PICTURE = /\p{Extended_Pictographic}/u
/** The characters whose widths are kept in a table; others are rare. */
const MOST = 0x2300

/** Advance widths of one face, in parts of the font size. */
export class Letters {
  /** By code; `NaN` until it is asked for. */
  readonly #widths = new Float32Array(MOST).fill(Number.NaN)
  readonly #kerning: Float32Array | undefined

  constructor({ family, weight, italic }: BoardFace) {
    const [light, heavy, part] = mastersOf(family, weight, italic)
    let i = 0
    for (const letter of LETTERS) {
      const least = light[i] ?? OTHER
      this.#widths[letter.charCodeAt(0)] = (least + ((heavy[i] ?? least) - least) * part) / 1000
      i += 1
    }
    if (family === 'sans')
      this.#kerning = italic ? kerningOf(KERNING_ITALIC, []) : kerningOf(KERNING_REGULAR, KERNING_BLACK, part)
  }

  /** Of one character, which may be two units long. */
  of(character: string): number {
    const code = character.codePointAt(0) ?? 0
    if (code >= MOST) return otherWidth(character) / 1000
    const known = this.#widths[code] ?? 0
    if (!Number.isNaN(known)) return known
    const width = otherWidth(character) / 1000
    this.#widths[code] = width
    return width
  }

  /** What two neighbours stand nearer (negative) or farther than their widths say. */
  between(left: string, right: string): number {
    if (this.#kerning === undefined) return 0
    const a = kernedAt(left)
    const b = kernedAt(right)
    return a < 0 || b < 0 ? 0 : (this.#kerning[a * KERNED.length + b] ?? 0)
  }

  /** Width of a line of text in px at this size. */
  width(text: string, size: number): number {
    let total = 0
    let before = ''
    for (const character of text) {
      total += this.of(character) + (before === '' ? 0 : this.between(before, character))
      before = character
    }
    return total * size
  }
}

function mastersOf(
  family: BoardFace['family'],
  weight: number,
  italic: boolean,
): [readonly number[], readonly number[], number] {
  const isBold = weight >= OF_SIGNS
  if (family === 'serif') return [isBold ? SERIF_BOLD : SERIF, [], 0]
  if (family === 'draw') return [isBold ? DRAWN_BOLD : DRAWN, [], 0]
  if (family === 'mono') return [REGULAR.map(() => MONO), [], 0]
  const part = PART_OF_BLACK[weight] ?? (isBold ? 0.5 : 0)
  return italic ? [ITALIC, BLACK_ITALIC, part] : [REGULAR, BLACK, part]
}

function otherWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (INVISIBLE.test(character)) return 0
  if (PICTURE.test(character) && code > 0xff) return PICTOGRAM
  if ((code >= 0x2e80 && code < 0xd7a4) || (code >= 0xf900 && code < 0xffdd && code > 0xfdff) || code >= 0x20000)
    return IDEOGRAM
  return code >= 0x2190 && code < 0x2e00 ? SIGN : OTHER
}

const KERNED_AT = new Map([...KERNED].map((letter, i) => [letter, i]))
const kernedCodes = new Int16Array(MOST).fill(-2)

/** The place of a letter among those that are kerned, as the letter without its accent; below 0 for none. */
function kernedAt(character: string): number {
  const code = character.charCodeAt(0)
  if (code >= MOST) return -1
  const known = kernedCodes[code] ?? -1
  if (known !== -2) return known
  const base = character.normalize('NFD').charAt(0)
  const at = KERNED_AT.get(character) ?? KERNED_AT.get(base) ?? -1
  kernedCodes[code] = at
  return at
}

function kerningOf(light: readonly string[], heavy: readonly string[], part = 0): Float32Array {
  const distance = (line: string, column: number): number =>
    (Number.parseInt(line.slice(2 * column, 2 * column + 2), 36) - NO_KERNING) / 1000
  const kerning = new Float32Array(KERNED.length * KERNED.length)
  light.forEach((line, row) => {
    const heavier = heavy[row] ?? line
    for (let column = 0; column < KERNED.length; column++) {
      const least = distance(line, column)
      kerning[row * KERNED.length + column] = least + (distance(heavier, column) - least) * part
    }
  })
  return kerning
}

const faces = new Map<string, Letters>()

/** The letters of a face, whose tables are made when they are first asked for. */
export function lettersOf(face: BoardFace): Letters {
  const key = `${face.family}${face.weight}${face.italic ? 'i' : ''}`
  let letters = faces.get(key)
  if (letters === undefined) {
    letters = new Letters(face)
    faces.set(key, letters)
  }
  return letters
}
