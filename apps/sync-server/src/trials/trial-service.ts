import { can } from '@samtavle/shared/access'
import { type BoardRecord, readAllRecords, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import type { CardProps } from '@samtavle/shared/card-shape'
import { AppError } from '@samtavle/shared/errors'
import type { LogTrialRequest, TrialAnswer, TrialSummary, TrialsAnswer } from '@samtavle/shared/trial-api'
import { stepProps, type TrialCard, type TrialStatus, trialOf } from '@samtavle/shared/trial-card'
import { trialLineMarkOf, trialLines } from '@samtavle/shared/trial-log'
import type { BoardTextStore } from '../boards/board-text-store.ts'
import { BoardPlaces } from '../boards/board-texts.ts'
import { createServedDocuments } from '../boards/served-documents.ts'
import { type Identity, principalOf } from '../http/app-env.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import { newRecordId } from '../rooms/record-id.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import { type AccessService, type GrantedAccess, requireFurther } from '../sharing/access-service.ts'
import { placeTrialLine } from './trial-line-notes.ts'
import type { TrialStore } from './trial-store.ts'

/** Trials that one list answers with, and lines of the log of one. */
export const TRIALS = { list: 200, lines: 30 } as const
/** For how long a line may wait on a phone before the time that it says is not believed any more, in ms. */
const LONGEST_WAIT = 14 * 24 * 60 * 60 * 1000

export type TrialService = ReturnType<typeof createTrialService>

/** Trial actions across boards, and their log. */
export function createTrialService(deps: {
  store: TrialStore
  texts: Pick<BoardTextStore, 'seen' | 'isBehind'>
  access: Pick<AccessService, 'accessFor'>
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument'>
  now: () => Date
}) {
  const { store, texts, access, now } = deps
  const { read, edit } = createServedDocuments(deps)

  /** What somebody may do on each of these boards; those that they may not see are left out. */
  async function rightsOn(identity: Identity, boardIds: Iterable<string>): Promise<Map<string, { mayLog: boolean }>> {
    const rights = new Map<string, { mayLog: boolean }>()
    for (const boardId of new Set(boardIds)) {
      const found = await access.accessFor(identity.userId, boardId)
      if (found === undefined) continue
      const board = { kind: 'board', role: found.role, state: found.state } as const
      if (!can(principalOf(identity), 'board.view', board)) continue
      rights.set(boardId, { mayLog: can(principalOf(identity), 'board.edit', board) })
    }
    return rights
  }

  return {
    /** All trials on boards that one may see. */
    async list(
      identity: Identity,
      only: { status?: TrialStatus | undefined; sprint?: string | undefined },
    ): Promise<TrialsAnswer> {
      const seen = (await texts.seen(identity.userId)).map(({ id }) => id)
      const behind = await texts.isBehind(seen)
      const rows = await store.trials(seen, only, TRIALS.list + 1)
      // Rights may have changed since the statements above.
      const rights = await rightsOn(
        identity,
        rows.map(({ boardId }) => boardId),
      )
      const trials = rows.slice(0, TRIALS.list).flatMap(({ fields, ...row }): TrialSummary[] => {
        const right = rights.get(row.boardId)
        const more = JSON.parse(fields) as Pick<TrialSummary, 'hypothesis' | 'missing' | 'lastLine'>
        return right === undefined ? [] : [{ ...row, ...more, ...right }]
      })
      return { trials, more: rows.length > TRIALS.list, behind }
    },

    /**
     * One trial as it is now.
     * @throws AppError `not_found`
     */
    async trial(board: GrantedAccess, shape: string): Promise<TrialAnswer> {
      const { identity, role, state, boardId, title } = board
      const found = await read(boardId, (doc) => {
        const records = new Map(readAllRecords(doc).map((record): [string, BoardRecord] => [record.id, record]))
        const record = records.get(shape)
        const trial = required(trialOf(record))
        const lines = trialLines(records.values()).get(shape) ?? []
        return { trial, lines, section: record === undefined ? '' : new BoardPlaces(records).of(record) }
      })
      const may = (action: 'board.edit' | 'board.change-others') =>
        can(principalOf(identity), action, { kind: 'board', role, state })
      return {
        ...found.trial,
        boardId,
        board: title,
        section: found.section,
        shape,
        lines: found.lines.slice(0, TRIALS.lines),
        lastLine: found.lines[0] ?? null,
        mayLog: may('board.edit'),
        maySetStatus: may('board.change-others'),
      }
    },

    /**
     * Writes a line in the log of a trial, and takes the trial a step further when that is said. A line that is there
     * already is not written again, so that a phone may ask until it is answered.
     * @throws AppError `not_found`; `forbidden` for a step of somebody who may change only their own; `conflict` for a
     * trial that is to begin and is not ready; `unavailable` when the board cannot be edited now
     */
    async log(board: GrantedAccess, shape: string, request: LogTrialRequest): Promise<void> {
      const { boardId, identity } = board
      const { step, line } = request
      if (step !== undefined) requireFurther(board, 'board.change-others')
      const written = await read(boardId, (doc) => {
        const trial = required(trialOf(readRecord(recordMapOf(doc), shape)))
        const isThere = readAllRecords(doc).some((record) => trialLineMarkOf(record)?.line === line)
        if (!isThere && step === 'running' && trial.missing.length > 0) {
          throw new AppError('conflict', `not ready: ${trial.missing.join(', ')}`)
        }
        return isThere
      })
      if (written) return
      const at = believed(request.writtenAt, now())
      await edit(boardId, identity.userId, (doc) => {
        const card = readRecord(recordMapOf(doc), shape)
        if (card === undefined) return
        if (step !== undefined) {
          const props = { ...card.props, ...stepProps(card.props as CardProps, step) }
          updateRecord(recordMapOf(doc), card, { ...card, props })
        }
        const by = { userId: identity.userId, locale: identity.locale }
        placeTrialLine(doc, card, { ...request, at, by }, newRecordId)
      })
    },
  }
}

function required(trial: TrialCard | null): TrialCard {
  if (trial === null) throw new AppError('not_found', 'no such trial')
  return trial
}

/** When it was written, as the phone says; the server's own time when that cannot be. */
function believed(said: string, now: Date): string {
  const age = now.getTime() - Date.parse(said)
  return age > -60_000 && age < LONGEST_WAIT ? said : now.toISOString()
}
