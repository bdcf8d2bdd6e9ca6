import { can } from '@samtavle/shared/access'
import { readAllRecords, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import type { LearningLoop, LoopTrial, OneLoop, ReceivedLoops } from '@samtavle/shared/loop-api'
import { trialOf } from '@samtavle/shared/trial-card'
import { trialLines } from '@samtavle/shared/trial-log'
import type { createServedDocuments } from '../boards/served-documents.ts'
import { type Identity, principalOf } from '../http/app-env.ts'
import type { GrantedLoop } from './loop-access-service.ts'
import type { ReceivedLoopStore } from './received-loop-store.ts'

/** Lines of a trial's log that say what was learned. */
const LINES = 20

export type ReceivedLoopService = ReturnType<typeof createReceivedLoopService>

/** Learning loops one by one, as their owner reads them who is perhaps not of the sprint. */
export function createReceivedLoopService(deps: {
  store: ReceivedLoopStore
  /** One loop as this person may see it. */
  loopOf: (granted: GrantedLoop, loopId: string) => Promise<LearningLoop>
  documents: Pick<ReturnType<typeof createServedDocuments>, 'read'>
}) {
  const { store, loopOf, documents } = deps

  /** What the trial of a loop has taught: the card's own words and its log, without who wrote them. Null for none. */
  async function learnedFrom(loopId: string): Promise<LoopTrial | null> {
    const named = await store.trialOf(loopId)
    if (named === undefined) return null
    try {
      return await documents.read(named.boardId, (doc) => {
        const trial = trialOf(readRecord(recordMapOf(doc), named.shape))
        if (trial === null) return null
        const { title, hypothesis, status, outcome, learned } = trial
        const lines = (trialLines(readAllRecords(doc)).get(named.shape) ?? [])
          .filter((line) => line.learned !== '')
          .slice(0, LINES)
        return {
          ...{ title, hypothesis, status, outcome, learned },
          lines: lines.map((line) => ({ at: line.at, learned: line.learned })),
        }
      })
    } catch (error) {
      // Its board was deleted.
      if (error instanceof AppError && error.code === 'not_found') return null
      throw error
    }
  }

  return {
    /** The loops that a person owns without being of their sprint, those that go on first. */
    async list({ userId }: Identity): Promise<ReceivedLoops> {
      return { loops: await store.received(userId) }
    },

    /** @throws AppError `not_found` for a loop that is none of the sprint's */
    async one(granted: GrantedLoop, loopId: string): Promise<OneLoop> {
      const { sprint, identity } = granted
      const loop = await loopOf(granted, loopId)
      return {
        loop,
        sprint: { id: sprint.id, title: sprint.title, isOpen: sprint.place !== null },
        mayRun: can(principalOf(identity), 'loop.run', {
          kind: 'loop',
          place: sprint.place,
          receives: granted.receives,
        }),
        trial: await learnedFrom(loop.id),
      }
    },
  }
}
