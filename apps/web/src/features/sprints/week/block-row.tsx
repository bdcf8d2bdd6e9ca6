import type { AgendaBlock } from '@samtavle/shared/agenda'
import { lockBlock, removeBlock, resizeBlock, unlockBlock } from '@samtavle/shared/agenda-edits'
import { ArrowRight, Ellipsis, Lock, LockOpen, PencilLine, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx'
import type { RowKeys } from '../../../ui/sortable-list.tsx'
import { Time } from '../../../ui/time.tsx'
import styles from './agenda-editor.module.css'
import { clockOf } from './block-time.tsx'
import { MinutesField } from './minutes-field.tsx'
import type { AgendaEditing } from './use-agenda-draft.tsx'
import type { OtherDay } from './use-day-names.ts'

type BlockRowProps = {
  block: AgendaBlock
  /** Minutes of the day; null on days without a clock. */
  start: number | null
  end: number | null
  isTooLong: boolean
  others: readonly OtherDay[]
  editing: AgendaEditing
  onOpen: () => void
  onMoveTo: (day: OtherDay) => void
  keys: RowKeys
}

/** A block that can be changed: its time, its words, its length, and a menu with the rest. */
export function BlockRow({ block, start, end, isTooLong, others, editing, onOpen, onMoveTo, keys }: BlockRowProps) {
  const { t, i18n } = useTranslation('week')
  const locale = shownLocale(i18n.language)
  const { id, title, lockedStart } = block
  return (
    <div className={styles.block}>
      {start !== null && end !== null && (
        <span className={styles.time}>
          <Time iso={clockOf(start)}>{`${minuteWords(start, locale)}–${minuteWords(end, locale)}`}</Time>
        </span>
      )}
      <div className={styles.words}>
        <button
          type="button"
          className={styles.title}
          aria-label={t('editNamed', { title })}
          onClick={onOpen}
          {...keys}
        >
          {title}
        </button>
        {lockedStart !== null && (
          <span className={styles.badge}>
            <Lock size={14} aria-hidden />
            {t('locked', { time: minuteWords(lockedStart, locale) })}
          </span>
        )}
        {isTooLong && <span className={styles.badge}>{t('needsBreak')}</span>}
      </div>
      <MinutesField
        title={title}
        minutes={block.minutes}
        onChange={(minutes) =>
          editing.make({
            about: `${title}: ${minutes} ${t('minutesUnit')}`,
            apply: (agenda) => resizeBlock(agenda, id, minutes),
          })
        }
      />
      <Menu
        trigger={
          <IconButton
            size="sm"
            tooltip={false}
            label={t('moreFor', { title })}
            icon={<Ellipsis size={18} aria-hidden />}
          />
        }
      >
        <MenuItem icon={<PencilLine size={20} aria-hidden />} onSelect={onOpen}>
          {t('editBlock')}
        </MenuItem>
        {lockedStart === null && start !== null && (
          <MenuItem
            icon={<Lock size={20} aria-hidden />}
            onSelect={() => {
              const about = t('lockAt', { time: minuteWords(start, locale) })
              editing.make({ about: `${title}: ${about}`, apply: (agenda) => lockBlock(agenda, id, start) })
            }}
          >
            {t('lockAt', { time: minuteWords(start, locale) })}
          </MenuItem>
        )}
        {lockedStart !== null && (
          <MenuItem
            icon={<LockOpen size={20} aria-hidden />}
            onSelect={() =>
              editing.make({ about: `${title}: ${t('unlock')}`, apply: (agenda) => unlockBlock(agenda, id) })
            }
          >
            {t('unlock')}
          </MenuItem>
        )}
        {others.length > 0 && <MenuSeparator />}
        {others.map((other) => (
          <MenuItem key={other.key} icon={<ArrowRight size={20} aria-hidden />} onSelect={() => onMoveTo(other)}>
            {t('moveTo', { day: other.name })}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          danger
          icon={<Trash2 size={20} aria-hidden />}
          onSelect={() => {
            const said = t('removed', { title })
            editing.makeUndoable({ about: said, apply: (agenda) => removeBlock(agenda, id) }, said)
          }}
        >
          {t('remove')}
        </MenuItem>
      </Menu>
    </div>
  )
}
