import * as Y from 'yjs'
import {
  isLine,
  joinLine,
  nodesIn,
  type Pieces,
  partLine,
  piecesOf,
  type RichText,
  type RichTextNode,
  sameRichTextNode,
  sizeOf,
  toYElement,
} from './rich-text-doc.ts'
import { editBetween, editsBetween } from './rich-text-edits.ts'
import { type Attributes, commonBegin, commonEnd, type Held, heldUnits, type Unit, unitsOf } from './rich-text-units.ts'

type Parent = Y.XmlFragment | Y.XmlElement
type Line = readonly [Y.XmlElement, ...Y.XmlElement[]]

/**
 * Writes a text into its fragment as the smallest change, so that what others write in it at the same moment survives.
 * Runs of characters that were begun by different people stay apart: put together, the later half would be written
 * anew, and what somebody adds to the old one meanwhile would be gone with it. Call inside a transaction.
 * @param caret where its author stands in the new text, as ProseMirror counts: of the same letters in a row it says
 *   which one is new
 */
export function updateRichText(fragment: Y.XmlFragment, richText: RichText, caret = -1): void {
  updateBlocks(fragment, richText.content ?? [], { at: caret })
}

/**
 * The same for a text in which several places of a line may have changed: what lies between them is left as it is.
 * Nobody replaces words in it; it is what several people wrote.
 */
export function updateRichTextInPieces(fragment: Y.XmlFragment, richText: RichText): void {
  updateBlocks(fragment, richText.content ?? [], 'pieces')
}

/** What is known of a change: where its author stands, counted from here, or that it was made in several places. */
type Hint = { at: number } | 'pieces'

const behind = (hint: Hint, length: number): Hint => (hint === 'pieces' ? hint : { at: hint.at - length })

function updateBlocks(parent: Parent, nodes: readonly RichTextNode[], hint: Hint): void {
  const old = piecesOf(parent)
  const same = (i: number, j: number) => isSame(old[i], nodes[j])
  const most = Math.min(old.length, nodes.length)
  let first = 0
  while (first < most && same(first, first)) first += 1
  let last = 0
  while (last < most - first && same(old.length - 1 - last, nodes.length - 1 - last)) last += 1
  const [oldEnd, end] = [old.length - last, nodes.length - last]
  const isMended =
    oldEnd > end
      ? joinsLines(parent, old.slice(first, oldEnd), nodes.slice(first, end))
      : oldEnd < end && partsLine(old[first], nodes[first], nodes[first + 1])
  if (isMended) {
    updateBlocks(parent, nodes, hint)
    return
  }
  const paired = Math.min(oldEnd, end)
  let start = nodes.slice(0, first).reduce((sum, node) => sum + sizeOf(node), 0)
  for (let i = first; i < paired; i++) {
    const node = nodes[i] as RichTextNode
    updateBlock(parent, old[i] as Pieces, node, behind(hint, start + 1))
    start += sizeOf(node)
  }
  for (const pieces of old.slice(paired, oldEnd)) removePieces(parent, pieces)
  if (end > paired) {
    const at = old.slice(0, paired).reduce((sum, { length }) => sum + length, 0)
    parent.insert(at, nodes.slice(paired, end).map(toYElement))
  }
}

function isSame(pieces: Pieces | undefined, node: RichTextNode | undefined): boolean {
  if (!(pieces?.[0] instanceof Y.XmlElement) || node === undefined) return false
  const [held] = nodesIn(pieces)
  return held !== undefined && sameRichTextNode(held, node)
}

const asLine = (pieces: Pieces | undefined): Line | undefined =>
  pieces?.every(isLine) ? (pieces as unknown as Line) : undefined

/**
 * Of several lines one is left that begins as the first and ends as the last: the last stays and is joined to the first,
 * with what others write in it at this moment. False when nothing was joined.
 */
function joinsLines(parent: Parent, old: readonly Pieces[], nodes: readonly RichTextNode[]): boolean {
  const [line, last] = [asLine(old[0]), asLine(old[old.length - nodes.length])]
  if (line === undefined || last === undefined || line === last || nodes[0] === undefined) return false
  const wanted = unitsOf(nodes[0].content ?? [])
  const [begun, ended] = [heldUnits(line), heldUnits(last)]
  const tail = commonEnd(ended, wanted)
  if (tail === 0 || commonBegin(begun, wanted) + tail < wanted.length) return false
  for (const pieces of old.slice(1, old.length - nodes.length)) removePieces(parent, pieces)
  joinLine(parent.get(parent.toArray().indexOf(last[0]) - 1) as Y.XmlElement, last[0])
  return true
}

/** A line that was joined is parted again where it was. False when it is not. */
function partsLine(
  pieces: Pieces | undefined,
  node: RichTextNode | undefined,
  next: RichTextNode | undefined,
): boolean {
  const line = asLine(pieces)
  if (line === undefined || line.length === 1 || node === undefined || next === undefined) return false
  const [before, after] = [unitsOf(node.content ?? []), unitsOf(next.content ?? [])]
  for (const [i, piece] of line.entries()) {
    if (i === 0) continue
    const [head, rest] = [heldUnits(line.slice(0, i)), heldUnits(line.slice(i))]
    if (!isAll(head, before) || !isAll(rest, after)) continue
    partLine(piece)
    return true
  }
  return false
}

const isAll = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.length === b.length && commonBegin(a, b) === a.length

