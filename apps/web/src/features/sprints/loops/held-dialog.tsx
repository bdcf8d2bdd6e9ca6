import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import { LOG_WORDS_MAX } from '@samtavle/shared/sprint-limits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { TextArea } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { today } from '../today.ts'
import { LoopFailure } from './loop-failure.tsx'
import styles from './loops.module.css'
import { loopsApi } from './loops-client.ts'
import { asksTwice, nextRoundDate, readRound, typedDayOf } from './round-draft.ts'
import { DayField } from './round-fields.tsx'
import { useLoopChange } from './use-loop-change.ts'
import { useLoopWords } from './use-loop-words.ts'

type HeldDialogProps = { sprintId: string; loop: LearningLoop; round: LoopRound; onClose: () => void }

/** Writes down what a round brought: what was learned and adjusted, and when the next one is, or that it ends. */
export function HeldDialog({ sprintId, loop, round, onClose }: HeldDialogProps) {
  const { t, i18n } = useTranslation(['loops', 'common'])
  const locale = shownLocale(i18n.language)
  const words = useLoopWords()
  const change = useLoopChange(sprintId)
  const { number, atMinute, minutes } = round
  const [learned, setLearned] = useState('')
  const [adjusted, setAdjusted] = useState('')
  const [then, setThen] = useState<'next' | 'end'>('next')
  const [day, setDay] = useState(() => typedDayOf(nextRoundDate(round.date, loop.everyWeeks, today()), locale))
  const [checked, setChecked] = useState(false)
  const { date } = readRound({ day, time: '', minutes: '' }, today(), monthNames(locale))
  const ends = then === 'end'
  const whyMissing = ends && adjusted.trim() === ''
  const submit = () => {
    setChecked(true)
    if (learned.trim() === '' || whyMissing || (!ends && date === null)) return
    const body = { number, learned, adjusted, next: ends ? null : date }
    change.run({
      doing: () => loopsApi.hold(sprintId, loop.id, body),
      text: t('written', { number }),
      after: onClose,
    })
  }
  return (
    <FormDialog
      title={t('heldTitle', { number })}
      description={t('heldText')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common:save')}
      busy={change.busy}
      busyLabel={t('common:saving')}
    >
      <LoopFailure change={change} conflict={t('heldByOther')} />
      <p className={styles.asked}>{loop.question}</p>
      <TextArea
        label={t('learned')}
        hint={t('learnedHint')}
        rows={3}
        required
        maxLength={LOG_WORDS_MAX}
        value={learned}
        onChange={(event) => setLearned(event.target.value)}
        error={checked && learned.trim() === '' ? t('learnedMissing') : undefined}
      />
      {asksTwice(number) && <Notice tone="info">{number === 3 ? t('double') : t('doubleLater', { number })}</Notice>}
      <div className={styles.choice}>
        <span className={styles.strong} aria-hidden>
          {t('whatNext')}
        </span>
        <Segmented
          label={t('whatNext')}
          value={then}
          onChange={setThen}
          options={[
            { value: 'next', label: t('oneMore') },
            { value: 'end', label: t('endsHere') },
          ]}
        />
      </div>
      <TextArea
        label={ends ? t('endReason') : t('adjusted')}
        hint={ends ? t('endWhyHint') : t('adjustedHint')}
        {...(ends ? { required: true } : { optional: true })}
        rows={2}
        maxLength={LOG_WORDS_MAX}
        value={adjusted}
        onChange={(event) => setAdjusted(event.target.value)}
        error={checked && whyMissing ? t('endWhyMissing') : undefined}
      />
      {!ends && (
        <>
          <DayField label={t('nextDay')} typed={day} onTyped={setDay} checked={checked} />
          <p className={styles.note}>{t('atSameTime', { time: words.time(atMinute), count: minutes })}</p>
        </>
      )}
    </FormDialog>
  )
}
