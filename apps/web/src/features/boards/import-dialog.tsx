import { fitTitle } from '@samtavle/shared/board-title'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { FileField } from '../../ui/file-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ImportStopped, importBoardFile, type Sending } from './import-board-file.ts'
import styles from './import-dialog.module.css'
import { type BoardFile, type OpenedFile, openBoardFile } from './open-board-file.ts'

/** A backup, or a file of tldraw's, becomes a new board; then straight to it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['boards', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState<OpenedFile | null>(null)
  const [fileName, setFileName] = useState<string | null>(null)
  const [checked, setChecked] = useState(false)
  /** Reading a large file takes a while: only the one chosen last counts. */
  const choice = useRef(0)
  /** Of the import that runs, or ran last; aborted when the dialog goes, however that comes. */
  const importing = useRef<AbortController | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [stopped, setStopped] = useState(false)
  const create = useMutation({
    mutationFn: (file: BoardFile) => {
      const controller = new AbortController()
      importing.current = controller
      return importBoardFile(file, controller, setSending)
    },
    onSettled: () => setSending(null),
    onError: (failure) => setStopped(failure instanceof ImportStopped),
    onSuccess: async ({ id, missingPictures }, { backup: { title } }) => {
      void queryClient.invalidateQueries({ queryKey: ['boards'] })
      const imported = t('imported', { title: title.trim() })
      if (missingPictures === 0) toast.show({ text: imported })
      else {
        const text = `${imported} ${t('importedWithoutPictures', { count: missingPictures })}`
        toast.show({ text, tone: 'info', stays: true })
      }
      // Who has left the dialog meanwhile stays where they are.
      if (importing.current?.signal.aborted) return
      await navigate({ to: '/boards/$boardId', params: { boardId: id } })
    },
  })

  // Nothing is made of a board of which pictures are still on their way.
  useEffect(() => () => importing.current?.abort(new ImportStopped()), [])
  const choose = async (file: File | undefined) => {
    if (create.isPending) return
    choice.current += 1
    const mine = choice.current
    create.reset()
    setStopped(false)
    setChecked(false)
    setOpened(null)
    setFileName(file?.name ?? null)
    if (file === undefined) return
    const result = await openBoardFile(file, shownLocale(i18n.language))
    if (mine === choice.current) setOpened(result)
  }
  const submit = () => {
    setChecked(true)
    setStopped(false)
    if (opened !== null && 'backup' in opened && !create.isPending) create.mutate(opened)
  }
  const failureWords = (failure: unknown): string => {
    if (failure instanceof ApiError && failure.code === 'bad_request') return t('importRefused')
    if (failure instanceof ApiError && failure.code === 'too_large') return t('importTooLarge')
    return failureText(failure)
  }
  const error =
    opened === null ? (checked ? t('importMissing') : undefined) : 'error' in opened ? t(opened.error) : undefined
  return (
    <FormDialog
      title={t('importTitle')}
      description={t('importText')}
      onClose={sending === null ? onClose : sending.stop}
      onSubmit={submit}
      submitLabel={t('importDo')}
      busy={create.isPending}
      busyLabel={t('importing')}
    >
      {create.isError && !stopped && <Notice tone="error">{failureWords(create.error)}</Notice>}
      <FileField
        label={t('importFile')}
        hint={t('importFileHint')}
        error={error}
        accept=".json,.tldr,application/json"
        choose={t('common:chooseFile')}
        chosen={fileName ?? t('common:noFileChosen')}
        disabled={create.isPending}
        onChoose={(file) => void choose(file)}
      />
      <div role="status" className={styles.found}>
        {stopped && <p>{t('importStopped')}</p>}
        {opened !== null && 'backup' in opened && <Found file={opened} />}
      </div>
      {sending !== null && <SendingBar share={sending.share} />}
    </FormDialog>
  )
}

/** How far the pictures of the file have come. */
function SendingBar({ share }: { share: number }) {
  const { t } = useTranslation('boards')
  const words = t('importSending', { percent: Math.round(share * 100) })
  return (
    <div className={styles.sending}>
      <p>{words}</p>
      <ProgressBar label={t('importing')} share={share} words={words} />
    </div>
  )
}

/** What the file holds that becomes a board, and what it holds beside. */
function Found({ file: { backup, leftOut } }: { file: BoardFile }) {
  const { t } = useTranslation('boards')
  const momentText = useMoment()
  const title = fitTitle(backup.title)
  const count = backup.records.filter(isOnTheBoard).length
  if (leftOut === undefined) return <p>{t('importFound', { title, when: momentText(backup.exportedAt), count })}</p>
  const { pictures, links, others } = leftOut
  return (
    <>
      <p>{t('importFoundTldr', { title, count })}</p>
      {pictures > 0 && <p>{t('importNoPictures', { count: pictures })}</p>}
      {links > 0 && <p>{t('importNoLinks', { count: links })}</p>}
      {others > 0 && <p>{t('importNoOthers', { count: others })}</p>}
    </>
  )
}

/** What a person would count: not the page, and not what ties an arrow to its ends. */
const isOnTheBoard = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'typeName' in record && record.typeName === 'shape'
