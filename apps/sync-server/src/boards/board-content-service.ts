import { randomUUID } from 'node:crypto'
import type { boardPreviewQuery } from '@samtavle/shared/api'
import { readAllRecords } from '@samtavle/shared/board-doc'
import { renderBoardPicture } from '@samtavle/shared/board-picture'
import type { z } from 'zod'
import type { DocStore, StoredDoc } from '../rooms/doc-store.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import { withDocument } from '../rooms/stored-document.ts'
import { type GrantedAccess, noSuchBoard } from '../sharing/access-service.ts'
import { encodeStored } from './board-document.ts'
import type { BoardStore } from './board-store.ts'

export type BoardContentService = ReturnType<typeof createBoardContentService>

/** What lies on a board, as bytes and as a picture. Reads what is durable, so it needs no room. */
export function createBoardContentService(deps: {
  store: BoardStore
  docStore: DocStore
  rooms: Pick<RoomRegistry, 'encodedState'>
}) {
  /** A newer server may draw differently: its pictures must not pass for the ones that browsers hold. */
  const drawnBy = randomUUID().slice(0, 8)

  const beingRead = new Map<string, Promise<Uint8Array>>()

  async function load(access: Pick<GrantedAccess, 'boardId'>): Promise<StoredDoc> {
    const stored = await deps.docStore.load(access.boardId)
    if (stored === undefined) throw noSuchBoard()
    return stored
  }

  return {
    /** The whole document as one Yjs update. Who asks while it is being read, or while it is in memory, shares it. */
    async state(access: Pick<GrantedAccess, 'boardId'>): Promise<Uint8Array> {
      const open = deps.rooms.encodedState(access.boardId)
      if (open !== undefined) return open
      let reading = beingRead.get(access.boardId)
      if (reading === undefined) {
        reading = load(access)
          .then(encodeStored)
          .finally(() => beingRead.delete(access.boardId))
        beingRead.set(access.boardId, reading)
      }
      return await reading
    },

    /**
     * Names what `picture` would draw now, for `ETag`. Ask for it before the picture, which is then never older than
     * its name says.
     */
    async pictureVersion(access: GrantedAccess, look: z.infer<typeof boardPreviewQuery>): Promise<string> {
      const seq = await deps.store.newestSeq(access.boardId)
      return [drawnBy, access.generation, seq, look.theme, look.detail, access.identity.locale].join('-')
    },

    /** An SVG of the board, drawn from its records by our own renderer: it holds no markup of anybody's. */
    async picture(access: GrantedAccess, look: z.infer<typeof boardPreviewQuery>): Promise<string> {
      const records = withDocument(await load(access), readAllRecords)
      return renderBoardPicture(records, { ...look, locale: access.identity.locale })
    },
  }
}
