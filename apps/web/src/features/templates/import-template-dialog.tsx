import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './about-fields.module.css'

/** Size of a file that the server takes, in bytes. */
const BYTES_MAX = 6 * 1024 * 1024
const FORMAT = 'samtavle-template'

/** A template's file becomes a template of our own; then straight to its page. */
export function ImportTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['library', 'common'])
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const formId = useId()
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<string | undefined>(undefined)
  const send = useMutation({
    mutationFn: (content: unknown) => api.importTemplate(content),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await navigate({ to: '/templates/$templateId', params: { templateId: id } })
    },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (send.isPending) return
    send.reset()
    if (file === null) setError(t('importMissing'))
    else if (file.size > BYTES_MAX) setError(t('importTooLarge'))
    else {
      const content = await readTemplate(file)
      setError(content === undefined ? t('importWrong') : undefined)
      if (content !== undefined) send.mutate(content)
    }
  }
  const failureWords = (failure: unknown): string =>
    failure instanceof ApiError && failure.code === 'bad_request' ? t('importRefused') : failureText(failure)
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title={t('importTitle')}
      description={t('importText')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={send.isPending} busyLabel={t('common:loading')}>
            {t('importDo')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {send.isError && <Notice tone="error">{failureWords(send.error)}</Notice>}
        <FileField
          label={t('importField')}
          hint={t('importHint')}
          error={error}
          accept=".json,application/json"
          choose={t('common:chooseFile')}
          chosen={file?.name ?? t('common:noFileChosen')}
          onChoose={(chosen) => {
            setFile(chosen ?? null)
            setError(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}

/** What the file holds, when it says that it is a template; its content is the server's to judge. */
async function readTemplate(file: File): Promise<unknown> {
  try {
    const content: unknown = JSON.parse(await file.text())
    const says = typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined
    return says === FORMAT ? content : undefined
  } catch {
    return undefined
  }
}
