import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { CalendarArrowDown, CalendarDays, Ellipsis, Flag, Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx'
import { EndLoopDialog } from './end-loop-dialog.tsx'
import { GoOnDialog } from './go-on-dialog.tsx'
import { HeldDialog } from './held-dialog.tsx'
import { LoopDialog } from './loop-dialog.tsx'
import styles from './loops.module.css'
import { loopsApi } from './loops-client.ts'
import { MoveRoundDialog } from './move-round-dialog.tsx'

type Open = 'held' | 'move' | 'change' | 'end' | 'goOn' | null
type LoopActionsProps = { sprint: Sprint; loop: LearningLoop; next: LoopRound | undefined }

/** What the team may do to a learning loop: write its round down, and the rest in a menu. */
export function LoopActions({ sprint, loop, next }: LoopActionsProps) {
  const { t } = useTranslation('loops')
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { id, question, endedAt, into } = loop
  const of = { sprintId: sprint.id, loop, onClose: close }
  if (endedAt !== null) {
    // Where a later sprint goes on with it, that is where it goes on.
    if (into !== null) return null
    return (
      <div className={styles.actions}>
        <Button
          size="sm"
          icon={<RotateCcw size={16} aria-hidden />}
          aria-label={t('goOnOf', { question })}
          onClick={() => setOpen('goOn')}
        >
          {t('goOn')}
        </Button>
        {open === 'goOn' && <GoOnDialog {...of} />}
      </div>
    )
  }
  return (
    <div className={styles.actions}>
      {next !== undefined && (
        <Button aria-label={t('writeRoundOf', { question })} onClick={() => setOpen('held')}>
          {t('writeRound')}
        </Button>
      )}
      <Menu trigger={<IconButton label={t('more', { question })} icon={<Ellipsis size={20} aria-hidden />} />}>
        {next !== undefined && (
          <MenuItem icon={<CalendarDays size={20} aria-hidden />} onSelect={() => setOpen('move')}>
            {t('moveRound')}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil size={20} aria-hidden />} onSelect={() => setOpen('change')}>
          {t('change')}
        </MenuItem>
        {next !== undefined && (
          <MenuItem asChild>
            <a href={loopsApi.calendar(sprint.id, id)} download>
              <CalendarArrowDown size={20} aria-hidden />
              {t('calendar')}
            </a>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Flag size={20} aria-hidden />} onSelect={() => setOpen('end')}>
          {t('end')}
        </MenuItem>
      </Menu>
      {open === 'held' && next !== undefined && <HeldDialog {...of} round={next} />}
      {open === 'move' && next !== undefined && <MoveRoundDialog {...of} round={next} />}
      {open === 'change' && <LoopDialog sprint={sprint} loop={loop} onClose={close} />}
      {open === 'end' && <EndLoopDialog {...of} />}
    </div>
  )
}
