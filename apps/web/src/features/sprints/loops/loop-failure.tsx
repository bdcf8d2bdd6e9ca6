import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { useLoopChange } from './use-loop-change.ts'

type LoopFailureProps = {
  change: Pick<ReturnType<typeof useLoopChange>, 'failure' | 'isConflict'>
  /** What is said when somebody else was quicker. */
  conflict: string
}

/** Why a dialog about a learning loop was not taken. */
export function LoopFailure({ change, conflict }: LoopFailureProps) {
  const failureText = useFailureText()
  if (change.failure === null) return null
  return <Notice tone="error">{change.isConflict ? conflict : failureText(change.failure)}</Notice>
}
