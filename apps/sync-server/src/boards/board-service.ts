import { randomUUID } from 'node:crypto'
import type { BoardState } from '@samtavle/shared/access'
import type { BoardSummary, CreateBoardRequest } from '@samtavle/shared/api'
import { assetsShown } from '@samtavle/shared/board-asset'
import type { ImportBoardRequest } from '@samtavle/shared/import-api'
import type { Identity } from '../http/app-env.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import {
  deletedAfter,
  type GrantedAccess,
  noSuchBoard,
  requireFurther,
  type VisitorAccess,
} from '../sharing/access-service.ts'
import type { TemplateService } from '../templates/template-service.ts'
import { encodeCopy, encodeSeeds } from './board-document.ts'
import type { BoardRow, BoardStore } from './board-store.ts'
import { createBreath } from './breath.ts'
import { copyTitle } from './copy-title.ts'
import { checkImportedRecords } from './imported-records.ts'
import type { NewBoardService } from './new-board-service.ts'

export type BoardService = ReturnType<typeof createBoardService>

export type BoardChange = { title?: string | undefined; archived?: boolean | undefined }

/**
 * The rules of boards. Rights are asked before: what takes a `GrantedAccess` acts on that board only. Rooms hear of
 * every change after it is committed.
 */
export function createBoardService(deps: {
  store: BoardStore
  docStore: DocStore
  rooms: RoomControl
  /** Told of every new board, once its document is stored. */
  onStored?: (boardId: string) => void
  newBoards: Pick<NewBoardService, 'one'>
  templates: Pick<TemplateService, 'isKnown'>
  /** Which of these pictures a new board of this person's may hold. */
  picturesGivenTo: (identity: Identity, ids: readonly string[]) => Promise<string[]>
  now: () => Date
}) {
  const { store, docStore, rooms, onStored = () => {}, newBoards, templates, picturesGivenTo, now } = deps
  return {
    async list(identity: Identity, state: BoardState): Promise<BoardSummary[]> {
      const rows = await store.list(identity.userId, state, deletedAfter(now()))
      return rows.map(toSummary)
    },

    /** One board as its visitor sees it. A guest is told nothing of what is around it: sprint, template, who wrote last. */
    async get(access: VisitorAccess): Promise<BoardSummary> {
      const row = await store.find(access.visitorId, access.boardId, access.guest === null ? undefined : access.role)
      if (row === undefined) throw noSuchBoard()
      const summary = toSummary(row)
      return access.guest === null ? summary : { ...summary, sprint: null, templateId: null, editedBy: null }
    },

    /**
     * Creates a board with its first document, empty or from a template, and answers its id.
     * @throws AppError `bad_request` for a template, or a short version of one, that does not exist.
     */
    async create(identity: Identity, request: CreateBoardRequest): Promise<string> {
      const { toTry, ...order } = request
      const { board, practice } = await newBoards.one({
        ...order,
        ownerId: identity.userId,
        locale: request.locale ?? identity.locale,
      })
      const expiresAt = (toTry ?? practice) ? new Date(now().getTime() + TRY_MS) : undefined
      await store.create({ ...board, expiresAt })
      onStored(board.id)
      return board.id
    },

    /**
     * Creates a board of one's own with what a backup holds, all of it or nothing. The records keep their ids, as those
     * of a copy do. The board gets the pictures that the person has sent for it and those that they may see here anyway,
     * and the answer says how many are missing. A template that this installation does not have is forgotten: without
     * its guide the board is as it was.
     * @throws AppError `bad_request` for records that cannot lie on a board, `too_large` when they do not fit.
     */
    async import(identity: Identity, backup: ImportBoardRequest): Promise<{ id: string; missingPictures: number }> {
      const { title, locale, templateId } = backup
      const breathe = createBreath()
      const records = await checkImportedRecords(backup, breathe)
      const seeds = await encodeSeeds(records, breathe)
      const id = randomUUID()
      const known = templateId !== null && (await templates.isKnown(templateId))
      const named = [...assetsShown(records)]
      const pictures = await picturesGivenTo(identity, named)
      const ownerId = identity.userId
      await store.create({ id, title, ownerId, templateId: known ? templateId : null, locale, seeds, pictures })
      onStored(id)
      return { id, missingPictures: named.length - pictures.length }
    },

    /** Creates a board of one's own with what another one holds now, without its members, and answers its id. */
    async duplicate(access: GrantedAccess, title: string | undefined): Promise<string> {
      const origin = await store.origin(access.boardId)
      const stored = await docStore.load(access.boardId)
      if (origin === undefined || stored === undefined) throw noSuchBoard()
      const id = randomUUID()
      await store.create({
        ...origin,
        id,
        title: title ?? copyTitle(access.title, access.identity.locale),
        ownerId: access.identity.userId,
        seeds: [encodeCopy(stored)],
        copyOf: access.boardId,
      })
      onStored(id)
      return id
    },

    /**
     * Renames the board, archives it or takes it out of the archive: all that is asked for, or nothing.
     * @throws AppError `forbidden` when one of it is not allowed.
     */
    async change(access: GrantedAccess, change: BoardChange): Promise<void> {
      if (change.title !== undefined) requireFurther(access, 'board.rename')
      if (change.archived !== undefined) requireFurther(access, 'board.archive')
      const changed = await store.change(access.boardId, change, now())
      if (changed === undefined) throw noSuchBoard()
      rooms.boardChanged(access.boardId, changed)
    },

    /** Lets a board stay that was made to try things on. */
    async keep(access: GrantedAccess): Promise<void> {
      if (!(await store.keep(access.boardId))) throw noSuchBoard()
    },

    /** Deletes the board for everybody and ends its open sockets; it can be taken back for 30 days. */
    async delete(access: GrantedAccess): Promise<void> {
      if (await store.softDelete(access.boardId, now())) rooms.boardDeleted(access.boardId)
    },

    /** Takes a deletion back: members and document are as they were. */
    async restore(access: GrantedAccess): Promise<void> {
      if (!(await store.restore(access.boardId, deletedAfter(now())))) throw noSuchBoard()
    },
  }
}

/** For so long there is a board that was made to try things on. */
export const TRY_MS = 24 * 60 * 60_000

function toSummary(row: BoardRow): BoardSummary {
  const { ownerId, ownerName, editorId, editorName, createdAt, editedAt, expiresAt, ...seen } = row
  const { sprintId, sprintTitle, sprintDay, ...board } = seen
  return {
    ...board,
    sprint: sprintId === null ? null : { id: sprintId, title: sprintTitle ?? '', day: sprintDay ?? '' },
    owner: { id: ownerId, name: ownerName },
    createdAt: createdAt.toISOString(),
    editedAt: editedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    editedBy: editorId === null || editorName === null ? null : { id: editorId, name: editorName },
  }
}
