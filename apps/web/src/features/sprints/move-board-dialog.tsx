import type { Sprint, SprintBoard } from '@samtavle/shared/sprint-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { Select } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useDayOptions } from './use-day-options.ts'
import { useSprintChange } from './use-sprint-change.ts'

type MoveBoardDialogProps = { sprint: Sprint; board: SprintBoard; onClose: () => void }

/** Under which day of the sprint a board lies. */
export function MoveBoardDialog({ sprint, board, onClose }: MoveBoardDialogProps) {
  const { t } = useTranslation('sprints')
  const { run, busy } = useSprintChange()
  const days = useDayOptions(sprint)
  const [day, setDay] = useState(board.day)
  const move = (to: string) => api.arrangeSprintBoard(sprint.id, board.id, { day: to })
  const submit = () => {
    if (day === board.day) return onClose()
    run({
      doing: () => move(day),
      text: t('moved', { title: board.title, day: days.find(({ value }) => value === day)?.label ?? '' }),
      undo: () => move(board.day),
      after: onClose,
    })
  }
  return (
    <FormDialog
      title={t('moveTitle', { title: board.title })}
      size="sm"
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('move')}
      busy={busy}
    >
      <Select label={t('day')} value={day} onChange={setDay} options={days} />
    </FormDialog>
  )
}
