import { type BoardRecord, jsonEqual } from './board-doc.ts'

/** A state of a board: its records by their ids. */
export type BoardState = ReadonlyMap<string, BoardRecord>

/**
 * What a board becomes when the step from one state of it to another is made on how it is now. What somebody changed
 * since `from` stays as they left it, property by property; so does what others deleted.
 *
 * Going back to a version is the step from the board as it was kept to that version. Taking that back is the step from
 * the version to what was kept.
 */
export function mergeRecords({ from, to, now }: { from: BoardState; to: BoardState; now: BoardState }): BoardState {
  const merged = new Map<string, BoardRecord>()
  for (const id of new Set([...now.keys(), ...to.keys()])) {
    const record = mergeRecord(from.get(id), to.get(id), now.get(id))
    if (record !== undefined) merged.set(id, record)
  }
  return withWhatTheyStandIn(merged, now)
}

/**
 * The same state, in which these records and what they stand in are as they are now: somebody is writing in them.
 */
export function keepingOpen(target: BoardState, now: BoardState, open: Iterable<string>): BoardState {
  const kept = new Map(target)
  for (const id of open) {
    const record = now.get(id)
    if (record !== undefined) kept.set(id, record)
  }
  return withWhatTheyStandIn(kept, now)
}

function mergeRecord(
  from: BoardRecord | undefined,
  to: BoardRecord | undefined,
  now: BoardRecord | undefined,
): BoardRecord | undefined {
  if (now === undefined) return from === undefined ? to : undefined
  if (from === undefined) return now
  if (to === undefined) return jsonEqual(from, now) ? undefined : now
  return mergeValues(from, to, now)
}

/** Place and parent are one value: half of one and half of the other is where nobody put it. */
const PLACE = ['x', 'y', 'parentId'] as const

function mergeValues(from: BoardRecord, to: BoardRecord, now: BoardRecord): BoardRecord {
  // Of another kind: parts of both would be neither.
  if (from.type !== to.type || now.type !== to.type) return jsonEqual(from, now) ? to : now
  const isMoved = PLACE.some((key) => !jsonEqual(from[key], now[key]))
  const place: readonly string[] = PLACE
  const merged: Record<string, unknown> = mergeKeys(from, to, now, (key) =>
    place.includes(key) ? !isMoved : undefined,
  )
  for (const part of ['props', 'meta'] as const) {
    if (now[part] !== undefined) merged[part] = mergeKeys(from[part] ?? {}, to[part] ?? {}, now[part])
  }
  return merged as BoardRecord
}

type Values = Readonly<Record<string, unknown>>

/** @param decided true where `to` is taken in any case, false where it is not */
function mergeKeys(
  from: Values,
  to: Values,
  now: Values,
  decided: (key: string) => boolean | undefined = () => undefined,
): Record<string, unknown> {
  const merged: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(now), ...Object.keys(to)])) {
    const taken = decided(key) ?? jsonEqual(from[key], now[key])
    const value = taken ? to[key] : now[key]
    if (value !== undefined) merged[key] = value
  }
  return merged
}

/** What stays must not stand in something that is gone. */
function withWhatTheyStandIn(target: Map<string, BoardRecord>, now: BoardState): BoardState {
  for (const record of [...target.values()]) {
    for (let at = record.parentId; typeof at === 'string' && !target.has(at); ) {
      const parent = now.get(at)
      if (parent === undefined) break
      target.set(at, parent)
      at = parent.parentId
    }
  }
  return target
}
