import { GeoShapeGeoStyle } from '@tldraw/tlschema'
import type { BoardRecord } from './board-doc.ts'
import { richTextOf } from './rich-text-doc.ts'

/** Every geometry that a canvas can draw. */
export const GEOMETRIES: readonly string[] = [...GeoShapeGeoStyle.values]

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

/** What ties the `start` or `end` of an arrow to a shape. */
export function tieRecord(
  id: string,
  fromId: string,
  toId: string,
  terminal: string,
  props: Record<string, unknown> = {},
): BoardRecord {
  const how = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: true, snap: 'none' }
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props: { ...how, ...props }, meta: {} }
}

/** A picture on the page `page:page`: its record, and a shape that shows it. */
export function pictureRecords(name: string, src: string | null): [asset: BoardRecord, shape: BoardRecord] {
  const about = { name: '', src, w: 60, h: 40, mimeType: 'image/png', isAnimated: false }
  const look = { w: 60, h: 40, playing: true, url: '', crop: null, flipX: false, flipY: false, altText: '' }
  return [
    { id: `asset:${name}`, typeName: 'asset', type: 'image', props: about, meta: {} },
    shapeRecord('image', `shape:${name}`, { props: { ...look, assetId: `asset:${name}` } }),
  ]
}
