import { can } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  BookmarkPlus,
  Copy,
  Download,
  DraftingCompass,
  Ellipsis,
  Eraser,
  FlaskConical,
  Keyboard,
  LayoutTemplate,
  Lightbulb,
  Lock,
  LockOpen,
  Search,
  Signpost,
  Upload,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShareDialog } from '../features/sharing/share-dialog.tsx'
import { useMe } from '../queries.ts'
import { AvatarRow } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Mark } from '../ui/mark.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useOpenBoard, useSessionView } from './board-context.tsx'
import { BoardTitle } from './board-title.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import { findShortcut } from './find-key.ts'
import { InsertTemplateDialog } from './insert/insert-template-dialog.tsx'
import { SaveTemplateDialog } from './save-template-dialog.tsx'
import { SavedText } from './saved-text.tsx'
import styles from './top-bar.module.css'
import { useBackgroundLock } from './use-background-lock.ts'
import { useBoardCommands } from './use-board-commands.ts'
import { useHasExamples } from './use-has-examples.ts'

type TopBarProps = {
  board: BoardSummary
  /** Opens the guide where there is no rail for it. */
  onGuide: (() => void) | undefined
  /** Opens the panel in which the board is designed as a template; undefined for those who may not. */
  onDesign: (() => void) | undefined
}

/** Home, name, what is saved, who is here, sharing and the rest. */
export function TopBar({ board, onGuide, onDesign }: TopBarProps) {
  const { t } = useTranslation('board')
  const { session } = useOpenBoard()
  const { saved, waiting, mayEdit, paused } = useSessionView(session)
  const commands = useBoardCommands(board)
  const navigate = useNavigate()
  const [sharing, setSharing] = useState(false)
  return (
    <header className={styles.bar}>
      <Link to="/boards" className={styles.home} aria-label={t('home')}>
        <Mark />
      </Link>
      <div className={styles.names}>
        <BoardTitle title={board.title} mayRename={mayEdit && !paused} onRename={commands.rename} />
        {mayEdit ? (
          <SavedText saved={saved} waiting={waiting} />
        ) : (
          <span className={styles.badge}>{t(board.state === 'archived' ? 'viewOnlyArchived' : 'viewOnly')}</span>
        )}
      </div>
      <div className={styles.end}>
        <HereNow />
        <Button variant="primary" onClick={() => setSharing(true)}>
          {t('share')}
        </Button>
        <BoardMenu board={board} onGuide={onGuide} onDesign={onDesign} />
      </div>
      {sharing && (
        <ShareDialog board={board} open onOpenChange={setSharing} onLeft={() => void navigate({ to: '/boards' })} />
      )}
    </header>
  )
}

function HereNow() {
  const { t } = useTranslation('board')
  const { session, me } = useOpenBoard()
  const { people } = useSessionView(session)
  const others = people.filter((person) => person.id !== me.id)
  const all = [me, ...others]
  const names = all.map(({ id, name }) => (id === me.id ? t('youSuffix', { name }) : name)).join(', ')
  return (
    <span className={styles.here} title={names} data-people={all.length}>
      <AvatarRow people={all} label={t('hereNames', { names })} />
      <span className={styles.count}>{t('here', { count: all.length })}</span>
    </span>
  )
}

const CARDS = [
  ['idea', 'insertIdeaCard', Lightbulb],
  ['trial', 'insertTrialCard', FlaskConical],
] as const

function BoardMenu({ board, onGuide, onDesign }: TopBarProps) {
  const { t } = useTranslation(['board', 'rows', 'templates', 'library', 'design'])
  const { session, editor, find, importRows, actions } = useOpenBoard()
  const { mayEdit, paused } = useSessionView(session)
  const commands = useBoardCommands(board)
  const hasExamples = useHasExamples(editor)
  const background = useBackgroundLock(session, editor)
  const [exporting, setExporting] = useState(false)
  const [inserting, setInserting] = useState(false)
  const [saving, setSaving] = useState(false)
  const { id: userId, role } = useMe()
  const maySave = can({ kind: 'user', userId, role }, 'board.save-as-template', {
    kind: 'board',
    role: board.role,
    state: board.state,
  })
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
        {commands.duplicate && (
          <MenuItem icon={<Copy size={20} aria-hidden />} onSelect={commands.duplicate}>
            {t('duplicate')}
          </MenuItem>
        )}
        {editor && (
          <MenuItem icon={<Download size={20} aria-hidden />} onSelect={() => setExporting(true)}>
            {t('exportBoard')}
          </MenuItem>
        )}
        {editor && mayEdit && !paused && (
          <MenuItem icon={<LayoutTemplate size={20} aria-hidden />} onSelect={() => setInserting(true)}>
            {t('templates:insertTemplate')}
          </MenuItem>
        )}
        {mayEdit &&
          !paused &&
          commands.insertCard &&
          CARDS.map(([kind, label, Icon]) => (
            <MenuItem key={kind} icon={<Icon size={20} aria-hidden />} onSelect={() => commands.insertCard?.(kind)}>
              {t(label)}
            </MenuItem>
          ))}
        {editor && mayEdit && !paused && (
          <MenuItem icon={<Upload size={20} aria-hidden />} onSelect={() => importRows(null)}>
            {t('rows:importRows')}
          </MenuItem>
        )}
        {background && mayEdit && !paused && (
          <MenuItem
            icon={background.isUnlocked ? <Lock size={20} aria-hidden /> : <LockOpen size={20} aria-hidden />}
            onSelect={() => (background.isUnlocked ? session.lock.lock() : session.lock.unlock())}
          >
            {t(background.isUnlocked ? 'lockBackground' : 'unlockBackground')}
          </MenuItem>
        )}
        {onDesign && (
          <MenuItem icon={<DraftingCompass size={20} aria-hidden />} onSelect={onDesign}>
            {t('design:title')}
          </MenuItem>
        )}
        {maySave && (
          <MenuItem icon={<BookmarkPlus size={20} aria-hidden />} onSelect={() => setSaving(true)}>
            {t('library:save')}
          </MenuItem>
        )}
        {mayEdit && !paused && hasExamples && (
          <MenuItem icon={<Eraser size={20} aria-hidden />} onSelect={commands.removeExamples}>
            {t('removeExamples')}
          </MenuItem>
        )}
        {editor && (
          <MenuItem
            icon={<Keyboard size={20} aria-hidden />}
            shortcut="?"
            onSelect={() => void actions.current['open-kbd-shortcuts']?.onSelect('menu')}
          >
            {t('shortcuts')}
          </MenuItem>
        )}
      </Menu>
      {exporting && editor && <ExportDialog board={board} editor={editor} onClose={() => setExporting(false)} />}
      {saving && <SaveTemplateDialog board={board} session={session} onClose={() => setSaving(false)} />}
      {inserting && editor && (
        <InsertTemplateDialog
          editor={editor}
          session={session}
          locale={board.locale}
          onClose={() => setInserting(false)}
        />
      )}
    </>
  )
}
