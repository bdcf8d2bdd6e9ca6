import type { LearningLoop, LoopRound } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { EndLoopDialog } from './end-loop-dialog.tsx'
import { GoOnDialog } from './go-on-dialog.tsx'
import { HeldDialog } from './held-dialog.tsx'
import { LoopDialog } from './loop-dialog.tsx'
import { MoveRoundDialog } from './move-round-dialog.tsx'

/** What somebody wants to do to the loops of a sprint, with the loop and its round as they saw them. */
export type AskedAbout =
  | { what: 'plan' }
  | { what: 'change' | 'end' | 'goOn'; loop: LearningLoop }
  | { what: 'held' | 'move'; loop: LearningLoop; round: LoopRound }
export type AskAbout = (about: AskedAbout) => void

type LoopDialogsProps = { sprint: Sprint; about: AskedAbout; onClose: () => void }

/**
 * The dialog that is open. It stands above all loops: what somebody is typing stays when the loop below it changes, moves
 * to another list, or is gone.
 */
export function LoopDialogs({ sprint, about, onClose }: LoopDialogsProps) {
  const sprintId = sprint.id
  switch (about.what) {
    case 'plan':
      return <LoopDialog sprint={sprint} loop={null} onClose={onClose} />
    case 'change':
      return <LoopDialog sprint={sprint} loop={about.loop} onClose={onClose} />
    case 'held':
      return <HeldDialog sprintId={sprintId} loop={about.loop} round={about.round} onClose={onClose} />
    case 'move':
      return <MoveRoundDialog sprintId={sprintId} loop={about.loop} round={about.round} onClose={onClose} />
    case 'end':
      return <EndLoopDialog sprintId={sprintId} loop={about.loop} onClose={onClose} />
    case 'goOn':
      return <GoOnDialog sprintId={sprintId} loop={about.loop} onClose={onClose} />
  }
}
