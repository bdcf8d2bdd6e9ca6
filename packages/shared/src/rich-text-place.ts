import * as Y from 'yjs'
import { isLine, type Pieces, piecesOf } from './rich-text-doc.ts'

type Parent = Y.XmlFragment | Y.XmlElement

/**
 * The place of a caret in a text, held by the character before it: it stays with that, whatever others write.
 * @param position as ProseMirror counts; where no words can stand, the next place where they can is meant
 * @returns null where no words can stand at all
 */
export function placeAt(fragment: Y.XmlFragment, position: number): Y.RelativePosition | null {
  let start = 0
  let last: Y.XmlElement[] | null = null
  for (const { line, from } of linesIn(fragment, 0)) {
    last = line
    start = from
    if (position <= from + lengthOf(line)) break
  }
  return last === null ? null : placeInLine(last, Math.max(0, position - start))
}

/** Where a place is now, as ProseMirror counts; null when it is in no line of this text, or not known here yet. */
export function positionOf(fragment: Y.XmlFragment, place: Y.RelativePosition): number | null {
  const { doc } = fragment
  if (doc === null) return null
  let found: Y.AbsolutePosition | null
  try {
    found = Y.createAbsolutePositionFromRelativePosition(place, doc)
  } catch {
    // A place comes from a peer: what it names may be nothing that has places.
    return null
  }
  if (found === null) return null
  for (const { line, from } of linesIn(fragment, 0)) {
    const offset = offsetInLine(line, found)
    if (offset !== null) return from + offset
  }
  return null
}

/** Every line of words with the position of its first character. */
function* linesIn(parent: Parent, start: number): Generator<{ line: Y.XmlElement[]; from: number }> {
  let at = start
  for (const pieces of piecesOf(parent)) {
    const [first] = pieces
    if (!(first instanceof Y.XmlElement)) continue
    const line = pieces.filter(isLine)
    if (line.length > 0) yield { line, from: at + 1 }
    else yield* linesIn(first, at + 1)
    at += sizeOfPieces(pieces)
  }
}

function sizeOfPieces(pieces: Pieces): number {
  const line = pieces.filter(isLine)
  if (line.length > 0) return lengthOf(line) + 2
  const [first] = pieces
  if (!(first instanceof Y.XmlElement)) return 0
  return piecesOf(first).reduce((sum, inner) => sum + sizeOfPieces(inner), 2)
}

const lengthOf = (line: readonly Y.XmlElement[]): number =>
  line.reduce((sum, block) => sum + block.toArray().reduce((length, child) => length + sizeOfChild(child), 0), 0)

/** Something that stands between characters takes the room of one. */
const sizeOfChild = (child: unknown): number => (child instanceof Y.XmlText ? child.length : 1)

function placeInLine(line: readonly Y.XmlElement[], offset: number): Y.RelativePosition {
  let before = 0
  for (const block of line) {
    for (const [i, child] of block.toArray().entries()) {
      const size = sizeOfChild(child)
      if (offset > before && offset <= before + size) {
        return child instanceof Y.XmlText ? heldBefore(child, offset - before) : heldBefore(block, i + 1)
      }
      before += size
    }
  }
  const [first, last] = [line[0] as Y.XmlElement, line.at(-1) as Y.XmlElement]
  if (offset > 0) return heldBefore(last, last.length)
  const begin: unknown = first.length > 0 ? first.get(0) : null
  return heldBefore(begin instanceof Y.XmlText ? begin : first, 0)
}

const heldBefore = (type: Y.XmlText | Y.XmlElement, index: number): Y.RelativePosition =>
  Y.createRelativePositionFromTypeIndex(type, index, -1)

function offsetInLine(line: readonly Y.XmlElement[], { type, index }: Y.AbsolutePosition): number | null {
  let before = 0
  for (const block of line) {
    for (const [i, child] of block.toArray().entries()) {
      if (type === block && i === index) return before
      const size = sizeOfChild(child)
      if (type === child) return before + Math.min(index, size)
      before += size
    }
    if (type === block) return before
  }
  return null
}
