import * as Y from 'yjs'

/**
 * ProseMirror JSON ⇄ Y.XmlFragment in the form that y-prosemirror reads: a node is a Y.XmlElement with the
 * node's type as name and its attributes; a run of text is one Y.XmlText whose formatting keys are the marks' types.
 * Pure, so that the server can seed and read boards without an editor.
 */
export type RichTextMark = { type: string; attrs?: Record<string, unknown> }
export type RichTextNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichTextNode[]
  text?: string
  marks?: RichTextMark[]
}
export type RichText = { type: string; attrs?: Record<string, unknown>; content: RichTextNode[] }

/** Fills an empty fragment with a document's content. Call inside a transaction. */
export function writeRichText(fragment: Y.XmlFragment, richText: RichText): void {
  fragment.insert(0, toYNodes(richText.content ?? []))
}

function toYNodes(nodes: readonly RichTextNode[]): (Y.XmlElement | Y.XmlText)[] {
  const result: (Y.XmlElement | Y.XmlText)[] = []
  for (let i = 0; i < nodes.length; ) {
    const node = nodes[i] as RichTextNode
    if (node.type !== 'text') {
      result.push(toYElement(node))
      i++
      continue
    }
    // Neighbouring text nodes differ only in marks: one Y.XmlText holds the whole run.
    const delta: { insert: string; attributes: Record<string, unknown> }[] = []
    for (; nodes[i]?.type === 'text'; i++) {
      const run = nodes[i] as RichTextNode
      const attributes = Object.fromEntries((run.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))
      delta.push({ insert: run.text ?? '', attributes })
    }
    const text = new Y.XmlText()
    text.applyDelta(delta)
    result.push(text)
  }
  return result
}

/** A node of its own. Where words may stand there is a text from the start: two who begin at once write in the same. */
export function toYElement(node: RichTextNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null && value !== undefined && key !== JOINS) element.setAttribute(key, value as string)
  }
  const content = toYNodes(node.content ?? [])
  element.insert(0, content.length === 0 && node.type === 'paragraph' ? [new Y.XmlText()] : content)
  return element
}

/** The document that a fragment holds, with `attrs`, `marks` and `content` left out where they are empty. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return { type: 'doc', content: piecesOf(fragment).flatMap(nodesIn) }
}

type Item = Y.XmlElement | Y.XmlText | Y.XmlHook
/** What a node of the document is made of: one item, or a line and those that were joined to it. */
export type Pieces = readonly [Item, ...Item[]]

/**
 * On a line that somebody joined to the one before: which one that was. The line stays where it is, so that what others
 * write in it at the same moment stays too; it is read as the end of the other for as long as that is before it.
 */
const JOINS = 'joins'
/** Nodes that hold words; what else is in them stands between characters. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock'])

/** How much room a node takes as ProseMirror counts: a character one, and what has an inside two more than that. */
export function sizeOf(node: RichTextNode, isInLine = false): number {
  if (node.type === 'text') return node.text?.length ?? 0
  if (isInLine) return 1
  const content = node.content ?? []
  return content.reduce((sum, child) => sum + sizeOf(child, TEXT_BLOCKS.has(node.type)), 2)
}

/** Is this a line of words? */
export const isLine = (item: unknown): item is Y.XmlElement =>
  item instanceof Y.XmlElement && TEXT_BLOCKS.has(item.nodeName)

const nameOf = ({ _item }: Y.XmlElement): string => (_item === null ? '' : `${_item.id.client}.${_item.id.clock}`)

/** Makes a line the end of the one before it. Call inside a transaction. */
export function joinLine(before: Y.XmlElement, line: Y.XmlElement): void {
  line.setAttribute(JOINS, nameOf(before))
}

/** Makes a line that was joined one of its own again. Call inside a transaction. */
export function partLine(line: Y.XmlElement): void {
  line.removeAttribute(JOINS)
}

/** The children of a fragment or an element, lines that were joined together. */
export function piecesOf(parent: Y.XmlFragment | Y.XmlElement): Pieces[] {
  const result: [Item, ...Item[]][] = []
  for (const item of parent.toArray()) {
    const pieces = result.at(-1)
    const before = pieces?.at(-1)
    const isJoined = isLine(item) && isLine(before) && item.getAttribute(JOINS) === nameOf(before)
    if (isJoined) pieces?.push(item)
    else result.push([item])
  }
  return result
}

