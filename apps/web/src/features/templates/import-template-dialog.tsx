import { TEMPLATE_BYTES_MAX, TEMPLATE_FORMAT } from '@samtavle/shared/template-limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { FileField } from '../../ui/file-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

/** A template's file becomes a template of our own; then straight to its page. */
export function ImportTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['library', 'common'])
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<string | undefined>(undefined)
  const send = useMutation({
    mutationFn: (content: unknown) => api.importTemplate(content),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await navigate({ to: '/templates/$templateId', params: { templateId: id } })
    },
  })
  const submit = async () => {
    if (send.isPending) return
    send.reset()
    if (file === null) setError(t('importMissing'))
    else if (file.size > TEMPLATE_BYTES_MAX) setError(t('importTooLarge'))
    else {
      const content = await readTemplate(file)
      setError(content === undefined ? t('importWrong') : undefined)
      if (content !== undefined) send.mutate(content)
    }
  }
  const failureWords = (failure: unknown): string =>
    failure instanceof ApiError && failure.code === 'bad_request' ? t('importRefused') : failureText(failure)
  return (
    <FormDialog
      title={t('importTitle')}
      description={t('importText')}
      onClose={onClose}
      onSubmit={() => void submit()}
      submitLabel={t('importDo')}
      busy={send.isPending}
      busyLabel={t('common:loading')}
    >
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
    </FormDialog>
  )
}

/** What the file holds, when it says that it is a template; its content is the server's to judge. */
async function readTemplate(file: File): Promise<unknown> {
  try {
    const content: unknown = JSON.parse(await file.text())
    const says = typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined
    return says === TEMPLATE_FORMAT ? content : undefined
  } catch {
    return undefined
  }
}
