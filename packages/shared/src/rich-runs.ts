import { isRichText, type RichTextNode } from './rich-text-doc.ts'

/** Words that are set alike. */
export type Run = {
  text: string
  bold: boolean
  italic: boolean
  code: boolean
  struck: boolean
  marked: boolean
  link: boolean
}
/** A line of a document before it is broken: a paragraph, a heading or the item of a list. */
export type Paragraph = {
  runs: Run[]
  /** Lists that it is in, from the outermost: how many items each has, for the room of their numbers. */
  lists: readonly { ordered: boolean; items: number }[]
  /** What stands before it: `•`, `3.` or nothing. */
  sign: string
  /** 0 for none, 1 for the largest heading. */
  heading: number
}

const DEEPEST = 12
const MOST_PARAGRAPHS = 1_000

/**
 * The paragraphs of a text of tldraw's, at most `limit` characters in all; the rest ends in an ellipsis. Of content that
 * nobody has checked: what is no text is left out.
 */
export function paragraphsOf(richText: unknown, limit: number): Paragraph[] {
  if (!isRichText(richText)) return []
  const reader = new Reader(limit)
  reader.blocks(richText.content, [], 0)
  return reader.paragraphs
}

/** The same for words that are not set in any way. */
export function plainParagraphs(text: string, limit: number): Paragraph[] {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text
  return cut
    .split('\n')
    .slice(0, MOST_PARAGRAPHS)
    .map((line) => ({ runs: line === '' ? [] : [run(line, [])], lists: [], sign: '', heading: 0 }))
}

class Reader {
  readonly paragraphs: Paragraph[] = []
  #left: number

  constructor(limit: number) {
    this.#left = limit
  }

  get #isFull(): boolean {
    return this.#left < 0 || this.paragraphs.length >= MOST_PARAGRAPHS
  }

  blocks(nodes: unknown, lists: Paragraph['lists'], depth: number): void {
    if (!Array.isArray(nodes) || depth > DEEPEST) return
    for (const node of nodes as (RichTextNode | null)[]) {
      if (typeof node !== 'object' || node === null || this.#isFull) continue
      if (node.type === 'bulletList' || node.type === 'orderedList') this.#list(node, lists, depth)
      else if (hasWords(node)) this.#paragraph(node, lists)
      else this.blocks(node.content, lists, depth + 1)
    }
  }

  #list(list: RichTextNode, lists: Paragraph['lists'], depth: number): void {
    const items = Array.isArray(list.content) ? list.content : []
    const ordered = list.type === 'orderedList'
    const first = Number(list.attrs?.start ?? 1)
    items.forEach((item, i) => {
      if (this.#isFull) return
      const before = this.paragraphs.length
      const number = (Number.isInteger(first) ? first : 1) + i
      this.blocks([{ ...item, type: 'listItem' }], [...lists, { ordered, items: items.length }], depth + 1)
      const opened = this.paragraphs[before]
      if (opened !== undefined && opened.sign === '') opened.sign = ordered ? `${number}.` : '•'
    })
  }

  #paragraph(node: RichTextNode, lists: Paragraph['lists']): void {
    const level = node.type === 'heading' ? Number(node.attrs?.level ?? 1) : 0
    const heading = level >= 1 && level <= 6 ? Math.floor(level) : 0
    const paragraph: Paragraph = { runs: [], lists, sign: '', heading }
    for (const child of Array.isArray(node.content) ? node.content : []) {
      if (this.#left < 0) break
      if (typeof child !== 'object' || child === null) continue
      const text = child.type === 'hardBreak' ? '\n' : typeof child.text === 'string' ? child.text : ''
      if (text === '') continue
      const kept = text.length > this.#left ? `${wholeCharacters(text, this.#left)}…` : text
      this.#left -= text.length
      paragraph.runs.push(run(kept, Array.isArray(child.marks) ? child.marks : [], heading > 0))
    }
    this.paragraphs.push(paragraph)
  }
}

/** Is it a line of words? So is one without any, which takes the room of a line. */
function hasWords(node: RichTextNode): boolean {
  if (node.type === 'paragraph' || node.type === 'heading') return true
  return Array.isArray(node.content) && node.content.some((child) => child?.type === 'text')
}

function run(text: string, marks: readonly { type?: unknown }[], isHeading = false): Run {
  const has = (type: string): boolean => marks.some((mark) => mark?.type === type)
  return {
    text,
    bold: isHeading || has('bold'),
    italic: has('italic'),
    code: has('code'),
    struck: has('strike'),
    marked: has('highlight'),
    link: has('link'),
  }
}

/** The beginning of a text, which does not end between the two halves of a character. */
function wholeCharacters(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length)
}
