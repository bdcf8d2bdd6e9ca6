import { toBase64 } from 'lib0/buffer'
import { assetIdOf, isAssetType } from './board-asset.ts'
import type { BoardRecord } from './board-doc.ts'
import type { UploadedPicture } from './picture-pen.ts'
import { textOf } from './picture-scene.ts'

/** Bytes of uploaded pictures that one drawing holds: of one, and of all together. */
export const EMBEDDED_LIMITS = { one: 3_000_000, all: 12_000_000 } as const

const SMALL = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/
const SMALL_MOST = 200_000

/**
 * Where the pictures of records are, as addresses that hold them: no drawing leads anywhere. Each is read once; what is
 * no picture of the kinds that the server keeps, or too large, is not to be had.
 * @param read the bytes as they were encoded anew when they came, by the SHA-256 that the record names (`assetsShown` says
 *   which they are)
 */
export function sourcesOf(
  records: readonly BoardRecord[],
  read: (id: string) => UploadedPicture | undefined,
): (assetId: string) => string | undefined {
  const byId = new Map(records.filter(({ typeName }) => typeName === 'asset').map((record) => [record.id, record]))
  const known = new Map<string, string | undefined>()
  let left: number = EMBEDDED_LIMITS.all
  const find = (assetId: string): string | undefined => {
    const source = textOf(byId.get(assetId)?.props?.src)
    if (source.startsWith('data:')) return source.length <= SMALL_MOST && SMALL.test(source) ? source : undefined
    const id = assetIdOf(source)
    const picture = id === undefined ? undefined : read(id)
    if (picture === undefined || !isAssetType(picture.type)) return undefined
    const { length } = picture.bytes
    if (length === 0 || length > EMBEDDED_LIMITS.one || length > left) return undefined
    left -= length
    return `data:${picture.type};base64,${toBase64(picture.bytes)}`
  }
  return (assetId) => {
    if (!known.has(assetId)) known.set(assetId, find(assetId))
    return known.get(assetId)
  }
}
