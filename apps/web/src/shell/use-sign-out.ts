import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../api-client.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useToast } from '../ui/toast.tsx'

/** Ends the session on the server, then forgets everything that was fetched with it. */
export function useSignOut(): () => void {
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: async () => {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return () => signOut.mutate()
}
