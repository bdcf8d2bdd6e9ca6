import type { BoardRecord } from './board-doc.ts'
import { toPoint } from './picture-geometry.ts'
import type { Point } from './picture-scene.ts'

/** Where each arrow is tied to a shape: arrow id → end → the shape and the place in it (0 … 1). */
export type ArrowTie = { to: string; anchor: Point; isExact: boolean; isPrecise: boolean }
export type ArrowTies = ReadonlyMap<string, Partial<Record<'start' | 'end', ArrowTie>>>

export function arrowTies(records: Iterable<BoardRecord>): ArrowTies {
  const ties = new Map<string, Partial<Record<'start' | 'end', ArrowTie>>>()
  for (const record of records) {
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue
    const { terminal, normalizedAnchor, isExact, isPrecise } = record.props ?? {}
    if (terminal !== 'start' && terminal !== 'end') continue
    const from = String(record.fromId)
    const tie = {
      to: String(record.toId),
      anchor: toPoint(normalizedAnchor),
      isExact: isExact === true,
      isPrecise: isPrecise !== false,
    }
    ties.set(from, { ...ties.get(from), [terminal]: tie })
  }
  return ties
}
