import type { BoardRecord } from './board-doc.ts'
import { richTextOf } from './rich-text-doc.ts'

/**
 * A shape as tldraw stores it, on the page `page:page`, for tests. It is valid when its props are.
 * @param id whole, such as `shape:a`
 */
export function shapeRecord(type: string, id: string, changes: Record<string, unknown> = {}): BoardRecord {
  const place = { x: 0, y: 0, rotation: 0, index: 'a1', parentId: 'page:page' }
  return { id, typeName: 'shape', type, ...place, isLocked: false, opacity: 1, meta: {}, props: {}, ...changes }
}

/** A note that a canvas can show, on the page `page:page`. */
export function noteRecord(
  id: string,
  props: Record<string, unknown> = {},
  changes: Record<string, unknown> = {},
): BoardRecord {
  const look = { color: 'yellow', labelColor: 'black', size: 'm', font: 'sans', align: 'start', verticalAlign: 'start' }
  const measures = { fontSizeAdjustment: 0, growY: 0, url: '', scale: 1 }
  return shapeRecord('note', id, { props: { ...look, ...measures, richText: richTextOf(''), ...props }, ...changes })
}
