import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthNames } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { readDay } from './read-day.ts'
import { today } from './today.ts'
import styles from './week-chooser.module.css'

/** A week or a day that is typed; taken with Enter, by the button, or on leaving the field. */
export function TypedDay({ onDay }: { onDay: (day: string) => void }) {
  const { t, i18n } = useTranslation('sprints')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const take = () => {
    if (typed.trim() === '') return setWrong(false)
    const day = readDay(typed, today(), monthNames(shownLocale(i18n.language)))
    setWrong(day === null)
    if (day === null) return
    setTyped('')
    onDay(day)
  }
  return (
    <div className={styles.typed}>
      <TextField
        className={styles.typedField}
        label={t('typed')}
        hint={t('typedHint')}
        error={wrong ? t('typedWrong') : undefined}
        value={typed}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      <Button size="lg" onClick={take}>
        {t('typedGo')}
      </Button>
    </div>
  )
}
