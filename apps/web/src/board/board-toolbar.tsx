import {
  ArrowToolbarItem,
  AssetToolbarItem,
  CheckBoxToolbarItem,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  StarToolbarItem,
  TextToolbarItem,
  TriangleToolbarItem,
  useEditor,
  useReadonly,
} from '@tldraw/tldraw'
import { Redo2, StickyNote, Undo2 } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import { useOpenBoard } from './board-context.tsx'
import styles from './board-controls.module.css'
import { writeNote } from './write-note.ts'

/** Bottom middle: write a note, tldraw's tools in our order, undo and redo of my own changes. */
export function BoardToolbar() {
  const editor = useEditor()
  const readOnly = useReadonly()
  const { t } = useTranslation('board')
  return (
    <div className={`board-own ${styles.bar}`}>
      {!readOnly && (
        <button type="button" className={styles.write} aria-label={t('writeNote')} onClick={() => writeNote(editor)}>
          <StickyNote size={20} aria-hidden />
          <span>{t('writeNote')}</span>
        </button>
      )}
      <DefaultToolbar>
        <SelectToolbarItem />
        <HandToolbarItem />
        <NoteToolbarItem />
        <TextToolbarItem />
        <DrawToolbarItem />
        <EraserToolbarItem />
        <ArrowToolbarItem />
        {!readOnly && <AssetToolbarItem />}
        <RectangleToolbarItem />
        <EllipseToolbarItem />
        <TriangleToolbarItem />
        <DiamondToolbarItem />
        <StarToolbarItem />
        <CheckBoxToolbarItem />
        <LineToolbarItem />
        <HighlightToolbarItem />
        <LaserToolbarItem />
        <FrameToolbarItem />
      </DefaultToolbar>
      {!readOnly && <UndoButtons />}
    </div>
  )
}

function UndoButtons() {
  const { session } = useOpenBoard()
  const { t } = useTranslation('board')
  const { undo } = session
  const subscribe = useCallback((listener: () => void) => undo?.subscribe(listener) ?? (() => {}), [undo])
  const canUndo = useSyncExternalStore(subscribe, () => undo?.canUndo ?? false)
  const canRedo = useSyncExternalStore(subscribe, () => undo?.canRedo ?? false)
  return (
    <div className={styles.undo}>
      <IconButton
        label={t('undo')}
        icon={<Undo2 size={20} aria-hidden />}
        aria-disabled={!canUndo}
        onClick={() => canUndo && session.stepBack('undo')}
      />
      <IconButton
        label={t('redo')}
        icon={<Redo2 size={20} aria-hidden />}
        aria-disabled={!canRedo}
        onClick={() => canRedo && session.stepBack('redo')}
      />
    </div>
  )
}
