import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import type { SprintSummary } from '@samtavle/shared/sprint-api'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { sprintsQuery, useMe } from '../../queries.ts'
import { ANSWER_WORDS } from './answer-words.ts'
import { seenAnswers } from './seen-answers.ts'
import styles from './snapshot-row.module.css'
import { snapshotsQuery } from './snapshots-client.ts'

/** Sprints that are asked about, and things that are named; the rest is found on their pages. */
const [SPRINTS, SHOWN] = [4, 4]

/** On the first page: answers that one has not seen, and snapshots that were prepared. Nothing where there are none. */
export function SnapshotsWaiting() {
  const { t } = useTranslation('snapshots')
  const me = useMe()
  const moment = useMoment()
  const sprints = useQuery(sprintsQuery)
  const running = (sprints.data ?? []).filter(({ status }) => status === 'running').slice(0, SPRINTS)
  const lists = useQueries({ queries: running.map(({ id }) => snapshotsQuery({ kind: 'sprint', id })) })
  const seen = seenAnswers(me.id)
  const waiting = running.flatMap((sprint, i) => {
    const list = lists[i]?.data
    return list?.mayMake === true ? waitingOf(list.snapshots, seen).map((snapshot) => ({ sprint, snapshot })) : []
  })
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="snapshots-waiting" className={styles.section}>
      <div className={styles.head}>
        <h2 id="snapshots-waiting">{t('waitingForYou')}</h2>
      </div>
      <ul>
        {waiting.slice(0, SHOWN).map(({ sprint, snapshot }) => (
          <Waiting key={snapshot.id} sprint={sprint} snapshot={snapshot} moment={moment} />
        ))}
      </ul>
    </section>
  )
}

/** Prepared and not looked at, or answered since one looked. */
function waitingOf(snapshots: readonly SnapshotSummary[], seen: Record<string, number>): SnapshotSummary[] {
  return snapshots.filter(({ id, status, prepared, answers }) => {
    return (status === 'draft' && prepared) || (status === 'published' && answers.length > (seen[id] ?? 0))
  })
}

type WaitingProps = { sprint: SprintSummary; snapshot: SnapshotSummary; moment: (iso: string) => string }

function Waiting({ sprint, snapshot, moment }: WaitingProps) {
  const { t } = useTranslation('snapshots')
  const { id, title, number, madeAt, answers } = snapshot
  const last = answers.at(-1)
  return (
    <li className={styles.waiting}>
      <h3 className={styles.title}>
        <Link to="/snapshots/$snapshotId" params={{ snapshotId: id }} className={styles.link}>
          {number === null ? title : t('compareOne', { number, title })}
        </Link>
      </h3>
      <p className={styles.quiet}>
        {[
          last === undefined ? t('waitingDraft') : t('waitingAnswer', { answer: t(ANSWER_WORDS[last.answer]) }),
          sprint.title,
          moment(last?.at ?? madeAt),
        ].join(' · ')}
      </p>
      {last !== undefined && last.words !== '' && <p className={styles.line}>{t('said', { words: last.words })}</p>}
    </li>
  )
}
