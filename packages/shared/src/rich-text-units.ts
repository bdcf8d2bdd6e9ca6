import * as Y from 'yjs'
import { nodesIn, type RichTextNode } from './rich-text-doc.ts'

export type Attributes = Record<string, unknown>
/** A character, or something that stands between characters such as a line break. */
export type Unit = { key: string; attributes: Attributes; node?: RichTextNode }
/** A unit that is in the document, and where. */
export type Held = Unit & { block: Y.XmlElement; child: Y.XmlText | Y.XmlElement; offset: number; length: number }

/** The units of a line, of all its pieces. By whole characters: half of one would be replaced by a mark of error. */
export function heldUnits(line: readonly Y.XmlElement[]): Held[] {
  return line.flatMap((block) => unitsIn(block))
}

function unitsIn(block: Y.XmlElement): Held[] {
  return block.toArray().flatMap((child): Held[] => {
    if (child instanceof Y.XmlElement) {
      return [{ key: `\u0000${JSON.stringify(nodesIn([child]))}`, attributes: {}, block, child, offset: 0, length: 1 }]
    }
    if (!(child instanceof Y.XmlText)) return []
    let offset = 0
    return (child.toDelta() as { insert: unknown; attributes?: Attributes }[]).flatMap(
      ({ insert: words, attributes }) =>
        [...(typeof words === 'string' ? words : '\uFFFC')].map((key) => {
          const unit = { key, attributes: attributes ?? {}, block, child, offset, length: key.length }
          offset += key.length
          return unit
        }),
    )
  })
}

/** The units of what is to stand in a line. */
export function unitsOf(nodes: readonly RichTextNode[]): Unit[] {
  return nodes.flatMap((node): Unit[] => {
    if (node.type !== 'text') return [{ key: `\u0000${JSON.stringify([node])}`, attributes: {}, node }]
    const attributes = Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))
    return [...(node.text ?? '')].map((key) => ({ key, attributes }))
  })
}

/** How many units two rows have in common at their beginning. */
export function commonBegin(a: readonly Unit[], b: readonly Unit[]): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count]?.key === b[count]?.key) count += 1
  return count
}

/** How many units two rows have in common at their end. */
export function commonEnd(a: readonly Unit[], b: readonly Unit[]): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[a.length - 1 - count]?.key === b[b.length - 1 - count]?.key) count += 1
  return count
}

/** How many units stand before the caret, which counts UTF-16 units. */
export function unitsBefore(units: readonly Unit[], caret: number): number {
  let [at, count] = [0, 0]
  for (; count < units.length && at < caret; count++) at += lengthOf(units[count] as Unit)
  return count
}

const lengthOf = ({ node, key }: Unit): number => (node === undefined ? key.length : 1)
