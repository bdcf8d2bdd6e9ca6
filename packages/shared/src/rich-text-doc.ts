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
    if (value !== null && value !== undefined) element.setAttribute(key, value as string)
  }
  const content = toYNodes(node.content ?? [])
  element.insert(0, content.length === 0 && node.type === 'paragraph' ? [new Y.XmlText()] : content)
  return element
}

/** The document that a fragment holds, with `attrs`, `marks` and `content` left out where they are empty. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return { type: 'doc', content: fragment.toArray().flatMap(nodesIn) }
}

/** The nodes that one item of a document stands for: none, one, or a run of text for each way it is set. */
export function nodesIn(item: Y.XmlElement | Y.XmlText | Y.XmlHook): RichTextNode[] {
  if (item instanceof Y.XmlText) {
    const delta = item.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.filter((run) => typeof run.insert === 'string' && run.insert !== '').map(toTextNode)
  }
  if (!(item instanceof Y.XmlElement)) return []
  const node: RichTextNode = { type: item.nodeName }
  const attrs = item.getAttributes() as Record<string, unknown>
  if (Object.keys(attrs).length > 0) node.attrs = attrs
  const content = joined(item.toArray().flatMap(nodesIn))
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

/** A document of plain paragraphs, one per line. */
export function richTextOf(text: string): RichText {
  return {
    type: 'doc',
    content: text
      .split('\n')
      .map((line) =>
        line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
      ),
  }
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
