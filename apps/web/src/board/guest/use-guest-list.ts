import { useCallback, useState, useSyncExternalStore } from 'react'
import { guestHere } from '../../guest.ts'

/** Below it the board is read and written as a list first; the same width as in the styles. */
const PHONE = '(max-width: 47.99rem)'

export type GuestView = 'list' | 'canvas'

/** Words that were begun and not put up, by section; `own` by the note that is being rewritten. */
export type Drafts = { get(key: string): string; set(key: string, text: string): void }

/**
 * How a guest on a phone has the board: as a list of its sections, or as the canvas. Undefined for everybody else. What
 * was begun in the list stays while one looks at the canvas.
 */
export function useGuestList(): { view: GuestView; show(view: GuestView): void; drafts: Drafts } | undefined {
  const isPhone = useSyncExternalStore(followWidth, () => window.matchMedia(PHONE).matches)
  const [view, show] = useState<GuestView>('list')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const set = useCallback((key: string, text: string) => setTexts((before) => ({ ...before, [key]: text })), [])
  if (!isPhone || guestHere() === null) return undefined
  return { view, show, drafts: { get: (key) => texts[key] ?? '', set } }
}

function followWidth(told: () => void): () => void {
  const query = window.matchMedia(PHONE)
  query.addEventListener('change', told)
  return () => query.removeEventListener('change', told)
}
