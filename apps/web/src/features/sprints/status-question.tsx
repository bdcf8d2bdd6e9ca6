import type { Sprint } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import type { StatusChange } from './status-changes.ts'
import { useSprintChange } from './use-sprint-change.ts'

type StatusQuestionProps = { sprint: Sprint; change: StatusChange; onClose: () => void }

/** Says what a change of status does to everybody in the sprint before it is done; then how to take it back. */
export function StatusQuestion({ sprint, change, onClose }: StatusQuestionProps) {
  const { t } = useTranslation(['sprints', 'common'])
  const { run } = useSprintChange()
  const { id, title, status } = sprint
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`ask_${change.label}`)}
      confirmLabel={t(change.label)}
      cancelLabel={t('common:cancel')}
      onConfirm={() =>
        run({
          doing: () => api.putSprintStatus(id, { status: change.to }),
          text: t(`now_${change.to}`, { title }),
          undo: () => api.putSprintStatus(id, { status }),
        })
      }
    >
      {t(`effect_${change.label}`)}
    </AlertDialog>
  )
}
