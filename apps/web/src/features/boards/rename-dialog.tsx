import type { BoardSummary } from '@samtavle/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'

type RenameDialogProps = { board: BoardSummary; open: boolean; onOpenChange: (open: boolean) => void }

export function RenameDialog({ board, open, onOpenChange }: RenameDialogProps) {
  const { t } = useTranslation(['boards', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const formId = useId()
  const [title, setTitle] = useState(board.title)
  const [checked, setChecked] = useState(false)
  const name = title.trim()
  const rename = useMutation({
    mutationFn: () => api.updateBoard(board.id, { title: name }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['boards'] })
      onOpenChange(false)
      toast.show({ text: t('renamed', { title: name }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name === board.title) onOpenChange(false)
    else if (name !== '') rename.mutate()
  }
  const error = checked && name === '' ? t('nameMissing') : rename.isError ? failureText(rename.error) : undefined
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('renameTitle')}
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={rename.isPending} busyLabel={t('common:saving')}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TextField
          label={t('name')}
          value={title}
          maxLength={120}
          required
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTitle(event.target.value)}
          error={error}
        />
      </form>
    </Dialog>
  )
}
