import { useSyncExternalStore } from 'react'
import { onThemeChange, shownTheme } from './theme.ts'

/** The theme on screen, following choice and system; for pictures that come in two versions. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(onThemeChange, shownTheme)
}
