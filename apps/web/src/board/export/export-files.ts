import type { BoardSummary } from '@samtavle/shared/api'
import type { BackupSchema } from '@samtavle/shared/board-backup'
import { countTexts, readBoard } from '@samtavle/shared/read-board'
import type { Editor } from '@tldraw/tldraw'
import { exportFileName } from '../../device/file-name.ts'
import { BackupPictures, boardBackup, documentRecords } from './board-backup.ts'
import { boardCsv } from './board-csv.ts'
import { boardMarkdown } from './board-markdown.ts'
import { type ExportChoice, hasSheets } from './export-choice.ts'
import { type ExportPart, sectionParts, wholeParts } from './export-parts.ts'
import { type ExportWords, LANGUAGE_TAG, sectionTitle } from './export-words.ts'
import { type ExportWork, stretchOf } from './export-work.ts'
import { countLeftOut, eachPicture, type PicturesLeftOut } from './picture-data.ts'
import { pngPicture } from './png-picture.ts'
import { svgPicture } from './svg-picture.ts'
import { tldrFile } from './tldr-file.ts'

export type ExportedFile = { name: string; type: string; content: BlobPart }
/** What the person should know of a file beside its name. */
export type ExportNote =
  | ({ kind: 'too-large' } & PicturesLeftOut)
  | ({ kind: 'lacks-pictures' } & PicturesLeftOut)
  | { kind: 'reduced'; width: number; height: number }
export type ExportResult = { files: ExportedFile[]; note: ExportNote | undefined }

type Board = Pick<BoardSummary, 'id' | 'title' | 'locale' | 'templateId'>
/** Px of pictures in an SVG for each px of the board: sharp when it is made larger. */
const SVG_PICTURES = 2

/**
 * The files that somebody chose, not yet saved; no files when there is nothing in scope.
 * @throws the signal's reason when the person stopped it
 */
export async function exportFiles(
  board: Board,
  editor: Editor,
  choice: ExportChoice,
  words: ExportWords,
  work: ExportWork,
  now: Date,
): Promise<ExportResult> {
  const { format, scope } = choice
  const name = (extension: string, part = '') => exportFileName(`${board.title} ${part}`, now, extension)
  const just = (extension: string, type: string, content: BlobPart): ExportResult => {
    return { files: [{ name: name(extension), type, content }], note: undefined }
  }
  await work.step(0, 1)
  switch (format) {
    case 'backup': {
      const pictures = new BackupPictures()
      // Read once: a picture that is placed while the others are fetched would be on the board and not in the file.
      const records = documentRecords(editor.store)
      const leftOut = await eachPicture(board.id, records, work, pictures.add)
      const schema = editor.store.schema.serialize() as BackupSchema
      const { content, restorable } = boardBackup(board, { records, schema }, pictures, now)
      const result = just('json', 'application/json', content)
      return restorable ? withNote(result, leftOut) : { ...result, note: { kind: 'too-large', ...leftOut } }
    }
    case 'tldr': {
      const records = documentRecords(editor.store)
      const pictures = new Map<string, string>()
      const leftOut = await eachPicture(board.id, records, work, ({ id, type, data }) =>
        pictures.set(id, `data:${type};base64,${data}`),
      )
      const text = tldrFile(records, pictures, scope.part === 'page' ? scope.page : undefined)
      return withNote(just('tldr', 'application/vnd.tldraw+json', text), leftOut)
    }
    case 'csv':
    case 'markdown': {
      const sections = readBoard(documentRecords(editor.store), scope)
      if (countTexts(sections) === 0) return { files: [], note: undefined }
      if (format === 'csv') return just('csv', 'text/csv;charset=utf-8', boardCsv(sections, words))
      return just('md', 'text/markdown;charset=utf-8', boardMarkdown(board.title, sections, words))
    }
    case 'pdf': {
      const parts =
        choice.sheets === 'sections' && hasSheets(scope) ? sectionParts(editor, scope) : wholeParts(editor, scope)
      if (parts.length === 0) return { files: [], note: undefined }
      // Large, and needed by few: fetched when somebody wants it.
      const { boardPdf } = await import('./board-pdf.ts')
      const { title, locale } = board
      const { day, pageOf, sheetOf } = words
      const said = { title, language: LANGUAGE_TAG[locale], date: day(now), pageOf, sheetOf }
      const { paper, orientation, readable } = choice
      const look = { paper, orientation, readable, words: said, now }
      const bytes = await boardPdf(editor, parts, (part) => headingOf(part, words), look, work)
      return just('pdf', 'application/pdf', bytes)
    }
    case 'png':
    case 'svg': {
      const parts = wholeParts(editor, scope)
      const result: ExportResult = { files: [], note: undefined }
      for (const [index, part] of parts.entries()) {
        const own = stretchOf(work, index / parts.length, (index + 1) / parts.length)
        const heading = headingOf(part, words)
        const title = heading === undefined ? board.title : `${board.title} – ${heading}`
        // A page has a number only where there are several.
        const file = name(format, heading ?? (parts.length > 1 ? String(index + 1) : ''))
        const look = { title, transparent: choice.transparent }
        if (format === 'svg') {
          const svg = await svgPicture(editor, part, { ...look, ratio: SVG_PICTURES }, own)
          result.files.push({ name: file, type: 'image/svg+xml', content: svg })
        } else {
          const { blob, width, height, reduced } = await pngPicture(editor, part, { ...look, scale: choice.scale }, own)
          result.files.push({ name: file, type: 'image/png', content: blob })
          if (reduced) result.note = { kind: 'reduced', width, height }
        }
      }
      return result
    }
  }
}

const withNote = (result: ExportResult, leftOut: PicturesLeftOut): ExportResult =>
  countLeftOut(leftOut) === 0 ? result : { ...result, note: { kind: 'lacks-pictures', ...leftOut } }

/** Undefined for the board or a selection as a whole. */
function headingOf({ section }: ExportPart, words: ExportWords): string | undefined {
  if (section === undefined) return undefined
  return sectionTitle(section ?? { frame: null, title: '' }, words)
}
