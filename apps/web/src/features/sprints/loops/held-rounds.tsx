import type { LoopRound } from '@samtavle/shared/loop-api'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../ui/time.tsx'
import styles from './loops.module.css'
import { useLoopWords } from './use-loop-words.ts'

/** The rounds that were held, the newest first: that one is open, and all can be unfolded. */
export function HeldRounds({ rounds }: { rounds: readonly LoopRound[] }) {
  const { t } = useTranslation('loops')
  const newestFirst = rounds.toReversed()
  return (
    <details className={styles.held} open={rounds.length === 1}>
      <summary className={styles.summary}>
        <ChevronRight size={16} aria-hidden />
        {t('rounds', { count: rounds.length })}
      </summary>
      <ol className={styles.rounds} reversed>
        {newestFirst.map((round) => (
          <HeldRound key={round.number} round={round} />
        ))}
      </ol>
    </details>
  )
}

function HeldRound({ round }: { round: LoopRound }) {
  const { t } = useTranslation('loops')
  const words = useLoopWords()
  const { number, date, learned, adjusted } = round
  return (
    <li className={styles.round}>
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
    </li>
  )
}
