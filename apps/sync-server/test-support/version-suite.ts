import type { BoardVersion } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import type * as Y from 'yjs'
import type { Sql } from '../src/db/database.ts'
import type { PersonName } from './board-api.ts'
import { useBoardApi } from './board-suite.ts'

/** A note of the test's own with these words. */
export const noteSaying = (id: string, words: string): BoardRecord =>
  shapeRecord('note', `shape:${id}`, { props: { color: 'yellow', richText: richTextOf(words) } })

/** Boards with an editor and a viewer, written on and taken back by way of the routes of versions; one database. */
export function useVersions(open: () => Promise<{ sql: Sql; close(): Promise<void> }>) {
  const api = useBoardApi(open)
  const pathOf = (board: string, rest = '') => `/api/boards/${board}/versions${rest}`
  const edit = (board: string, change: (doc: Y.Doc) => void) => api.edit(board, api.people.editor.userId, change)

  return {
    api,
    pathOf,
    /** An edit of the editor's. */
    edit,
    async createBoard(): Promise<string> {
      const { owner, editor, viewer } = api.people
      const board = await api.board(owner)
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: editor.userId, role: 'edit' })
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: viewer.userId, role: 'view' })
      return board
    },
    write: (board: string, ...records: BoardRecord[]) =>
      edit(board, (doc) => {
        for (const record of records) createRecord(recordMapOf(doc), record)
      }),
    /** What lies on the board: the same text for the same records. */
    async digest(board: string): Promise<string> {
      const doc = await api.document(board)
      const records = readAllRecords(doc).sort((a, b) => (a.id < b.id ? -1 : 1))
      doc.destroy()
      return JSON.stringify(records, (_, value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      )
    },
    /** Saves a version and returns its id. @throws when it is refused */
    async save(board: string, name = 'Før frokost', who: PersonName = 'editor'): Promise<string> {
      const response = await api.ask(api.people[who], 'POST', pathOf(board), { name })
      if (response.status !== 201) throw new Error(`no version: ${await response.text()}`)
      return ((await response.json()) as { id: string }).id
    },
    /** The versions as the editor sees them. @throws when they are refused */
    async list(board: string): Promise<BoardVersion[]> {
      const response = await api.ask(api.people.editor, 'GET', pathOf(board))
      if (response.status !== 200) throw new Error(`no versions: ${await response.text()}`)
      return ((await response.json()) as { versions: BoardVersion[] }).versions
    },
    /** Goes back to a version, and returns the status of the answer. */
    restore: async (board: string, version: string, body: object = {}, who: PersonName = 'editor') =>
      (await api.ask(api.people[who], 'POST', pathOf(board, `/${version}/restore`), body)).status,
  }
}
