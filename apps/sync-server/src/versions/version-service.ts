import type { BoardVersion } from '@samtavle/shared/api'
import { recordMapOf, restoreRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { CloseReason } from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import { policyOf } from '../rooms/own-policy.ts'
import { type GrantedAccess, noSuchBoard, requireFurther } from '../sharing/access-service.ts'
import type { Captured, Compactor } from './compactor.ts'
import { restorableRecords } from './restorable-records.ts'
import { freshDocument, recordsOfVersion } from './version-document.ts'
import type { VersionRow, VersionStore } from './version-store.ts'

/** What going back to a version needs of the rooms. The room registry implements it. */
export interface BoardEditing {
  /** An ordinary edit made by the server; resolves when it is committed and shown to all. */
  edit(boardId: string, actorId: string | null, change: (doc: Y.Doc) => void): Promise<'committed' | CloseReason>
  /** The board has a new generation: every socket ends with 4409 and the room is forgotten. */
  boardReplaced(boardId: string): void
}

/**
 * How much of a version one edit writes, in UTF-16 units: a journal row holds 8 MiB, and a frame to a browser no more.
 * All but the largest boards come back in one.
 */
const EDIT_UNITS = 2 * 1024 * 1024
const EDITS_MAX = 50

export type VersionService = ReturnType<typeof createVersionService>

/** The rules of versions. What takes a `GrantedAccess` acts on that board only. */
export function createVersionService(deps: {
  store: VersionStore
  compactor: Pick<Compactor, 'capture'>
  rooms: BoardEditing
  now: () => Date
  editUnits?: number
}) {
  const { store, compactor, rooms, now, editUnits = EDIT_UNITS } = deps

  async function capture(boardId: string): Promise<Captured> {
    const captured = await compactor.capture(boardId)
    if (captured === undefined) throw noSuchBoard()
    return captured
  }

  /** The end of the last work on a board. */
  const turns = new Map<string, Promise<unknown>>()

  /**
   * One after the other on each board: going back to a version must not carry into an erased board what it read before.
   */
  async function inTurn<T>(boardId: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(boardId) ?? Promise.resolve()
    const own = before.catch(() => {}).then(work)
    turns.set(boardId, own)
    try {
      return await own
    } finally {
      if (turns.get(boardId) === own) turns.delete(boardId)
    }
  }

  async function readVersion(access: GrantedAccess, versionId: string) {
    const version = isUuid(versionId) ? await store.read(access.boardId, versionId) : undefined
    if (version === undefined) throw new AppError('not_found', 'no such version')
    return await recordsOfVersion(version)
  }

  async function restore(access: GrantedAccess, versionId: string): Promise<void> {
    const { boardId, identity } = access
    const policy = policyOf(identity, access.role)
    const records = new Map((await readVersion(access, versionId)).map((record) => [record.id, record]))
    const at = now()
    const captured = await capture(boardId)
    await store.add({ boardId, captured, kind: 'before-restore', actorId: identity.userId, at })
    await store.thin(boardId, at)
    for (let edits = 0, done = false; !done; edits++) {
      if (edits === EDITS_MAX) throw new AppError('too_large', 'the version is too large')
      const outcome = await rooms.edit(boardId, identity.userId, (doc) => {
        done = restoreRecords(recordMapOf(doc), restorableRecords(policy, doc, records), editUnits).done
      })
      if (outcome !== 'committed') throw refusalOf(outcome)
    }
  }

  async function erase(access: GrantedAccess, versionId: string): Promise<void> {
    const { boardId, generation, identity } = access
    const document = freshDocument(await readVersion(access, versionId))
    if (!(await store.replaceBoard({ boardId, generation, actorId: identity.userId, document }))) {
      throw new AppError('conflict', 'the board is not as it was')
    }
    rooms.boardReplaced(boardId)
    // What was on its way into the old generation; the hourly sweep takes what comes later still.
    await store.removeLeftovers(boardId)
  }

  return {
    async list(access: GrantedAccess): Promise<BoardVersion[]> {
      return (await store.list(access.boardId)).map(toVersion)
    },

    /**
     * Keeps the board as it is now, under a name, and answers the version's id.
     * @throws AppError `conflict` when the board has as many named versions as it may.
     */
    async save(access: GrantedAccess, name: string): Promise<string> {
      const { boardId, identity } = access
      const captured = await capture(boardId)
      const id = await store.add({ boardId, captured, kind: 'named', name, actorId: identity.userId, at: now() })
      if (id === undefined) throw new AppError('conflict', 'the board has too many named versions')
      return id
    },

    /**
     * Makes the board what it was in a version, by an edit that everybody there sees and that can be taken back: how it
     * is now becomes a version first. What the person must not touch stays as it is.
     * @throws AppError `not_found`; `gone` and `unavailable` when the board cannot be edited.
     */
    restore: (access: GrantedAccess, versionId: string): Promise<void> =>
      inTurn(access.boardId, () => restore(access, versionId)),

    /**
     * Makes the board what it was in a version and erases everything else that it ever held, its versions too. Open
     * documents of it are never merged again: its sockets end with 4409.
     * @throws AppError `forbidden` for everybody but the owner, `not_found`, `conflict` when the board changed meanwhile.
     */
    async erase(access: GrantedAccess, versionId: string): Promise<void> {
      requireFurther(access, 'board.erase-history')
      await inTurn(access.boardId, () => erase(access, versionId))
    },
  }
}

function refusalOf(reason: CloseReason): AppError {
  if (reason === 'gone') return new AppError('gone', 'this board is deleted')
  if (reason === 'noSuchBoard') return noSuchBoard()
  if (reason === 'notAllowed') return new AppError('forbidden', 'the board cannot be edited')
  if (reason === 'badData') return new AppError('too_large', 'the version does not fit into the board')
  return new AppError('unavailable', `the board cannot be edited now: ${reason}`, { retryAfter: 2 })
}

function toVersion({ actorId, actorName, createdAt, ...version }: VersionRow): BoardVersion {
  const by = actorId === null || actorName === null ? null : { id: actorId, name: actorName }
  return { ...version, by, createdAt: createdAt.toISOString() }
}
