import { useSyncExternalStore } from 'react'

const WIDE = matchMedia('(min-width: 48rem)')
const hasRoom = () => WIDE.matches
function onWidth(changed: () => void): () => void {
  WIDE.addEventListener('change', changed)
  return () => WIDE.removeEventListener('change', changed)
}

/** Is there room for a panel beside the canvas? Else it is a sheet over it. */
export function useRoomBeside(): boolean {
  return useSyncExternalStore(onWidth, hasRoom)
}
