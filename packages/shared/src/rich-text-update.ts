import * as Y from 'yjs'
import { nodesIn, type RichText, type RichTextNode, sameRichTextNode, toYElement } from './rich-text-doc.ts'

type Attributes = Record<string, unknown>
/** A character, or something that stands between characters such as a line break. */
type Unit = { key: string; attributes: Attributes; node?: RichTextNode }
/** A unit that is in the document, and where. */
type Held = Unit & { child: Y.XmlText | Y.XmlElement; offset: number; length: number }
type Parent = Y.XmlFragment | Y.XmlElement

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock'])

/**
 * Writes a text into its fragment as the smallest change, so that what others write in it at the same moment survives.
 * Runs of characters that were begun by different people stay apart: put together, the later half would be written
 * anew, and what somebody adds to the old one meanwhile would be gone with it. Call inside a transaction.
 */
export function updateRichText(fragment: Y.XmlFragment, richText: RichText): void {
  updateBlocks(fragment, richText.content ?? [])
}

function updateBlocks(parent: Parent, nodes: readonly RichTextNode[]): void {
  const old = parent.toArray()
  const same = (i: number, j: number) => isSame(old[i], nodes[j])
  const most = Math.min(old.length, nodes.length)
  let first = 0
  while (first < most && same(first, first)) first += 1
  let last = 0
  while (last < most - first && same(old.length - 1 - last, nodes.length - 1 - last)) last += 1
  const [oldEnd, end] = [old.length - last, nodes.length - last]
  const paired = Math.min(oldEnd, end)
  for (let i = first; i < paired; i++) updateBlock(parent, i, nodes[i] as RichTextNode)
  if (oldEnd > paired) parent.delete(paired, oldEnd - paired)
  if (end > paired) parent.insert(paired, nodes.slice(paired, end).map(toYElement))
}

function isSame(item: unknown, node: RichTextNode | undefined): boolean {
  if (!(item instanceof Y.XmlElement) || node === undefined) return false
  const [held] = nodesIn(item)
  return held !== undefined && sameRichTextNode(held, node)
}

function updateBlock(parent: Parent, index: number, node: RichTextNode): void {
  const item = parent.get(index)
  if (!(item instanceof Y.XmlElement) || item.nodeName !== node.type) {
    parent.delete(index, 1)
    parent.insert(index, [toYElement(node)])
    return
  }
  updateAttributes(item, node.attrs ?? {})
  if (TEXT_BLOCKS.has(node.type)) updateInline(item, node.content ?? [])
  else updateBlocks(item, node.content ?? [])
}

function updateAttributes(element: Y.XmlElement, wanted: Attributes): void {
  const held = element.getAttributes() as Attributes
  for (const key of Object.keys(held)) if ((wanted[key] ?? null) === null) element.removeAttribute(key)
  for (const [key, value] of Object.entries(wanted)) {
    if ((value ?? null) !== null && held[key] !== value) element.setAttribute(key, value as string)
  }
}

function updateInline(block: Y.XmlElement, nodes: readonly RichTextNode[]): void {
  const old = heldUnits(block)
  const wanted = unitsOf(nodes)
  const most = Math.min(old.length, wanted.length)
  let first = 0
  while (first < most && old[first]?.key === wanted[first]?.key) first += 1
  let last = 0
  while (last < most - first && old[old.length - 1 - last]?.key === wanted[wanted.length - 1 - last]?.key) last += 1
  const before = old[first - 1]
  for (const unit of old.slice(first, old.length - last).reverse()) remove(block, unit)
  insert(block, before, wanted.slice(first, wanted.length - last))
  format(heldUnits(block), wanted)
}

function remove(block: Y.XmlElement, { child, offset, length }: Held): void {
  if (child instanceof Y.XmlText) child.delete(offset, length)
  else block.delete(block.toArray().indexOf(child), 1)
}

/** Puts units behind one that is there, or in front of everything. */
function insert(block: Y.XmlElement, before: Held | undefined, units: readonly Unit[]): void {
  let cursor = before && cursorBehind(block, before)
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

function cursorBehind(block: Y.XmlElement, { child, offset, length }: Held): Cursor {
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

/** By whole characters: half of one would be replaced by a mark of error. */
function heldUnits(block: Y.XmlElement): Held[] {
  return block.toArray().flatMap((child): Held[] => {
    if (child instanceof Y.XmlElement) {
      return [{ key: `\u0000${JSON.stringify(nodesIn(child))}`, attributes: {}, child, offset: 0, length: 1 }]
    }
    if (!(child instanceof Y.XmlText)) return []
    let offset = 0
    return (child.toDelta() as { insert: unknown; attributes?: Attributes }[]).flatMap(
      ({ insert: words, attributes }) =>
        [...(typeof words === 'string' ? words : '\uFFFC')].map((key) => {
          const unit = { key, attributes: attributes ?? {}, child, offset, length: key.length }
          offset += key.length
          return unit
        }),
    )
  })
}

function unitsOf(nodes: readonly RichTextNode[]): Unit[] {
  return nodes.flatMap((node): Unit[] => {
    if (node.type !== 'text') return [{ key: `\u0000${JSON.stringify([node])}`, attributes: {}, node }]
    const attributes = Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))
    return [...(node.text ?? '')].map((key) => ({ key, attributes }))
  })
}
