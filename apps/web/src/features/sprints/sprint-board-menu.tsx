import { SENSITIVITIES, type Sensitivity } from '@samtavle/shared/access'
import type { Sprint, SprintBoard } from '@samtavle/shared/sprint-api'
import { CalendarDays, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { MoveBoardDialog } from './move-board-dialog.tsx'
import { useSprintChange } from './use-sprint-change.ts'

const SAID = { open: 'nowOpen', restricted: 'nowRestricted', locked: 'nowLocked' } as const

type SprintBoardMenuProps = { sprint: Sprint; board: SprintBoard }

/** For facilitators: who sees a board of their sprint, and the day it lies under. Nothing for all others. */
export function SprintBoardMenu({ sprint, board }: SprintBoardMenuProps) {
  const { t } = useTranslation('sprints')
  const { run } = useSprintChange()
  const [moving, setMoving] = useState(false)
  if (!sprint.may.arrangeBoards) return null
  const { title, sensitivity } = board
  const arrange = (to: Sensitivity) => api.arrangeSprintBoard(sprint.id, board.id, { sensitivity: to })
  return (
    <>
      <Menu trigger={<IconButton label={t('boardMenuFor', { title })} icon={<Ellipsis size={20} aria-hidden />} />}>
        <MenuChoice
          label={t('sensitivity')}
          value={sensitivity}
          onChange={(to) =>
            run({ doing: () => arrange(to), text: t(SAID[to], { title }), undo: () => arrange(sensitivity) })
          }
          options={SENSITIVITIES.map((value) => ({ value, label: t(`sensitivity_${value}`) }))}
        />
        <MenuSeparator />
        <MenuItem icon={<CalendarDays size={20} aria-hidden />} onSelect={() => setMoving(true)}>
          {t('moveBoard')}
        </MenuItem>
      </Menu>
      {moving && <MoveBoardDialog sprint={sprint} board={board} onClose={() => setMoving(false)} />}
    </>
  )
}
