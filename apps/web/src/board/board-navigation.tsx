import { useEditor, useValue } from '@tldraw/tldraw'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './board-controls.module.css'
import { showWholeBoard } from './first-view.ts'

/** Zoom in words, bottom left. */
export function BoardNavigation() {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const animation = () => (editor.user.getAnimationSpeed() > 0 ? { animation: { duration: 160 } } : { immediate: true })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons is no fieldset
    <div className={`board-own ${styles.zoom}`} role="group" aria-label={t('zoom')}>
      <IconButton
        size="sm"
        label={t('zoomOut')}
        icon={<Minus size={16} aria-hidden />}
        onClick={() => editor.zoomOut(editor.getViewportScreenCenter(), animation())}
      />
      <button
        type="button"
        className={styles.percent}
        aria-label={t('zoomTo100', { percent })}
        onClick={() => editor.resetZoom(editor.getViewportScreenCenter(), animation())}
      >
        {percent} %
      </button>
      <IconButton
        size="sm"
        label={t('zoomIn')}
        icon={<Plus size={16} aria-hidden />}
        onClick={() => editor.zoomIn(editor.getViewportScreenCenter(), animation())}
      />
      <button type="button" className={styles.whole} aria-label={t('showAll')} onClick={() => showWholeBoard(editor)}>
        <Maximize size={16} aria-hidden />
        <span>{t('showAll')}</span>
      </button>
    </div>
  )
}
