import { editsBetween } from '@samtavle/shared/rich-text-edits'
import type { Unit } from '@samtavle/shared/rich-text-units'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'

/**
 * What brings an open text to one that somebody else had a part in: a change of each place that differs and of nothing
 * else, so that carets, and what the editor's own undo remembers, stay where they are in the words.
 * @returns null when the text is not of the editor's kind
 */
export function changeTo(state: EditorState, richText: unknown): Transaction | null {
  let next: Node
  try {
    next = state.schema.nodeFromJSON(richText)
    next.check()
  } catch {
    return null
  }
  const change = state.tr
  changeContent(change, state.doc, next, 0)
  // Where pieces do not fit together as they are, the text is replaced as a whole.
  const isDone = change.doc.eq(next)
  const whole = isDone ? change : state.tr.replaceWith(0, state.doc.content.size, next.content)
  // Bold that was chosen for the next letter is still chosen.
  if (whole.docChanged && state.storedMarks !== null) whole.setStoredMarks(state.storedMarks)
  return whole.setMeta('addToHistory', false)
}

/** From the end to the beginning, so that what is found first is still where it was. */
function changeContent(change: Transaction, old: Node, next: Node, start: number): void {
  const most = Math.min(old.childCount, next.childCount)
  let first = 0
  while (first < most && old.child(first).eq(next.child(first))) first += 1
  let last = 0
  while (last < most - first && old.child(old.childCount - 1 - last).eq(next.child(next.childCount - 1 - last))) {
    last += 1
  }
  const isLine = old.inlineContent && next.inlineContent
  if (isLine || old.childCount !== next.childCount) {
    if (isLine) changeLine(change, old, next, start)
    else replaceDifference(change, old, next, start)
    return
  }
  let at = start + old.content.size
  for (let i = old.childCount - 1; i >= first; i--) {
    const [before, after] = [old.child(i), next.child(i)]
    at -= before.nodeSize
    if (i >= old.childCount - last || before.eq(after)) continue
    if (before.isLeaf || !before.sameMarkup(after)) change.replaceWith(at, at + before.nodeSize, Fragment.from(after))
    else changeContent(change, before, after, at + 1)
  }
}

/** Others may have written in several places of one line: what lies between them is left as it is. */
function changeLine(change: Transaction, old: Node, next: Node, start: number): void {
  const [held, wanted] = [lettersOf(old), lettersOf(next)]
  const moved = editsBetween(held, wanted).map(({ from, removed, put }) => ({ from, to: from + removed, put }))
  let surplus = moved.reduce((sum, { from, to, put }) => sum + put.length - (to - from), 0)
  for (const { from, to, put } of moved.reverse()) {
    surplus -= put.length - (to - from)
    const first = from + surplus
    const content = next.content.cut(sizeOf(wanted, first), sizeOf(wanted, first + put.length))
    change.replace(start + sizeOf(held, from), start + sizeOf(held, to), new Slice(content, 0, 0))
  }
}

type Letter = Unit & { size: number }

/** The characters of a line, and what stands between them. */
function lettersOf(line: Node): Letter[] {
  const letters: Letter[] = []
  line.forEach((child) => {
    const set = JSON.stringify(child.marks)
    const keys = child.isText ? [...(child.text ?? '')] : [JSON.stringify(child)]
    for (const key of keys) letters.push({ key: key + set, attributes: {}, size: child.isText ? key.length : 1 })
  })
  return letters
}

const sizeOf = (letters: readonly Letter[], count: number): number =>
  letters.slice(0, count).reduce((sum, { size }) => sum + size, 0)

function replaceDifference(change: Transaction, old: Node, next: Node, start: number): void {
  const from = old.content.findDiffStart(next.content)
  const to = old.content.findDiffEnd(next.content)
  if (from === null || to === null) return
  // In repeated letters both searches may pass each other.
  const overlap = Math.max(0, from - Math.min(to.a, to.b))
  const slice = from === to.b + overlap ? Slice.empty : next.slice(from, to.b + overlap)
  change.replace(start + from, start + to.a + overlap, slice)
}

/** Puts the selection where its two ends are by now. */
export function selectBetween(change: Transaction, anchor: number, head: number): void {
  const { doc } = change
  const [from, to] = [anchor, head].map((position) => doc.resolve(Math.min(position, doc.content.size)))
  if (from && to) change.setSelection(TextSelection.between(from, to))
}
