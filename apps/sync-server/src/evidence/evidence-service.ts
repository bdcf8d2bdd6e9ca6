import { randomUUID } from 'node:crypto'
import { type BoardRecord, readAllRecords, readRecord, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { AppError } from '@samtavle/shared/errors'
import type { BoardSection, SendOnAnswer } from '@samtavle/shared/evidence-api'
import { BELOW_HEADING } from '@samtavle/shared/note-rows'
import { NOTE_SIZE } from '@samtavle/shared/picture-geometry'
import { wordsOn } from '@samtavle/shared/shape-words'
import { isWrittenNote } from '@samtavle/shared/written-note'
import type * as Y from 'yjs'
import { BoardPlaces, roleOfRecord, traceOf } from '../boards/board-texts.ts'
import { createServedDocuments } from '../boards/served-documents.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import { newRecordId } from '../rooms/record-id.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import type { NoteVoteStore } from '../votes/note-vote-store.ts'
import type { EvidenceStore, Link, Trace } from './evidence-store.ts'
import { placeSentNotes, type TravellingNote } from './sent-notes.ts'

export type EvidenceService = ReturnType<typeof createEvidenceService>

/** Sending notes on, and saying what builds on what. Reading the chains is `evidence-chains.ts`. */
export function createEvidenceService(deps: {
  store: EvidenceStore
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument' | 'tell'>
  votes: Pick<NoteVoteStore, 'carry'>
  now: () => Date
}) {
  const { store, docStore, rooms, votes, now } = deps

  const { read, edit } = createServedDocuments({ docStore, rooms })

  /** The records of a board and where each lies in words. */
  const look = (boardId: string) =>
    read(boardId, (doc) => {
      const records = new Map(readAllRecords(doc).map((record): [string, BoardRecord] => [record.id, record]))
      return { records, places: new BoardPlaces(records) }
    })

  /**
   * Gives those of these shapes a trace that have none of the server's, and answers all of them. What is gone by then
   * is left out.
   */
  async function traced(
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
      await edit(boardId, identity.userId, (doc) => {
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
  }

  return {
    /** The sections of a board in which notes have room, in the order of reading. */
    async sections({ boardId }: GrantedAccess): Promise<BoardSection[]> {
      const frames = await read(boardId, (doc) => readAllRecords(doc).filter(isFrame))
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
     * Copies notes into a section of another board. Each copy is tied to what it comes from before it is there, so that
     * nobody sees it without.
     * @throws AppError `bad_request` when nothing of it can be sent; `unavailable` when a board cannot be edited now
     */
    async sendOn(
      source: GrantedAccess,
      target: GrantedAccess,
      request: { shapes: readonly string[]; frame: string | null },
    ): Promise<SendOnAnswer> {
      const { userId } = source.identity
      const { records, places } = await look(source.boardId)
      const wanted = [...new Set(request.shapes)].map((id) => records.get(id)).filter(isWrittenNote)
      if (wanted.length === 0) throw new AppError('bad_request', 'there is nothing to be sent on')
      const { byShape, traces } = await traced(source, wanted, places)
      const notes: TravellingNote[] = []
      const links: Link[] = []
      for (const from of wanted) {
        const origin = byShape.get(from.id)
        if (origin === undefined) continue
        const trace = randomUUID()
        notes.push({ from, role: roleOfRecord(from) ?? 'fact', trace, by: userId })
        links.push({ from: origin, to: trace })
      }
      const into = await read(target.boardId, (doc) => nameOf(doc, request.frame))
      // Their ids are known before they lie there, and so where their votes are shown.
      const ids = notes.map(newRecordId)
      const received = notes.map(({ trace, role }, i): Trace => {
        return { id: trace, boardId: target.boardId, shape: `shape:${ids[i]}`, role, section: into }
      })
      await store.add([...traces, ...received], links, userId, now())
      const withVotes = await votes.carry({ from: source.boardId, to: target.boardId }, links)
      let placed = { ids: [] as string[], outside: 0 }
      try {
        await edit(target.boardId, userId, (doc) => {
          placed = placeSentNotes(doc, notes, { frameId: request.frame, ids })
        })
      } catch (error) {
        await store.withdraw(links, now())
        throw error
      }
      if (withVotes > 0) rooms.tell(target.boardId, { type: 'vote' })
      return { sent: placed.ids, leftOut: request.shapes.length - placed.ids.length, outside: placed.outside }
    },

    /**
     * One note builds on others of its board.
     * @throws AppError `not_found` for a shape that is none, `conflict` when it would build on itself
     */
    async link(access: GrantedAccess, request: { shape: string; buildsOn: readonly string[] }): Promise<void> {
      const { records, places } = await look(access.boardId)
      const shapes = [request.shape, ...new Set(request.buildsOn)].map((id) => records.get(id))
      if (!shapes.every(isWrittenNote)) throw new AppError('not_found', 'no such note')
      if (request.buildsOn.includes(request.shape)) throw new AppError('conflict', 'a note does not build on itself')
      const { byShape, traces } = await traced(access, shapes, places)
      const links = linksOf(request, byShape)
      const [to] = links.map((link) => link.to)
      if (to === undefined) throw new AppError('not_found', 'no such note')
      // A copy of it bears the same trace.
      const behind = links.map(({ from }) => from)
      if (await store.leadsTo(to, behind)) throw new AppError('conflict', 'a note does not build on itself')
      await store.add(traces, links, access.identity.userId, now())
    },

    /** Takes back that one note builds on others; what was not so is none. */
    async unlink(access: GrantedAccess, request: { shape: string; buildsOn: readonly string[] }): Promise<void> {
      const { records } = await look(access.boardId)
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

/** What a section is called; empty for none. */
function nameOf(doc: Y.Doc, frameId: string | null): string {
  const frame = frameId === null ? undefined : readRecord(recordMapOf(doc), frameId)
  return frame === undefined || !isFrame(frame) ? '' : wordsOn(frame).trim().slice(0, 200)
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
