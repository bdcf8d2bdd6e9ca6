import { randomUUID } from 'node:crypto'
import { type BoardRecord, readAllRecords, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { BoardPlaces, roleOfRecord, traceOf } from '../boards/board-texts.ts'
import type { createServedDocuments } from '../boards/served-documents.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import type { EvidenceStore, Trace } from './evidence-store.ts'

export type NoteTraces = ReturnType<typeof createNoteTraces>

/** The notes of a board and the traces that they bear. */
export function createNoteTraces(deps: {
  store: Pick<EvidenceStore, 'known' | 'marked'>
  documents: ReturnType<typeof createServedDocuments>
}) {
  const { store, documents } = deps
  return {
    /** The records of a board and where each lies in words. */
    look: (boardId: string) =>
      documents.read(boardId, (doc) => {
        const records = new Map(readAllRecords(doc).map((record): [string, BoardRecord] => [record.id, record]))
        return { records, places: new BoardPlaces(records) }
      }),

    /**
     * Gives those of these shapes a trace that have none of the server's, and answers all of them. What is gone by then
     * is left out.
     */
    async traced(
      { boardId, identity }: GrantedAccess,
      shapes: readonly BoardRecord[],
      places: BoardPlaces,
    ): Promise<{ byShape: Map<string, string>; traces: Trace[] }> {
      const said = shapes.map(traceOf).filter((trace) => trace !== null)
      const known = await store.known(said)
      const marked = await store.marked(
        boardId,
        shapes.map(({ id }) => id),
      )
      const byShape = new Map<string, string>()
      const fresh = new Map<string, string>()
      for (const shape of shapes) {
        const trace = traceOf(shape)
        if (trace !== null && known.has(trace)) byShape.set(shape.id, trace)
        else fresh.set(shape.id, marked.get(shape.id) ?? randomUUID())
      }
      if (fresh.size > 0) {
        await documents.edit(boardId, identity.userId, (doc) => {
          for (const [id, trace] of fresh) {
            const before = readRecord(recordMapOf(doc), id)
            if (before === undefined) continue
            updateRecord(recordMapOf(doc), before, { ...before, meta: { ...before.meta, trace } })
            byShape.set(id, trace)
          }
        })
      }
      const traces = shapes.flatMap((shape): Trace[] => {
        const id = byShape.get(shape.id)
        return id === undefined
          ? []
          : [{ id, boardId, shape: shape.id, role: roleOfRecord(shape), section: places.of(shape) }]
      })
      return { byShape, traces }
    },
  }
}
