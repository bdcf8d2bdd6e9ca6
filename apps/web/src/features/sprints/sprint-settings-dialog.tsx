import type { Sprint } from '@samtavle/shared/sprint-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CommissionerField } from './commissioner-field.tsx'
import { faultsOf, oneLine, type SprintFault, someLines } from './sprint-draft.ts'
import { TaskFields } from './task-fields.tsx'

type SprintSettingsDialogProps = { sprint: Sprint; onClose: () => void }

/** Title, challenge and commissioning manager of a sprint. */
export function SprintSettingsDialog({ sprint, onClose }: SprintSettingsDialogProps) {
  const { t } = useTranslation(['sprints', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [{ title, challenge, commissioner }, setDraft] = useState({
    title: sprint.title,
    challenge: sprint.challenge,
    commissioner: sprint.commissioner,
  })
  const [checked, setChecked] = useState(false)
  const faults = faultsOf({ title, challenge, commissioner, follows: null })
  const save = useMutation({
    mutationFn: () =>
      api.updateSprint(sprint.id, {
        title: oneLine(title),
        challenge: someLines(challenge),
        commissioner: { ...commissioner, name: oneLine(commissioner.name) },
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['sprints'] })
      toast.show({ text: t('settingsSaved') })
      onClose()
    },
  })
  const submit = () => {
    setChecked(true)
    if (faults.size === 0 && !save.isPending) save.mutate()
  }
  const shown = checked ? faults : new Set<SprintFault>()
  return (
    <FormDialog
      title={t('settingsTitle')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common:save')}
      busy={save.isPending}
      busyLabel={t('common:saving')}
    >
      {save.isError && <Notice tone="error">{failureText(save.error)}</Notice>}
      <TaskFields
        value={{ title, challenge }}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={shown}
      />
      <CommissionerField
        value={commissioner}
        onChange={(next) => setDraft((before) => ({ ...before, commissioner: next }))}
        error={shown.has('commissioner') ? t('commissionerMissing') : undefined}
      />
    </FormDialog>
  )
}
