import { type AssetType, assetIdOf, assetsShown, isAssetType } from '@samtavle/shared/board-asset'
import { BACKUP_PICTURES_BYTES_MAX, type BackupPicture } from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { api } from '../../api-client.ts'
import type { ExportWork } from './export-work.ts'

/** Pictures that are not in a file: so many cannot be had now, and for so many there is no room. */
export type PicturesLeftOut = { missing: number; over: number }

export const countLeftOut = ({ missing, over }: PicturesLeftOut): number => missing + over

/**
 * Takes the pictures that can be seen on a board, one after the other, as data in base64. Together they are no more than
 * a file may hold.
 * @throws the signal's reason when the person stopped it
 */
export async function eachPicture(
  boardId: string,
  records: readonly BoardRecord[],
  work: ExportWork,
  take: (picture: BackupPicture) => void,
): Promise<PicturesLeftOut> {
  const ids = [...assetsShown(records)]
  const leftOut: PicturesLeftOut = { missing: 0, over: 0 }
  const said = bytesSaid(records)
  let room = BACKUP_PICTURES_BYTES_MAX
  for (const [index, id] of ids.entries()) {
    await work.step(index, ids.length)
    // Once the file is full, those that say they are too large are not fetched for nothing.
    if (leftOut.over > 0 && (said.get(id) ?? 0) > room) {
      leftOut.over += 1
      continue
    }
    const picture = await fetchPicture(api.boardAsset(boardId, id), work.signal)
    if (picture === undefined) leftOut.missing += 1
    else if (picture.blob.size > room) leftOut.over += 1
    else {
      room -= picture.blob.size
      take({ id, type: picture.type, data: await base64Of(picture.blob) })
    }
  }
  await work.step(1, 1)
  return leftOut
}

/** What the records say of how much each picture weighs, in bytes; a peer may have written anything. */
function bytesSaid(records: readonly BoardRecord[]): Map<string, number> {
  const assets = records.filter(({ typeName }) => typeName === 'asset')
  return new Map(
    assets.flatMap(({ props }) => {
      const id = assetIdOf(props?.src)
      const bytes = props?.fileSize
      return id !== undefined && typeof bytes === 'number' ? [[id, bytes] as const] : []
    }),
  )
}

async function fetchPicture(
  address: string,
  signal: AbortSignal,
): Promise<{ blob: Blob; type: AssetType } | undefined> {
  try {
    const answer = await fetch(address, { signal })
    if (!answer.ok) return undefined
    const blob = await answer.blob()
    const { type } = blob
    return isAssetType(type) ? { blob, type } : undefined
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

function base64Of(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })
}
