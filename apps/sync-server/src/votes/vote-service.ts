import { randomUUID } from 'node:crypto'
import { type BoardAction, can, type Principal } from '@samtavle/shared/access'
import {
  type BoardRecord,
  readAllRecords,
  readRecord,
  readValue,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { isFrame } from '@samtavle/shared/board-meta'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import { wordsOn } from '@samtavle/shared/shape-words'
import type { Ballot, BoardVote, OpenVote, StartVote } from '@samtavle/shared/vote-api'
import { liesIn, takesVotes } from '@samtavle/shared/written-note'
import type * as Y from 'yjs'
import { BoardPlaces, roleOfRecord, storable, traceOf } from '../boards/board-texts.ts'
import { createServedDocuments } from '../boards/served-documents.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import type { RoomRegistry } from '../rooms/room-registry.ts'
import type { GrantedAccess, VisitorAccess } from '../sharing/access-service.ts'
import type { NoteVoteStore, NoteVotes } from './note-vote-store.ts'
import { type NoteInVote, type VoteCount, votesOf } from './vote-count.ts'
import type { VoteEvents } from './vote-events.ts'
import type { VoteLog } from './vote-log.ts'
import type { OpenVoteRow, Voter, VoteStore } from './vote-store.ts'

export type VoteService = ReturnType<typeof createVoteService>

/** Letters of the name of a section that are kept. */
const SECTION_MAX = 200

const VOTABLE_ID = /^shape:[\w-]{1,90}$/

const notOpen = () => new AppError('conflict', 'this vote is not open any more')
const noSuchVote = () => new AppError('not_found', 'no such vote')
const principalOf = ({ guest, visitorId, identity }: Voting): Principal =>
  guest === null && identity !== null
    ? { kind: 'user', userId: identity.userId, role: identity.role }
    : { kind: 'guest', guestId: visitorId }

/** Who asks, by an account or as a guest. */
export type Voting = VisitorAccess & { identity: GrantedAccess['identity'] | null }

/** Hidden votes on a board: what anybody learns of one, and what ends it. */
export function createVoteService(deps: {
  store: VoteStore
  count: VoteCount
  noteVotes: Pick<NoteVoteStore, 'onBoard' | 'onBoards'>
  events: Pick<VoteEvents, 'tell' | 'tellInTurn'>
  processLog: VoteLog
  docStore: Pick<DocStore, 'load'>
  rooms: Pick<RoomRegistry, 'edit' | 'openDocument'>
  log: RoomLog
  now: () => Date
}) {
  const { store, count, noteVotes, events, processLog, rooms, log, now } = deps
  const documents = createServedDocuments(deps)
  const may = (asking: Voting, action: BoardAction) =>
    can(principalOf(asking), action, { kind: 'board', role: asking.role, state: asking.state })

  /** The vote as it is for this voter. Dots on what is gone have come back. */
  async function openFor(boardId: string, row: OpenVoteRow): Promise<OpenVote> {
    const given = row.own === null ? [] : votesOf(row.own)
    const kept = given.length === 0 ? [] : await documents.read(boardId, (doc) => given.filter(isIn(doc, row.frame)))
    const { id, question, dots, startedBy, startedAt, done } = row
    return {
      ...{ id, question, dots, startedBy, done },
      section: row.frame === null ? null : { frame: row.frame, name: row.section ?? '' },
      startedAt: startedAt.toISOString(),
      own: { votes: kept, done: row.ownDone },
    }
  }

  /** The notes of a board that votes gave something, as far as they lie there still. */
  async function notesOf(boardId: string): Promise<BoardVote['notes']> {
    const open = rooms.openDocument(boardId)
    if (open === undefined) return (await noteVotes.onBoards([boardId])).map(toNote)
    const rows = await noteVotes.onBoard(boardId, tracesIn(open.doc))
    return rows.filter(({ shape }) => recordMapOf(open.doc).has(shape)).map(toNote)
  }

  /** @throws AppError `not_found` for a vote of another board, or one that was cancelled; `conflict` for a shown one */
  async function openVote(boardId: string, voteId: string) {
    const vote = isUuid(voteId) ? await store.find(boardId, voteId) : undefined
    if (vote === undefined) throw noSuchVote()
    if (vote.isShown) throw notOpen()
    return vote
  }

  return {
    async read(asking: Voting): Promise<BoardVote> {
      const { boardId, state } = asking
      const open = state === 'active' ? await store.open(boardId, voterOf(asking)) : undefined
      const last = await store.last(boardId)
      return {
        open: open === undefined ? null : await openFor(boardId, open),
        last: last === undefined ? null : { ...last, shownAt: last.shownAt.toISOString() },
        notes: await notesOf(boardId),
        maySteer: may(asking, 'board.steer-vote'),
        mayVote: may(asking, 'board.vote'),
      }
    },

    /** @throws AppError `conflict` while another is open, `bad_request` for a section that is none. */
    async start({ boardId, identity }: GrantedAccess, { question, dots, frame }: StartVote): Promise<void> {
      const section = frame === null ? null : await documents.read(boardId, (doc) => sectionOf(doc, frame))
      if (section === undefined) throw new AppError('bad_request', 'frame: there is no such section')
      const vote = { id: randomUUID(), boardId, question, dots, section, startedBy: identity.userId, startedAt: now() }
      if (!(await store.start(vote))) throw new AppError('conflict', 'another vote is open on this board')
      events.tell(boardId)
    },

    /**
     * Takes a ballot, whole. Dots on what was deleted or emptied meanwhile come back.
     * @throws AppError `not_found`; `conflict` when it is not open any more; `bad_request` for too many dots, for a note
     * that is named twice, and for what is not in the vote.
     */
    async cast(voting: Voting, voteId: string, { votes, done }: Ballot): Promise<void> {
      const { boardId } = voting
      const vote = await openVote(boardId, voteId)
      if (votes.reduce((sum, { dots }) => sum + dots, 0) > vote.dots)
        throw new AppError('bad_request', 'votes: more dots than there are')
      if (new Set(votes.map(({ shape }) => shape)).size < votes.length)
        throw new AppError('bad_request', 'votes: a note is named twice')
      const kept = await documents.read(boardId, (doc) => {
        const there = votes.filter(({ shape }) => isWrittenOn(readRecord(recordMapOf(doc), shape)))
        if (!there.every(isIn(doc, vote.frame))) throw new AppError('bad_request', 'votes: a note is not in this vote')
        return there
      })
      const changed = await store.cast(voteId, voterOf(voting), { votes: kept, done })
      if (changed === undefined) throw notOpen()
      if (changed) events.tellInTurn(boardId)
    },

    /** Shows everybody's dots at once. @throws AppError `not_found`, `conflict` when it is not open any more. */
    async show({ boardId, identity }: GrantedAccess, voteId: string): Promise<void> {
      const { frame, question } = await openVote(boardId, voteId)
      const notes = await documents.read(boardId, (doc) => notesInVote(doc, frame))
      const counted = await count.show(boardId, voteId, notes, now())
      if (counted === undefined) throw notOpen()
      // Only now: who voted for what is told by no trace before. Until it is there, the note itself is known.
      const outcome = await rooms.edit(boardId, identity.userId, (doc) => markNotes(doc, notes, counted.toMark))
      if (outcome !== 'committed') log.warn({ boardId, outcome }, 'notes with votes were not marked')
      events.tell(boardId)
      try {
        await processLog.propose(boardId, { question, ballots: counted.ballots })
      } catch (error) {
        log.warn({ boardId, err: error }, 'a line about a vote was not proposed')
      }
    },

    /** As if it had never been. @throws AppError `not_found`, `conflict` when it is shown already. */
    async cancel({ boardId }: GrantedAccess, voteId: string): Promise<void> {
      await openVote(boardId, voteId)
      if (!(await store.cancel(boardId, voteId))) throw notOpen()
      events.tell(boardId)
    },
  }
}

const toNote = ({ shape, votes }: NoteVotes) => ({ shape, votes })

/** What bears a trace, as a page may have written it. */
function tracesIn(doc: Y.Doc): { shape: string; trace: string }[] {
  const records = recordMapOf(doc)
  return [...records.keys()].flatMap((shape) => {
    const trace = readValue(records, shape, 'meta', 'trace')
    return isUuid(trace) && VOTABLE_ID.test(shape) ? [{ shape, trace }] : []
  })
}

const voterOf = ({ guest, visitorId: id }: Voting): Voter => ({ kind: guest === null ? 'user' : 'guest', id })

/** Does it say anything still? What is gone, or was emptied, is no mistake of who voted for it. */
const isWrittenOn = (record: BoardRecord | undefined): boolean => record !== undefined && wordsOn(record).trim() !== ''

/** Is this note of the document in a vote about this section? */
function isIn(doc: Y.Doc, frame: string | null): (note: { shape: string }) => boolean {
  const recordOf = (id: string) => readRecord(recordMapOf(doc), id)
  return ({ shape }) => {
    const record = recordOf(shape)
    return takesVotes(record) && (frame === null || liesIn(record, frame, recordOf))
  }
}

/** The section as it is called; undefined for a shape that is none. */
function sectionOf(doc: Y.Doc, frame: string): { frame: string; name: string } | undefined {
  const record = readRecord(recordMapOf(doc), frame)
  if (record === undefined || !isFrame(record)) return undefined
  return { frame, name: storable(wordsOn(record)).trim().slice(0, SECTION_MAX) }
}

function notesInVote(doc: Y.Doc, frame: string | null): NoteInVote[] {
  const records = new Map(readAllRecords(doc).map((record): [string, BoardRecord] => [record.id, record]))
  const places = new BoardPlaces(records)
  return (
    [...records.values()]
      .filter(takesVotes)
      // Any other id is nothing that a ballot may name, and perhaps nothing that a database takes.
      .filter(({ id }) => VOTABLE_ID.test(id))
      .filter((record) => frame === null || liesIn(record, frame, (id) => records.get(id)))
      .map((record) => ({
        shape: record.id,
        said: traceOf(record),
        role: roleOfRecord(record),
        section: places.of(record),
      }))
  )
}

/** Writes traces into records, unless somebody else marked one meanwhile. */
function markNotes(doc: Y.Doc, notes: readonly NoteInVote[], toMark: ReadonlyMap<string, string>): void {
  const records = recordMapOf(doc)
  for (const { shape, said } of notes) {
    const trace = toMark.get(shape)
    const before = trace === undefined ? undefined : readRecord(records, shape)
    if (before === undefined || traceOf(before) !== said) continue
    updateRecord(records, before, { ...before, meta: { ...before.meta, trace } })
  }
}
