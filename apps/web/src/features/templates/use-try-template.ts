import type { TemplateSummary } from '@samtavle/shared/api'
import { fitTitle } from '@samtavle/shared/board-title'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useToast } from '../../ui/toast.tsx'

/** A board from the template to try it on, with its examples, which deletes itself; then straight to it. */
export function useTryTemplate(template: TemplateSummary): { start: () => void; busy: boolean } {
  const { t, i18n } = useTranslation('library')
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const locale = shownLocale(i18n.language)
  const create = useMutation({
    mutationFn: () =>
      api.createBoard({
        title: fitTitle(t('tryName', { name: template.name[locale] })),
        templateId: template.id,
        locale,
        examples: true,
        toTry: true,
      }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['boards'] })
      await navigate({ to: '/boards/$boardId', params: { boardId: id } })
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  return { start: () => !create.isPending && create.mutate(), busy: create.isPending }
}
