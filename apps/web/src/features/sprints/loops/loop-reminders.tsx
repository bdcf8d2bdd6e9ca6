import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../ui/time.tsx'
import { useNow } from '../week/use-sprint-clock.ts'
import styles from './loops.module.css'
import { remindersQuery } from './loops-client.ts'
import { type Reminder, reminderKind, toldNow } from './reminder-words.ts'
import { useLoopWords } from './use-loop-words.ts'

/** The first page's reminders of rounds; nothing where there are none, in the evening, at weekends, and until they are known. */
export function LoopReminders() {
  const { t } = useTranslation('loops')
  const reminders = useQuery(remindersQuery)
  const told = toldNow(reminders.data ?? [], useNow())
  if (told.length === 0) return null
  return (
    <section aria-labelledby="loop-reminders">
      <h2 id="loop-reminders" className={styles.remindersHead}>
        {t('reminders')}
      </h2>
      <ul className={styles.reminders}>
        {told.map((reminder) => (
          <ReminderRow key={reminder.loopId} reminder={reminder} />
        ))}
      </ul>
    </section>
  )
}

function ReminderRow({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation('loops')
  const words = useLoopWords()
  const { loopId, sprintId, sprint, question, date, atMinute, inDays, received } = reminder
  const said = t(`remind_${reminderKind(reminder)}`, {
    count: inDays,
    time: words.time(atMinute),
    day: words.day(date),
  })
  return (
    <li className={styles.reminder}>
      <p className={styles.meta}>
        <Time iso={date}>{said}</Time>
      </p>
      <h3 className={styles.remindQuestion}>
        {received ? (
          <Link to="/sprints/$sprintId/loops/$loopId" params={{ sprintId, loopId }}>
            {question}
          </Link>
        ) : (
          <Link to="/sprints/$sprintId" params={{ sprintId }} hash="loops">
            {question}
          </Link>
        )}
      </h3>
      <p className={styles.meta}>{sprint}</p>
    </li>
  )
}
