import type { BoardSummary } from '@samtavle/shared/api'
import { countTexts, type ReadScope, readBoard, sectionsOf } from '@samtavle/shared/read-board'
import type { Editor } from '@tldraw/tldraw'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Select } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { documentRecords } from './board-backup.ts'
import { type ExportChoice, scopeFor, scopesOf } from './export-choice.ts'
import styles from './export-dialog.module.css'
import type { ExportResult } from './export-files.ts'
import { ExportOptions } from './export-options.tsx'
import { ExportProgress } from './export-progress.tsx'
import { sectionTitle } from './export-words.ts'
import { countLeftOut } from './picture-data.ts'
import { PicturesMissing } from './pictures-missing.tsx'
import { useExport } from './use-export.ts'
import { useExportWords } from './use-export-words.ts'

type ExportDialogProps = { board: BoardSummary; editor: Editor; onClose: () => void }

const FIRST_CHOICE: ExportChoice = {
  format: 'pdf',
  scope: { part: 'board' },
  sheets: 'sections',
  readable: false,
  paper: 'a4',
  orientation: 'auto',
  scale: 2,
  transparent: false,
}

/** A board, or a part of it, as a file on this device. Nothing is sent anywhere. */
export function ExportDialog({ board, editor, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['board', 'common'])
  const words = useExportWords()
  const tellSaved = useTellSaved()
  const parts = usePartsOf(editor)
  const [chosen, setChosen] = useState(FIRST_CHOICE)
  const exporting = useExport(board, editor, words, (result) => {
    tellSaved(result)
    onClose()
  })
  const { state } = exporting
  const working = state.name === 'working'

  const choose = (changed: Partial<ExportChoice>) => {
    exporting.choose()
    setChosen((before) => ({ ...before, ...changed }))
  }
  const choice = { ...chosen, scope: scopeFor(chosen.format, chosen.scope) }
  const submit = () => {
    if (state.name === 'lacking') exporting.saveLacking()
    else void exporting.run(choice)
  }
  const leave = () => (working ? exporting.stop() : onClose())
  const said = {
    nothing: choice.format === 'csv' || choice.format === 'markdown' ? t('exportNothing') : t('exportNothingDrawn'),
    failed: t('exportFailed'),
    stopped: t('exportStopped'),
  }
  return (
    <FormDialog
      size="lg"
      title={t('exportTitle')}
      description={t('exportNote')}
      onClose={leave}
      onSubmit={submit}
      submitLabel={state.name === 'lacking' ? t('saveFileLacking') : t('saveFile')}
      busy={working}
      busyLabel={t('exportWorking')}
    >
      {(state.name === 'nothing' || state.name === 'failed') && <Notice tone="error">{said[state.name]}</Notice>}
      <div role="status">{state.name === 'lacking' && <PicturesMissing {...state.leftOut} />}</div>
      <p role="status" className={state.name === 'stopped' ? styles.stopped : 'visually-hidden'}>
        {state.name === 'stopped' && said.stopped}
      </p>
      {working ? (
        <ExportProgress share={state.share} />
      ) : (
        <div className={styles.choices}>
          <FormatChoice value={choice.format} onChange={(format) => choose({ format })} />
          <div className={styles.details}>
            <ScopeChoice choice={choice} parts={parts} onChange={(scope) => choose({ scope })} />
            {choice.scope.part === 'section' && (
              <Select
                label={t('exportWhichSection')}
                value={choice.scope.frame}
                onChange={(frame) => choose({ scope: { part: 'section', frame } })}
                options={parts.sections.map((section) => ({
                  value: section.frame,
                  label: sectionTitle(section, words),
                }))}
              />
            )}
            <ExportOptions editor={editor} choice={choice} sections={parts.sections.length > 0} onChange={choose} />
          </div>
        </div>
      )}
    </FormDialog>
  )
}

type FormatChoiceProps = { value: ExportChoice['format']; onChange: (format: ExportChoice['format']) => void }

