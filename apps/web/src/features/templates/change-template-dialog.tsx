import type { TemplateAbout } from '@samtavle/shared/template-about'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { draftOf } from './about-draft.ts'
import { AboutFields } from './about-fields.tsx'
import { useAboutCheck } from './use-about-check.ts'

type ChangeTemplateProps = { id: string; about: TemplateAbout; onChanged: () => Promise<void>; onClose: () => void }

/** What is said of a template of our own; the board in it is another matter. */
export function ChangeTemplateDialog({ id, about, onChanged, onClose }: ChangeTemplateProps) {
  const { t } = useTranslation(['library', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(about))
  const change = useMutation({
    mutationFn: (next: TemplateAbout) => api.changeTemplate(id, next),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await onChanged()
      toast.show({ text: t('changed') })
      onClose()
    },
  })
  const { faults, check } = useAboutCheck((about) => !change.isPending && change.mutate(about))
  return (
    <FormDialog
      title={t('changeTitle')}
      description={t('changeHint')}
      onClose={onClose}
      onSubmit={() => check(draft)}
      submitLabel={t('common:save')}
      busy={change.isPending}
      busyLabel={t('common:saving')}
    >
      {change.isError && <Notice tone="error">{failureText(change.error)}</Notice>}
      <AboutFields draft={draft} onChange={setDraft} faults={faults} />
    </FormDialog>
  )
}
