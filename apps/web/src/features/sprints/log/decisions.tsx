import type { Decision, SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { Button } from '../../../ui/button.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import styles from './decisions.module.css'
import { latestOf, type Thread, threadsOf } from './log-threads.ts'
import { WriterWords } from './writer-words.tsx'

/** Decisions and decisions at gates, the newest first. However one ends, it is shown in the same way. */
export function Decisions({ sprintId, log }: { sprintId: string; log: SprintLog }) {
  const { t } = useTranslation('log')
  const heading = useId()
  const [writing, setWriting] = useState<{ corrects: Decision | null } | null>(null)
  const threads = threadsOf(log.decisions).toReversed()
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading} className={styles.heading}>
        {t('decisions')}
      </h2>
      {threads.length === 0 && <p className={styles.nothing}>{t('noDecisions')}</p>}
      <ul>
        {threads.map((thread) => (
          <DecisionThread
            key={thread.first.number}
            thread={thread}
            {...(log.may.decide ? { onCorrect: () => setWriting({ corrects: latestOf(thread) }) } : {})}
          />
        ))}
      </ul>
      {log.may.decide && (
        <Button className={styles.add} onClick={() => setWriting({ corrects: null })}>
          {t('addDecision')}
        </Button>
      )}
      {writing !== null && (
        <DecisionDialog sprintId={sprintId} corrects={writing.corrects} onClose={() => setWriting(null)} />
      )}
    </section>
  )
}

function DecisionThread({ thread, onCorrect }: { thread: Thread<Decision>; onCorrect?: () => void }) {
  const { t } = useTranslation('log')
  const { first, corrections } = thread
  return (
    <li className={styles.decision}>
      <DecisionWords decision={first} />
      {corrections.map((decision) => (
        <div key={decision.number} className={styles.correction}>
          <strong>{t('correction')}</strong>
          <DecisionWords decision={decision} />
        </div>
      ))}
      {onCorrect !== undefined && (
        <Button
          size="sm"
          variant="quiet"
          className={styles.correct}
          aria-label={t('correctDecision', { number: first.number })}
          onClick={onCorrect}
        >
          {t('correct')}
        </Button>
      )}
    </li>
  )
}

function DecisionWords({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['log', 'common'])
  const moment = useMoment()
  return (
    <>
      <p className={styles.kind}>
        {decision.kind === 'gate' ? t('gate') : t('decision')}
        {decision.phase !== null && decision.phase !== 'foundation' && ` · ${t(`common:phase_${decision.phase}`)}`}
      </p>
      {decision.outcome !== null && <p className={styles.outcome}>{t(`outcome_${decision.outcome}`)}</p>}
      <p className={decision.outcome === null ? styles.outcome : styles.words}>{decision.words}</p>
      {decision.conditions !== '' && (
        <p className={styles.words}>
          {t('conditions')}: {decision.conditions}
        </p>
      )}
      {decision.reason !== '' && <p className={styles.reason}>{decision.reason}</p>}
      <p className={styles.meta}>{t('decidedWhen', { who: decision.decidedBy, when: moment(decision.decidedAt) })}</p>
      <p className={styles.meta}>
        <WriterWords written={decision} />
      </p>
    </>
  )
}
