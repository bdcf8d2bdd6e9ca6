import type { LearningLoop } from '@samtavle/shared/loop-api'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { today } from '../today.ts'
import { LoopFailure } from './loop-failure.tsx'
import { loopsApi } from './loops-client.ts'
import { nextRoundDate } from './round-draft.ts'
import { useLoopChange } from './use-loop-change.ts'

type EndLoopDialogProps = { sprintId: string; loop: LearningLoop; onClose: () => void }

/** Brings a loop to an end, with the reason. */
export function EndLoopDialog({ sprintId, loop, onClose }: EndLoopDialogProps) {
  const { t } = useTranslation(['loops', 'common'])
  const change = useLoopChange(sprintId)
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const missing = why.trim() === ''
  const planned = loop.rounds.find(({ heldAt }) => heldAt === null)
  const submit = () => {
    setChecked(true)
    if (missing) return
    const again = planned?.date ?? nextRoundDate(today(), loop.everyWeeks, today())
    change.run({
      doing: () => loopsApi.end(sprintId, loop.id, why),
      text: t('ended'),
      undo: () => loopsApi.goOn(sprintId, loop.id, again),
      after: onClose,
    })
  }
  return (
    <FormDialog
      title={t('endTitle')}
      description={t('endText')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('endDo')}
      busy={change.busy}
      busyLabel={t('common:saving')}
    >
      <LoopFailure change={change} conflict={t('conflict')} />
      <TextArea
        label={t('endWhy')}
        hint={t('endWhyHint')}
        rows={2}
        required
        maxLength={LOG_WORDS_MAX}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        error={checked && missing ? t('endWhyMissing') : undefined}
      />
    </FormDialog>
  )
}
