import { sectionsOf } from '@samtavle/shared/read-board'
import type { Editor } from '@tldraw/tldraw'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '../../ui/file-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { BoardSession } from '../board-session.ts'
import { roomOn } from '../draft-notes.ts'
import { documentRecords } from '../export/board-backup.ts'
import { isSection } from '../section-place.ts'
import styles from './import-rows.module.css'
import { type NoteRows, noteRows } from './note-rows.ts'
import { placeRows } from './place-rows.ts'
import { RowsFound } from './rows-found.tsx'
import { RowsMapping } from './rows-mapping.tsx'
import { useRowsWords } from './use-rows-words.ts'
import { useTableFile } from './use-table-file.ts'

type ImportRowsProps = {
  editor: Editor
  session: BoardSession
  /** A file that was dropped on the board. */
  file: File | null
  onClose: () => void
}

/** Rows of a spreadsheet become notes of this board, once the person has seen what they become. */
export function ImportRowsDialog({ editor, session, file, onClose }: ImportRowsProps) {
  const { t } = useTranslation(['rows', 'common', 'board'])
  const toast = useToast()
  const words = useRowsWords()
  const table = useTableFile(file)
  const sections = useMemo(() => namedSections(editor), [editor])
  const [section, setSection] = useState<string | undefined>(undefined)
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  /** The share of the notes that are ready, while they are made. */
  const [share, setShare] = useState<number | null>(null)
  const work = useRef(new AbortController())
  useEffect(() => () => work.current.abort(), [])

  const found = useMemo((): NoteRows | null => {
    if (table.opened?.ok !== true) return null
    const { withHeading, columns } = table.choice
    return noteRows({ rows: table.rows, withHeading, columns, sections, room: roomOn(editor) })
  }, [table.opened, table.rows, table.choice, sections, editor])

  const close = () => {
    work.current.abort()
    onClose()
  }
  const place = async ({ notes }: NoteRows) => {
    setFailure(null)
    setShare(0)
    work.current = new AbortController()
    const { signal } = work.current
    const placed = await placeRows(editor, notes, { section, signal, onProgress: setShare })
    if (signal.aborted) return
    setShare(null)
    if (placed === 'no-room') setFailure(t('noRoom'))
    else if (placed === 'cancelled') setFailure(t('stopped'))
    else {
      const { count, outside } = placed
      const said = t('placed', { count })
      const text = outside === 0 ? said : `${said} ${t('board:notesBeside', { count: outside })}`
      toast.show({ text, action: { label: t('common:undo'), onSelect: () => session.stepBack('undo') } })
      onClose()
    }
  }
  const ready = found !== null && found.notes.length > 0 && found.refusal === undefined
  const submit = () => {
    setChecked(true)
    if (ready && share === null) void place(found)
  }
  const error =
    table.opened?.ok === false
      ? words.refusal(table.opened.reason)
      : table.file === null && checked
        ? t('missing')
        : undefined
  return (
    <FormDialog
      size="lg"
      title={t('title')}
      description={t('text')}
      onClose={close}
      onSubmit={submit}
      submitLabel={t('do')}
      busy={share !== null}
      busyLabel={t('do')}
      beside={share !== null && <Progress share={share} />}
    >
      {failure !== null && <Notice tone="error">{failure}</Notice>}
      <FileField
        label={t('file')}
        hint={words.fileHint}
        error={error}
        accept=".csv,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        choose={t('common:chooseFile')}
        chosen={table.file?.name ?? t('common:noFileChosen')}
        onChoose={table.choose}
      />
      {found !== null && <RowsMapping table={table} sections={sections} section={section} onSection={setSection} />}
      <RowsFound found={found} reading={table.isReading} sections={sections} />
    </FormDialog>
  )
}

function Progress({ share }: { share: number }) {
  const { t } = useTranslation('rows')
  const words = t('percent', { percent: Math.round(share * 100) })
  return (
    <div className={styles.progress}>
      <ProgressBar label={t('placing')} share={share} words={words} />
      <span className={styles.percent}>{words}</span>
    </div>
  )
}

/** Sections that receive notes, in reading order. */
function namedSections(editor: Editor): { id: string; title: string }[] {
  return sectionsOf(documentRecords(editor.store))
    .filter(({ frame, title }) => {
      const shape = editor.getShape(frame as Parameters<Editor['getShape']>[0] & string)
      return title !== '' && isSection(shape) && !shape.isLocked
    })
    .map(({ frame, title }) => ({ id: frame, title }))
}
