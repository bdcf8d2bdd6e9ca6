import type { LearningLoop } from '@samtavle/shared/loop-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { today } from '../today.ts'
import { LoopFailure } from './loop-failure.tsx'
import styles from './loops.module.css'
import { loopsApi } from './loops-client.ts'
import { nextRoundDate, readRound, typedDayOf } from './round-draft.ts'
import { DayField } from './round-fields.tsx'
import { useLoopChange } from './use-loop-change.ts'

type GoOnDialogProps = { sprintId: string; loop: LearningLoop; onClose: () => void }

/** Takes an ended loop up again, with the day of its next round. */
export function GoOnDialog({ sprintId, loop, onClose }: GoOnDialogProps) {
  const { t, i18n } = useTranslation(['loops', 'common'])
  const locale = shownLocale(i18n.language)
  const change = useLoopChange(sprintId)
  const [day, setDay] = useState(() => typedDayOf(nextRoundDate(today(), loop.everyWeeks, today()), locale))
  const [checked, setChecked] = useState(false)
  const { date } = readRound({ day, time: '', minutes: '' }, today(), monthNames(locale))
  const submit = () => {
    setChecked(true)
    if (date === null) return
    change.run({
      doing: () => loopsApi.goOn(sprintId, loop.id, date),
      text: t('goesOn'),
      undo: () => loopsApi.end(sprintId, loop.id, loop.endedWhy === '' ? t('ended') : loop.endedWhy),
      after: onClose,
    })
  }
  return (
    <FormDialog
      title={t('goOnTitle')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('goOnDo')}
      busy={change.busy}
      busyLabel={t('common:saving')}
    >
      <LoopFailure change={change} conflict={t('conflict')} />
      <p className={styles.asked}>{loop.question}</p>
      <DayField label={t('nextDay')} typed={day} onTyped={setDay} checked={checked} />
    </FormDialog>
  )
}
