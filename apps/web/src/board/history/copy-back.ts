import type { BoardRecord } from '@samtavle/shared/board-doc'
import { BoardShapes } from '@samtavle/shared/board-shapes'
import { textOf } from '@samtavle/shared/picture-scene'
import { changedParts } from './shown-changes.ts'

/** How far a copy lies from what stands where it stood, in px: both are seen. */
const BESIDE = 32
/** Nearer than this is the same place. */
const SAME = 8

export type CopyBackOptions = {
  /** Shapes of the version; what stands in a section or a group comes with it. */
  wanted: readonly string[]
  version: readonly BoardRecord[]
  present: readonly BoardRecord[]
  /** An id that nothing has yet, for a shape or a tie of arrows. */
  newId(kind: 'shape' | 'binding'): string
}

/**
 * The records that bring shapes of a version back onto the board as it is now. What is gone comes back under its own id,
 * where it was; what is there as it was is left alone; of what is another now a copy comes. Nothing of now is changed.
 */
export function copyBack({ wanted, version, present, newId }: CopyBackOptions): BoardRecord[] {
  const [then, now] = [new BoardShapes(version), new BoardShapes(present)]
  const presentIds = new Set(present.map(({ id }) => id))
  const pages = new Set(present.filter(({ typeName }) => typeName === 'page').map(({ id }) => id))
  const roots = new Set(wanted)
  const chosen = withContent(then, roots)
  /** Id in the version → id on the board, of all that comes or is there to hold it. */
  const ids = new Map<string, string>()
  const coming: BoardRecord[] = []
  for (const shape of chosen) {
    const here = now.get(shape.id)
    if (here !== undefined && (holdsOthers(here) || isAsItWas(shape, here, roots))) ids.set(shape.id, shape.id)
    else {
      ids.set(shape.id, presentIds.has(shape.id) ? newId('shape') : shape.id)
      coming.push(shape)
    }
  }
  const shapes = coming.map((shape): BoardRecord => {
    const id = ids.get(shape.id) ?? shape.id
    const parent = textOf(shape.parentId)
    const inside = ids.get(parent) ?? (presentIds.has(parent) && now.get(parent) !== undefined ? parent : undefined)
    const place = inside === undefined ? onPage(then, shape, pages) : { parentId: inside, x: shape.x, y: shape.y }
    return { ...shape, ...place, id, ...(id === shape.id ? {} : beside(place, now.get(shape.id))) }
  })
  return [...assetsFor(coming, version, presentIds), ...shapes, ...tiesOf(coming, { version, ids, presentIds, newId })]
}

/** A frame or a group that is there takes what comes back into it. */
const holdsOthers = ({ type }: BoardRecord): boolean => type === 'frame' || type === 'group'

/** What was only moved within its section comes with no section; by itself it does. */
function isAsItWas(shape: BoardRecord, here: BoardRecord, roots: ReadonlySet<string>): boolean {
  const parts = changedParts(shape, here)
  const isMovedWithin = parts.every((part) => part === 'place') && here.parentId === shape.parentId
  return parts.length === 0 || (isMovedWithin && !roots.has(shape.id))
}

/** The wanted shapes and all that stands in them, each before what it holds. */
function withContent(then: BoardShapes, roots: ReadonlySet<string>): BoardRecord[] {
  const found = then.all.filter((shape) => [...then.lineage(shape)].some(({ id }) => roots.has(id)))
  const depth = (shape: BoardRecord): number => [...then.lineage(shape)].length
  return found.sort((a, b) => depth(a) - depth(b))
}

type Place = { parentId: string; x: unknown; y: unknown }

/** What it stood in is gone: it comes to the same place of the page. */
function onPage(then: BoardShapes, shape: BoardRecord, pages: ReadonlySet<string>): Place {
  const own = then.pageIdOf(shape)
  const { x, y } = then.box(shape)
  const [first = own] = pages
  return { parentId: pages.has(own) ? own : first, x, y }
}

/** A copy does not lie exactly on what it is a copy of. */
function beside(place: Place, here: BoardRecord | undefined): { x?: number; y?: number } {
  const isThere =
    here !== undefined &&
    here.parentId === place.parentId &&
    Math.abs(Number(here.x) - Number(place.x)) < SAME &&
    Math.abs(Number(here.y) - Number(place.y)) < SAME
  return isThere ? { x: Number(place.x) + BESIDE, y: Number(place.y) + BESIDE } : {}
}

/** Pictures that what comes back shows, where the board has them no more. */
function assetsFor(
  coming: readonly BoardRecord[],
  version: readonly BoardRecord[],
  presentIds: ReadonlySet<string>,
): BoardRecord[] {
  const needed = new Set(coming.map(({ props }) => props?.assetId))
  return version.filter(({ id, typeName }) => typeName === 'asset' && needed.has(id) && !presentIds.has(id))
}

type Known = Pick<CopyBackOptions, 'version' | 'newId'> & {
  ids: ReadonlyMap<string, string>
  presentIds: ReadonlySet<string>
}

/** Ties of the arrows that come back, where what they lead to is there. */
function tiesOf(coming: readonly BoardRecord[], { version, ids, presentIds, newId }: Known): BoardRecord[] {
  const arrows = new Set(coming.map(({ id }) => id))
  return version.flatMap((tie) => {
    if (tie.typeName !== 'binding' || !arrows.has(textOf(tie.fromId))) return []
    const to = textOf(tie.toId)
    const toId = ids.get(to) ?? (presentIds.has(to) ? to : undefined)
    if (toId === undefined) return []
    const id = presentIds.has(tie.id) ? newId('binding') : tie.id
    return [{ ...tie, id, fromId: ids.get(textOf(tie.fromId)), toId }]
  })
}
