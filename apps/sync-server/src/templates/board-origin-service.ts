import { createHash } from 'node:crypto'
import { type BoardRecord, readAllRecords, recordMapOf, restoreRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import type { BoardTemplate } from '@samtavle/shared/template-api'
import type * as Y from 'yjs'
import type { DocStore } from '../rooms/doc-store.ts'
import { type EditOutcome, refusedEdit } from '../rooms/edit-outcome.ts'
import { newRecordId } from '../rooms/record-id.ts'
import { withDocument } from '../rooms/stored-document.ts'
import { type GrantedAccess, noSuchBoard } from '../sharing/access-service.ts'
import { laidOutRecords } from './laid-out-records.ts'
import type { TemplateService } from './template-service.ts'
import type { TemplateStore } from './template-store.ts'

export type BoardOriginService = ReturnType<typeof createBoardOriginService>

/** Edits of the server itself. The room registry makes them. */
export type ServerEditing = {
  edit(boardId: string, actorId: string | null, change: (doc: Y.Doc) => void): Promise<EditOutcome>
}

/**
 * Names what lies on a board, whatever the order in which it was written: equal as long as nobody has changed anything,
 * and again when they took it back.
 */
export function digestOf(doc: Y.Doc): Buffer {
  const records = readAllRecords(doc).sort((a, b) => (a.id < b.id ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(records, sortedKeys)).digest()
}

/** `digestOf` of what a new board's document is made of. */
export const digestOfSeeds = (payloads: readonly Uint8Array[]): Buffer =>
  withDocument({ payloads: [...payloads] }, digestOf)

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Boards that were made from a template of the organisation's own, and what became of that since. */
export function createBoardOriginService(deps: {
  store: TemplateStore
  templates: Pick<TemplateService, 'own' | 'contentOf'>
  docStore: Pick<DocStore, 'load'>
  rooms: ServerEditing
}) {
  const { store, templates, docStore, rooms } = deps

  return {
    async look({ boardId }: GrantedAccess): Promise<BoardTemplate> {
      const origin = await store.originOf(boardId)
      if (origin === undefined) return { origin: null }
      const { version, newest, digest } = origin
      // Only where it matters is the board read.
      if (newest <= version) return { origin: { version, newest, unused: false } }
      const stored = await docStore.load(boardId)
      if (stored === undefined) throw noSuchBoard()
      return { origin: { version, newest, unused: withDocument(stored, digestOf).equals(digest) } }
    },

    /**
     * Makes a board that nobody has written on what the newest version of its template is, for everybody there. With
     * examples when it has some.
     * @throws AppError `conflict` when somebody wrote on it, or there is nothing newer.
     */
    async useNewest(access: GrantedAccess): Promise<void> {
      const { boardId, identity } = access
      const origin = await store.originOf(boardId)
      if (origin === undefined || origin.newest <= origin.version)
        throw new AppError('conflict', 'there is no newer version')
      const row = await templates.own(origin.templateId)
      const content = await templates.contentOf(row)
      let digest: Buffer | undefined
      const outcome = await rooms.edit(boardId, identity.userId, (doc) => {
        // Asked of the document that is edited: what somebody wrote a moment ago counts.
        if (!digestOf(doc).equals(origin.digest)) return
        const before = readAllRecords(doc)
        const pageId = before.find(({ typeName }) => typeName === 'page')?.id
        const examples = before.some(({ meta }) => meta?.example === true)
        const options = { locale: origin.locale, examples, newId: newRecordId, boardName: access.title, pageId }
        const records = new Map(
          laidOutRecords(content, options).map((record): [string, BoardRecord] => [record.id, record]),
        )
        restoreRecords(recordMapOf(doc), records)
        digest = digestOf(doc)
      })
      if (outcome !== 'committed') throw refusedEdit(outcome)
      if (digest === undefined) throw new AppError('conflict', 'somebody has written on the board')
      await store.noteOrigin(boardId, row.version, digest)
    },
  }
}
