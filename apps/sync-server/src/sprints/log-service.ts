import type { Agenda } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type {
  addDecisionRequest,
  addLogLineRequest,
  addPurposeRequest,
  SprintLog,
} from '@samtavle/shared/sprint-log-api'
import { dayAt, kickOffEnds } from './log-days.ts'
import type { LogSprintRow, Writer } from './log-rows.ts'
import type { LogStore } from './log-store.ts'
import { type GrantedSprint, mayInSprint, requireFurtherInSprint } from './sprint-access.ts'

type Asked<Schema extends { _output: unknown }> = Schema['_output']

export type LogService = ReturnType<typeof createLogService>

/** The process log of a sprint, its purpose and its decisions: to be read and to be added to, and nothing else. */
export function createLogService(deps: { store: LogStore; now: () => Date }) {
  const { store, now } = deps

  const writer = ({ identity, place }: GrantedSprint): Writer => ({
    byId: identity.userId,
    byRole: place,
    at: now(),
  })

  async function sprintOf(access: GrantedSprint): Promise<Omit<LogSprintRow, 'agenda'> & { agenda: Agenda }> {
    const sprint = await store.sprint(access.sprintId)
    if (sprint === undefined) throw new AppError('not_found', 'no such sprint')
    return { ...sprint, agenda: JSON.parse(sprint.agenda) as Agenda }
  }

  return {
    /** All of it, the oldest first. Names are for the team; a commissioner reads roles. */
    async read(access: GrantedSprint): Promise<SprintLog> {
      const { sprintId } = access
      const { title, status, agenda, lockedAt } = await sprintOf(access)
      const mayWrite = mayInSprint(access, 'sprint.write-log')
      const told = <Row extends { byName: string; at: Date }>(row: Row) => ({
        ...row,
        byName: access.place === 'commissioner' ? '' : row.byName,
        at: row.at.toISOString(),
      })
      const purposes = await store.purposes(sprintId)
      const original = purposes.findLast(({ at }) => lockedAt !== null && at <= lockedAt)
      return {
        sprint: {
          title,
          status,
          days: agenda.days.map(({ key, title, date, lastDate }) => ({ key, title, date, lastDate })),
          kickOffEnds: kickOffEnds(agenda),
        },
        lines: (await store.lines(sprintId)).map(told),
        purposes: purposes.map((version) => ({ ...told(version), isOriginal: version === original })),
        lockedAt: lockedAt?.toISOString() ?? null,
        decisions: (await store.decisions(sprintId)).map((decision) => ({
          ...told(decision),
          decidedAt: decision.decidedAt.toISOString(),
        })),
        proposals: mayWrite
          ? (await store.proposals(sprintId)).map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
          : [],
        may: {
          write: mayWrite,
          addSideBenefit: mayInSprint(access, 'sprint.add-side-benefit'),
          changePurpose: mayInSprint(access, 'sprint.change-purpose'),
          decide: mayInSprint(access, 'sprint.decide'),
        },
      }
    },

    /**
     * Adds a line, for anybody who may add side benefits: those are added after the sprint too.
     * @throws AppError `forbidden` for any other line in an archived sprint; `bad_request` when the line that it
     * corrects is not there; `conflict` when somebody answered its proposal meanwhile.
     */
    async addLine(access: GrantedSprint, line: Asked<typeof addLogLineRequest>): Promise<number> {
      const { corrects = null, proposal = null, ...words } = line
      const corrected = corrects === null ? line.type : await store.lineType(access.sprintId, corrects)
      if (corrected === undefined) throw new AppError('bad_request', 'there is no such line to correct')
      const ofSideBenefits = line.type === 'side-benefit' && corrected === 'side-benefit' && proposal === null
      if (!ofSideBenefits) requireFurtherInSprint(access, 'sprint.write-log')
      const who = writer(access)
      const day = dayAt((await sprintOf(access)).agenda, who.at)
      const number = await store.addLine(access.sprintId, { ...words, ...who, corrects, proposal, day })
      if (number === undefined) throw new AppError('conflict', 'this proposal is not open any more')
      return number
    },

    /**
     * A new version of the purpose; the same words again are the version that there is.
     * @throws AppError `bad_request` without a reason after the lock.
     */
    async addPurpose(access: GrantedSprint, version: Asked<typeof addPurposeRequest>): Promise<number> {
      const newest = (await store.purposes(access.sprintId)).at(-1)
      if (newest?.purpose === version.purpose && newest.plan === version.plan) return newest.number
      const number = await store.addPurpose(access.sprintId, { ...version, ...writer(access) })
      if (number === undefined) throw new AppError('bad_request', 'why: a changed purpose needs a reason')
      return number
    },

    /** Makes the newest version the original. Twice is once. @throws AppError `conflict` when there is no purpose. */
    async lockPurpose(access: GrantedSprint): Promise<void> {
      const locked = await store.lockPurpose(access.sprintId, now())
      if (!locked) throw new AppError('conflict', 'there is no purpose to lock')
    },

    /** @throws AppError `bad_request` when the decision that it corrects is not there. */
    async addDecision(access: GrantedSprint, decision: Asked<typeof addDecisionRequest>): Promise<number> {
      const { corrects = null, ...words } = decision
      if (corrects !== null && !(await store.hasDecision(access.sprintId, corrects)))
        throw new AppError('bad_request', 'there is no such decision to correct')
      const number = await store.addDecision(access.sprintId, { ...words, ...writer(access), corrects })
      if (number === undefined) throw new Error('a decision was not added')
      return number
    },

    /** Sets a proposal aside, or takes that back. @throws AppError `not_found` when it has become a line, or is none. */
    async setAside(access: GrantedSprint, proposalId: string, aside: boolean): Promise<void> {
      const done = isUuid(proposalId) && (await store.setAside(access.sprintId, proposalId, aside ? now() : null))
      if (!done) throw new AppError('not_found', 'no such proposal')
    },
  }
}
