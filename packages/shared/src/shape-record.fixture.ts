import type { BoardRecord } from './board-doc.ts'

/**
 * A shape as tldraw stores it, on the page `page:page`, for tests. It is valid when its props are.
 * @param id whole, such as `shape:a`
 */
export function shapeRecord(type: string, id: string, changes: Record<string, unknown> = {}): BoardRecord {
  const place = { x: 0, y: 0, rotation: 0, index: 'a1', parentId: 'page:page' }
  return { id, typeName: 'shape', type, ...place, isLocked: false, opacity: 1, meta: {}, props: {}, ...changes }
}
