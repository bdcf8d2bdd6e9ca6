import type { Asset } from '@samtavle/shared/api'
import { ASSET_LIMITS, assetIdOf, assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { ApiError, api, type FailureCode } from '../../api-client.ts'
import type { Sending } from '../../send-bytes.ts'
import { sendPicture } from '../../send-picture.ts'
import type { FilePicture } from './file-picture.ts'

/** What the server says of a picture that it does not take: the others come all the same. */
const REFUSALS: ReadonlySet<FailureCode> = new Set(['bad_request', 'not_a_picture', 'picture_too_big', 'too_large'])

/**
 * Sends the pictures of a file, one after the other, before the board that shows them. Of those that are not taken there
 * is nothing in the answer.
 * @returns what each of them is here, by its name in the file
 * @throws ApiError when the server takes none of them now; the signal's reason when it was cancelled
 */
export async function sendPictures(
  pictures: ReadonlyMap<string, FilePicture>,
  { signal, onProgress }: Sending,
): Promise<Map<string, Asset>> {
  const sent = new Map<string, Asset>()
  // A board holds no more.
  const all = [...pictures].slice(0, ASSET_LIMITS.perBoard)
  for (const [index, [name, picture]] of all.entries()) {
    signal.throwIfAborted()
    const at = (share: number) => onProgress((index + share) / all.length)
    at(0)
    const bytes = await picture.read().catch(() => undefined)
    if (bytes === undefined) continue
    try {
      const send = (sending: Sending) => api.sendImportAsset(bytes, picture.said, sending)
      sent.set(name, await sendPicture(send, { signal, onProgress: at }))
    } catch (failure) {
      if (!(failure instanceof ApiError) || !REFUSALS.has(failure.code)) throw failure
    }
  }
  signal.throwIfAborted()
  return sent
}

/**
 * The records with the names that their pictures have here.
 * @param isLasting whether a name of the file still says something where the picture was not taken
 */
export function withPictures(
  records: readonly BoardRecord[],
  sent: ReadonlyMap<string, Asset>,
  isLasting: boolean,
): BoardRecord[] {
  return records.map((record) => {
    const name = assetIdOf(record?.props?.src)
    if (record?.typeName !== 'asset' || name === undefined) return record
    const asset = sent.get(name)
    if (asset === undefined) return isLasting ? record : { ...record, props: { ...record.props, src: null } }
    if (asset.id === name) return record
    const { id, type: mimeType, bytes: fileSize } = asset
    return { ...record, props: { ...record.props, src: assetSource(id), mimeType, fileSize, isAnimated: false } }
  })
}
