import type { BoardSummary } from '@samtavle/shared/api'
import type { Editor } from '@tldraw/tldraw'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportFileName } from '../../device/file-name.ts'
import { saveFile } from '../../device/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { boardBackup, documentRecords } from './board-backup.ts'
import { boardCsv } from './board-csv.ts'
import { boardMarkdown } from './board-markdown.ts'
import styles from './export-dialog.module.css'
import { sectionTitle } from './export-words.ts'
import { countTexts, type ReadScope, readBoard, sectionsOf } from './read-board.ts'
import { useExportWords } from './use-export-words.ts'

type Format = 'csv' | 'markdown' | 'backup'

type ExportDialogProps = { board: BoardSummary; editor: Editor; onClose: () => void }

/** A board, or a part of it, as a file on this device. Nothing is sent anywhere. */
export function ExportDialog({ board, editor, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['board', 'common'])
  const toast = useToast()
  const words = useExportWords()
  const formId = useId()
  const [format, setFormat] = useState<Format>('csv')
  const [part, setPart] = useState<ReadScope['part']>('board')
  const [foundNothingIn, setFoundNothingIn] = useState<string | null>(null)
  const parts = usePartsOf(editor)
  const [chosenFrame, setFrame] = useState<string | null>(null)
  const frame = chosenFrame ?? parts.sections[0]?.frame ?? ''

  const scope: ReadScope =
    part === 'section' ? { part, frame } : part === 'selection' ? { part, ids: parts.selected } : { part }
  const chosen = [format, part, frame].join(' ')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const now = new Date()
    const name = (extension: string) => exportFileName(board.title, now, extension)
    if (format === 'backup') {
      const file = name('json')
      const { text, restorable, pictures } = boardBackup(board, editor.store, now)
      saveFile(file, 'application/json', text)
      if (!restorable) toast.show({ text: t('fileTooLarge', { file }), tone: 'error' })
      else if (pictures === 0) toast.show({ text: t('fileSaved', { file }) })
      else {
        const said = `${t('fileSaved', { file })} ${t('fileWithoutPictures', { count: pictures })}`
        toast.show({ text: said, tone: 'info', stays: true })
      }
    } else {
      const sections = readBoard(documentRecords(editor.store), scope)
      if (countTexts(sections) === 0) {
        setFoundNothingIn(chosen)
        return
      }
      const file = name(format === 'csv' ? 'csv' : 'md')
      if (format === 'csv') saveFile(file, 'text/csv;charset=utf-8', boardCsv(sections, words))
      else saveFile(file, 'text/markdown;charset=utf-8', boardMarkdown(board.title, sections, words))
      toast.show({ text: t('fileSaved', { file }) })
    }
    onClose()
  }
  const count = (texts: number) => t('exportTexts', { count: texts })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('exportTitle')}
      description={t('exportNote')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t('saveFile')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={save} noValidate>
        {foundNothingIn === chosen && <Notice tone="error">{t('exportNothing')}</Notice>}
        <ChoiceCards
          label={t('exportFormat')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'csv', label: t('exportCsv'), hint: t('exportCsvHint') },
            { value: 'markdown', label: t('exportMarkdown'), hint: t('exportMarkdownHint') },
            { value: 'backup', label: t('exportBackup'), hint: t('exportBackupHint') },
          ]}
        />
        {format !== 'backup' && (
          <ChoiceCards
            label={t('exportScope')}
            value={part}
            onChange={setPart}
            options={[
              { value: 'board' as const, label: t('exportWhole'), hint: count(parts.texts) },
              ...(parts.selected.size === 0
                ? []
                : [{ value: 'selection' as const, label: t('exportSelection'), hint: count(parts.selectedTexts) }]),
              ...(parts.sections.length === 0 ? [] : [{ value: 'section' as const, label: t('exportSection') }]),
            ]}
          />
        )}
        {format !== 'backup' && part === 'section' && (
          <Select
            label={t('exportWhichSection')}
            value={frame}
            onChange={setFrame}
            options={parts.sections.map((section) => ({ value: section.frame, label: sectionTitle(section, words) }))}
          />
        )}
      </form>
    </Dialog>
  )
}

/** What can be chosen from, as the board is when the dialog opens. */
function usePartsOf(editor: Editor) {
  return useMemo(() => {
    const records = documentRecords(editor.store)
    const selected: ReadonlySet<string> = new Set(editor.getSelectedShapeIds())
    return {
      sections: sectionsOf(records),
      texts: countTexts(readBoard(records, { part: 'board' })),
      selected,
      selectedTexts: selected.size === 0 ? 0 : countTexts(readBoard(records, { part: 'selection', ids: selected })),
    }
  }, [editor])
}
