import type { TemplateSummary } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import styles from './step-words.module.css'

/** A step as it is read: its title and time, where it has them, and what is done. */
export function StepWords({ step }: { step: TemplateSummary['steps'][number] }) {
  const { t, i18n } = useTranslation('design')
  const locale = shownLocale(i18n.language)
  const { title, minutes } = step
  const name = title?.[locale] ?? ''
  return (
    <span className={styles.step}>
      {(name !== '' || minutes !== undefined) && (
        <span className={styles.head}>
          <strong>{name}</strong>
          {minutes !== undefined && <span className={styles.minutes}>{t('minutes', { count: minutes })}</span>}
        </span>
      )}
      {step[locale] !== '' && <span>{step[locale]}</span>}
    </span>
  )
}
