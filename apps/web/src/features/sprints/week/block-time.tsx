import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Time } from '../../../ui/time.tsx'
import styles from './agenda-list.module.css'

const two = (number: number): string => String(number).padStart(2, '0')

/** A minute of the day as machines read it: `08:30`. */
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`

/** A minute of the day as the clock on the wall says it. */
export function BlockTime({ minute }: { minute: number }) {
  const { i18n } = useTranslation()
  return (
    <span className={styles.time}>
      <Time iso={clockOf(minute)}>{minuteWords(minute, shownLocale(i18n.language))}</Time>
    </span>
  )
}
