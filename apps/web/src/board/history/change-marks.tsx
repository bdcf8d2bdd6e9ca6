import type { Box } from '@samtavle/shared/board-shapes'
import { useEditor, useValue } from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './change-marks.module.css'

export type Mark = { id: string; kind: 'added' | 'changed' | 'removed' | 'chosen'; box: Box }

/** More than this on one screen show nothing any more. */
const MOST = 400
/** Between a shape and the line around it, in px of the screen. */
const GAP = 4
/** From this zoom on there is room for words. */
const WORDS_ZOOM = 0.35

/** Lines around what differs, each kind in its own and with a word; `current` has the strongest. Place in an editor. */
export function ChangeMarks({ marks, current }: { marks: readonly Mark[]; current: string | null }) {
  const editor = useEditor()
  const { t } = useTranslation('history')
  const shown = useValue('marks of what differs', () => {
    const view = editor.getViewportPageBounds()
    const zoom = editor.getZoomLevel()
    return marks.flatMap((mark) => {
      const { x, y, w, h } = mark.box
      const isSeen = x + w >= view.minX && x <= view.maxX && y + h >= view.minY && y <= view.maxY
      if (!isSeen) return []
      const corner = editor.pageToViewport({ x, y })
      const place = { left: corner.x - GAP, top: corner.y - GAP, width: w * zoom + 2 * GAP, height: h * zoom + 2 * GAP }
      return [{ ...mark, place, hasWords: zoom >= WORDS_ZOOM || mark.id === current }]
    })
  }, [editor, marks, current])
  return (
    <div className={styles.layer} aria-hidden>
      {shown.slice(0, MOST).map(({ id, kind, place, hasWords }) => (
        <div
          key={`${kind} ${id}`}
          className={classNames(styles.mark, styles[kind], id === current && styles.current)}
          style={place}
          data-change={kind}
          data-of={id}
        >
          {hasWords && <span className={styles.word}>{t(`kind_${kind}`)}</span>}
        </div>
      ))}
    </div>
  )
}
