import { LOG_WORDS_MAX, ROLE_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { LOG_TYPES, type LogType } from '@samtavle/shared/sprint-log'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { ChoiceCards } from '../../../ui/choice-cards.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type LineDraft, sentLine } from './line-draft.ts'
import { logApi } from './log-client.ts'
import { useLogChange } from './use-log-change.ts'

/** That nothing changed is said with one press, not with a form. */
const WRITTEN_TYPES = LOG_TYPES.filter((type) => type !== 'no-change')

type LineDialogProps = { sprintId: string; draft: LineDraft; onClose: () => void }

/** Writes a line for the log: from, to, why, who decided, and what it means. */
export function LineDialog({ sprintId, draft, onClose }: LineDialogProps) {
  const { t } = useTranslation(['log', 'common'])
  const failureText = useFailureText()
  const [line, setLine] = useState(draft)
  const [checked, setChecked] = useState(false)
  const add = useLogChange(
    sprintId,
    () => logApi.addLine(sprintId, sentLine(line)),
    () => {
      onClose()
      return { text: line.corrects === null ? t('lineAdded') : t('correctionAdded') }
    },
  )
  const missing = line.to.trim() === ''
  const submit = () => {
    setChecked(true)
    if (!missing && !add.isPending) add.mutate(undefined)
  }
  const isBenefit = line.type === 'side-benefit'
  const field = (key: 'from' | 'to' | 'why' | 'decidedBy' | 'consequence') => ({
    value: line[key],
    maxLength: key === 'decidedBy' ? ROLE_WORDS_MAX : LOG_WORDS_MAX,
    onChange: (event: { target: { value: string } }) => setLine({ ...line, [key]: event.target.value }),
  })
  return (
    <FormDialog
      title={titleOf(draft, t)}
      {...(draft.corrects === null ? {} : { description: t('correctionText') })}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('addToLog')}
      busy={add.isPending}
      busyLabel={t('common:saving')}
    >
      {add.isError && <Notice tone="error">{failureText(add.error)}</Notice>}
      {!draft.typeStands && (
        <ChoiceCards<LogType>
          label={t('whatChanged')}
          value={line.type}
          onChange={(type) => setLine({ ...line, type })}
          options={WRITTEN_TYPES.map((value) => ({
            value,
            label: t(`type_${value}`),
            hint: t(`typeHint_${value}`),
          }))}
        />
      )}
      {!isBenefit && <TextArea label={t('from')} hint={t('fromHint')} optional rows={2} {...field('from')} />}
      <TextArea
        label={isBenefit ? t('benefitTo') : t('to')}
        {...(isBenefit ? {} : { hint: t('toHint') })}
        rows={2}
        required
        error={checked && missing ? t('toMissing') : undefined}
        {...field('to')}
      />
      <TextArea
        label={isBenefit ? t('benefitWhy') : t('why')}
        hint={isBenefit ? t('benefitWhyHint') : t('whyHint')}
        optional
        rows={2}
        {...field('why')}
      />
      {!isBenefit && <TextField label={t('decidedBy')} hint={t('decidedByHint')} optional {...field('decidedBy')} />}
      <TextArea label={t('consequence')} hint={t('consequenceHint')} optional rows={2} {...field('consequence')} />
    </FormDialog>
  )
}

function titleOf(draft: LineDraft, t: ReturnType<typeof useTranslation<['log', 'common']>>['t']): string {
  if (draft.corrects !== null) return t('correctLine', { number: draft.corrects })
  if (draft.type === 'side-benefit') return t('addBenefit')
  return draft.typeStands ? t('lineOf', { what: t(`type_${draft.type}`) }) : t('addLine')
}
