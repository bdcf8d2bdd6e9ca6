import type { Sprint } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { AgendaDifference } from './agenda-differences.ts'
import styles from './agenda-editor.module.css'
import type { AgendaEditing } from './use-agenda-draft.tsx'
import { namedDay, useDayNames } from './use-day-names.ts'

/** Says what somebody else saved while one was changing the plan, and lets one's own changes be put on top of it. */
export function OtherPlan({ sprint, editing }: { sprint: Sprint; editing: AgendaEditing }) {
  const { t, i18n } = useTranslation('week')
  const locale = shownLocale(i18n.language)
  const { days } = sprint.agenda
  const names = useDayNames(days)
  const dayOf = (key: string) => {
    return namedDay(names[days.findIndex((day) => day.key === key)])
  }
  const words = (difference: AgendaDifference) =>
    difference.kind === 'start'
      ? t('diff_start', { day: dayOf(difference.day), time: minuteWords(difference.startsAt, locale) })
      : t(`diff_${difference.kind}`, { title: difference.title, day: dayOf(difference.day) })
  return (
    <div role="status">
      {editing.theirs !== null && (
        <div className={styles.other}>
          <Notice tone="info">
            <p className={styles.otherTitle}>{t('conflictTitle')}</p>
            <ul className={styles.differences}>
              {editing.theirs.map((difference, i) => (
                <li key={i}>{words(difference)}</li>
              ))}
              {editing.theirs.length === 0 && <li>{t('conflictSame')}</li>}
            </ul>
            <p>{t('conflictText')}</p>
            <div className={styles.otherButtons}>
              <Button size="sm" onClick={editing.putOnTop}>
                {t('applyMine')}
              </Button>
              <Button size="sm" variant="quiet" onClick={editing.takeTheirs}>
                {t('useTheirs')}
              </Button>
            </div>
          </Notice>
        </div>
      )}
      {editing.notApplied.length > 0 && (
        <div className={styles.other}>
          <Notice tone="info">
            {editing.notApplied.map((line) => (
              <p key={line}>{t('notApplied', { words: line })}</p>
            ))}
          </Notice>
        </div>
      )}
    </div>
  )
}
