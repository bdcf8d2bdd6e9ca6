import { type OpenedTable, TABLE_LIMITS, TableError } from './table-file.ts'

/** Longest time that a spreadsheet may take to be read, in ms. */
const READING_MS = 60_000

/** By its name: browsers do not agree on what type such a file has. */
export const isTableFile = ({ name }: { name: string }): boolean => /\.(csv|tsv|xlsx)$/i.test(name)

/** The rows of a file that somebody chose. The readers are fetched only now. Never rejects. */
export async function openTable(file: File, signal: AbortSignal): Promise<OpenedTable> {
  if (file.size > TABLE_LIMITS.bytes) return { ok: false, reason: 'too-large' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (isZip(bytes)) return await readInThread(bytes, signal)
    const { readCsv } = await import('./csv-file.ts')
    return { ok: true, sheets: readCsv(bytes, file.name) }
  } catch (failure) {
    return { ok: false, reason: failure instanceof TableError ? failure.reason : 'unreadable' }
  }
}

/** Every XLSX file is a zip archive, whatever it is named. */
const isZip = ([p, k, three, four]: Uint8Array): boolean => p === 0x50 && k === 0x4b && three === 3 && four === 4

function readInThread(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<OpenedTable> {
  const thread = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { type: 'module' })
  const unreadable: OpenedTable = { ok: false, reason: 'unreadable' }
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<OpenedTable>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'too-large' }), READING_MS)
    signal.addEventListener('abort', () => resolve(unreadable), { once: true })
    thread.addEventListener('message', ({ data }: MessageEvent<OpenedTable>) => resolve(data))
    thread.addEventListener('error', (event) => {
      event.preventDefault()
      resolve(unreadable)
    })
    thread.postMessage(bytes, [bytes.buffer])
  }).finally(() => {
    clearTimeout(timer)
    thread.terminate()
  })
}
