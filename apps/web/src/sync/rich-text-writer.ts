import type { RichTextWriter } from '@samtavle/shared/board-doc'
import type { RichText, RichTextMark, RichTextNode } from '@samtavle/shared/rich-text-doc'
import { type MarkType, Node, type Schema } from '@tiptap/pm/model'
import { updateYFragment } from 'y-prosemirror'
import type { XmlFragment } from 'yjs'

/**
 * Writes a note's text into its fragment as the smallest change: what is equal stays, so that text which others wrote
 * at the same time, and their carets, survive. A document that the schema does not know is refused by throwing.
 */
export function createRichTextWriter(schema: Schema): RichTextWriter {
  return (fragment: XmlFragment, richText: RichText) => {
    const node = Node.fromJSON(schema, richText)
    const doc = fragment.doc
    if (!doc) throw new Error('the fragment is not in a document')
    updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map<MarkType, boolean>() })
  }
}

/**
 * Are two documents the same text? Attributes that are null count as absent: an editor writes them, the fragment does
 * not keep them.
 */
export function sameRichText(a: unknown, b: unknown): boolean {
  if (a === b) return true
  return isNode(a) && isNode(b) && sameNode(a, b)
}

const isNode = (value: unknown): value is RichTextNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

function sameNode(a: RichTextNode, b: RichTextNode): boolean {
  if (a.type !== b.type || a.text !== b.text || !sameAttrs(a.attrs, b.attrs)) return false
  const [x, y] = [a.content ?? [], b.content ?? []]
  if (x.length !== y.length || !sameMarks(a.marks ?? [], b.marks ?? [])) return false
  return x.every((node, i) => sameNode(node, y[i] as RichTextNode))
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
