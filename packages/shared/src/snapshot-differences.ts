import { itemsOf } from './compare-snapshots.ts'
import type { NoteRole } from './note-role.ts'
import type { SnapshotBlock, SnapshotContent, SnapshotItem, SnapshotPart } from './snapshot-content.ts'

/** Something that two snapshots do not have in common, in words. */
export type SnapshotDifference = {
  /** Of the item; the same on both sides. */
  key: string
  kind: 'added' | 'changed' | 'removed'
  role: NoteRole | null
  /** What it says in the older one and in the newer one; empty where it is not there. */
  before: string
  after: string
}

/** What differs in one section. */
export type SectionDifferences = {
  key: string
  board: string
  title: string
  /** Its place among the sections of each side, from 0; null on the side that does not show it. */
  places: { before: number | null; after: number | null }
  /** None for a section that only one of them shows: all of it is the difference. */
  differences: SnapshotDifference[]
}

export type SnapshotComparison = {
  /** Null when it is the same, or neither has one. `why` is empty where no reason was frozen. */
  purpose: { before: string; after: string; why: string } | null
  /** In the order of the newer one; after them those that only the older one shows. Only those that differ. */
  sections: SectionDifferences[]
}

type Said = Pick<SnapshotDifference, 'key' | 'role'> & { text: string }

/**
 * How two snapshots of the same sprint or board differ, by the keys of what they say. What the newer one does not say any
 * more may be gone from the board or only left out: only that it is not said is known. Both are what readers got, so that
 * nothing is told that one of them did not say.
 */
export function snapshotDifferences(before: SnapshotContent, after: SnapshotContent): SnapshotComparison {
  const [then, now] = [saidIn(before), saidIn(after)]
  const sections = after.parts.flatMap((part, place): SectionDifferences[] => {
    const was = before.parts.findIndex(({ key }) => key === part.key)
    const own = { key: part.key, board: part.board, title: part.title }
    if (was < 0) return [{ ...own, places: { before: null, after: place }, differences: [] }]
    const old = before.parts[was]
    const differences = [
      ...saidOf(part).flatMap((one) => newer(one, then.get(one.key))),
      ...(old === undefined ? [] : saidOf(old)).flatMap((one) => (now.has(one.key) ? [] : [gone(one)])),
    ]
    return differences.length === 0 ? [] : [{ ...own, places: { before: was, after: place }, differences }]
  })
  const kept = new Set(after.parts.map(({ key }) => key))
  const left = before.parts.flatMap(({ key, board, title }, place): SectionDifferences[] => {
    const places = { before: place, after: null }
    return kept.has(key) ? [] : [{ key, board, title, places, differences: [] }]
  })
  return { purpose: purposeOf(before, after), sections: [...sections, ...left] }
}

/** How many there are of each kind. */
export function countDifferences({ sections }: SnapshotComparison): Record<SnapshotDifference['kind'], number> {
  const count = { added: 0, changed: 0, removed: 0 }
  for (const { kind } of sections.flatMap(({ differences }) => differences)) count[kind] += 1
  return count
}

function newer(one: Said, was: Said | undefined): SnapshotDifference[] {
  const { text, ...own } = one
  if (was === undefined) return [{ ...own, kind: 'added', before: '', after: text }]
  return was.text === text ? [] : [{ ...own, kind: 'changed', before: was.text, after: text }]
}

const gone = ({ text, ...own }: Said): SnapshotDifference => ({ ...own, kind: 'removed', before: text, after: '' })

const saidIn = ({ parts }: SnapshotContent): ReadonlyMap<string, Said> =>
  new Map(parts.flatMap(saidOf).map((one) => [one.key, one]))

/** Everything that a section says: what it marks as removed since the snapshot before it, it does not say. */
function saidOf(part: SnapshotPart): Said[] {
  const items = itemsOf(part).filter(({ change }) => change !== 'removed')
  return [...items.map(saidByItem), ...part.blocks.flatMap((block) => saidByBlock(block, part.key))]
}

const saidByItem = ({ key, text, role }: SnapshotItem): Said => ({ key, text: text.trim(), role })

function saidByBlock(block: SnapshotBlock, part: string): Said[] {
  if (block.kind === 'words') {
    // Lines about arrows, curves and choices have no key of their own.
    return block.lines.map((line) => ({ key: `${part} ${block.title} ${line}`, text: line, role: null }))
  }
  if (block.kind !== 'card' || block.change === 'removed') return []
  const fields = block.fields.map(({ label, text }) => `${label}: ${text}`)
  const text = [block.title, block.status, ...fields].filter((line) => line.trim() !== '').join('\n')
  return [{ key: block.key, text, role: null }]
}

function purposeOf(before: SnapshotContent, after: SnapshotContent): SnapshotComparison['purpose'] {
  const [was, is] = [before.sprint?.purpose ?? null, after.sprint?.purpose ?? null]
  if (is === null || was?.words === is.words) return null
  return { before: was?.words ?? '', after: is.words, why: is.why ?? is.changed?.why ?? '' }
}