/** The nodes that a piece of a document stands for: none, one, or a run of text for each way it is set. */
export function nodesIn(pieces: Pieces): RichTextNode[] {
  const [item] = pieces
  if (item instanceof Y.XmlText) {
    const delta = item.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.filter((run) => typeof run.insert === 'string' && run.insert !== '').map(toTextNode)
  }
  if (!(item instanceof Y.XmlElement)) return []
  const node: RichTextNode = { type: item.nodeName }
  const { [JOINS]: _joins, ...attrs } = item.getAttributes() as Record<string, unknown>
  if (Object.keys(attrs).length > 0) node.attrs = attrs
  const parts = pieces.filter((piece) => piece instanceof Y.XmlElement)
  const content = joined(parts.flatMap(piecesOf).flatMap(nodesIn))
  if (content.length > 0) node.content = content
  return [node]
}

function toTextNode(run: { insert: unknown; attributes?: Record<string, unknown> }): RichTextNode {
  const node: RichTextNode = { type: 'text', text: run.insert as string }
  const marks = Object.entries(run.attributes ?? {}).map(([key, attrs]): RichTextMark => {
    // y-prosemirror keeps marks that may overlap themselves as `type--hash`.
    const type = key.replace(/--[\w+/=]{8}$/, '')
    const hasAttrs = typeof attrs === 'object' && attrs !== null && Object.keys(attrs).length > 0
    return hasAttrs ? { type, attrs: attrs as Record<string, unknown> } : { type }
  })
  if (marks.length > 0) node.marks = marks
  return node
}

/** Neighbouring runs that are set alike are one run: who began them is nothing that a reader sees. */
function joined(nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const isAlike = last?.type === 'text' && node.type === 'text' && sameMarks(last.marks ?? [], node.marks ?? [])
    if (isAlike) result[result.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    else result.push(node)
  }
  return result
}

/**
 * Are two documents the same text? Attributes that are null count as absent: an editor writes them, the fragment does
 * not keep them.
 */
export function sameRichText(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return isNode(a) && isNode(b) && sameRichTextNode(a, b)
}

const isNode = (value: unknown): value is RichTextNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Are two nodes the same, whatever the order of marks and whether an absent attribute is null? */
export function sameRichTextNode(a: RichTextNode, b: RichTextNode): boolean {
  if (a.type !== b.type || a.text !== b.text || !sameAttrs(a.attrs, b.attrs)) return false
  const [x, y] = [a.content ?? [], b.content ?? []]
  if (x.length !== y.length || !sameMarks(a.marks ?? [], b.marks ?? [])) return false
  return x.every((node, i) => sameRichTextNode(node, y[i] as RichTextNode))
}

/** The order of marks carries nothing. */
function sameMarks(a: readonly RichTextMark[], b: readonly RichTextMark[]): boolean {
  return (
    a.length === b.length && a.every((mark) => b.some((o) => o.type === mark.type && sameAttrs(o.attrs, mark.attrs)))
  )
}

function sameAttrs(a: Record<string, unknown> = {}, b: Record<string, unknown> = {}): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? null) === (b[key] ?? null))
}

export const BOLD: RichTextMark = { type: 'bold' }

/** A document of paragraphs, one per line, all of it set in these ways. */
export function richTextOf(text: string, marks: readonly RichTextMark[] = []): RichText {
  const run = (line: string): RichTextNode => ({
    type: 'text',
    text: line,
    ...(marks.length > 0 && { marks: [...marks] }),
  })
  const content = text
    .split('\n')
    .map((line): RichTextNode => (line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [run(line)] }))
  return { type: 'doc', content }
}

/** How the first words of a document are set, in its topmost paragraphs. */
export function firstMarks(value: unknown): readonly RichTextMark[] {
  const blocks = isRichText(value) ? value.content : []
  return blocks.flatMap(({ content = [] }) => content).find(({ type }) => type === 'text')?.marks ?? []
}

/** True for what may be a document: it has content, which nobody has checked. */
export const isRichText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<RichText>).content)

/** The words of a document, paragraphs and list items on lines of their own. */
export function plainTextOf(richText: RichText): string {
  const lines: string[] = []
  const walk = (node: RichTextNode): void => {
    const children = node.content ?? []
    if (children.length === 0 || children.some((child) => child.type === 'text' || child.type === 'hardBreak')) {
      lines.push(children.map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join(''))
    } else {
      children.forEach(walk)
    }
  }
  richText.content.forEach(walk)
  return lines.join('\n')
}
