import { randomUUID } from 'node:crypto'
import { type BoardRecord, deleteRecord, readAllRecords, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { isFrame } from '@samtavle/shared/board-meta'
import { AppError } from '@samtavle/shared/errors'
import type { SendOnAnswer, TakeBackAnswer } from '@samtavle/shared/evidence-api'
import { isUuid } from '@samtavle/shared/ids'
import { wordsOn } from '@samtavle/shared/shape-words'
import { isWrittenNote } from '@samtavle/shared/written-note'
import type * as Y from 'yjs'
import { roleOfRecord, traceOf } from '../boards/board-texts.ts'
import type { createServedDocuments } from '../boards/served-documents.ts'
import { newRecordId } from '../rooms/record-id.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import type { NoteVoteStore } from '../votes/note-vote-store.ts'
import type { Link, Trace } from './evidence-store.ts'
import { notePrint } from './note-print.ts'
import type { NoteTraces } from './note-traces.ts'
import type { Sending, SendingStore } from './sending-store.ts'
import { placeSentNotes, type TravellingNote } from './sent-notes.ts'

/** Sendings that are seen to in one go. */
const MEND_AT_ONCE = 200

export type SendingService = ReturnType<typeof createSendingService>
type SendRequest = { id: string; shapes: readonly string[]; frame: string | null }

/**
 * Sending notes on, and taking them back. What is to be done is written down before a board is edited, so that a server
 * that is killed in between leaves nothing half done.
 */
export function createSendingService(deps: {
  store: SendingStore
  traces: NoteTraces
  documents: ReturnType<typeof createServedDocuments>
  votes: Pick<NoteVoteStore, 'carry'>
  rooms: Pick<RoomRegistry, 'tell'>
  now: () => Date
}) {
  const { store, traces, documents, votes, rooms, now } = deps
  /** What this server is at: nobody else sees to it meanwhile. */
  const underWay = new Map<string, Promise<SendOnAnswer>>()
  const takingBack = new Set<string>()

  /**
   * Makes notes and links agree: the link of a note that is not there is withdrawn. True when some of them are there.
   * Where it is not known how they were sent, it is as they are now.
   */
  async function settle(sending: Sending): Promise<boolean> {
    const { id, targetId, links } = sending
    const there = await documents.read(targetId, (doc) => bearersOf(doc, links))
    const gone = links.filter(({ to }) => !there.has(to))
    if (there.size === 0) await store.giveUp(id, links, now())
    const found = () => Object.fromEntries([...there].map(([trace, [note]]) => [trace, note ? notePrint(note) : '']))
    const known = Object.keys(sending.prints).length > 0 ? sending.prints : found()
    await store.settle(id, known, gone, now())
    return there.size > 0
  }

  /** What was sent, as it lies on the board now. */
  async function answerOf({ id, targetId, frameId, asked, links }: Sending): Promise<SendOnAnswer> {
    const there = await documents.read(targetId, (doc) => bearersOf(doc, links))
    const notes = links.flatMap(({ to }) => there.get(to)?.slice(0, 1) ?? [])
    const outside = frameId === null ? notes : notes.filter(({ parentId }) => parentId !== frameId)
    return { id, sent: notes.map((note) => note.id), leftOut: asked - links.length, outside: outside.length }
  }

  async function send(source: GrantedAccess, target: GrantedAccess, request: SendRequest): Promise<SendOnAnswer> {
    const { userId } = source.identity
    const { records, places } = await traces.look(source.boardId)
    const wanted = [...new Set(request.shapes)].map((id) => records.get(id)).filter(isWrittenNote)
    if (wanted.length === 0) throw new AppError('bad_request', 'there is nothing to be sent on')
    const { byShape, traces: origins } = await traces.traced(source, wanted, places)
    const notes: TravellingNote[] = []
    const links: Link[] = []
    for (const from of wanted) {
      const origin = byShape.get(from.id)
      if (origin === undefined) continue
      const trace = randomUUID()
      notes.push({ from, role: roleOfRecord(from) ?? 'fact', trace, by: userId })
      links.push({ from: origin, to: trace })
    }
    const into = await documents.read(target.boardId, (doc) => nameOf(doc, request.frame))
    // Their ids are known before they lie there, and so where their votes are shown.
    const ids = notes.map(newRecordId)
    const received = notes.map(
      ({ trace, role }, i): Trace => ({
        id: trace,
        boardId: target.boardId,
        shape: `shape:${ids[i]}`,
        role,
        section: into,
      }),
    )
    const { id, frame: frameId, shapes } = request
    const begun = {
      ...{ id, byId: userId, sourceId: source.boardId, targetId: target.boardId, frameId },
      ...{ asked: shapes.length, links },
    }
    if (!(await store.announce(begun, [...origins, ...received], now()))) throw otherSending()
    const sending: Sending = { ...begun, prints: {}, isSettled: false }
    const withVotes = await votes.carry({ from: source.boardId, to: target.boardId }, links)
    let placed = { ids: [] as string[], outside: 0 }
    const prints: Sending['prints'] = {}
    try {
      await documents.edit(target.boardId, userId, (doc) => {
        placed = placeSentNotes(doc, notes, { frameId, ids })
        for (const [trace, [note]] of bearersOf(doc, links)) if (note !== undefined) prints[trace] = notePrint(note)
      })
    } catch (error) {
      // What cannot be seen to now is seen to later.
      await settle(sending).catch(() => {})
      throw error
    }
    await store.settle(id, prints, [], now())
    if (withVotes > 0) rooms.tell(target.boardId, { type: 'vote' })
    return { id, sent: placed.ids, leftOut: shapes.length - placed.ids.length, outside: placed.outside }
  }

  return {
    /**
     * Copies notes into a section of another board. Each copy is tied to what it comes from before it is there, so that
     * nobody sees it without. Asked again under the same id, nothing is sent twice.
     * @throws AppError `bad_request` when nothing of it can be sent; `unavailable` when a board cannot be edited now;
     *   `conflict` for the id of another sending
     */
    async sendOn(source: GrantedAccess, target: GrantedAccess, request: SendRequest): Promise<SendOnAnswer> {
      const known = await store.find(request.id)
      if (known !== undefined && !isSame(known, source, target)) throw otherSending()
      const atIt = underWay.get(request.id)
      if (atIt !== undefined) return await atIt
      if (known !== undefined && (known.isSettled || (await settle(known)))) return await answerOf(known)
      const sent = send(source, target, request).finally(() => underWay.delete(request.id))
      underWay.set(request.id, sent)
      return await sent
    },

    /** @throws AppError `not_found` for what this person did not send from this board */
    async find(source: GrantedAccess, id: string): Promise<Sending> {
      const sending = isUuid(id) ? await store.find(id) : undefined
      const isTheirs = sending?.byId === source.identity.userId && sending.sourceId === source.boardId
      if (sending === undefined || !isTheirs) throw new AppError('not_found', 'no such sending')
      return sending
    },

    /**
     * Takes notes off the board again that lie there as they were sent, and withdraws their links. What somebody has
     * changed, moved or gone on with since stays. Asked again, it answers the same.
     * @throws AppError `unavailable` when the board cannot be edited now
     */
    async takeBack(target: GrantedAccess, sending: Sending): Promise<TakeBackAnswer> {
      const { id, links, prints } = sending
      takingBack.add(id)
      try {
        const used = await store.usedSince(sending)
        await store.beginTakingBack(id, now())
        let stays = 0
        await documents.edit(target.boardId, target.identity.userId, (doc) => {
          stays = 0
          const tied = tiedTo(doc)
          for (const [trace, notes] of bearersOf(doc, links)) {
            const [note, copy] = notes
            if (note === undefined) continue
            const isAsSent = copy === undefined && prints[trace] === notePrint(note)
            if (isAsSent && !used.has(trace) && !tied.has(note.id)) deleteRecord(recordMapOf(doc), note.id)
            else stays += 1
          }
        })
        await settle(sending)
        return { takenBack: links.length - stays, stays }
      } finally {
        takingBack.delete(id)
      }
    },

    /** Sees to what a server left half done that was killed. Answers how many sendings that were. */
    async mend(): Promise<number> {
      await store.forgetOld(now())
      let mended = 0
      for (const sending of await store.open(MEND_AT_ONCE)) {
        if (underWay.has(sending.id) || takingBack.has(sending.id)) continue
        // A board that is deleted may come back: then it is seen to.
        const seen = await settle(sending).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'not_found') return null
          throw error
        })
        if (seen !== null) mended += 1
      }
      return mended
    },
  }
}

