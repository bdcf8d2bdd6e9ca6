import { jsonEqual } from './board-doc.ts'
import type { SnapshotBlock, SnapshotContent, SnapshotItem, SnapshotPart } from './snapshot-content.ts'

type Card = Extract<SnapshotBlock, { kind: 'card' }>
type Previous = {
  items: ReadonlyMap<string, SnapshotItem>
  cards: ReadonlyMap<string, Card>
  parts: ReadonlyMap<string, SnapshotPart>
}

/** Every item of a section, wherever in it. */
export function itemsOf({ blocks }: SnapshotPart): SnapshotItem[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flat()) : []
  })
}

const cardsOf = ({ blocks }: SnapshotPart): Card[] => blocks.filter((block): block is Card => block.kind === 'card')
const isThere = ({ change }: { change: SnapshotItem['change'] }): boolean => change !== 'removed'

/**
 * The content with what changed since the snapshot before: in the sections that both show, by the keys of notes and
 * cards. A section that was not shown before is new as a whole, and nothing in it is marked. What is on the board still
 * and only left out now is not said to be removed, for then its words would be read again.
 * @param present keys of everything on the boards, shown or not
 */
export function comparedContent(
  content: SnapshotContent,
  previous: SnapshotContent | null,
  present: ReadonlySet<string>,
): SnapshotContent {
  if (previous === null || previous.number === null) return content
  const before: Previous = {
    items: new Map(
      previous.parts
        .flatMap(itemsOf)
        .filter(isThere)
        .map((item) => [item.key, item]),
    ),
    cards: new Map(
      previous.parts
        .flatMap(cardsOf)
        .filter(isThere)
        .map((card) => [card.key, card]),
    ),
    parts: new Map(previous.parts.map((part) => [part.key, part])),
  }
  const shown = new Set(content.parts.flatMap((part) => [...itemsOf(part), ...cardsOf(part)]).map(({ key }) => key))
  const isGone = (key: string) => !shown.has(key) && !present.has(key)
  return {
    ...content,
    comparedWith: { number: previous.number, title: previous.title, madeAt: previous.madeAt },
    parts: content.parts.map((part) => comparedPart(part, before, isGone)),
  }
}

function comparedPart(part: SnapshotPart, before: Previous, isGone: (key: string) => boolean): SnapshotPart {
  const old = before.parts.get(part.key)
  const item = (one: SnapshotItem): SnapshotItem => {
    const was = before.items.get(one.key)
    if (was === undefined) return old === undefined ? one : { ...one, change: 'added' }
    return was.text === one.text ? one : { ...one, change: 'changed', before: was.text }
  }
  const blocks = part.blocks.map((block): SnapshotBlock => {
    switch (block.kind) {
      case 'list':
        return { ...block, items: block.items.map(item) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(item)) })) }
      case 'card':
        return comparedCard(block, before, old !== undefined)
      default:
        return block
    }
  })
  return old === undefined ? { ...part, blocks } : { ...part, blocks: withRemoved(blocks, old, isGone) }
}

function comparedCard(card: Card, before: Previous, wasShown: boolean): Card {
  const was = before.cards.get(card.key)
  if (was === undefined) return wasShown ? { ...card, change: 'added' } : card
  const isSame = jsonEqual(was.fields, card.fields) && was.status === card.status
  return isSame ? card : { ...card, change: 'changed' }
}

/** The blocks with what stood in this section and is gone: in the list of the same name, else in one of its own. */
function withRemoved(
  blocks: readonly SnapshotBlock[],
  old: SnapshotPart,
  isGone: (key: string) => boolean,
): SnapshotBlock[] {
  const result = [...blocks]
  const put = (title: string, items: readonly SnapshotItem[]) => {
    const removed = items
      .filter(({ key, change }) => change !== 'removed' && isGone(key))
      .map((item): SnapshotItem => ({ ...item, change: 'removed', before: '' }))
    if (removed.length === 0) return
    const at = result.findIndex((block) => block.kind === 'list' && block.title === title)
    const list = result[at]
    if (list?.kind === 'list') result[at] = { ...list, items: [...list.items, ...removed] }
    else result.push({ kind: 'list', title, items: removed })
  }
  for (const block of old.blocks) {
    if (block.kind === 'list') put(block.title, block.items)
    if (block.kind === 'table') {
      for (const { title, cells } of block.rows) {
        for (const [i, items] of cells.entries()) put([title, block.columns[i]].filter(Boolean).join(' · '), items)
      }
    }
    if (block.kind === 'card' && isThere(block) && isGone(block.key)) result.push({ ...block, change: 'removed' })
  }
  return result
}

/** A purpose that is another one than in the snapshot before, with the reason that stands in the log. */
export function changedPurpose(
  now: { words: string; version: number; why: string } | null,
  previous: SnapshotContent | null,
): NonNullable<SnapshotContent['sprint']>['purpose'] {
  if (now === null) return null
  const { words, version, why } = now
  const before = previous?.sprint?.purpose ?? null
  const isChanged = before !== null && before.version < version && before.words !== words
  return { words, version, changed: isChanged ? { before: before.words, why } : null, why }
}
