import { type RefObject, useEffect, useRef } from 'react'

/** Undo and redo by keys also with the focus in a panel; in a field they are the field's. */
export function useUndoKeys(panel: RefObject<HTMLElement | null>, step: (direction: 'undo' | 'redo') => void): void {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const element = panel.current
    const press = (event: KeyboardEvent) => {
      const isInField = event.target instanceof Element && event.target.closest('input[type="text"], textarea') !== null
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isInField) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      latest.current(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [panel])
}
