import type { Agenda } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type {
  addDecisionRequest,
  addLogLineRequest,
  addPurposeRequest,
  SprintLog,
} from '@samtavle/shared/sprint-log-api'
import type { Transaction } from '../db/database.ts'
import { dayKeyOn, kickOffEnds } from './log-days.ts'
import type { Writer } from './log-rows.ts'
import type { LogStore } from './log-store.ts'
import { type GrantedSprint, mayFurther, requireFurther } from './sprint-access-service.ts'
import { dateIn } from './sprint-days.ts'

type Asked<Schema extends { _output: unknown }> = Schema['_output']

/** Who wrote a line that nobody wrote with an account: a line has an id always. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

export type LogService = ReturnType<typeof createLogService>

/** The process log of a sprint, its purpose and its decisions: to be read and to be added to, and nothing else. */
export function createLogService(deps: { store: LogStore; timeZone: string; now: () => Date }) {
  const { store, timeZone, now } = deps
  const dateOf = dateIn(timeZone)
  const agendaOf = ({ sprint }: GrantedSprint) => JSON.parse(sprint.agenda) as Agenda

  const writer = ({ identity, sprint }: GrantedSprint): Writer => ({
    byId: identity.userId,
    byRole: sprint.place,
    at: now(),
  })

  return {
    /** All of it, the oldest first. Names are for the team; a commissioner reads roles. */
    async read(access: GrantedSprint): Promise<SprintLog> {
      const { id, title, status, place, purposeLockedAt: lockedAt } = access.sprint
      const agenda = agendaOf(access)
      const mayWrite = mayFurther(access, 'sprint.write-log')
      const told = <Row extends { byName: string; at: Date }>(row: Row) => ({
        ...row,
        byName: place === 'commissioner' ? '' : row.byName,
        at: row.at.toISOString(),
      })
      const purposes = await store.purposes(id)
      const original = purposes.findLast(({ at }) => lockedAt !== null && at <= lockedAt)
      return {
        sprint: {
          title,
          status,
          days: agenda.days.map(({ key, title, date, lastDate }) => ({ key, title, date, lastDate })),
          kickOffEnds: kickOffEnds(agenda),
        },
        lines: (await store.lines(id)).map(told),
        purposes: purposes.map((version) => ({ ...told(version), isOriginal: version === original })),
        lockedAt: lockedAt?.toISOString() ?? null,
        decisions: (await store.decisions(id)).map((decision) => ({
          ...told(decision),
          decidedAt: decision.decidedAt.toISOString(),
        })),
        proposals: mayWrite
          ? (await store.proposals(id)).map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
          : [],
        may: {
          write: mayWrite,
          addSideBenefit: mayFurther(access, 'sprint.add-side-benefit'),
          changePurpose: mayFurther(access, 'sprint.change-purpose'),
          decide: mayFurther(access, 'sprint.decide'),
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
      const corrected = corrects === null ? line.type : await store.lineType(access.sprint.id, corrects)
      if (corrected === undefined) throw new AppError('bad_request', 'there is no such line to correct')
      const ofSideBenefits = line.type === 'side-benefit' && corrected === 'side-benefit' && proposal === null
      if (!ofSideBenefits) requireFurther(access, 'sprint.write-log')
      const who = writer(access)
      const day = dayKeyOn(agendaOf(access), dateOf(who.at))
      const number = await store.addLine(access.sprint.id, { ...words, ...who, corrects, proposal, day })
      if (number === undefined) throw new AppError('conflict', 'this proposal is not open any more')
      return number
    },

    /**
     * A new version of the purpose; the same words again are the version that there is.
     * @throws AppError `bad_request` without a reason after the lock.
     */
    async addPurpose(access: GrantedSprint, version: Asked<typeof addPurposeRequest>): Promise<number> {
      const newest = (await store.purposes(access.sprint.id)).at(-1)
      if (newest?.purpose === version.purpose && newest.plan === version.plan) return newest.number
      const number = await store.addPurpose(access.sprint.id, { ...version, ...writer(access) })
      if (number === undefined) throw new AppError('bad_request', 'why: a changed purpose needs a reason')
      return number
    },

    /** Makes the newest version the original. Twice is once. @throws AppError `conflict` when there is no purpose. */
    async lockPurpose(access: GrantedSprint): Promise<void> {
      const locked = await store.lockPurpose(access.sprint.id, now())
      if (!locked) throw new AppError('conflict', 'there is no purpose to lock')
    },

    /** @throws AppError `bad_request` when the decision that it corrects is not there. */
    async addDecision(access: GrantedSprint, decision: Asked<typeof addDecisionRequest>): Promise<number> {
      const { corrects = null, ...words } = decision
      if (corrects !== null && !(await store.hasDecision(access.sprint.id, corrects)))
        throw new AppError('bad_request', 'there is no such decision to correct')
      const number = await store.addDecision(access.sprint.id, { ...words, ...writer(access), corrects })
      if (number === undefined) throw new Error('a decision was not added')
      return number
    },

    /**
     * A decision of the commissioning manager as they gave it below a snapshot: written down at once, in the words of the
     * product. Without an account where they came by a link. Written in the transaction of the answer itself.
     */
    async addAnswer(
      sprintId: string,
      answer: { words: string; reason: string; decidedBy: string },
      byId: string | null,
      within: Transaction,
    ): Promise<number> {
      const none = { kind: 'decision', outcome: null, conditions: '', phase: null, corrects: null } as const
      const by = { byId: byId ?? NOBODY, byRole: 'commissioner', at: now() }
      const number = await store.addDecision(sprintId, { ...none, ...answer, ...by }, within)
      if (number === undefined) throw new Error('an answer was not added')
      return number
    },

    /** Sets a proposal aside, or takes that back. @throws AppError `not_found` when it has become a line, or is none. */
    async setAside(access: GrantedSprint, proposalId: string, aside: boolean): Promise<void> {
      const done = isUuid(proposalId) && (await store.setAside(access.sprint.id, proposalId, aside ? now() : null))
      if (!done) throw new AppError('not_found', 'no such proposal')
    },
  }
}
