import { richTextOf } from '@samtavle/shared/rich-text-doc'
import type { TLShape } from '@tldraw/tldraw'
import { expect, it } from 'vitest'
import { isVotable, votableNotes } from './votable-notes.ts'

type Given = { type?: string; in?: string; x?: number; y?: number; says?: string; meta?: object }

/** What is asked of an editor, over shapes by name. */
function boardOf(given: Record<string, Given>) {
  const shapes = Object.entries(given).map(
    ([id, { type = 'note', in: parent, x = 0, y = 0, says = '', meta = {} }]) =>
      ({
        ...{ typeName: 'shape', id, type, x, y, meta, isLocked: false, parentId: parent ?? 'page:page' },
        props: type === 'frame' ? { name: says } : { color: 'yellow', richText: richTextOf(says) },
      }) as unknown as TLShape,
  )
  const find = (id: unknown) => shapes.find((shape) => shape.id === id)
  return {
    getCurrentPageShapes: () => shapes,
    getShape: find,
    getShapeParent: (shape: TLShape) => find(shape.parentId),
    getShapePageBounds: (shape: TLShape) => ({ x: shape.x, y: shape.y, h: 200 }),
    getSortedChildIdsForParent: () => [],
  } as unknown as Parameters<typeof votableNotes>[0]
}

const BOARD = boardOf({
  late: { type: 'frame', says: 'Kriterier', meta: { section: 'kriterier', order: 2 } },
  early: { type: 'frame', says: 'Idéerne', meta: { section: 'alle', order: 1 } },
  inLate: { in: 'late', says: 'Inden\nmandag' },
  right: { in: 'early', x: 300, y: 10, says: 'Opkald' },
  left: { in: 'early', x: 0, y: 30, says: 'Kort' },
  below: { in: 'early', y: 400, says: 'App' },
  example: { in: 'early', says: 'Køleskab', meta: { example: true } },
  empty: { in: 'early', says: ' ' },
  heading: { type: 'text', in: 'early', says: 'Overskrift', meta: { part: 'heading' } },
  arrow: { type: 'arrow', in: 'early', says: 'derfor' },
  group: { type: 'group', in: 'late' },
  deep: { in: 'group', y: 300, says: 'Dybt' },
  loose: { says: 'Løs' },
})

const said = (frame: string | null) =>
  votableNotes(BOARD, frame).map(({ name, notes }) => `${name}: ${notes.map(({ words }) => words).join(', ')}`)

it('lists notes with words as one reads the board, and no examples', () => {
  expect(said(null)).toEqual(['Idéerne: Kort, Opkald, App', 'Kriterier: Inden mandag, Dybt', ': Løs'])
})

it('lists only what lies in the section, however deep', () => {
  expect(said('late')).toEqual(['Kriterier: Inden mandag, Dybt'])
  expect(said('gone')).toEqual([])
  const [deep, loose] = ['deep', 'loose'].map((id) => BOARD.getShape(id as TLShape['id']))
  expect(deep && isVotable(BOARD, deep, 'late')).toBe(true)
  expect(loose && isVotable(BOARD, loose, 'late')).toBe(false)
})
