import type { MemberRole } from '@samtavle/shared/access'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { membersQuery } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'

type Colleague = { userId: string; name: string }

type Doing = () => Promise<unknown>
/** What to do, what to say then, and what does the opposite. */
type Change = { doing: Doing; text?: string; undo?: Doing }

/** Adding, changing and removing colleagues of one board; each says what happened, removing can be undone. */
export function useMemberChanges(boardId: string) {
  const { t } = useTranslation(['sharing', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: membersQuery(boardId).queryKey })
  const change = useMutation({
    mutationFn: ({ doing }: Change) => doing(),
    onSuccess: (_, { text, undo }) => {
      if (text !== undefined) {
        const action =
          undo === undefined
            ? {}
            : { action: { label: t('common:undo'), onSelect: () => change.mutate({ doing: undo }) } }
        toast.show({ text, ...action })
      }
      return refresh()
    },
    onError: (failure) => {
      toast.show({ text: failureText(failure), tone: 'error' })
      return refresh()
    },
  })
  const put = ({ userId }: Colleague, role: MemberRole) => api.putMember(boardId, { userId, role })
  return {
    add: (person: Colleague, role: MemberRole) =>
      change.mutate({ doing: () => put(person, role), text: t('added', { name: person.name }) }),
    setRole: (person: Colleague, role: MemberRole) =>
      change.mutate({
        doing: () => put(person, role),
        text: t(`changed_${role}`, { name: person.name }),
      }),
    remove: (person: Colleague, role: MemberRole) =>
      change.mutate({
        doing: () => api.removeMember(boardId, person.userId),
        text: t('removed', { name: person.name }),
        undo: () => put(person, role),
      }),
  }
}
