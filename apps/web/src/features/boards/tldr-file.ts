import { assetSource, assetsShown } from '@samtavle/shared/board-asset'
import {
  BACKUP_BYTES_MAX,
  BACKUP_RECORDS_MAX,
  type BackupSchema,
  type BoardBackup,
} from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { Locale } from '@samtavle/shared/locale'
import { checkExtent } from '@samtavle/shared/record-limits'
import { checkRecord, migrateForeignRecords, serializedSchema } from '@samtavle/shared/record-schema'
import { type FilePicture, pictureOf } from './file-picture.ts'
import { onOnePage } from './tldr-pages.ts'
import { boardShape, type TldrLeftOut } from './tldr-shapes.ts'

/** Records of such a file that are looked at; those of people's sessions are among them. */
const RECORDS_LOOKED_AT = 2 * BACKUP_RECORDS_MAX

export type OpenedTldr =
  | { ok: true; backup: BoardBackup; pictures: ReadonlyMap<string, FilePicture>; leftOut: TldrLeftOut }
  | { ok: false; reason: 'not-tldr' | 'older' | 'newer' | 'damaged' | 'too-large' | 'empty' }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A file of tldraw's as a board of ours: migrated by tldraw's own steps, with only what our boards hold. Everything that
 * is left out is counted. Nothing that the file names is fetched; the pictures that it carries are handed out, each under a
 * name that its records have for it until it is sent. Never throws; the server checks every record again.
 */
export function openTldr(text: string, about: { title: string; locale: Locale; now: Date }): OpenedTldr {
  const file = parsed(text)
  if (typeof file === 'string') return { ok: false, reason: file }
  if (file.records.length > RECORDS_LOOKED_AT) return { ok: false, reason: 'too-large' }
  const leftOut: TldrLeftOut = { pictures: 0, links: 0, others: 0 }
  const carried = new CarriedPictures()
  const known = new Map<string, BoardRecord>()
  for (const value of file.records) {
    const record = readable(value, carried)
    if (record === undefined) leftOut.others += 1
    else if (record !== 'of a session') known.set(record.id, record)
  }
  const schema = file.schema as unknown as Parameters<typeof migrateForeignRecords>[1]
  const migrated = migrateForeignRecords([...known.values()], schema)
  if (migrated === undefined) return { ok: false, reason: isNewer(file.schema) ? 'newer' : 'damaged' }

  const assets = new Map(migrated.filter(({ typeName }) => typeName === 'asset').map((asset) => [asset.id, asset]))
  const shapes = migrated
    .filter(({ typeName }) => typeName === 'shape')
    .flatMap((shape) => boardShape(shape, assets, leftOut) ?? [])
  const pages = migrated.filter((record) => record.typeName === 'page' && checkRecord(record, record.id).ok)
  const { page, placed } = onOnePage(pages, shapes, about.title)
  const ids = new Set(placed.map(({ id }) => id))
  leftOut.others += shapes.filter(({ id }) => !ids.has(id)).length
  const bindings = migrated.filter(
    (record) =>
      record.typeName === 'binding' &&
      ids.has(String(record.fromId)) &&
      ids.has(String(record.toId)) &&
      checkRecord(record, record.id).ok,
  )
  const used = new Set(placed.map(({ props }) => props?.assetId))
  const pictures = [...assets.values()].filter(({ id }) => used.has(id))
  if (placed.length === 0) return { ok: false, reason: 'empty' }
  const document: BoardRecord = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
  const records = [document, page, ...pictures, ...placed, ...bindings]
  if (records.length > BACKUP_RECORDS_MAX) return { ok: false, reason: 'too-large' }
  const { title, locale, now } = about
  const backup: BoardBackup = {
    format: 'samtavle-board',
    version: 1,
    title,
    locale,
    templateId: null,
    exportedAt: now.toISOString(),
    schema: serializedSchema() as BackupSchema,
    records,
  }
  if (new TextEncoder().encode(JSON.stringify(backup)).byteLength > BACKUP_BYTES_MAX)
    return { ok: false, reason: 'too-large' }
  return { ok: true, backup, pictures: carried.shownOn(records), leftOut }
}

type TldrFile = { schema: Record<string, unknown>; records: unknown[] }

function parsed(text: string): TldrFile | 'not-tldr' | 'older' | 'newer' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not-tldr'
  }
  if (!isObject(value)) return 'not-tldr'
  // The first tldraw wrote files of another kind altogether.
  if (isObject(value.document) && 'version' in value.document) return 'older'
  const { tldrawFileFormatVersion: version, schema, records } = value
  if (typeof version !== 'number') return 'not-tldr'
  if (version > 1) return 'newer'
  return isObject(schema) && Array.isArray(records) ? { schema, records } : 'not-tldr'
}

/** Does the file know steps that this tldraw does not? */
function isNewer(schema: Record<string, unknown>): boolean {
  const ours = (serializedSchema() as BackupSchema).sequences
  const theirs = isObject(schema.sequences) ? schema.sequences : {}
  return Object.entries(ours).some(([sequence, version]) => Number(theirs[sequence]) > version)
}

const DOCUMENT_TYPES = new Set(['page', 'shape', 'asset', 'binding'])
const CARRIED = /^data:/i
/** What the server may take; it decides by the bytes. */
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp);base64,(.*)$/is

/** Looked at before anything walks through it. Undefined for what cannot be read. */
function readable(value: unknown, carried: CarriedPictures): BoardRecord | 'of a session' | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '__proto__') return undefined
  if (typeof value.typeName !== 'string') return undefined
  if (!DOCUMENT_TYPES.has(value.typeName)) return 'of a session'
  const record = value.typeName === 'asset' ? carried.takenFrom(value) : value
  return checkExtent(record) === undefined ? (record as BoardRecord) : undefined
}

/** Pictures lie in such files as text of megabytes. */
class CarriedPictures {
  readonly #byName = new Map<string, FilePicture>()
  readonly #names = new Map<string, string>()

  /** The record with a name in place of the picture; what is carried and is none goes. */
  takenFrom(asset: Record<string, unknown>): Record<string, unknown> {
    const { props } = asset
    if (!isObject(props) || typeof props.src !== 'string' || !CARRIED.test(props.src)) return asset
    const [, data] = PICTURE.exec(props.src) ?? []
    return { ...asset, props: { ...props, src: data === undefined ? null : this.#named(props.src, data) } }
  }

  /** Those that can be seen, by their names. */
  shownOn(records: readonly BoardRecord[]): Map<string, FilePicture> {
    const shown = assetsShown(records)
    return new Map([...this.#byName].filter(([name]) => shown.has(name)))
  }

  #named(address: string, data: string): string {
    const known = this.#names.get(address)
    if (known !== undefined) return known
    const id = this.#byName.size.toString(16).padStart(64, '0')
    this.#byName.set(id, { said: undefined, read: async () => pictureOf(data) })
    this.#names.set(address, assetSource(id))
    return assetSource(id)
  }
}
