import { LOG_WORDS_MAX, PURPOSE_MAX } from '@samtavle/shared/sprint-limits'
import type { PurposeVersion } from '@samtavle/shared/sprint-log-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { TextArea } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { logApi } from './log-client.ts'
import { useLogChange } from './use-log-change.ts'

type PurposeDialogProps = { sprintId: string; now: PurposeVersion | null; locked: boolean; onClose: () => void }

/** Writes a new version of purpose and plan; once the original is locked, with the reason. */
export function PurposeDialog({ sprintId, now, locked, onClose }: PurposeDialogProps) {
  const { t } = useTranslation(['log', 'common'])
  const failureText = useFailureText()
  const [purpose, setPurpose] = useState(now?.purpose ?? '')
  const [plan, setPlan] = useState(now?.plan ?? '')
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const change = useLogChange(
    sprintId,
    () => logApi.addPurpose(sprintId, { purpose, plan, why }),
    () => {
      onClose()
      return { text: locked ? t('purposeChanged') : t('purposeSaved') }
    },
  )
  const same = purpose.trim() === now?.purpose && plan.trim() === now.plan
  const submit = () => {
    setChecked(true)
    if (same) onClose()
    else if (purpose.trim() !== '' && (!locked || why.trim() !== '') && !change.isPending) change.mutate(undefined)
  }
  return (
    <FormDialog
      title={now === null ? t('writePurpose') : t('changePurpose')}
      {...(locked ? { description: t('changePurposeText') } : {})}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common:save')}
      busy={change.isPending}
      busyLabel={t('common:saving')}
    >
      {change.isError && <Notice tone="error">{failureText(change.error)}</Notice>}
      <TextArea
        label={t('type_purpose')}
        hint={t('purposeHint')}
        rows={3}
        required
        maxLength={PURPOSE_MAX}
        value={purpose}
        error={checked && purpose.trim() === '' ? t('purposeMissing') : undefined}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <TextArea
        label={t('plan')}
        hint={t('planHint')}
        optional
        rows={2}
        maxLength={PURPOSE_MAX}
        value={plan}
        onChange={(event) => setPlan(event.target.value)}
      />
      {locked && (
        <TextArea
          label={t('why')}
          hint={t('purposeWhyHint')}
          rows={2}
          required
          maxLength={LOG_WORDS_MAX}
          value={why}
          error={checked && !same && why.trim() === '' ? t('whyMissing') : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      )}
    </FormDialog>
  )
}
