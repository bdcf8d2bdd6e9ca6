import { createHash } from 'node:crypto'
import type { SnapshotPaper } from '@samtavle/shared/filing-api'
import { type Zippable, zipSync } from 'fflate'
import { writePaper } from '../paper/paper-file.ts'
import type { FiledLog } from './filed-log.ts'
import { logPaper } from './log-paper.ts'
import { type SnapshotOnPaper, snapshotPaper } from './snapshot-paper.ts'

export type FiledFile = { name: string; bytes: Uint8Array }

/** What the thread of paper and filing does. */
export type FilingTask =
  | { kind: 'snapshot'; snapshot: SnapshotOnPaper; paper: SnapshotPaper }
  | { kind: 'log'; log: FiledLog; timeZone: string; madeAt: string }
  /** `date`: an ISO day, which the files in the archive get. */
  | { kind: 'zip'; files: FiledFile[]; date: string }

/** Name of the list of sums, in the form that `sha256sum -c` reads. */
const SUMS_FILE = 'checksums-sha256.txt'

/** Does one task: the same one gives the same bytes. */
export async function runFilingTask(task: FilingTask): Promise<Uint8Array> {
  switch (task.kind) {
    case 'snapshot':
      return await writePaper(snapshotPaper(task.snapshot), task.paper)
    case 'log':
      return await writePaper(logPaper(task.log, task.timeZone, task.madeAt), 'a4')
    case 'zip':
      return zipped(task.files, task.date)
  }
}

function zipped(files: readonly FiledFile[], date: string): Uint8Array {
  const sums = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  // Archives say local time, and nothing before 1980.
  const mtime = new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, 12)
  const archive: Zippable = {}
  for (const { name, bytes } of [...files, { name: SUMS_FILE, bytes: new TextEncoder().encode(sums) }]) {
    // PDF files are packed already.
    archive[name] = [bytes, { level: name.endsWith('.pdf') ? 0 : 6, mtime }]
  }
  return zipSync(archive)
}
