import type { Sprint } from '@samtavle/shared/sprint-api'
import {
  Archive,
  Copy,
  Ellipsis,
  Flag,
  FolderArchive,
  Play,
  Plus,
  RotateCcw,
  Settings,
  Trash2,
  Users,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { DeleteSprint } from './delete-sprint.tsx'
import { DuplicateSprintDialog } from './duplicate-sprint-dialog.tsx'
import { NewSprintBoardDialog } from './new-sprint-board-dialog.tsx'
import { SprintSettingsDialog } from './sprint-settings-dialog.tsx'
import { STATUS_CHANGES, type StatusChange } from './status-changes.ts'
import { StatusQuestion } from './status-question.tsx'
import { TeamDialog } from './team-dialog.tsx'

type Open = 'team' | 'settings' | 'board' | 'duplicate' | 'delete' | StatusChange | null

const STATUS_ICONS: Record<StatusChange['label'], ReactNode> = {
  to_running: <Play size={20} aria-hidden />,
  to_finished: <Flag size={20} aria-hidden />,
  to_archived: <Archive size={20} aria-hidden />,
  back_preparation: <RotateCcw size={20} aria-hidden />,
  back_running: <RotateCcw size={20} aria-hidden />,
  back_finished: <RotateCcw size={20} aria-hidden />,
}

type SprintMenuProps = {
  sprint: Sprint
  /** Left out for those who file nothing. */
  onFile: (() => void) | undefined
  className?: string
}

/** What one may do to a sprint; what one may not is not in it. It stands on petrol. */
export function SprintMenu({ sprint, onFile, className }: SprintMenuProps) {
  const { t } = useTranslation(['sprints', 'filing'])
  const [open, setOpen] = useState<Open>(null)
  const { may } = sprint
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="hero-outline"
            aria-label={t('menuFor', { title: sprint.title })}
            icon={<Ellipsis size={20} aria-hidden />}
            {...(className === undefined ? {} : { className })}
          >
            {t('menu')}
          </Button>
        }
      >
        <MenuItem icon={<Users size={20} aria-hidden />} onSelect={() => setOpen('team')}>
          {t('menuTeam')}
        </MenuItem>
        {may.change && (
          <MenuItem icon={<Settings size={20} aria-hidden />} onSelect={() => setOpen('settings')}>
            {t('menuSettings')}
          </MenuItem>
        )}
        {may.addBoard && (
          <MenuItem icon={<Plus size={20} aria-hidden />} onSelect={() => setOpen('board')}>
            {t('menuNewBoard')}
          </MenuItem>
        )}
        {may.duplicate && (
          <MenuItem icon={<Copy size={20} aria-hidden />} onSelect={() => setOpen('duplicate')}>
            {t('menuDuplicate')}
          </MenuItem>
        )}
        {onFile !== undefined && (
          <MenuItem icon={<FolderArchive size={20} aria-hidden />} onSelect={onFile}>
            {t('filing:menu')}
          </MenuItem>
        )}
        {may.setStatus && <MenuSeparator />}
        {may.setStatus &&
          STATUS_CHANGES[sprint.status].map((change) => (
            <MenuItem key={change.label} icon={STATUS_ICONS[change.label]} onSelect={() => setOpen(change)}>
              {t(change.label)} …
            </MenuItem>
          ))}
        {may.delete && (
          <MenuItem danger icon={<Trash2 size={20} aria-hidden />} onSelect={() => setOpen('delete')}>
            {t('menuDelete')}
          </MenuItem>
        )}
      </Menu>
      {open === 'team' && <TeamDialog sprintId={sprint.id} onClose={close} />}
      {open === 'settings' && <SprintSettingsDialog sprint={sprint} onClose={close} />}
      {open === 'board' && <NewSprintBoardDialog sprint={sprint} onClose={close} />}
      {open === 'duplicate' && <DuplicateSprintDialog sprint={sprint} onClose={close} />}
      {open === 'delete' && <DeleteSprint sprint={sprint} onClose={close} />}
      {open !== null && typeof open === 'object' && <StatusQuestion sprint={sprint} change={open} onClose={close} />}
    </>
  )
}
