import type { SnapshotBlock, SnapshotChange, SnapshotItem, SnapshotPart } from '@samtavle/shared/snapshot-content'
import { html } from 'hono/html'
import { lines, type Markup, NOTHING } from './markup.ts'
import type { ReaderWords } from './reader-words.ts'

type Told = Exclude<SnapshotChange, 'same'>
const TOLD = ['added', 'changed', 'removed'] as const satisfies readonly Told[]
/** Before the word, and never instead of it. */
const SIGNS: Record<Told, string> = { added: '+', changed: '↻', removed: '−' }

/** What became of something since the snapshot before, in words. */
export function changeMark(change: SnapshotChange, words: ReaderWords): Markup {
  if (change === 'same') return NOTHING
  return html`<span class="mark"><span aria-hidden="true">${SIGNS[change]}</span> ${words.change[change]}</span>`
}

/** What stood there before; for what was changed only. */
export function beforeLine(item: Pick<SnapshotItem, 'change' | 'before'>, words: ReaderWords): Markup {
  if (item.change !== 'changed' || item.before.trim() === '') return NOTHING
  return html`<p class="before">${words.before} ${lines(item.before)}</p>`
}

function changesOf(block: SnapshotBlock): SnapshotChange[] {
  if (block.kind === 'list') return block.items.map(({ change }) => change)
  if (block.kind === 'card') return [block.change]
  if (block.kind === 'words') return []
  return block.rows.flatMap(({ cells }) => cells.flat().map(({ change }) => change))
}

/** How much of a part was added, changed and removed: »2 tilføjet, 1 ændret«; empty when nothing was. */
function countWords(part: SnapshotPart, words: ReaderWords): string {
  const all = part.blocks.flatMap(changesOf)
  return TOLD.map((change) => ({ change, count: all.filter((one) => one === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => words.changes[change](count))
    .join(', ')
}

/** What is new in each part, with a way there; `idOf` names the place of a part on the page. */
export function newsList(
  parts: readonly SnapshotPart[],
  words: ReaderWords,
  idOf: (index: number) => string,
): Markup[] {
  return parts.flatMap((part, index) => {
    const counts = countWords(part, words)
    return counts === '' ? [] : [html`<li><a href="#${idOf(index)}">${part.title}</a>: ${counts}</li>`]
  })
}
