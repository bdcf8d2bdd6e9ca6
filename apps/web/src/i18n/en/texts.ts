import { accounts } from './accounts.ts'
import { board } from './board.ts'
import { boards } from './boards.ts'
import { common } from './common.ts'
import { design } from './design.ts'
import { device } from './device.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { filing } from './filing.ts'
import { follow } from './follow.ts'
import { fullBoard } from './full-board.ts'
import { guestList } from './guest-list.ts'
import { guests } from './guests.ts'
import { history } from './history.ts'
import { internal } from './internal.ts'
import { library } from './library.ts'
import { links } from './links.ts'
import { log } from './log.ts'
import { loops } from './loops.ts'
import { people } from './people.ts'
import { previewItems } from './preview-items.ts'
import { processModel } from './process-model.ts'
import { received } from './received.ts'
import { rows } from './rows.ts'
import { sentNotes } from './sent-notes.ts'
import { sharing } from './sharing.ts'
import { snapshotComparison } from './snapshot-comparison.ts'
import { snapshots } from './snapshots.ts'
import { sprintEvidence } from './sprint-evidence.ts'
import { sprints } from './sprints.ts'
import { structured } from './structured.ts'
import { templates } from './templates.ts'
import { trials } from './trials.ts'
import { vote } from './vote.ts'
import { week } from './week.ts'

/** Every text of this language, by area. */
export const texts = {
  accounts,
  board,
  boards,
  common,
  design,
  device,
  errors,
  evidence,
  filing,
  follow,
  fullBoard,
  guestList,
  guests,
  internal,
  history,
  library,
  links,
  log,
  loops,
  people,
  previewItems,
  processModel,
  received,
  rows,
  sentNotes,
  sharing,
  sprintEvidence,
  snapshotComparison,
  snapshots,
  sprints,
  structured,
  templates,
  vote,
  week,
  trials,
}
