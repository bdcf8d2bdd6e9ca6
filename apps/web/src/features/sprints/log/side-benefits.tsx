import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import styles from './decisions.module.css'
import { emptyLine, type LineDraft } from './line-draft.ts'
import { latestOf, threadsOf } from './log-threads.ts'
import { WriterWords } from './writer-words.tsx'

/** What turned out well without having been planned; to be added also when the sprint is long over. */
export function SideBenefits({ log, onWrite }: { log: SprintLog; onWrite: (draft: LineDraft) => void }) {
  const { t } = useTranslation('log')
  const heading = useId()
  const benefits = threadsOf(log.lines)
    .map(latestOf)
    .filter(({ type }) => type === 'side-benefit')
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading} className={styles.heading}>
        {t('benefits')}
      </h2>
      {benefits.length === 0 && <p className={styles.nothing}>{t('noBenefits')}</p>}
      <ul>
        {benefits.toReversed().map((line) => (
          <li key={line.number} className={styles.decision}>
            <p className={styles.outcome}>{line.to}</p>
            {line.why !== '' && <p className={styles.reason}>{line.why}</p>}
            <p className={styles.meta}>
              <WriterWords written={line} />
            </p>
          </li>
        ))}
      </ul>
      {log.may.addSideBenefit && (
        <Button className={styles.add} onClick={() => onWrite(emptyLine('side-benefit', true))}>
          {t('addBenefit')}
        </Button>
      )}
    </section>
  )
}
