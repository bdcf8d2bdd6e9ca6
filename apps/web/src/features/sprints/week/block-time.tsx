import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Time } from '../../../ui/time.tsx'
import styles from './agenda-list.module.css'

/** A minute of the day as the clock on the wall says it. */
export function BlockTime({ minute }: { minute: number }) {
  const { i18n } = useTranslation()
  const two = (number: number) => String(number).padStart(2, '0')
  return (
    <span className={styles.time}>
      <Time iso={`${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`}>
        {minuteWords(minute, shownLocale(i18n.language))}
      </Time>
    </span>
  )
}
