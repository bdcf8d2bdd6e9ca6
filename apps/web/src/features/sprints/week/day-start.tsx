import type { AgendaDay } from '@samtavle/shared/agenda'
import { startDay } from '@samtavle/shared/agenda-edits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { TextField } from '../../../ui/field.tsx'
import styles from './agenda-editor.module.css'
import { typedMinute } from './typed-time.ts'
import type { AgendaEditing } from './use-agenda-draft.tsx'

/** The time at which the first block of a day begins. */
export function DayStart({ day, editing }: { day: AgendaDay; editing: AgendaEditing }) {
  const { t, i18n } = useTranslation('week')
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const keep = () => {
    if (typed === null) return
    const minute = typedMinute(typed)
    setWrong(minute === null)
    if (minute === null) return
    setTyped(null)
    if (minute === day.startsAt) return
    editing.make({ about: t('dayStarts'), apply: (agenda) => startDay(agenda, day.key, minute) })
  }
  return (
    <TextField
      className={styles.start}
      size="md"
      label={t('dayStarts')}
      inputMode="decimal"
      value={typed ?? minuteWords(day.startsAt, shownLocale(i18n.language))}
      error={isWrong ? t('timeWrong') : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}
