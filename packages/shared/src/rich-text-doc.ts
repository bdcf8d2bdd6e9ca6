import * as Y from 'yjs'

/**
 * ProseMirror JSON ⇄ Y.XmlFragment in the form that y-prosemirror reads and writes: a node is a Y.XmlElement with the
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

function toYElement(node: RichTextNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null && value !== undefined) element.setAttribute(key, value as string)
  }
  element.insert(0, toYNodes(node.content ?? []))
  return element
}

/** The document that a fragment holds, with `attrs`, `marks` and `content` left out where they are empty. */
export function readRichText(fragment: Y.XmlFragment): RichText {
  return { type: 'doc', content: fragment.toArray().flatMap(toNodes) }
}

function toNodes(item: Y.XmlElement | Y.XmlText | Y.XmlHook): RichTextNode[] {
  if (item instanceof Y.XmlText) {
    const delta = item.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.filter((run) => typeof run.insert === 'string' && run.insert !== '').map(toTextNode)
  }
  if (!(item instanceof Y.XmlElement)) return []
  const node: RichTextNode = { type: item.nodeName }
  const attrs = item.getAttributes() as Record<string, unknown>
  if (Object.keys(attrs).length > 0) node.attrs = attrs
  const content = item.toArray().flatMap(toNodes)
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