const otherSending = (): AppError => new AppError('conflict', 'that id is of another sending')

const isSame = (sending: Sending, source: GrantedAccess, target: GrantedAccess): boolean =>
  sending.byId === source.identity.userId && sending.sourceId === source.boardId && sending.targetId === target.boardId

/** The notes on a board that bear the traces at the far ends of these links. */
function bearersOf(doc: Y.Doc, links: readonly Link[]): Map<string, BoardRecord[]> {
  const wanted = new Set(links.map(({ to }) => to))
  const found = new Map<string, BoardRecord[]>()
  for (const record of readAllRecords(doc)) {
    const trace = traceOf(record)
    if (trace !== null && wanted.has(trace)) found.set(trace, [...(found.get(trace) ?? []), record])
  }
  return found
}

/** Ids of everything to which something is tied: an arrow, or something that lies in it. */
function tiedTo(doc: Y.Doc): Set<string> {
  return new Set(
    readAllRecords(doc).flatMap(({ parentId, toId }) => [parentId, toId].filter((id) => typeof id === 'string')),
  )
}

/** What a section is called; empty for none. */
function nameOf(doc: Y.Doc, frameId: string | null): string {
  const frame = frameId === null ? undefined : readRecord(recordMapOf(doc), frameId)
  return frame === undefined || !isFrame(frame) ? '' : wordsOn(frame).trim().slice(0, 200)
}
