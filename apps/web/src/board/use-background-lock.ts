import { type Editor, useValue } from '@tldraw/tldraw'
import { isFixed } from './board-meta.ts'
import type { BoardSession } from './board-session.ts'

/** For a control of the background's lock; null where there is nothing to lock or it is not mine to unlock. */
export function useBackgroundLock(session: BoardSession, editor: Editor | null) {
  return useValue('lock of the background', () => {
    const { lock } = session
    const hasBackground = lock.mayUnlock && (editor?.getCurrentPageShapes().some(isFixed) ?? false)
    return hasBackground ? { isUnlocked: lock.isUnlocked } : null
  }, [session, editor])
}
