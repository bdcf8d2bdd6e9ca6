import { api } from '../../api-client.ts'
import type { BoardFile } from './open-board-file.ts'
import { sendPictures, withPictures } from './send-pictures.ts'

/** The person stopped it while pictures were on their way: there is no board. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
}

/** Pictures on their way: the share of them that has gone, 0–1, and the way to stop. */
export type Sending = { share: number; stop(): void }

/**
 * Makes a board of a file: first its pictures go, then the board is made at once with all that were taken.
 * @param controller stops it while pictures are on their way
 * @param onSending is told of pictures on their way, and null when the last one has gone
 * @returns the board, and how many of the file's pictures it lacks
 * @throws ApiError, ImportStopped; then there is no board
 */
export async function importBoardFile(
  { backup, pictures, leftOut }: BoardFile,
  controller: AbortController,
  onSending: (sending: Sending | null) => void,
): Promise<{ id: string; missingPictures: number }> {
  const { signal } = controller
  const stop = () => controller.abort(new ImportStopped())
  const onProgress = (share: number) => !signal.aborted && onSending({ share, stop })
  const sent = await sendPictures(pictures, { signal, onProgress })
  onSending(null)
  // Names in a file of tldraw's are ours, and say nothing; those in a backup say which picture it was.
  const isBackup = leftOut === undefined
  const records = withPictures(backup.records, sent, isBackup)
  const { id, missingPictures } = await api.importBoard({ ...backup, records })
  return { id, missingPictures: isBackup ? missingPictures : pictures.size - sent.size }
}
