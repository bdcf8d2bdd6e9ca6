import { accounts } from './accounts.ts'
import { board } from './board.ts'
import { boards } from './boards.ts'
import { common } from './common.ts'
import { design } from './design.ts'
import { device } from './device.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { filing } from './filing.ts'
import { guestList } from './guest-list.ts'
import { guests } from './guests.ts'
import { history } from './history.ts'
import { internal } from './internal.ts'
import { library } from './library.ts'
import { links } from './links.ts'
import { log } from './log.ts'
import { loops } from './loops.ts'
import { people } from './people.ts'
import { processModel } from './process-model.ts'
import { rows } from './rows.ts'
import { sharing } from './sharing.ts'
import { snapshots } from './snapshots.ts'
import { sprintEvidence } from './sprint-evidence.ts'
import { sprints } from './sprints.ts'
import { structured } from './structured.ts'
import { templates } from './templates.ts'
import { trials } from './trials.ts'
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
  guestList,
  guests,
  internal,
  history,
  library,
  links,
  log,
  loops,
  people,
  processModel,
  rows,
  sharing,
  sprintEvidence,
  snapshots,
  sprints,
  structured,
  templates,
  week,
  trials,
}
