import type { LoopRound } from '@samtavle/shared/loop-api'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../ui/time.tsx'
import styles from './loops.module.css'
import { useLoopWords } from './use-loop-words.ts'

/** The rounds that were held, the newest first; those before it can be unfolded. */
export function HeldRounds({ rounds }: { rounds: readonly LoopRound[] }) {
  const { t } = useTranslation('loops')
  const [newest, ...earlier] = rounds.toReversed()
  return (
    <div className={styles.held}>
      {newest !== undefined && <HeldRound round={newest} />}
      {earlier.length > 0 && (
        <details>
          <summary className={styles.summary}>
            <ChevronRight size={16} aria-hidden />
            {t('earlier', { count: earlier.length })}
          </summary>
          <ul>
            {earlier.map((round) => (
              <li key={round.number} className={styles.earlier}>
                <HeldRound round={round} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function HeldRound({ round }: { round: LoopRound }) {
  const { t } = useTranslation('loops')
  const words = useLoopWords()
  const { number, date, learned, adjusted } = round
  return (
    <div className={styles.round}>
      <p className={styles.meta}>
        <Time iso={date}>{t('heldOn', { number, day: words.day(date) })}</Time>
      </p>
      <dl className={styles.brought}>
        <dt>{t('learned')}</dt>
        <dd>{learned}</dd>
        {adjusted !== '' && (
          <>
            <dt>{t('adjusted')}</dt>
            <dd>{adjusted}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
