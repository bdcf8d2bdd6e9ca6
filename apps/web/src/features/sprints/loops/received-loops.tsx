import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../ui/time.tsx'
import rowStyles from '../sprint-row.module.css'
import { receivedLoopsQuery } from './loops-client.ts'
import styles from './received-loops.module.css'
import { capital, useLoopWords } from './use-loop-words.ts'

/** The learning loops that one received from sprints one is not of; nothing where there are none. */
export function ReceivedLoops() {
  const { t } = useTranslation('received')
  const words = useLoopWords()
  const loops = useQuery(receivedLoopsQuery).data ?? []
  if (loops.length === 0) return null
  return (
    <section aria-labelledby="received-loops" className={styles.received}>
      <h2 id="received-loops">{t('title')}</h2>
      <p className={styles.intro}>{t('intro')}</p>
      <ul className={rowStyles.list}>
        {loops.map(({ id, sprintId, sprint, question, next, isEnded }) => (
          <li key={id} className={rowStyles.row}>
            <div className={rowStyles.words}>
              <h3 className={rowStyles.title}>
                <Link
                  to="/sprints/$sprintId/loops/$loopId"
                  params={{ sprintId, loopId: id }}
                  className={rowStyles.link}
                >
                  {question}
                </Link>
              </h3>
              <p className={rowStyles.meta}>{t('fromSprint', { sprint })}</p>
            </div>
            <p className={rowStyles.standing}>
              {next !== null && <Time iso={next.date}>{capital(words.when(next.date, next.atMinute))}</Time>}
              {next === null && (isEnded ? t('ended') : t('noRound'))}
            </p>
            <ChevronRight size={20} aria-hidden className={rowStyles.chevron} />
          </li>
        ))}
      </ul>
    </section>
  )
}
