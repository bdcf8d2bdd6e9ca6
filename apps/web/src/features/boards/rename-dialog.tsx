import type { BoardSummary } from '@samtavle/shared/api'
import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useToast } from '../../ui/toast.tsx'

type RenameDialogProps = { board: BoardSummary; onClose: () => void }

export function RenameDialog({ board, onClose }: RenameDialogProps) {
  const { t } = useTranslation(['boards', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [title, setTitle] = useState(board.title)
  const [checked, setChecked] = useState(false)
  const name = title.trim()
  const rename = useMutation({
    mutationFn: () => api.updateBoard(board.id, { title: name }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['boards'] })
      onClose()
      toast.show({ text: t('renamed', { title: name }) })
    },
  })
  const submit = () => {
    setChecked(true)
    if (name === board.title) onClose()
    else if (name !== '') rename.mutate()
  }
  const error = checked && name === '' ? t('nameMissing') : rename.isError ? failureText(rename.error) : undefined
  return (
    <FormDialog
      title={t('renameTitle')}
      size="sm"
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common:save')}
      busy={rename.isPending}
      busyLabel={t('common:saving')}
    >
      <TextField
        label={t('name')}
        value={title}
        maxLength={BOARD_TITLE_MAX}
        required
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTitle(event.target.value)}
        error={error}
      />
    </FormDialog>
  )
}