function removePieces(parent: Parent, pieces: Pieces): void {
  const index = parent.toArray().indexOf(pieces[0] as Y.XmlElement)
  // A line without words is joined to the one before: somebody may be about to write in it.
  const before = index > 0 ? parent.get(index - 1) : undefined
  const line = asLine(pieces)
  if (line !== undefined && isLine(before) && heldUnits(line).length === 0) joinLine(before, line[0])
  else parent.delete(index, pieces.length)
}

function updateBlock(parent: Parent, pieces: Pieces, node: RichTextNode, hint: Hint): void {
  const [item] = pieces
  if (!(item instanceof Y.XmlElement) || item.nodeName !== node.type) {
    const index = parent.toArray().indexOf(item as Y.XmlElement)
    parent.delete(index, pieces.length)
    parent.insert(index, [toYElement(node)])
    return
  }
  updateAttributes(item, node.attrs ?? {})
  const line = asLine(pieces)
  if (line !== undefined) updateInline(line, node.content ?? [], hint)
  else updateBlocks(item, node.content ?? [], hint)
}

function updateAttributes(element: Y.XmlElement, wanted: Attributes): void {
  const held = nodesIn([element])[0]?.attrs ?? {}
  for (const key of Object.keys(held)) if ((wanted[key] ?? null) === null) element.removeAttribute(key)
  for (const [key, value] of Object.entries(wanted)) {
    if ((value ?? null) !== null && held[key] !== value) element.setAttribute(key, value as string)
  }
}

function updateInline(line: Line, nodes: readonly RichTextNode[], hint: Hint): void {
  const old = heldUnits(line)
  const wanted = unitsOf(nodes)
  const edits = hint === 'pieces' ? editsBetween(old, wanted) : [editBetween(old, wanted, hint.at)]
  // From the end to the beginning: what is before an edit is still where it was.
  for (const { from, removed, put } of edits.reverse()) {
    for (const unit of old.slice(from, from + removed).reverse()) remove(unit)
    insert(line[0], old[from - 1], put)
  }
  format(heldUnits(line), wanted)
}

function remove({ block, child, offset, length }: Held): void {
  if (child instanceof Y.XmlText) child.delete(offset, length)
  else block.delete(block.toArray().indexOf(child), 1)
}

/** Puts units behind one that is there, or in front of everything. */
function insert(start: Y.XmlElement, before: Held | undefined, units: readonly Unit[]): void {
  const block = before?.block ?? start
  let cursor = before && cursorBehind(before)
  for (let i = 0; i < units.length; ) {
    const unit = units[i] as Unit
    if (unit.node !== undefined) {
      const at = cursor === undefined ? 0 : split(block, cursor)
      block.insert(at, [toYElement(unit.node)])
      cursor = textAt(block, at + 1)
      i += 1
      continue
    }
    const run: string[] = []
    const attributes = JSON.stringify(unit.attributes)
    for (; i < units.length && !units[i]?.node && JSON.stringify(units[i]?.attributes) === attributes; i++) {
      run.push(units[i]?.key ?? '')
    }
    cursor ??= textAt(block, 0)
    const words = run.join('')
    cursor.text.insert(cursor.offset, words, { ...unit.attributes })
    cursor = { text: cursor.text, offset: cursor.offset + words.length }
  }
}

type Cursor = { text: Y.XmlText; offset: number }

function cursorBehind({ block, child, offset, length }: Held): Cursor {
  if (child instanceof Y.XmlText) return { text: child, offset: offset + length }
  return textAt(block, block.toArray().indexOf(child) + 1)
}
/** The beginning of the run of characters at this place of the block, made when there is none. */
function textAt(block: Y.XmlElement, index: number): Cursor {
  const item = block.length > index ? block.get(index) : undefined
  if (item instanceof Y.XmlText) return { text: item, offset: 0 }
  const text = new Y.XmlText()
  block.insert(index, [text])
  return { text, offset: 0 }
}

/** Makes room inside a run of characters. @returns where, among the block's children */
function split(block: Y.XmlElement, { text, offset }: Cursor): number {
  const index = block.toArray().indexOf(text)
  const rest = tailOf(text, offset)
  if (rest.length > 0) {
    const tail = new Y.XmlText()
    tail.applyDelta(rest)
    text.delete(offset, text.length - offset)
    block.insert(index + 1, [tail])
  }
  return index + 1
}

function tailOf(text: Y.XmlText, offset: number): { insert: string; attributes: Attributes }[] {
  let at = 0
  return (text.toDelta() as { insert: string; attributes?: Attributes }[]).flatMap((run) => {
    const from = Math.max(0, offset - at)
    at += run.insert.length
    return from < run.insert.length ? [{ insert: run.insert.slice(from), attributes: run.attributes ?? {} }] : []
  })
}

/** Both hold the same characters now: what differs is how they are set. */
function format(held: readonly Held[], wanted: readonly Unit[]): void {
  for (const [i, { child, offset, length, attributes }] of held.entries()) {
    const next = wanted[i]?.attributes ?? {}
    if (!(child instanceof Y.XmlText) || sameAttributes(attributes, next)) continue
    const gone = Object.fromEntries(Object.keys(attributes).map((key) => [key, null]))
    child.format(offset, length, { ...gone, ...next })
  }
}

const sameAttributes = (a: Attributes, b: Attributes): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
}
