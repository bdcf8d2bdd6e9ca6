import { assetsShown } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { api } from '../../api-client.ts'
import type { ExportWork } from './export-work.ts'

/** The pictures of a board as data addresses, by their ids. Those that the server does not give now are left out. */
export async function pictureData(
  boardId: string,
  records: readonly BoardRecord[],
  work: ExportWork,
): Promise<{ pictures: Map<string, string>; missing: number }> {
  const ids = [...assetsShown(records)]
  const pictures = new Map<string, string>()
  for (const [index, id] of ids.entries()) {
    await work.step(index, ids.length)
    const data = await fetchData(api.boardAsset(boardId, id), work.signal)
    if (data !== undefined) pictures.set(id, data)
  }
  await work.step(1, 1)
  return { pictures, missing: ids.length - pictures.size }
}

async function fetchData(address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { signal })
    if (!answer.ok) return undefined
    return await dataAddress(await answer.blob())
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
