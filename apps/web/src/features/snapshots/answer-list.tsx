import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { ANSWER_WORDS } from './answer-words.ts'
import styles from './snapshot-row.module.css'

/** What managers answered, the newest first; all four in the same colours: no answer is the right one. */
export function AnswerList({ answers }: Pick<SnapshotSummary, 'answers'>) {
  const { t } = useTranslation('snapshots')
  const moment = useMoment()
  return (
    <ul className={styles.answers} aria-label={t('answers')}>
      {[...answers].reverse().map(({ answer, words, at }) => (
        <li key={`${at} ${answer}`} className={styles.answer}>
          <span className={styles.given}>{t(ANSWER_WORDS[answer])}</span>{' '}
          <span className={styles.quiet}>{t('answerWhen', { when: moment(at) })}</span>
          {words !== '' && <p className={styles.line}>{t('said', { words })}</p>}
        </li>
      ))}
    </ul>
  )
}
