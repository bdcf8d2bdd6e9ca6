import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { usedDots } from './ballot.ts'
import type { BallotBox, BallotView } from './ballot-box.ts'

export function useBallot(box: BallotBox): BallotView {
  return useSyncExternalStore(box.subscribe, () => box.view)
}

/** »2 af 3 prikker brugt«. */
export function useUsedWords({ dots, most }: BallotView): string {
  const { t } = useTranslation('vote')
  return t('used', { used: usedDots(dots), count: most })
}
