import type { LogType } from '@samtavle/shared/sprint-log'
import type { AddLogLine, LogLine, LogProposal, SprintLog } from '@samtavle/shared/sprint-log-api'

/** A line that is being written. */
export type LineDraft = Pick<LogLine, 'type' | 'from' | 'to' | 'why' | 'decidedBy' | 'consequence'> & {
  corrects: number | null
  proposal: string | null
  /** Its type is settled by where it comes from. */
  typeStands: boolean
}

/** A line with nothing in it yet. */
export function emptyLine(type: LogType, typeStands = false): LineDraft {
  return { type, from: '', to: '', why: '', decidedBy: '', consequence: '', corrects: null, proposal: null, typeStands }
}

/** A line as it should have been: with the words that it has, to be changed. */
export function correctionOf({ type, from, to, why, decidedBy, consequence, number }: LogLine): LineDraft {
  return {
    type: type === 'no-change' ? 'plan' : type,
    from,
    to,
    why,
    decidedBy,
    consequence,
    corrects: number,
    proposal: null,
    typeStands: type === 'side-benefit',
  }
}

/** What is proposed, with the reason that was given when the purpose was changed. */
export function lineOf({ id, type, from, to }: LogProposal, purposes: SprintLog['purposes']): LineDraft {
  const version = purposes.findLast(({ purpose, plan }) => to === (type === 'plan' ? plan : purpose))
  return { ...emptyLine(type, true), from, to, why: version?.why ?? '', proposal: id }
}

/** As it is sent. */
export function sentLine({ typeStands: _, corrects, proposal, ...words }: LineDraft): AddLogLine {
  return { ...words, ...(corrects === null ? {} : { corrects }), ...(proposal === null ? {} : { proposal }) }
}
