import { type RefObject, useEffect, useRef } from 'react'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What these keys ask for: Ctrl or Cmd with Z takes back, with Shift or with Y it repeats. */
export function undoDirection({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  const letter = key.toLowerCase()
  if (letter === 'y') return 'redo'
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : undefined
}

/** Undo and redo by keys also with the focus in a panel; in a field they are the field's. */
export function useUndoKeys(panel: RefObject<HTMLElement | null>, step: (direction: 'undo' | 'redo') => void): void {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const element = panel.current
    const press = (event: KeyboardEvent) => {
      const isInField = event.target instanceof Element && event.target.closest('input[type="text"], textarea') !== null
      const direction = isInField ? undefined : undoDirection(event)
      if (direction === undefined) return
      event.preventDefault()
      latest.current(direction)
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [panel])
}
