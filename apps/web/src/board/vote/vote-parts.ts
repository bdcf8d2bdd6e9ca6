import { openBallotBox } from './open-ballot-box.ts'
import { VoteMarks } from './vote-marks.tsx'
import { VoteNotice } from './vote-notice.tsx'
import { VotePanel } from './vote-panel.tsx'

/** What is loaded when there is a vote on the board, or somebody is about to open one. In one piece, as the history. */
export const voteParts = { openBallotBox, VoteMarks, VoteNotice, VotePanel }
