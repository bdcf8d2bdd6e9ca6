import type { BoardRecord } from './board-doc.ts'

/**
 * Pictures that people put on boards. A record names one by its content (`asset:<SHA-256>`) and never by an address:
 * the same record means the same picture on every copy of a board, and there is nothing in it that could lead
 * elsewhere.
 */
export const ASSET_LIMITS = {
  /** Size of a file, in bytes, as it is sent. */
  bytes: 10 * 1024 * 1024,
  /** Width and height, in px. */
  side: 8_192,
  pixels: 40_000_000,
  frames: 100,
  /** Different pictures on one board. */
  perBoard: 1_000,
} as const

/** What pictures are stored as, whatever they came as. */
export const ASSET_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type AssetType = (typeof ASSET_TYPES)[number]

export const isAssetType = (value: string): value is AssetType => ASSET_TYPES.some((type) => type === value)

const ASSET_ID = /^[0-9a-f]{64}$/
const PREFIX = 'asset:'

/** True for what can be the id of a picture: a SHA-256 in lower-case hex. */
export const isAssetId = (value: unknown): value is string => typeof value === 'string' && ASSET_ID.test(value)

/** What stands in a record for the picture of this id. */
export const assetSource = (id: string): string => PREFIX + id

/** The id of the picture that a record names; undefined for everything else. */
export function assetIdOf(src: unknown): string | undefined {
  if (typeof src !== 'string' || !src.startsWith(PREFIX)) return undefined
  const id = src.slice(PREFIX.length)
  return isAssetId(id) ? id : undefined
}

/**
 * The pictures that can be seen on a board. The canvas keeps the record of a picture when its last shape is deleted:
 * such a record alone shows nothing and does not count.
 */
export function assetsShown(records: Iterable<BoardRecord>): Set<string> {
  const sources = new Map<string, string>()
  const used = new Set<string>()
  for (const record of records) {
    if (record.typeName === 'asset') {
      const id = assetIdOf(record.props?.src)
      if (id !== undefined) sources.set(record.id, id)
    } else if (record.typeName === 'shape') {
      const name = record.props?.assetId
      if (typeof name === 'string') used.add(name)
    }
  }
  return new Set([...used].flatMap((name) => sources.get(name) ?? []))
}
