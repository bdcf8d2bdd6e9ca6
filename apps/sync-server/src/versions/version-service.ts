import type { BoardVersion } from '@samtavle/shared/api'
import { readAllRecords, recordMapOf, restoreRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { keepingOpen, mergeRecords } from '@samtavle/shared/merge-records'
import type { RoomEvent } from '@samtavle/shared/protocol'
import type * as Y from 'yjs'
import { type EditOutcome, refusedEdit } from '../rooms/edit-outcome.ts'
import { policyOf } from '../rooms/own-policy.ts'
import { type GrantedAccess, noSuchBoard, requireFurther } from '../sharing/access-service.ts'
import type { Captured, Compactor } from './compactor.ts'
import { restorableRecords } from './restorable-records.ts'
import { assertFits, type BoardStep, byId } from './version-document.ts'
import type { VersionReading } from './version-reading.ts'
import type { VersionRow, VersionStore } from './version-store.ts'

/** What going back to a version needs of the rooms. The room registry implements it. */
export interface BoardEditing {
  /**
   * An ordinary edit made by the server; resolves when it is committed and shown to all. `open` are the records that
   * somebody is writing in.
   */
  edit(
    boardId: string,
    actorId: string | null,
    change: (doc: Y.Doc, open: ReadonlySet<string>) => void,
  ): Promise<EditOutcome>
  /** Tells everybody who is on the board. */
  tell(boardId: string, event: RoomEvent): void
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
  reading: Pick<VersionReading, 'step' | 'fresh'>
  rooms: BoardEditing
  now: () => Date
  editUnits?: number
}) {
  const { store, compactor, reading, rooms, now, editUnits = EDIT_UNITS } = deps

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
    return version
  }

  /**
   * Makes the step from one state to another on the board as it is, but for what somebody is writing in. Of what is the
   * same in both, the board is left as it is.
   */
  async function make(access: GrantedAccess, step: BoardStep): Promise<void> {
    const { boardId, identity } = access
    const policy = policyOf(identity, access.role)
    const opened = new Set<string>()
    const [from, to] = [byId(step.from), byId(step.to)]
    for (let edits = 0, done = false; !done; edits++) {
      if (edits === EDITS_MAX) throw new AppError('too_large', 'the version is too large')
      const outcome = await rooms.edit(boardId, identity.userId, (doc, open) => {
        for (const id of open) opened.add(id)
        const present = byId(readAllRecords(doc))
        const target = keepingOpen(mergeRecords({ from, to, now: present }), present, opened)
        done = restoreRecords(recordMapOf(doc), restorableRecords(policy, doc, target), editUnits, present).done
      })
      if (outcome !== 'committed') throw refusedEdit(outcome)
    }
  }

  async function restore(access: GrantedAccess, versionId: string): Promise<void> {
    const { boardId, identity } = access
    const version = await readVersion(access, versionId)
    const at = now()
    const captured = await capture(boardId)
    // Read before anything is kept: a damaged version leaves no trace of the attempt.
    const step = await reading.step(captured, version)
    const added = await store.add({ boardId, captured, kind: 'before-restore', actorId: identity.userId, at })
    await store.thin(boardId, at)
    // Not kept again: the newest version says the same.
    const before = added ?? (await store.list(boardId))[0]?.id
    await make(access, step)
    const { kind, name, createdAt } = version
    rooms.tell(boardId, {
      type: 'restored',
      by: { id: identity.userId, name: identity.name },
      version: { id: versionId, kind, name, createdAt: createdAt.toISOString() },
      before: before ?? null,
    })
  }

  async function takeBack(access: GrantedAccess, versionId: string, beforeId: string): Promise<void> {
    const [version, before] = [await readVersion(access, versionId), await readVersion(access, beforeId)]
    await make(access, await reading.step(version, before))
    const { userId: id, name } = access.identity
    rooms.tell(access.boardId, { type: 'taken-back', by: { id, name } })
  }

  async function erase(access: GrantedAccess, versionId: string): Promise<void> {
    const { boardId, generation, identity } = access
    const document = await reading.fresh(await readVersion(access, versionId))
    assertFits(document)
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
     * The document of a version as it is stored: one Yjs update, gzipped.
     * @throws AppError `not_found`
     */
    async state(access: GrantedAccess, versionId: string): Promise<Uint8Array> {
      return (await readVersion(access, versionId)).payload
    },

    /**
     * Makes the board what it was in a version, by an edit that everybody there sees and that can be taken back: how it
     * is now becomes a version first. What the person must not touch stays as it is, and so does what somebody is
     * writing in or changed meanwhile.
     * @throws AppError `not_found`; `gone` and `unavailable` when the board cannot be edited, `board_full` when there is
     *   no room on it for what comes back.
     */
    restore: (access: GrantedAccess, versionId: string): Promise<void> =>
      inTurn(access.boardId, () => restore(access, versionId)),

    /**
     * Takes going back to a version back: what is still as the version says becomes what it was in `beforeId`, the
     * version that was kept then. What anybody did since stays.
     * @throws AppError as `restore`
     */
    takeBack: (access: GrantedAccess, versionId: string, beforeId: string): Promise<void> =>
      inTurn(access.boardId, () => takeBack(access, versionId, beforeId)),

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

function toVersion({ actorId, actorName, createdAt, ...version }: VersionRow): BoardVersion {
  const by = actorId === null || actorName === null ? null : { id: actorId, name: actorName }
  return { ...version, by, createdAt: createdAt.toISOString() }
}
