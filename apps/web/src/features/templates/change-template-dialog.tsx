import type { TemplateAbout } from '@samtavle/shared/template-about'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { type DraftFault, draftOf, readDraft } from './about-draft.ts'
import styles from './about-fields.module.css'
import { AboutFields } from './about-fields.tsx'

type ChangeTemplateProps = { id: string; about: TemplateAbout; onChanged: () => Promise<void>; onClose: () => void }

const NO_FAULTS: ReadonlySet<DraftFault> = new Set()

/** What is said of a template of our own; the board in it is another matter. */
export function ChangeTemplateDialog({ id, about, onChanged, onClose }: ChangeTemplateProps) {
  const { t } = useTranslation(['library', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const formId = useId()
  const [draft, setDraft] = useState(() => draftOf(about))
  const [faults, setFaults] = useState(NO_FAULTS)
  const change = useMutation({
    mutationFn: (next: TemplateAbout) => api.changeTemplate(id, next),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['templates'] })
      await onChanged()
      toast.show({ text: t('changed') })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readDraft(draft)
    setFaults('faults' in read ? read.faults : NO_FAULTS)
    if ('about' in read && !change.isPending) change.mutate(read.about)
  }
  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title={t('changeTitle')}
      description={t('changeHint')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} busy={change.isPending} busyLabel={t('common:saving')}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {change.isError && <Notice tone="error">{failureText(change.error)}</Notice>}
        <AboutFields draft={draft} onChange={setDraft} faults={faults} />
      </form>
    </Dialog>
  )
}
