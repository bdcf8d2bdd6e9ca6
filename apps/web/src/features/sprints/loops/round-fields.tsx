import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { TextField } from '../../../ui/field.tsx'
import { today } from '../today.ts'
import { DayCheck } from './day-check.tsx'
import styles from './loops.module.css'
import { type RoundDraft, readRound, typedDayOf } from './round-draft.ts'
import { useLoopWords } from './use-loop-words.ts'

type DayFieldProps = {
  label: string
  typed: string
  onTyped: (typed: string) => void
  /** Has somebody tried to send it? */
  checked: boolean
}

/** A day that is typed; below it which day that is, and what it collides with. */
export function DayField({ label, typed, onTyped, checked }: DayFieldProps) {
  const { t, i18n } = useTranslation('loops')
  const words = useLoopWords()
  const locale = shownLocale(i18n.language)
  const field = useRef<HTMLDivElement>(null)
  const take = (next: string) => {
    onTyped(typedDayOf(next, locale))
    // The button goes with its warning: what it filled in has the focus then.
    field.current?.querySelector('input')?.focus()
  }
  const { date } = readRound({ day: typed, time: '', minutes: '' }, today(), monthNames(locale))
  const hint = date === null ? t('dateHint') : t(date < today() ? 'dayPast' : 'dayIs', { day: words.day(date) })
  return (
    <div ref={field} className={styles.dayField}>
      <TextField
        label={label}
        hint={<span aria-live="polite">{hint}</span>}
        error={checked && date === null ? t('dateWrong') : undefined}
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => onTyped(event.target.value)}
      />
      <div aria-live="polite">{date !== null && <DayCheck date={date} onTake={take} />}</div>
    </div>
  )
}

type RoundFieldsProps = {
  /** Of the day's field: which round this is. */
  label: string
  draft: RoundDraft
  onDraft: (draft: RoundDraft) => void
  checked: boolean
}

/** Day, time and length of a round, all typed. */
export function RoundFields({ label, draft, onDraft, checked }: RoundFieldsProps) {
  const { t } = useTranslation('loops')
  const { faults } = readRound(draft, today(), [])
  return (
    <>
      <DayField label={label} typed={draft.day} onTyped={(day) => onDraft({ ...draft, day })} checked={checked} />
      <div className={styles.times}>
        <TextField
          label={t('time')}
          error={checked && faults.includes('time') ? t('timeWrong') : undefined}
          value={draft.time}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => onDraft({ ...draft, time: event.target.value })}
        />
        <TextField
          label={t('length')}
          error={checked && faults.includes('length') ? t('lengthWrong') : undefined}
          value={draft.minutes}
          maxLength={10}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onDraft({ ...draft, minutes: event.target.value })}
        />
      </div>
    </>
  )
}
