import { addDays, daysBetween } from '@samtavle/shared/iso-dates'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { programmeStartQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useLate } from '../../ui/use-late.ts'
import { type ShownCollision, shownCollisions } from './collision-words.ts'
import { useDayWords } from './use-day-words.ts'
import styles from './week-chooser.module.css'

type StartCheckProps = {
  programme: { id: string; startsOnMonday: boolean }
  date: string
  onTake: (date: string) => void
}

/** What a start collides with, in plain words, and one button for the next start that collides with nothing. */
export function StartCheck({ programme, date, onTake }: StartCheckProps) {
  const { t, i18n } = useTranslation('sprints')
  const words = useDayWords()
  const start = useQuery(programmeStartQuery(programme.id, date))
  const late = useLate(start.isPending)
  if (start.isError) return <Notice tone="attention">{t('startFailed')}</Notice>
  if (start.data === undefined) return <p className={styles.verdict}>{late && t('checking')}</p>
  const { collisions, nextClean } = start.data
  const shown = shownCollisions(collisions, shownLocale(i18n.language))
  const nobodyWorks = shown.some(({ kind, elsewhere }) => kind === 'holiday' && !elsewhere)
  if (shown.length === 0)
    return (
      <p className={styles.verdict}>
        <CircleCheck size={18} aria-hidden /> {t('clean')}
      </p>
    )
  const lasts = daysBetween(start.data.date, start.data.until)
  return (
    <Notice tone={nobodyWorks ? 'attention' : 'info'}>
      <div className={styles.collisions}>
        <p className={styles.lead}>{nobodyWorks ? t('collides') : t('quietOnly')}</p>
        <ul className={styles.reasons}>
          {shown.map((one) => (
            <li key={`${one.date} ${one.kind} ${one.country}`}>
              <CollisionWords collision={one} />
            </li>
          ))}
        </ul>
        {nobodyWorks && <p>{t('keepAnyway')}</p>}
        {nextClean !== null && (
          <Button size="sm" onClick={() => onTake(nextClean.date)}>
            {programme.startsOnMonday
              ? t('takeWeek', {
                  week: nextClean.week,
                  days: words.span(nextClean.date, addDays(nextClean.date, lasts)),
                })
              : t('takeDay', { day: words.day(nextClean.date) })}
          </Button>
        )}
      </div>
    </Notice>
  )
}

function CollisionWords({ collision }: { collision: ShownCollision }) {
  const { t, i18n } = useTranslation('sprints')
  const words = useDayWords()
  const own = collision.name[shownLocale(i18n.language)]
  const name = collision.elsewhere ? t('inCountry', { name: own, country: t(`country_${collision.country}`) }) : own
  return <>{t(`collision_${collision.kind}`, { name, day: words.day(collision.date) })}</>
}
