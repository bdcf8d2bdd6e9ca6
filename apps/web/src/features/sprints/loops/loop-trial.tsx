import type { LoopTrial } from '@samtavle/shared/loop-api'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { Time } from '../../../ui/time.tsx'
import styles from './received-loops.module.css'

/** What the trial action behind a learning loop has taught. */
export function LoopTrialSection({ trial }: { trial: LoopTrial }) {
  const { t } = useTranslation(['received', 'trials'])
  const moment = useMoment()
  const { title, hypothesis, status, outcome, learned, lines } = trial
  return (
    <section aria-labelledby="loop-trial" className={styles.trial}>
      <h2 id="loop-trial">{t('trialTitle')}</h2>
      <h3>{title === '' ? t('trials:unnamed') : title}</h3>
      <p className={styles.meta}>
        {t(`trials:status_${status}`)}
        {outcome !== null && ` · ${t(`trials:outcome_${outcome}`)}`}
      </p>
      {hypothesis !== '' && <p className={styles.meta}>{t('hypothesis', { words: hypothesis })}</p>}
      {learned === '' && lines.length === 0 && <p className={styles.meta}>{t('nothingLearned')}</p>}
      {learned !== '' && <p className={styles.learned}>{learned}</p>}
      {lines.length > 0 && (
        <ol className={styles.lines} aria-label={t('trialLines')}>
          {lines.map((line) => (
            <li key={`${line.at} ${line.learned}`}>
              <p className={styles.meta}>
                <Time iso={line.at}>{moment(line.at)}</Time>
              </p>
              <p className={styles.learned}>{line.learned}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
