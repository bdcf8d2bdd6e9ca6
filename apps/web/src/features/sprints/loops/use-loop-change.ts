import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api-client.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { useToast } from '../../../ui/toast.tsx'

type LoopChangeSaid = {
  doing: () => Promise<unknown>
  /** Said when it is done, with what takes it back where that is possible. */
  text: string
  undo?: () => Promise<unknown>
  after: () => void
}

/** A change of learning loops from a dialog: shows them with it, says it, and how to take it back. */
export function useLoopChange(sprintId: string) {
  const { t } = useTranslation('common')
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['sprints', sprintId, 'loops'] }),
      queryClient.invalidateQueries({ queryKey: ['reminders'] }),
      queryClient.invalidateQueries({ queryKey: ['received-loops'] }),
    ])
  const takeBack = (undo: () => Promise<unknown>) => () =>
    void undo()
      .catch((failure: unknown) => toast.show({ tone: 'error', text: failureText(failure) }))
      .then(refresh)
  const change = useMutation({
    mutationFn: ({ doing }: LoopChangeSaid) => doing(),
    onSuccess: async (_, { text, undo, after }) => {
      await refresh()
      after()
      const action = undo && { label: t('undo'), onSelect: takeBack(undo) }
      toast.show({ text, ...(action && { action }) })
    },
    // Somebody else may have changed it: what they see behind the dialog is how it is now.
    onError: refresh,
  })
  return {
    run: (wanted: LoopChangeSaid) => {
      if (!change.isPending) change.mutate(wanted)
    },
    busy: change.isPending,
    failure: change.error,
    isConflict:
      change.error instanceof ApiError && (change.error.code === 'conflict' || change.error.code === 'not_found'),
  }
}
