import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { shownCollisions } from '../collision-words.ts'
import styles from './loops.module.css'
import { dayQuery } from './loops-client.ts'
import { capital, useLoopWords } from './use-loop-words.ts'

type DayCheckProps = { date: string; onTake: (date: string) => void }

/** What a day collides with, in plain words, and one button for the next day on which people work. Nothing for most. */
export function DayCheck({ date, onTake }: DayCheckProps) {
  const { t, i18n } = useTranslation(['loops', 'sprints'])
  const words = useLoopWords()
  const locale = shownLocale(i18n.language)
  const day = useQuery(dayQuery(date))
  if (day.isError) return <p className={styles.note}>{t('dayUnknown')}</p>
  if (day.data === undefined) return null
  const { weekend, nextWorkday } = day.data
  const shown = shownCollisions(day.data.collisions, locale)
  if (!weekend && shown.length === 0) return null
  return (
    <Notice tone={nextWorkday === null ? 'info' : 'attention'}>
      <div className={styles.collisions}>
        <p className={styles.strong}>{nextWorkday === null ? t('worthKnowing') : t('nobodyWorks')}</p>
        <ul>
          {weekend && <li>{t('weekend', { day: capital(words.day(date)) })}</li>}
          {shown.map(({ date: on, kind, country, elsewhere, name }) => {
            const own = name[locale]
            const where = elsewhere
              ? t('sprints:inCountry', { name: own, country: t(`sprints:country_${country}`) })
              : own
            return (
              <li key={`${kind} ${country}`}>{t(`sprints:collision_${kind}`, { name: where, day: words.day(on) })}</li>
            )
          })}
        </ul>
        {nextWorkday !== null && (
          <>
            <p>{t('keepAnyway')}</p>
            <Button size="sm" onClick={() => onTake(nextWorkday)}>
              {t('takeDay', { day: words.day(nextWorkday) })}
            </Button>
          </>
        )}
      </div>
    </Notice>
  )
}
