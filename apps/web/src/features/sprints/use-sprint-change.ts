import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useToast } from '../../ui/toast.tsx'

type Doing = () => Promise<unknown>
/** What to do, what to say then, and what does the opposite. Taking something back is not said. */
export type SprintChange = { doing: Doing; text?: string; undo?: Doing; after?: () => void }

/** A change of a sprint that is done at once: it says what happened, and how to take it back where that is possible. */
export function useSprintChange() {
  const { t } = useTranslation('common')
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['sprints'] }),
      // Who sees which board follows from the sprint.
      queryClient.invalidateQueries({ queryKey: ['boards'] }),
    ])
  const change = useMutation({
    mutationFn: ({ doing }: SprintChange) => doing(),
    onSuccess: (_, { text, undo, after }) => {
      if (text !== undefined) {
        const action = undo === undefined ? {} : { action: { label: t('undo'), onSelect: () => run({ doing: undo }) } }
        toast.show({ text, ...action })
      }
      after?.()
      return refresh()
    },
    onError: (failure) => {
      toast.show({ text: failureText(failure), tone: 'error' })
      return refresh()
    },
  })
  const run = (wanted: SprintChange) => change.mutate(wanted)
  return { run, busy: change.isPending }
}
