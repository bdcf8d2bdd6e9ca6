import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { type Toast, useToast } from '../../../ui/toast.tsx'

/**
 * Adds something to the log of a sprint, and shows the log with it.
 * @param send tells the server
 * @param done what is said when it is there; undefined for nothing
 */
export function useLogChange<Given>(
  sprintId: string,
  send: (given: Given) => Promise<unknown>,
  done: (given: Given) => Toast | undefined,
) {
  const queryClient = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: send,
    onSuccess: async (_, given) => {
      await queryClient.invalidateQueries({ queryKey: ['sprints', sprintId] })
      const said = done(given)
      if (said !== undefined) toast.show(said)
    },
  })
}

/** As `useLogChange`, for what has no form to say in that it failed. */
export function useLogPress<Given>(
  sprintId: string,
  send: (given: Given) => Promise<unknown>,
  done: (given: Given) => Toast | undefined,
) {
  const toast = useToast()
  const failureText = useFailureText()
  const change = useLogChange(sprintId, send, done)
  return {
    isPending: change.isPending,
    press: (given: Given) => {
      if (change.isPending) return
      change.mutate(given, { onError: (failure) => toast.show({ tone: 'error', text: failureText(failure) }) })
    },
  }
}
