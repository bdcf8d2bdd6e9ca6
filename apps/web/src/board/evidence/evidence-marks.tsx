import { type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOpenBoard } from '../board-context.tsx'
import styles from './evidence-marks.module.css'

/** Below the first zoom a mark would be larger than what it says something about; from the second on there is room for words. */
const ZOOM = { least: 0.2, words: 0.7 } as const
const MOST = 100

/** On each note that builds on others: how many. The way to the chain is in the bar above a selected note. */
export function EvidenceMarks() {
  const editor = useEditor()
  const { evidence } = useOpenBoard()
  const { t } = useTranslation('evidence')
  const marks = useValue('marks of what builds on others', () => {
    if (evidence.notes.size === 0 || editor.getZoomLevel() < ZOOM.least) return []
    const view = editor.getViewportPageBounds()
    const shown: { id: string; count: number; left: number; top: number }[] = []
    for (const [id, { buildsOn }] of evidence.notes) {
      if (buildsOn === 0 || shown.length >= MOST) continue
      const bounds = editor.getShapePageBounds(id as TLShapeId)
      if (!bounds?.collides(view)) continue
      const corner = editor.pageToViewport({ x: bounds.maxX, y: bounds.maxY })
      shown.push({ id, count: buildsOn, left: corner.x, top: corner.y })
    }
    return shown
  }, [editor, evidence])
  const withWords = useValue('room for words', () => editor.getZoomLevel() >= ZOOM.words, [editor])
  return marks.map(({ id, count, left, top }) => (
    <div key={id} className={styles.mark} style={{ left, top }} data-evidence={count}>
      <Link2 size={13} aria-hidden />
      {withWords ? t('behind', { count }) : count}
    </div>
  ))
}
