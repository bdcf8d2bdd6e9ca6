import { Box, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useOpenBoard } from './board-context.tsx'
import styles from './find-marks.module.css'

/** More marks than this on one screen show nothing any more. */
const MOST = 500
/** Between a shape and the line around it, in px of the screen. */
const GAP = 4

type Marks = { current: Box | undefined; others: string }

/** A line around everything that was found, and a bold one around where one is. */
export function FindMarks() {
  const editor = useEditor()
  const { find } = useOpenBoard()
  const marks = useValue<Marks | null>('marks of what was found', () => {
    const state = find?.state.get()
    if (!state?.open || state.hits.length === 0) return null
    const view = editor.getViewportPageBounds()
    const onScreen = (id: TLShapeId): Box | undefined => {
      const bounds = editor.getShapePageBounds(id)
      if (!bounds?.collides(view)) return undefined
      const corner = editor.pageToViewport(bounds.point)
      const zoom = editor.getZoomLevel()
      return new Box(corner.x, corner.y, bounds.w * zoom, bounds.h * zoom).expandBy(GAP)
    }
    const others: string[] = []
    let current: Box | undefined
    for (const { id } of state.hits) {
      if (id === state.place.id) current = onScreen(id)
      else if (others.length < MOST) {
        const box = onScreen(id)
        if (box) others.push(`M${box.x} ${box.y}h${box.w}v${box.h}h${-box.w}z`)
      }
    }
    return { current, others: others.join('') }
  }, [editor, find])
  if (marks === null) return null
  const { current, others } = marks
  return (
    <>
      {others !== '' && (
        <svg className={styles.others} aria-hidden>
          <path d={others} />
        </svg>
      )}
      {current && (
        <div
          className={styles.current}
          data-find-current
          style={{ left: current.x, top: current.y, width: current.w, height: current.h }}
        />
      )}
    </>
  )
}
