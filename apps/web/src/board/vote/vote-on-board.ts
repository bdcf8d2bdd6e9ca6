import type { ReactNode } from 'react'

/** What is needed of votes all over the board. */
export type VoteOnBoard = {
  /** Opens the panel; undefined where there is none to see, and none to open. */
  open: (() => void) | undefined
  /** On the canvas: my dots while one is open, and what the notes got. */
  marks: ReactNode
}
