import { type BoardRecord, createRecord, deleteRecord, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import type { BoardVote } from '@samtavle/shared/vote-api'
import type { Identity } from '../src/http/app-env.ts'
import type { BoardApi, PersonName } from './board-api.ts'
import { type GuestBrowser, guestBrowser, linksPath, makeLink } from './link-api.ts'

/** A note with these words. */
export const voteNote = (id: string, words: string, more: Partial<BoardRecord> = {}): BoardRecord =>
  noteRecord(`shape:${id}`, { richText: richTextOf(words) }, more)
/** A section, named after its id. */
export const voteSection = (id: string): BoardRecord => ({
  ...shapeRecord('frame', `shape:${id}`, { props: { name: `Felt ${id}`, w: 720, h: 480, color: 'black' } }),
  meta: { section: id, order: 1 },
})

/** `{ a: 2, b: 1 }` as a ballot. */
export const ballotOf = (dots: Record<string, number>, done = false) => ({
  votes: Object.entries(dots).map(([id, count]) => ({ shape: `shape:${id}`, dots: count })),
  done,
})

type Asking = PersonName | GuestBrowser
export type VoteApi = ReturnType<typeof createVoteApi>

/** Boards on which is voted, over the routes of `api`. */
export function createVoteApi(api: BoardApi) {
  const ask = async (who: Asking, method: string, path: string, body?: unknown): Promise<Response> =>
    typeof who === 'string' ? await api.ask(api.people[who], method, path, body) : await who.ask(method, path, body)
  const path = (board: string, rest = '') => `/api/boards/${board}/vote${rest}`

  const vote = {
    ask,
    /** A board of the owner's with these records, on which the editor edits, the colleague contributes, the viewer views. */
    async board(...records: BoardRecord[]): Promise<string> {
      const { owner, editor, viewer, colleague } = api.people
      const id = await api.board(owner, { title: 'Idéer' })
      const put = async (person: Identity, role: string) =>
        await api.ask(owner, 'PUT', `/api/boards/${id}/members`, { userId: person.userId, role })
      await put(editor, 'edit')
      await put(colleague, 'contribute')
      await put(viewer, 'view')
      await vote.edit(id, (add) => records.forEach(add))
      return id
    },
    async edit(
      board: string,
      change: (add: (record: BoardRecord) => void, remove: (shape: string) => void) => void,
    ): Promise<void> {
      await api.edit(board, api.people.owner.userId, (doc) => {
        const records = recordMapOf(doc)
        change(
          (record) => createRecord(records, record),
          (shape) => deleteRecord(records, shape),
        )
      })
    },
    async traceOf(board: string, shape: string): Promise<string | undefined> {
      const doc = await api.document(board)
      try {
        const record = readRecord(recordMapOf(doc), shape)
        return record && metaOf(record).trace
      } finally {
        doc.destroy()
      }
    },
    /** Somebody without an account who came by a link of this right. */
    async guest(board: string, right: 'edit' | 'comment' | 'view'): Promise<GuestBrowser> {
      const { secret } = await makeLink(api, api.people.owner, linksPath('board', board), { right })
      const browser = guestBrowser(api)
      await browser.join({ secret })
      return browser
    },
    /** Opens a vote, and answers its id. */
    async start(board: string, over: Record<string, unknown> = {}, who: Asking = 'owner'): Promise<string> {
      const answer = await ask(who, 'POST', path(board), { question: 'Hvilke?', dots: 3, frame: null, ...over })
      if (answer.status !== 201) throw new Error(`no vote: ${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as BoardVote).open?.id ?? ''
    },
    cast: async (who: Asking, board: string, id: string, dots: Record<string, number>, done = false) =>
      await ask(who, 'PUT', path(board, `/${id}/ballot`), ballotOf(dots, done)),
    show: async (board: string, id: string, who: Asking = 'owner') =>
      await ask(who, 'POST', path(board, `/${id}/show`)),
    cancel: async (board: string, id: string, who: Asking = 'owner') =>
      await ask(who, 'POST', path(board, `/${id}/cancel`)),
    async read(board: string, who: Asking = 'owner'): Promise<BoardVote> {
      const answer = await ask(who, 'GET', path(board))
      if (answer.status !== 200) throw new Error(`not read: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as BoardVote
    },
    /** What votes gave the notes of a board, by the ends of their ids. */
    async sums(board: string, who: Asking = 'owner'): Promise<Record<string, number>> {
      const { notes } = await vote.read(board, who)
      return Object.fromEntries(notes.map(({ shape, votes }) => [shape.slice('shape:'.length), votes]).sort())
    },
  }
  return vote
}
