import { type PointerEvent, useEffect, useRef, useState } from 'react'

type Moving = { from: number; to: number }

/** Places outside the list on which a row may be put down too. */
export type Elsewhere = {
  /** Told where the pointer is while a row is dragged, and null at the end; is it over one of these places? */
  follow: (point: { x: number; y: number } | null) => boolean
  /** A row was put down on the place that the pointer was over last. */
  onDrop: (from: number) => void
}

/**
 * Dragging the rows of a list by a grip, with a mouse, a pen or a finger; Escape gives it up.
 * @param onMove is told once, when a row is put down elsewhere in the list
 */
export function useRowDrag(onMove: (from: number, to: number) => void, elsewhere?: Elsewhere) {
  const list = useRef<HTMLOListElement>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const stopping = useRef<(() => void) | null>(null)
  useEffect(() => () => stopping.current?.(), [])

  const grip = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || list.current === null) return
      event.preventDefault()
      const element = event.currentTarget
      const rows = [...list.current.children]
      let to = from
      let isElsewhere = false
      const follow = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
        isElsewhere = elsewhere?.follow({ x: clientX, y: clientY }) ?? false
        to = isElsewhere ? from : rowAt(rows, from, clientY)
        setMoving({ from, to })
      }
      const stop = () => {
        stopping.current = null
        setMoving(null)
        elsewhere?.follow(null)
        element.removeEventListener('pointermove', follow)
        element.removeEventListener('pointerup', drop)
        element.removeEventListener('pointercancel', stop)
        element.removeEventListener('lostpointercapture', stop)
        window.removeEventListener('keydown', giveUp, true)
      }
      const drop = () => {
        const wasElsewhere = isElsewhere
        if (wasElsewhere) elsewhere?.onDrop(from)
        stop()
        if (!wasElsewhere && to !== from) onMove(from, to)
      }
      const giveUp = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        stop()
      }
      stopping.current = stop
      element.setPointerCapture(event.pointerId)
      element.addEventListener('pointermove', follow)
      element.addEventListener('pointerup', drop)
      element.addEventListener('pointercancel', stop)
      element.addEventListener('lostpointercapture', stop)
      window.addEventListener('keydown', giveUp, true)
      setMoving({ from, to: from })
    },
  })
  return { list, moving, grip }
}

/** The place that a row would get: beyond each one whose middle it has passed. */
function rowAt(rows: readonly Element[], from: number, y: number): number {
  const middles = rows.map((row) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2
  })
  const above = middles.filter((middle, i) => i !== from && middle < y).length
  return Math.min(above, rows.length - 1)
}
