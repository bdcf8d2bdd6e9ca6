import type { BoardSummary } from '@samtavle/shared/api'
import {
  BookmarkPlus,
  Copy,
  Download,
  DraftingCompass,
  Ellipsis,
  Eraser,
  FlaskConical,
  Grid3x3,
  History,
  Keyboard,
  LayoutTemplate,
  Lightbulb,
  Lock,
  LockOpen,
  Search,
  Signpost,
  Snowflake,
  Upload,
  Vote,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardRights } from '../board-rights.ts'
import { BoardSnapshotsDialog } from '../features/snapshots/board-snapshots-dialog.tsx'
import { guestHere } from '../guest.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { useOpenBoard, useSessionView } from './board-context.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import { findShortcut } from './find-key.ts'
import { GridDialog } from './grid/grid-dialog.tsx'
import { gridsOf } from './grid/grid-model.ts'
import { InsertTemplateDialog } from './insert/insert-template-dialog.tsx'
import { SaveTemplateDialog } from './save-template-dialog.tsx'
import { useBackgroundLock } from './use-background-lock.ts'
import type { BoardCommands } from './use-board-commands.ts'
import { useHasExamples } from './use-has-examples.ts'

const CARDS = [
  ['idea', 'insertIdeaCard', Lightbulb],
  ['trial', 'insertTrialCard', FlaskConical],
] as const

type BoardMenuProps = {
  board: BoardSummary
  commands: BoardCommands
  /** Opens the guide where there is no rail for it. */
  onGuide: (() => void) | undefined
  /** Opens the panel in which the board is designed as a template; undefined for those who may not. */
  onDesign: (() => void) | undefined
  /** Opens the board's history; undefined for those who may not. */
  onHistory: (() => void) | undefined
}

/** What can be done with an open board: look, put on it, change its background, take it along. */
export function BoardMenu({ board, commands, onGuide, onDesign, onHistory }: BoardMenuProps) {
  const { t } = useTranslation([
    ...(['board', 'rows', 'templates', 'library', 'structured', 'design', 'history', 'snapshots', 'vote'] as const),
  ])
  const { session, editor, find, importRows, actions, vote } = useOpenBoard()
  const { mayEdit, paused } = useSessionView(session)
  const hasExamples = useHasExamples(editor)
  const background = useBackgroundLock(session, editor)
  const [opened, setOpened] = useState<'export' | 'insert' | 'grid' | 'save' | 'snapshots' | null>(null)
  const close = () => setOpened(null)
  const may = useBoardRights(board)
  const maySave = may('board.save-as-template')
  const seesSnapshots = board.sprint === null && guestHere() === null && may('board.see-snapshots')
  const mayWrite = mayEdit && !paused
  return (
    <>
      <Menu trigger={<IconButton label={t('more')} icon={<Ellipsis size={20} aria-hidden />} />}>
        {onGuide && (
          <MenuItem icon={<Signpost size={20} aria-hidden />} onSelect={onGuide}>
            {t('guide')}
          </MenuItem>
        )}
        {find && (
          <MenuItem icon={<Search size={20} aria-hidden />} shortcut={findShortcut()} onSelect={() => find.open()}>
            {t('find')}
          </MenuItem>
        )}
        {onHistory && (
          <MenuItem icon={<History size={20} aria-hidden />} onSelect={onHistory}>
            {t('history:title')}
          </MenuItem>
        )}
        {vote.open && (
          <MenuItem icon={<Vote size={20} aria-hidden />} onSelect={vote.open}>
            {t('vote:title')}
          </MenuItem>
        )}
        {editor && mayWrite && (
          <>
            <MenuSeparator />
            <MenuItem icon={<LayoutTemplate size={20} aria-hidden />} onSelect={() => setOpened('insert')}>
              {t('templates:insertTemplate')}
            </MenuItem>
            {CARDS.map(([kind, label, Icon]) => (
              <MenuItem key={kind} icon={<Icon size={20} aria-hidden />} onSelect={() => commands.insertCard?.(kind)}>
                {t(label)}
              </MenuItem>
            ))}
            <MenuItem icon={<Upload size={20} aria-hidden />} onSelect={() => importRows(null)}>
              {t('rows:importRows')}
            </MenuItem>
          </>
        )}
        {mayWrite && (background !== null || hasExamples || onDesign !== undefined) && <MenuSeparator />}
        {background && mayWrite && (
          <MenuItem
            icon={background.isUnlocked ? <Lock size={20} aria-hidden /> : <LockOpen size={20} aria-hidden />}
            onSelect={() => (background.isUnlocked ? session.lock.lock() : session.lock.unlock())}
          >
            {t(background.isUnlocked ? 'lockBackground' : 'unlockBackground')}
          </MenuItem>
        )}
        {editor && background?.isUnlocked && mayWrite && gridsOf(editor).length > 0 && (
          <MenuItem icon={<Grid3x3 size={20} aria-hidden />} onSelect={() => setOpened('grid')}>
            {t('structured:grid.open')}
          </MenuItem>
        )}
        {onDesign && (
          <MenuItem icon={<DraftingCompass size={20} aria-hidden />} onSelect={onDesign}>
            {t('design:title')}
          </MenuItem>
        )}
        {mayWrite && hasExamples && (
          <MenuItem icon={<Eraser size={20} aria-hidden />} onSelect={commands.removeExamples}>
            {t('removeExamples')}
          </MenuItem>
        )}
        <MenuSeparator />
        {seesSnapshots && (
          <MenuItem icon={<Snowflake size={20} aria-hidden />} onSelect={() => setOpened('snapshots')}>
            {t('snapshots:title')}
          </MenuItem>
        )}
        {commands.duplicate && (
          <MenuItem icon={<Copy size={20} aria-hidden />} onSelect={commands.duplicate}>
            {t('duplicate')}
          </MenuItem>
        )}
        {maySave && (
          <MenuItem icon={<BookmarkPlus size={20} aria-hidden />} onSelect={() => setOpened('save')}>
            {t('library:save')}
          </MenuItem>
        )}
        {editor && (
          <>
            <MenuItem icon={<Download size={20} aria-hidden />} onSelect={() => setOpened('export')}>
              {t('exportBoard')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem
              icon={<Keyboard size={20} aria-hidden />}
              shortcut="?"
              onSelect={() => void actions.current['open-kbd-shortcuts']?.onSelect('menu')}
            >
              {t('shortcuts')}
            </MenuItem>
          </>
        )}
      </Menu>
      {editor && opened === 'export' && <ExportDialog board={board} editor={editor} onClose={close} />}
      {editor && opened === 'grid' && mayWrite && background?.isUnlocked && (
        <GridDialog editor={editor} session={session} locale={board.locale} onClose={close} />
      )}
      {opened === 'snapshots' && <BoardSnapshotsDialog board={board} onClose={close} />}
      {opened === 'save' && <SaveTemplateDialog board={board} session={session} onClose={close} />}
      {editor && opened === 'insert' && (
        <InsertTemplateDialog editor={editor} session={session} locale={board.locale} onClose={close} />
      )}
    </>
  )
}
