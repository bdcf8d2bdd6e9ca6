import type { CreateFilingPackage } from '@samtavle/shared/filing-api'
import { picturesOf, type SnapshotContent } from '@samtavle/shared/snapshot-content'
import { csvFile } from './csv.ts'
import { plainName } from './file-names.ts'
import type { FiledLog } from './filed-log.ts'
import { filingWordsIn } from './filing-languages.ts'
import type { FiledFile } from './filing-task.ts'
import { decisionTable, lineTable } from './log-paper.ts'

/** A snapshot that goes into a package. `content` is the frozen JSON, to the letter. */
export type FiledSnapshot = {
  number: number
  title: string
  publishedAt: string
  sha256: string
  content: string
  pictures: Readonly<Record<string, string>>
}
export type FilingMetadata = Omit<CreateFilingPackage, 'snapshots'>

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const json = (value: unknown): Uint8Array => bytesOf(`${JSON.stringify(value, null, 2)}\n`)

/** Folder of a snapshot in the package. */
const folderOf = ({ number, title }: FiledSnapshot): string =>
  ['snapshot', String(number).padStart(2, '0'), plainName(title)].filter((part) => part !== '').join('-')

/** What is filed of a snapshot beside the PDF that was written of it. */
export function snapshotFiles(snapshot: FiledSnapshot, pdf: Uint8Array): FiledFile[] {
  const folder = folderOf(snapshot)
  const pictures = picturesOf(JSON.parse(snapshot.content) as SnapshotContent).flatMap(({ name, picture }) => {
    const svg = snapshot.pictures[picture.key]
    const file = /^\d/u.test(name) ? `part-${name}` : name
    return svg === undefined ? [] : [{ name: `${folder}/pictures/${file}.svg`, bytes: bytesOf(svg) }]
  })
  return [
    { name: `${folder}/snapshot.pdf`, bytes: pdf },
    { name: `${folder}/snapshot.json`, bytes: bytesOf(snapshot.content) },
    ...pictures,
  ]
}

/** The log beside its PDF. */
export function logFiles(log: FiledLog, pdf: Uint8Array): FiledFile[] {
  const lines = lineTable(log)
  const decisions = decisionTable(log)
  return [
    { name: 'log/log.pdf', bytes: pdf },
    { name: 'log/log.json', bytes: json(log) },
    { name: 'log/log.csv', bytes: csvFile([lines.columns, ...lines.rows]) },
    { name: 'log/decisions.csv', bytes: csvFile([decisions.columns, ...decisions.rows]) },
  ]
}

/** What tells the records office what the package is; `files` are those that it says so about. */
export function aboutFiles(
  metadata: FilingMetadata,
  snapshots: readonly FiledSnapshot[],
  log: FiledLog,
  files: readonly FiledFile[],
): FiledFile[] {
  const words = filingWordsIn(log.locale)
  const filed = snapshots.map((one) => ({
    ...{ number: one.number, title: one.title, publishedAt: one.publishedAt, sha256: one.sha256 },
    folder: folderOf(one),
  }))
  const about = { sprint: log.sprint, ...metadata }
  const labels = words.metadata
  const rows = [
    [words.field, words.value],
    ...(['sprint', 'caseNumber', 'classificationCode', 'classificationName', 'shortSubject'] as const).map((key) => [
      labels[key],
      about[key],
    ]),
    [labels.documentDate, about.documentDate],
    [labels.responsible, about.responsible],
    ...filed.map(({ number, title }) => [labels.snapshot, `${number}: ${title}`]),
  ]
  const own = [
    { name: 'metadata.json', bytes: json({ version: 1, language: log.locale, ...about, snapshots: filed }) },
    { name: 'metadata.csv', bytes: csvFile(rows) },
  ]
  const names = [...own, ...files].map(({ name }) => `  ${name}`)
  const readMe = words.readMeLines({ title: log.sprint, caseNumber: metadata.caseNumber, files: names })
  return [{ name: words.readMe, bytes: bytesOf(`\u{feff}${readMe.join('\r\n')}\r\n`) }, ...own]
}

/** How the archive is called when it is saved. */
export function packageName({ caseNumber, documentDate }: FilingMetadata, sprint: string): string {
  return `${[plainName(caseNumber), plainName(sprint), documentDate].filter((part) => part !== '').join('_')}.zip`
}