function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation('board')
  const [drawn, written, whole] = [t('exportDrawn'), t('exportWritten'), t('exportWholeFile')]
  return (
    <ChoiceCards
      label={t('exportFormat')}
      value={value}
      onChange={onChange}
      options={[
        { group: drawn, value: 'pdf', label: t('exportPdf'), hint: t('exportPdfHint') },
        { group: drawn, value: 'png', label: t('exportPng'), hint: t('exportPngHint') },
        { group: drawn, value: 'svg', label: t('exportSvg'), hint: t('exportSvgHint') },
        { group: written, value: 'csv', label: t('exportCsv'), hint: t('exportCsvHint') },
        { group: written, value: 'markdown', label: t('exportMarkdown'), hint: t('exportMarkdownHint') },
        { group: whole, value: 'backup', label: t('exportBackup'), hint: t('exportBackupHint') },
        { group: whole, value: 'tldr', label: t('exportTldr'), hint: t('exportTldrHint') },
      ]}
    />
  )
}

type ScopeChoiceProps = {
  choice: ExportChoice
  parts: ReturnType<typeof usePartsOf>
  onChange: (scope: ReadScope) => void
}

function ScopeChoice({ choice, parts, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('board')
  const possible = scopesOf(choice.format)
  // Only files of words say how many: in pictures there is more than words.
  const counts = choice.format === 'csv' || choice.format === 'markdown'
  const count = (texts: number) => (counts ? { hint: t('exportTexts', { count: texts }) } : {})
  const [section] = parts.sections
  const scopes = [
    { scope: { part: 'board' } as const, label: t('exportWhole'), ...count(parts.texts) },
    ...(parts.pages > 1 ? [{ scope: { part: 'page', page: parts.page } as const, label: t('exportPage') }] : []),
    ...(parts.selected.size > 0
      ? [{ scope: parts.selection, label: t('exportSelection'), ...count(parts.selectedTexts) }]
      : []),
    ...(section ? [{ scope: { part: 'section', frame: section.frame } as const, label: t('exportSection') }] : []),
  ].filter(({ scope }) => possible.includes(scope.part))
  if (scopes.length < 2) return null
  return (
    <ChoiceCards
      label={t('exportScope')}
      value={choice.scope.part}
      onChange={(part) => onChange(scopes.find(({ scope }) => scope.part === part)?.scope ?? { part: 'board' })}
      options={scopes.map(({ scope, ...words }) => ({ value: scope.part, ...words }))}
    />
  )
}

/** What can be chosen from, as the board is when the dialog opens. */
function usePartsOf(editor: Editor) {
  return useMemo(() => {
    const records = documentRecords(editor.store)
    const selected: ReadonlySet<string> = new Set(editor.getSelectedShapeIds())
    const selection = { part: 'selection', ids: selected } as const
    return {
      pages: editor.getPages().length,
      page: editor.getCurrentPageId() as string,
      sections: sectionsOf(records),
      texts: countTexts(readBoard(records, { part: 'board' })),
      selected,
      selection,
      selectedTexts: selected.size === 0 ? 0 : countTexts(readBoard(records, selection)),
    }
  }, [editor])
}

/** Which files were saved, and what of them is not as one might think. */
function useTellSaved(): (result: ExportResult) => void {
  const { t } = useTranslation('board')
  const toast = useToast()
  return ({ files, note }) => {
    const [file] = files
    if (file === undefined) return
    const saved =
      files.length === 1
        ? t('fileSaved', { file: file.name })
        : t('filesSaved', { count: files.length, file: file.name })
    if (note === undefined) toast.show({ text: saved })
    else if (note.kind === 'reduced') {
      const { width, height } = note
      toast.show({ text: `${saved} ${t('fileReduced', { width, height })}`, tone: 'info', stays: true })
    } else {
      const count = countLeftOut(note)
      const missing = count > 0 ? [t('fileLacksPictures', { count })] : []
      const isTooLarge = note.kind === 'too-large'
      const text = [isTooLarge ? t('fileTooLarge', { file: file.name }) : saved, ...missing].join(' ')
      toast.show(isTooLarge ? { text, tone: 'error' } : { text, tone: 'info', stays: true })
    }
  }
}
