import { readAllRecords } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { AppError } from '@samtavle/shared/errors'
import type { BoardSection } from '@samtavle/shared/evidence-api'
import { BELOW_HEADING } from '@samtavle/shared/note-rows'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { wordsOn } from '@samtavle/shared/shape-words'
import { isWrittenNote } from '@samtavle/shared/written-note'
import { traceOf } from '../boards/board-texts.ts'
import type { createServedDocuments } from '../boards/served-documents.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import type { EvidenceStore, Link } from './evidence-store.ts'
import type { NoteTraces } from './note-traces.ts'

export type EvidenceService = ReturnType<typeof createEvidenceService>

/** The sections of boards, and saying what builds on what. Reading the chains is `evidence-chains.ts`. */
export function createEvidenceService(deps: {
  store: EvidenceStore
  traces: NoteTraces
  documents: ReturnType<typeof createServedDocuments>
  now: () => Date
}) {
  const { store, traces, documents, now } = deps

  return {
    /** The sections of a board in which notes have room, in the order of reading. */
    async sections({ boardId }: GrantedAccess): Promise<BoardSection[]> {
      const frames = await documents.read(boardId, (doc) => readAllRecords(doc).filter(isFrame))
      return (
        frames
          // The header strip has fields of its own, and no room for a note.
          .filter((frame) => Number(frame.props?.h) >= BELOW_HEADING + NOTE_SIZE && wordsOn(frame).trim() !== '')
          .sort(
            (a, b) =>
              (metaOf(a).order ?? Number.POSITIVE_INFINITY) - (metaOf(b).order ?? Number.POSITIVE_INFINITY) ||
              Number(a.y) - Number(b.y) ||
              Number(a.x) - Number(b.x),
          )
          .map((frame) => ({ frame: frame.id, key: metaOf(frame).section ?? null, name: wordsOn(frame).trim() }))
      )
    },

    /**
     * One note builds on others of its board.
     * @throws AppError `not_found` for a shape that is none, `conflict` when it would build on itself
     */
    async link(access: GrantedAccess, request: { shape: string; buildsOn: readonly string[] }): Promise<void> {
      const { records, places } = await traces.look(access.boardId)
      const shapes = [request.shape, ...new Set(request.buildsOn)].map((id) => records.get(id))
      if (!shapes.every(isWrittenNote)) throw new AppError('not_found', 'no such note')
      if (request.buildsOn.includes(request.shape)) throw new AppError('conflict', 'a note does not build on itself')
      const { byShape, traces: marked } = await traces.traced(access, shapes, places)
      const links = linksOf(request, byShape)
      const [to] = links.map((link) => link.to)
      if (to === undefined) throw new AppError('not_found', 'no such note')
      // A copy of it bears the same trace.
      const behind = links.map(({ from }) => from)
      if (await store.leadsTo(to, behind)) throw new AppError('conflict', 'a note does not build on itself')
      await store.add(marked, links, access.identity.userId, now())
    },

    /** Takes back that one note builds on others; what was not so is none. */
    async unlink(access: GrantedAccess, request: { shape: string; buildsOn: readonly string[] }): Promise<void> {
      const { records } = await traces.look(access.boardId)
      const byShape = new Map<string, string>()
      for (const id of [request.shape, ...request.buildsOn]) {
        const record = records.get(id)
        const trace = record === undefined ? null : traceOf(record)
        if (trace !== null) byShape.set(id, trace)
      }
      await store.withdraw(linksOf(request, byShape), now())
    },
  }
}

function linksOf(
  { shape, buildsOn }: { shape: string; buildsOn: readonly string[] },
  byShape: ReadonlyMap<string, string>,
): Link[] {
  const to = byShape.get(shape)
  return buildsOn.flatMap((id) => {
    const from = byShape.get(id)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
}
