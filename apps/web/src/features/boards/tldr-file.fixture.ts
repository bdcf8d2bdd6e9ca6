import type { BoardRecord } from '@samtavle/shared/board-doc'
import { serializedSchema } from '@samtavle/shared/record-schema'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { pictureRecords, shapeRecord } from '@samtavle/shared/shape-record.fixture'

const { sequences: OWN } = serializedSchema() as { sequences: Record<string, number> }
/** What a tldraw of our version writes, whose boards hold pages of others too. */
const SEQUENCES = { ...OWN, 'com.tldraw.shape.bookmark': 2, 'com.tldraw.shape.embed': 4 }

const NOTE = {
  color: 'yellow',
  labelColor: 'black',
  size: 'm',
  font: 'sans',
  fontSizeAdjustment: 0,
  align: 'start',
  verticalAlign: 'start',
  growY: 0,
  url: '',
  scale: 1,
}

export const tldrNote = (id: string, words: string, changes: Record<string, unknown> = {}, props = {}): BoardRecord =>
  shapeRecord('note', `shape:${id}`, { props: { ...NOTE, richText: richTextOf(words), ...props }, ...changes })

export const tldrFrame = (id: string, name: string, changes: Record<string, unknown> = {}): BoardRecord =>
  shapeRecord('frame', `shape:${id}`, { props: { w: 800, h: 600, name, color: 'black' }, ...changes })

export const tldrEmbed = (id: string, url: string): BoardRecord =>
  shapeRecord('embed', `shape:${id}`, { x: 100, props: { w: 500, h: 300, url } })

export const tldrPicture: (id: string, src: string) => BoardRecord[] = pictureRecords

export const tldrPage = (id: string, index = 'a1'): BoardRecord => {
  return { id: `page:${id}`, typeName: 'page', name: id, index, meta: {} }
}

/** A file as tldraw saves it, with what belongs to the session of whoever saved it. */
export function tldrFile(
  records: readonly unknown[],
  { version = 1, sequences = {} }: { version?: number; sequences?: Record<string, number> } = {},
): string {
  const document = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
  const camera = { id: 'camera:page:page', typeName: 'camera', x: 0, y: 0, z: 1, meta: {} }
  return JSON.stringify({
    tldrawFileFormatVersion: version,
    schema: { schemaVersion: 2, sequences: { ...SEQUENCES, ...sequences } },
    records: [document, camera, tldrPage('page'), ...records],
  })
}
