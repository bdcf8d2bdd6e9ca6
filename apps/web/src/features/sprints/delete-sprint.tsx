import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { sprintQuery } from '../../queries.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { useSprintChange } from './use-sprint-change.ts'

/** Deletes a sprint that is still being prepared; it cannot be taken back, so this asks first. */
export function DeleteSprint({ sprint, onClose }: { sprint: Sprint; onClose: () => void }) {
  const { t } = useTranslation(['sprints', 'common'])
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { run } = useSprintChange()
  const { id, title } = sprint
  const remove = () =>
    run({
      doing: () => api.deleteSprint(id),
      text: t('deleted', { title }),
      after: () =>
        void navigate({ to: '/sprints' }).then(() =>
          queryClient.removeQueries({ queryKey: sprintQuery(id).queryKey, exact: true }),
        ),
    })
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle')}
      confirmLabel={t('delete')}
      cancelLabel={t('common:cancel')}
      danger
      onConfirm={remove}
    >
      {t('deleteText')}
    </AlertDialog>
  )
}
