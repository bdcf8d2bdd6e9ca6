import { assetIdOf } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { plainShape } from '@samtavle/shared/plain-shapes'
import { boardSchema } from '@samtavle/shared/record-schema'
import { STRUCTURED_TYPES } from '@samtavle/shared/structured-types'
import type { SerializedSchema } from '@tldraw/store'

/** The only version that there is of tldraw's file format. */
const FORMAT_VERSION = 1
const OWN_SEQUENCES = new Set(STRUCTURED_TYPES.map((type) => `com.tldraw.shape.${type}`))

/**
 * A file that tldraw 3.15 opens. What Samtavle adds to a board lies in the `meta` of tldraw's own kinds of shapes, so
 * that sections are frames and notes are notes there. Rewritten are the pictures, which have no address outside this
 * server and come along as data, and our own shapes, which tldraw does not know.
 * @param page only what is on this page; the whole board without one
 * @param pictures data addresses by the id of the picture; one that is missing is left out, and its place stays empty
 */
export function tldrFile(
  records: readonly BoardRecord[],
  pictures: ReadonlyMap<string, string>,
  page?: string,
): string {
  const kept = page === undefined ? [...records] : onPage(records, page)
  const used = new Set(kept.map(({ props }) => props?.assetId))
  const written = kept
    .filter(({ typeName, id }) => typeName !== 'asset' || used.has(id))
    .map((record) => (record.typeName === 'asset' ? withData(record, pictures) : plainShape(record)))
  return JSON.stringify({
    tldrawFileFormatVersion: FORMAT_VERSION,
    schema: plainSchema(),
    records: written,
  })
}

/** The versions of what is in the file: tldraw opens none that names shapes of others. */
function plainSchema(): ReturnType<typeof boardSchema.serialize> {
  const { schemaVersion, sequences } = boardSchema.serialize() as Extract<SerializedSchema, { schemaVersion: 2 }>
  const known = Object.entries(sequences).filter(([id]) => !OWN_SEQUENCES.has(id))
  return { schemaVersion, sequences: Object.fromEntries(known) }
}

function withData(asset: BoardRecord, pictures: ReadonlyMap<string, string>): BoardRecord {
  const id = assetIdOf(asset.props?.src)
  return id === undefined ? asset : { ...asset, props: { ...asset.props, src: pictures.get(id) ?? null } }
}

/** The document, this page, what stands on it at whatever depth, and what ties its arrows. */
function onPage(records: readonly BoardRecord[], page: string): BoardRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const known = new Map<string, boolean>([[page, true]])
  const isOnPage = (id: unknown): boolean => {
    if (typeof id !== 'string') return false
    const answer = known.get(id)
    if (answer !== undefined) return answer
    // Until it is known: a ring of parents is on no page.
    known.set(id, false)
    const found = byId.get(id)?.typeName === 'shape' && isOnPage(byId.get(id)?.parentId)
    known.set(id, found)
    return found
  }
  return records.filter((record) => {
    if (record.typeName === 'page' || record.typeName === 'shape') return isOnPage(record.id)
    if (record.typeName !== 'binding') return true
    return isOnPage(record.fromId) && isOnPage(record.toId)
  })
}
