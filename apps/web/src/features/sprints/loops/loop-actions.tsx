import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import { CalendarArrowDown, CalendarDays, Ellipsis, Flag, Pencil, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx'
import type { AskAbout } from './loop-dialogs.tsx'
import styles from './loops.module.css'
import { loopsApi } from './loops-client.ts'

type LoopActionsProps = {
  sprintId: string
  loop: LearningLoop
  next: LoopRound | undefined
  onAsk: AskAbout
  mayPlan: boolean
}

/** What the team may do to a learning loop, or its owner: write its round down, and the rest in a menu. */
export function LoopActions({ sprintId, loop, next, onAsk, mayPlan }: LoopActionsProps) {
  const { t } = useTranslation('loops')
  const { id, question, endedAt, into } = loop
  if (endedAt !== null) {
    // Where a later sprint goes on with it, that is where it goes on.
    if (into !== null || !mayPlan) return null
    return (
      <div className={styles.actions}>
        <Button
          size="sm"
          icon={<RotateCcw size={16} aria-hidden />}
          aria-label={t('goOnOf', { question })}
          onClick={() => onAsk({ what: 'goOn', loop })}
        >
          {t('goOn')}
        </Button>
      </div>
    )
  }
  if (next === undefined && !mayPlan) return null
  return (
    <div className={styles.actions}>
      {next !== undefined && (
        <Button aria-label={t('writeRoundOf', { question })} onClick={() => onAsk({ what: 'held', loop, round: next })}>
          {t('writeRound')}
        </Button>
      )}
      <Menu trigger={<IconButton label={t('more', { question })} icon={<Ellipsis size={20} aria-hidden />} />}>
        {next !== undefined && (
          <MenuItem
            icon={<CalendarDays size={20} aria-hidden />}
            onSelect={() => onAsk({ what: 'move', loop, round: next })}
          >
            {t('moveRound')}
          </MenuItem>
        )}
        {mayPlan && (
          <MenuItem icon={<Pencil size={20} aria-hidden />} onSelect={() => onAsk({ what: 'change', loop })}>
            {t('change')}
          </MenuItem>
        )}
        {next !== undefined && (
          <MenuItem asChild>
            <a href={loopsApi.calendar(sprintId, id)} download>
              <CalendarArrowDown size={20} aria-hidden />
              {t('calendar')}
            </a>
          </MenuItem>
        )}
        {mayPlan && <MenuSeparator />}
        {mayPlan && (
          <MenuItem icon={<Flag size={20} aria-hidden />} onSelect={() => onAsk({ what: 'end', loop })}>
            {t('end')}
          </MenuItem>
        )}
      </Menu>
    </div>
  )
}
