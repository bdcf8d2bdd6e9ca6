import { type BoardRecord, jsonEqual } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { BoardShapes, type Box } from '@samtavle/shared/board-shapes'
import { textOf } from '@samtavle/shared/picture-scene'
import { inReadingOrder } from '@samtavle/shared/reading-order'
import { changesBetween } from '@samtavle/shared/record-changes'
import { wordsOn } from '@samtavle/shared/shape-words'

/** What of a shape is another now. */
export type ChangedPart = 'words' | 'place' | 'role' | 'look'

/** One shape that two states of a board do not have in common. */
export type ShownChange = {
  id: string
  kind: 'added' | 'changed' | 'removed'
  /** tldraw's or our name of the kind of shape. */
  type: string
  /** Empty for what was added or removed. */
  parts: readonly ChangedPart[]
  /** What was and is written on it; empty where nothing is. */
  before: string
  after: string
  /** Name of the section that it stands in; empty outside all. */
  section: string
  /** Where it lies on the page: where it is, or was when it is gone. */
  box: Box
}

/** Props that follow from others, or that only say how tldraw drew. */
const MEASURED = new Set(['growY', 'fontSizeAdjustment', 'richText', 'text', 'name'])

/**
 * What people would see of the way from one state of a board to another, in reading order. Ties of arrows and what only
 * measures are no change.
 */
export function shownChanges(before: readonly BoardRecord[], after: readonly BoardRecord[]): ShownChange[] {
  const [was, is] = [new BoardShapes(before), new BoardShapes(after)]
  const byId = ({ all }: BoardShapes) => new Map(all.map((shape) => [shape.id, shape]))
  const changes = changesBetween(byId(was), byId(is))
  const found: ShownChange[] = [
    ...withoutTheirBackground(changes.added).map((shape) => shownChange('added', is, shape, '', wordsOn(shape))),
    ...withoutTheirBackground(changes.removed).map((shape) => shownChange('removed', was, shape, wordsOn(shape), '')),
    ...changes.changed.flatMap(({ before: from, after: to }) => {
      const parts = changedParts(from, to)
      return parts.length === 0 ? [] : [shownChange('changed', is, to, wordsOn(from), wordsOn(to), parts)]
    }),
  ]
  const placed = found.map((change) => {
    const shapes = change.kind === 'removed' ? was : is
    const shape = shapes.get(change.id)
    const frame = shape && sheetOf(shapes, shape)
    const sheet = frame && { id: frame.id, box: shapes.box(frame), order: metaOf(frame).order }
    return { ...change, sheet }
  })
  return inReadingOrder(placed).map(({ sheet: _sheet, ...change }) => change)
}

/** Headings and lines of a section that came or went are no news beside the section itself. */
function withoutTheirBackground(shapes: readonly BoardRecord[]): readonly BoardRecord[] {
  const ids = new Set(shapes.map(({ id }) => id))
  return shapes.filter(({ isLocked, parentId }) => isLocked !== true || !ids.has(textOf(parentId)))
}

/** What differs between two states of one shape, as far as it is seen. */
export function changedParts(before: BoardRecord, after: BoardRecord): ChangedPart[] {
  const parts: ChangedPart[] = []
  if (wordsOn(before).trim() !== wordsOn(after).trim()) parts.push('words')
  const place = ({ x, y, parentId }: BoardRecord) => [Math.round(Number(x)), Math.round(Number(y)), parentId]
  if (!jsonEqual(place(before), place(after))) parts.push('place')
  const roles = [metaOf(before).role, metaOf(after).role]
  if (roles[0] !== roles[1]) parts.push('role')
  else if (!jsonEqual(lookOf(before), lookOf(after))) parts.push('look')
  return parts
}

function lookOf({ props = {}, rotation, opacity, type }: BoardRecord): unknown {
  const seen = Object.entries(props).filter(([key]) => !MEASURED.has(key))
  return { type, rotation, opacity, props: Object.fromEntries(seen) }
}

function sheetOf(shapes: BoardShapes, shape: BoardRecord): BoardRecord | undefined {
  return shape.type === 'frame' ? (shapes.frameOf(shape) ?? shape) : shapes.frameOf(shape)
}

function shownChange(
  kind: ShownChange['kind'],
  shapes: BoardShapes,
  shape: BoardRecord,
  before: string,
  after: string,
  parts: readonly ChangedPart[] = [],
): ShownChange {
  const frame = shapes.frameOf(shape)
  const section = frame === undefined ? '' : textOf(frame.props?.name).trim()
  const words = { before: before.trim(), after: after.trim() }
  return { id: shape.id, kind, type: textOf(shape.type), parts, ...words, section, box: shapes.box(shape) }
}

/** How many there are of each kind. */
export function countChanges(changes: readonly ShownChange[]): Record<ShownChange['kind'], number> {
  const count = { added: 0, changed: 0, removed: 0 }
  for (const { kind } of changes) count[kind] += 1
  return count
}
