import type { BoardSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import {
  Archive,
  ArchiveRestore,
  Copy,
  Ellipsis,
  PencilLine,
  RotateCcw,
  SquareArrowOutUpRight,
  Trash2,
  Users,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBoardRights } from '../../board-rights.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useBoardActions } from './use-board-actions.ts'

type BoardMenuProps = { board: BoardSummary; onRename: () => void; onShare: () => void }

/** What one may do to a board of the list; what one may not is not in it. */
export function BoardMenu({ board, onRename, onShare }: BoardMenuProps) {
  const { t } = useTranslation('boards')
  const actions = useBoardActions()
  const may = useBoardRights(board)
  return (
    <Menu
      trigger={<IconButton label={t('actions', { title: board.title })} icon={<Ellipsis size={20} aria-hidden />} />}
    >
      {may('board.view') && (
        <MenuItem asChild>
          <Link to="/boards/$boardId" params={{ boardId: board.id }}>
            <SquareArrowOutUpRight size={20} aria-hidden />
            {t('open')}
          </Link>
        </MenuItem>
      )}
      {may('board.list-members') && (
        <MenuItem icon={<Users size={20} aria-hidden />} onSelect={onShare}>
          {t('share')}
        </MenuItem>
      )}
      {may('board.rename') && (
        <MenuItem icon={<PencilLine size={20} aria-hidden />} onSelect={onRename}>
          {t('rename')}
        </MenuItem>
      )}
      {may('board.duplicate') && (
        <MenuItem icon={<Copy size={20} aria-hidden />} onSelect={() => actions.duplicate(board)}>
          {t('duplicate')}
        </MenuItem>
      )}
      {may('board.archive') &&
        (board.state === 'archived' ? (
          <MenuItem icon={<ArchiveRestore size={20} aria-hidden />} onSelect={() => actions.unarchive(board)}>
            {t('unarchive')}
          </MenuItem>
        ) : (
          <MenuItem icon={<Archive size={20} aria-hidden />} onSelect={() => actions.archive(board)}>
            {t('archive')}
          </MenuItem>
        ))}
      {may('board.delete') && (
        <>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 size={20} aria-hidden />} onSelect={() => actions.delete(board)}>
            {t('delete')}
          </MenuItem>
        </>
      )}
      {may('board.restore') && (
        <MenuItem icon={<RotateCcw size={20} aria-hidden />} onSelect={() => actions.restore(board)}>
          {t('restore')}
        </MenuItem>
      )}
    </Menu>
  )
}
