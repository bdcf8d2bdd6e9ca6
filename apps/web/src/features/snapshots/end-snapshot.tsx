import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { AskingButton } from '../../ui/asking-button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SNAPSHOTS_KEY, snapshotApi } from './snapshots-client.ts'

/** What can be done once with what is published, and not undone. */
export const ENDINGS = ['final', 'withdraw'] as const
const WORDS = {
  final: { button: 'markFinal', title: 'finalTitle', text: 'finalText', done: 'finalNow' },
  withdraw: { button: 'withdraw', title: 'withdrawTitle', text: 'withdrawText', done: 'withdrawnNow' },
} as const

type EndSnapshotProps = { ending: (typeof ENDINGS)[number]; snapshot: SnapshotSummary }

/** Marks a snapshot as final or withdraws it, after a question. */
export function EndSnapshot({ ending, snapshot: { id, number } }: EndSnapshotProps) {
  const { t } = useTranslation('snapshots')
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const words = WORDS[ending]
  const end = useMutation({
    mutationFn: () => (ending === 'final' ? snapshotApi.markFinal(id) : snapshotApi.withdraw(id)),
    onSuccess: () => toast.show({ text: t(words.done) }),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: SNAPSHOTS_KEY }),
  })
  return (
    <AskingButton
      variant={ending === 'withdraw' ? 'danger' : 'outline'}
      busy={end.isPending}
      label={t(words.button)}
      title={t(words.title, { number: number ?? '' })}
      danger={ending === 'withdraw'}
      onConfirm={() => end.mutate()}
    >
      {t(words.text)}
    </AskingButton>
  )
}
