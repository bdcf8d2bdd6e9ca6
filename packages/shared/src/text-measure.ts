/**
 * How wide words are, estimated without a browser. The widths are those of the interface's typeface (Schibsted
 * Grotesk), which is wider than the typefaces that stand in for it, so that an estimate errs on the roomy side.
 */
const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~æøåÆØÅéüäöÉ»«–—−…→·’“”'
/** Advance widths in thousandths of the font size, in the order of the characters above. */
const MEDIUM = [
  242, 251, 366, 672, 574, 867, 688, 205, 319, 319, 433, 635, 272, 481, 287, 454, 617, 360, 579, 583, 596, 590, 601,
  541, 588, 600, 287, 276, 635, 635, 635, 539, 895, 710, 654, 707, 708, 591, 567, 721, 729, 373, 550, 678, 555, 886,
  739, 769, 630, 769, 648, 623, 656, 685, 688, 955, 675, 633, 606, 324, 454, 324, 635, 500, 500, 563, 600, 560, 600,
  580, 349, 562, 577, 253, 280, 567, 271, 883, 591, 601, 600, 600, 417, 521, 351, 591, 567, 830, 572, 564, 515, 336,
  249, 336, 635, 897, 601, 563, 942, 769, 710, 580, 591, 563, 601, 591, 495, 495, 500, 1000, 635, 753, 1000, 287, 272,
  482, 482,
]
const BOLD = [
  210, 281, 400, 719, 600, 911, 695, 221, 348, 348, 406, 635, 292, 463, 304, 479, 632, 404, 597, 603, 627, 616, 616,
  568, 612, 617, 304, 296, 635, 635, 635, 564, 922, 738, 679, 717, 736, 605, 584, 730, 753, 426, 589, 726, 579, 936,
  768, 768, 672, 768, 689, 648, 689, 718, 714, 1008, 735, 659, 634, 362, 479, 362, 635, 500, 500, 596, 628, 583, 627,
  597, 370, 579, 604, 284, 303, 607, 298, 913, 617, 611, 628, 628, 458, 544, 380, 617, 604, 880, 606, 609, 542, 360,
  273, 359, 635, 921, 611, 596, 970, 768, 738, 597, 617, 596, 611, 605, 534, 534, 500, 1000, 635, 824, 1000, 304, 292,
  533, 533,
]
/** Characters that the table does not know: as wide as a capital M, signs and other scripts included. */
const UNKNOWN = 936

export type Weight = 'medium' | 'bold'

function tableOf(widths: readonly number[]): ReadonlyMap<string, number> {
  return new Map([...CHARACTERS].map((character, i) => [character, widths[i] ?? UNKNOWN]))
}
const TABLES: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  medium: tableOf(MEDIUM),
  bold: tableOf(BOLD),
}

/** Line height of every text on a board, as a multiple of the font size; tldraw's own. */
export const LINE_HEIGHT = 1.35

/** Width in px of one line of text. */
export function textWidth(text: string, size: number, weight: Weight = 'medium'): number {
  let total = 0
  for (const character of text) total += TABLES[weight].get(character) ?? UNKNOWN
  return (total * size) / 1000
}

/**
 * Breaks a text into lines no wider than `width` px, at spaces and line feeds; a word that is wider than a line is
 * broken where it must be. `limit` bounds the number of lines, and the last line then ends in an ellipsis.
 */
export function wrapText(text: string, size: number, width: number, weight: Weight = 'medium', limit = 500): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (textWidth(longer, size, weight) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = breakWord(word, size, width, weight)
      line = pieces.pop() ?? ''
      lines.push(...pieces)
      if (lines.length > limit) return shortened(lines, limit)
    }
    lines.push(line)
  }
  return lines.length > limit ? shortened(lines, limit) : lines
}

function breakWord(word: string, size: number, width: number, weight: Weight): string[] {
  if (textWidth(word, size, weight) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size, weight) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  pieces.push(piece)
  return pieces
}

function shortened(lines: string[], limit: number): string[] {
  const kept = lines.slice(0, limit)
  const last = kept.pop()
  return last === undefined ? kept : [...kept, `${last.slice(0, -1).trimEnd()}…`]
}

/** True when every word of the text fits a line of `width` px unbroken. */
export function wordsFit(text: string, size: number, width: number, weight: Weight = 'medium'): boolean {
  return text.split(/\s+/).every((word) => textWidth(word, size, weight) <= width)
}

/** Height in px of a text set in lines of `width` px. */
export function textHeight(text: string, size: number, width: number, weight: Weight = 'medium'): number {
  return wrapText(text, size, width, weight).length * size * LINE_HEIGHT
}

/** What a browser may set wider than the estimate. */
const SLACK = 1.03

/**
 * The least width, between `least` and `most` px, in which a text takes no more lines than in `most`: lines of even
 * length instead of one that reaches the edge and another of a single word.
 */
export function evenWidth(text: string, size: number, most: number, least: number, weight: Weight = 'medium'): number {
  const lines = wrapText(text, size, most, weight).length
  const fits = (width: number): boolean =>
    wordsFit(text, size, width, weight) && wrapText(text, size, width / SLACK, weight).length <= lines
  let [low, high] = [least, most]
  if (fits(low)) return low
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}
