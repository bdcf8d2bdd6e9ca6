import { randomUUID } from 'node:crypto'
import {
  type BoardRecord,
  createRecord,
  deleteRecord,
  readAllRecords,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import type { SendOnAnswer, TakeBackAnswer } from '@samtavle/shared/evidence-api'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import type { createServedDocuments } from '../boards/served-documents.ts'
import type { GrantedAccess } from '../sharing/access-service.ts'
import { createNoteVoteStore } from '../votes/note-vote-store.ts'
import { createEvidenceStore } from './evidence-store.ts'
import { createNoteTraces } from './note-traces.ts'
import { createSendingService } from './sending-service.ts'
import { createSendingStore, type SendingStore } from './sending-store.ts'

type Documents = ReturnType<typeof createServedDocuments>

const note = (id: string, words: string): BoardRecord =>
  shapeRecord('note', `shape:${id}`, { props: { color: 'light-blue', growY: 0, richText: richTextOf(words) } })
/** A server that was killed answers nobody. */
const killed = () => new Promise<never>(() => {})

describeDatabases('notes that are sent on', (open) => {
  const api = useBoardApi(open)
  let from: string
  let to: string
  let id: string
  beforeEach(async () => {
    from = await api.board(api.people.owner, { title: 'Interview' })
    to = await api.board(api.people.owner, { title: 'Indsigter' })
    id = randomUUID()
    await change(from, (records) => {
      createRecord(records, note('a', 'Ingen ringede'))
      createRecord(records, note('b', 'Kortet lå i kassen'))
    })
  })

  const change = (board: string, by: (records: ReturnType<typeof recordMapOf>) => void) =>
    api.edit(board, api.people.owner.userId, (doc) => by(recordMapOf(doc)))
  async function notesOn(board: string): Promise<BoardRecord[]> {
    const doc = await api.document(board)
    const notes = readAllRecords(doc).filter(({ type }) => type === 'note')
    doc.destroy()
    return notes
  }
  const ask = (path: string, body: unknown, who: PersonName = 'owner') => api.ask(api.people[who], 'POST', path, body)
  const send = async (more: Record<string, unknown> = {}) =>
    await ask(`/api/boards/${from}/send-on`, {
      id,
      shapes: ['shape:a', 'shape:b'],
      to: { boardId: to, frame: null },
      ...more,
    })
  const sent = async () => (await (await send()).json()) as SendOnAnswer
  const takeBack = (who: PersonName = 'owner', sending = id) =>
    ask(`/api/boards/${from}/send-on/${sending}/take-back`, {}, who)
  const tookBack = async () => (await (await takeBack()).json()) as TakeBackAnswer
  /** Links that hold, and all that there ever were, to notes of the receiving board. */
  async function links(): Promise<{ hold: number; all: number }> {
    const [row] = await api.database.sql<{ hold: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE withdrawn_at IS NULL)::int AS hold, count(*)::int AS all
      FROM evidence_link JOIN evidence_trace AS trace ON trace.id = to_trace WHERE trace.board_id = ${to}`
    return row ?? { hold: -1, all: -1 }
  }

  /** The service of a server that dies at some point, on this database. */
  function server(fails: { store?: Partial<SendingStore>; documents?: Partial<Documents> } = {}) {
    const { sql } = api.database
    const documents: Documents = {
      async read(board, use) {
        const doc = await api.document(board)
        try {
          return use(doc)
        } finally {
          doc.destroy()
        }
      },
      edit: async (board, person, by) => void (await api.edit(board, person, by)),
      ...fails.documents,
    }
    const traces = createNoteTraces({ store: createEvidenceStore(sql), documents })
    const store = { ...createSendingStore(sql), ...fails.store }
    const votes = createNoteVoteStore(sql)
    return createSendingService({ store, traces, documents, votes, rooms: { tell() {} }, now: () => new Date() })
  }
  const granted = (boardId: string) =>
    ({ boardId, identity: api.people.owner, role: 'owner', state: 'active' }) as unknown as GrantedAccess
  const request = () => ({ id, shapes: ['shape:a', 'shape:b'], frame: null })

  test('are sent once when their answer was lost', async () => {
    const first = await sent()
    expect(first).toMatchObject({ id, leftOut: 0, outside: 2 })
    expect(await sent()).toEqual(first)
    expect(await notesOn(to)).toHaveLength(2)
    expect(await links()).toEqual({ hold: 2, all: 2 })
    // The id is of this sending, of this person, and of no other board.
    expect((await send({ to: { boardId: from, frame: null } })).status).toBe(409)
  })

  test('are sent once when the page asks twice at once', async () => {
    const here = server()
    const [one, two] = await Promise.all([
      here.sendOn(granted(from), granted(to), request()),
      here.sendOn(granted(from), granted(to), request()),
    ])
    expect(one).toEqual(two)
    expect(await notesOn(to)).toHaveLength(2)
    expect(await links()).toEqual({ hold: 2, all: 2 })
  })

  describe('by a server that is killed', () => {
    /** Each point at which it dies, with what the next server finds and leaves. */
    const POINTS = [
      ['before anything is written down', { store: { announce: killed } }, { notes: 0, all: 0 }],
      ['when the links are written and no note is there', { documents: { edit: dieAt } }, { notes: 0, all: 2 }],
      ['when the notes are there and that is not written', { store: { settle: killed } }, { notes: 2, all: 2 }],
    ] as const
    async function dieAt(...[board, person, by]: Parameters<Documents['edit']>): Promise<void> {
      // Marking the sources is done; the notes are not.
      if (board === to) await killed()
      await api.edit(board, person, by)
    }
    async function untilItDies(fails: Parameters<typeof server>[0], isThere: () => Promise<boolean>): Promise<void> {
      void server(fails).sendOn(granted(from), granted(to), request())
      await expect.poll(isThere, { timeout: 10_000 }).toBe(true)
    }
    const marked = async () => (await notesOn(from)).every((one) => typeof metaOf(one).trace === 'string')

    test.each(POINTS)('%s: the next one leaves no gap', async (_when, fails, left) => {
      await untilItDies(
        fails,
        async () => (await marked()) && (await links()).all === left.all && (await notesOn(to)).length === left.notes,
      )
      await server().mend()
      expect(await notesOn(to)).toHaveLength(left.notes)
      expect(await links()).toEqual({ hold: left.notes, all: left.all })
      expect(await createSendingStore(api.database.sql).open(10)).toEqual([])
    })

    test.each(POINTS)('%s: sent again it is there once', async (_when, fails, left) => {
      await untilItDies(
        fails,
        async () => (await marked()) && (await links()).all === left.all && (await notesOn(to)).length === left.notes,
      )
      const answer = await server().sendOn(granted(from), granted(to), request())
      expect(answer).toMatchObject({ id, leftOut: 0 })
      expect((await notesOn(to)).map((one) => one.id).toSorted()).toEqual(answer.sent.toSorted())
      expect(answer.sent).toHaveLength(2)
      expect((await links()).hold).toBe(2)
      await server().mend()
      expect((await links()).hold).toBe(2)
    })

    test('while it takes them back: what is gone is tied to nothing', async () => {
      await sent()
      const store = createSendingStore(api.database.sql)
      const sending = (await store.find(id)) ?? expect.unreachable()
      void server({ store: { settle: killed, giveUp: killed } }).takeBack(granted(to), sending)
      await expect.poll(async () => (await notesOn(to)).length, { timeout: 10_000 }).toBe(0)
      expect((await links()).hold).toBe(2)
      expect(await server().mend()).toBe(1)
      expect(await links()).toEqual({ hold: 0, all: 2 })
      expect(await tookBack()).toEqual({ takenBack: 2, stays: 0 })
    })
  })

  test('a board that takes no edit is told of, and nothing is tied', async () => {
    const broken = server({
      documents: {
        edit: async (board, person, by) => {
          if (board === to) throw new Error('the room is closed')
          await api.edit(board, person, by)
        },
      },
    })
    await expect(broken.sendOn(granted(from), granted(to), request())).rejects.toThrow('the room is closed')
    expect(await links()).toEqual({ hold: 0, all: 2 })
    expect(await sent()).toMatchObject({ leftOut: 0 })
    expect(await notesOn(to)).toHaveLength(2)
  })

  test('are taken back by who sent them: the notes go, their links are withdrawn and kept', async () => {
    await sent()
    expect(await tookBack()).toEqual({ takenBack: 2, stays: 0 })
    expect(await notesOn(to)).toEqual([])
    expect(await links()).toEqual({ hold: 0, all: 2 })
    expect(await tookBack()).toEqual({ takenBack: 2, stays: 0 })
    // The sources stay; sent under another id, they are there again.
    expect(await notesOn(from)).toHaveLength(2)
    id = randomUUID()
    await sent()
    expect(await links()).toEqual({ hold: 2, all: 4 })
  })

  const DONE: readonly [string, (records: ReturnType<typeof recordMapOf>, one: BoardRecord) => void][] = [
    [
      'written in',
      (records, one) => updateRecord(records, one, { ...one, props: { ...one.props, richText: richTextOf('Nyt') } }),
    ],
    ['moved', (records, one) => updateRecord(records, one, { ...one, x: 999 })],
    ['given a role', (records, one) => updateRecord(records, one, { ...one, meta: { ...one.meta, role: 'idea' } })],
    ['copied', (records, one) => createRecord(records, { ...one, id: 'shape:copy' })],
    [
      'tied with an arrow',
      (records, one) =>
        createRecord(records, {
          id: 'binding:x',
          typeName: 'binding',
          type: 'arrow',
          fromId: 'shape:arrow',
          toId: one.id,
          props: {},
          meta: {},
        }),
    ],
  ]
  test.each(DONE)('one that was %s since stays with its link, and that is said', async (_what, by) => {
    const [first = ''] = (await sent()).sent
    const one = (await notesOn(to)).find((each) => each.id === first) ?? expect.unreachable()
    await change(to, (records) => by(records, one))
    expect(await tookBack()).toEqual({ takenBack: 1, stays: 1 })
    expect((await notesOn(to)).some((each) => each.id === first)).toBe(true)
    expect(await links()).toEqual({ hold: 1, all: 2 })
  })

  test('one that was sent further stays; one that is gone already is no matter', async () => {
    const [first = '', second = ''] = (await sent()).sent
    const third = await api.board(api.people.owner, { title: 'Mulighedsrum' })
    await ask(`/api/boards/${to}/send-on`, { shapes: [first], to: { boardId: third, frame: null } })
    await change(to, (records) => deleteRecord(records, second))
    expect(await tookBack()).toEqual({ takenBack: 1, stays: 1 })
    expect(await links()).toEqual({ hold: 1, all: 2 })
  })

  test('one that was given votes since stays; one that came with votes and was in no vote there goes', async () => {
    const { sql } = api.database
    await sent()
    const { links: tied } = (await createSendingStore(sql).find(id)) ?? expect.unreachable()
    const [first, second] = tied.map((link) => link.to)
    await sql`INSERT INTO note_vote (trace, board_id, votes) VALUES (${first ?? ''}, ${to}, 3)`
    const vote = (shownAt: Date) => sql`
      INSERT INTO board_vote (id, board_id, question, dots, started_by, started_at, shown_at, ballots)
      VALUES (${randomUUID()}, ${to}, '', 3, ${api.people.owner.userId}, ${shownAt}, ${shownAt}, 4)`
    await vote(new Date(api.clock.now.getTime() - 60_000))
    const store = createSendingStore(sql)
    const sending = (await store.find(id)) ?? expect.unreachable()
    expect(await store.usedSince(sending)).toEqual(new Set())
    await vote(new Date(api.clock.now.getTime() + 60_000))
    expect(await store.usedSince(sending)).toEqual(new Set([first]))
    expect(second).toBeDefined()
    expect(await tookBack()).toEqual({ takenBack: 1, stays: 1 })
  })

  test('nobody else takes them back, and nobody learns that they were sent', async () => {
    await sent()
    const { editor } = api.people
    await api.ask(api.people.owner, 'PUT', `/api/boards/${from}/members`, { userId: editor.userId, role: 'edit' })
    const unknown = await takeBack('editor', randomUUID())
    const foreign = await takeBack('editor')
    expect([unknown.status, foreign.status]).toEqual([404, 404])
    expect(await foreign.json()).toEqual(await unknown.json())
    expect((await takeBack('stranger')).status).toBe(404)
    expect((await takeBack('owner', 'no-id')).status).toBe(404)
    expect(await notesOn(to)).toHaveLength(2)
  })

  test('are forgotten after a week', async () => {
    await sent()
    await api.database.sql`UPDATE evidence_sending SET made_at = now() - interval '8 days' WHERE id = ${id}`
    await server().mend()
    expect((await takeBack()).status).toBe(404)
    expect(await links()).toEqual({ hold: 2, all: 2 })
  })
})
