import { type OpenedTable, TableError } from './table-file.ts'
import { readXlsx } from './xlsx-file.ts'

/** Reads one spreadsheet in a thread of its own: the page goes on meanwhile, and can end it. */
self.addEventListener('message', async ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  const answer: OpenedTable = await readXlsx(data).then(
    (sheets) => ({ ok: true, sheets }),
    (failure) => ({ ok: false, reason: failure instanceof TableError ? failure.reason : 'unreadable' }),
  )
  self.postMessage(answer)
})
