import type { BoardSummary } from '@samtavle/shared/api'
import { fitTitle } from '@samtavle/shared/board-title'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useToast } from '../../ui/toast.tsx'

type Doing = () => Promise<unknown>
/** What to do, what to say then, and what does the opposite. Taking something back is not said. */
type Change = { doing: Doing; text?: string; undo?: Doing }

/**
 * What can be done to a board in a list. Everything that can be taken back is done at once and says so with an
 * *undo*; nothing asks first.
 */
export function useBoardActions() {
  const { t } = useTranslation(['boards', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['boards'] })
  // All of it in the mutation's own callbacks: those given to `mutate` are lost with the row, which the change removes.
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
  const act = (doing: Doing, text: string, undo?: Doing) =>
    change.mutate({ doing, text, ...(undo === undefined ? {} : { undo }) })
  return {
    archive: ({ id, title }: BoardSummary) =>
      act(
        () => api.updateBoard(id, { archived: true }),
        t('archived', { title }),
        () => api.updateBoard(id, { archived: false }),
      ),
    unarchive: ({ id, title }: BoardSummary) =>
      act(
        () => api.updateBoard(id, { archived: false }),
        t('unarchived', { title }),
        () => api.updateBoard(id, { archived: true }),
      ),
    delete: ({ id, title }: BoardSummary) =>
      act(
        () => api.deleteBoard(id),
        t('deleted', { title }),
        () => api.restoreBoard(id),
      ),
    restore: ({ id, title }: BoardSummary) => act(() => api.restoreBoard(id), t('restored', { title })),
    duplicate: ({ id, title }: BoardSummary) => {
      const copy = fitTitle(t('copyOf', { title }))
      act(() => api.duplicateBoard(id, copy), t('duplicated', { title: copy }))
    },
  }
}
