import { type BoardSummary, boardSummarySchema, boardsResponse } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { listTemplates } from '@samtavle/templates/catalog'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { createBoardApi } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { openWatchedClient } from '../../test-support/sent-statements.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { createBoardStore } from './board-store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describeDatabases('boards over HTTP', (open, kind) => {
  const api = useBoardApi(open)

  const owner = () => api.people.owner
  const get = async (id: string, who = owner()) =>
    boardSummarySchema.parse(await (await api.ask(who, 'GET', `/api/boards/${id}`)).json())
  const list = async (who = owner(), query = ''): Promise<BoardSummary[]> =>
    boardsResponse.parse(await (await api.ask(who, 'GET', `/api/boards${query}`)).json()).boards
  async function recordsOf(id: string, who = owner()): Promise<BoardRecord[]> {
    const response = await api.ask(who, 'GET', `/api/boards/${id}/state`)
    expect(response.status).toBe(200)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
    return readAllRecords(doc).sort((a, b) => a.id.localeCompare(b.id))
  }
  /** Somebody's edit, stored as a room stores it. */
  async function write(boardId: string, actorId: string, record: BoardRecord): Promise<void> {
    const doc = new Y.Doc()
    createRecord(recordMapOf(doc), record)
    const store = createPgDocStore(singleConnection(api.database.sql))
    await store.append([{ boardId, generation: 1, actorId, payload: Y.encodeStateAsUpdate(doc) }])
  }
  const note = (id: string): BoardRecord => ({
    id,
    typeName: 'shape',
    type: 'note',
    x: 1,
    y: 2,
    props: { color: 'blue' },
  })

  describe('creating', () => {
    test('an empty board has a document and a page, and is the creator’s', async () => {
      const id = await api.board(owner(), { title: '  Første tavle  ' })
      expect(await get(id)).toMatchObject({
        id,
        title: 'Første tavle',
        role: 'owner',
        state: 'active',
        templateId: null,
        locale: 'da',
        owner: { id: owner().userId, name: 'owner' },
        editedBy: { id: owner().userId },
      })
      const types = (await recordsOf(id)).map((record) => record.typeName)
      expect(types.sort()).toEqual(['document', 'page'])
    })

    test('a template that does not exist is refused and leaves nothing', async () => {
      const before = await list()
      for (const templateId of ['nothing', '', '__proto__', 'constructor', 'toString']) {
        const response = await api.ask(owner(), 'POST', '/api/boards', { title: 'T', templateId })
        expect([templateId, response.status]).toEqual([templateId, 400])
        expect(await response.json()).toMatchObject({ error: { code: 'bad_request' } })
      }
      expect(await list()).toEqual(before)
    })

    test('a manager creates and copies nothing', async () => {
      const { manager } = api.people
      expect((await api.ask(manager, 'POST', '/api/boards', { title: 'T' })).status).toBe(403)
      const id = await api.board(owner())
      await api.ask(owner(), 'PUT', `/api/boards/${id}/members`, { userId: manager.userId, role: 'edit' })
      expect((await api.ask(manager, 'POST', `/api/boards/${id}/duplicate`, {})).status).toBe(403)
    })

    test('board and document come together or not at all', async () => {
      const id = '99999999-9999-4999-8999-999999999999'
      const seed = new Uint8Array(24 * 1024 * 1024 + 1)
      const store = createBoardStore(api.database.sql)
      await expect(
        store.create({ id, title: 'T', ownerId: owner().userId, templateId: null, locale: 'da', seeds: [seed] }),
      ).rejects.toMatchObject({ code: '23514' })
      expect(await api.database.sql`SELECT id FROM board WHERE id = ${id}`).toHaveLength(0)
      expect(await api.database.sql`SELECT seq FROM board_update WHERE board_id = ${id}`).toHaveLength(0)
    })

    // Only PostgreSQL lets a second client in.
    if (kind === 'postgres') {
      test('is one statement, and so is the writing of a copy', async () => {
        const { sql, sent } = openWatchedClient(api.database.url)
        try {
          const watched = await createBoardApi(sql)
          const [template] = listTemplates()
          sent.length = 0
          const id = await watched.board(watched.people.owner, { title: 'T', templateId: template?.id, examples: true })
          expect(sent).toEqual([expect.stringMatching(/INSERT INTO board \([\s\S]*INSERT INTO board_update/)])
          sent.length = 0
          await watched.ask(watched.people.owner, 'POST', `/api/boards/${id}/duplicate`, {})
          expect(sent.filter((query) => /\b(INSERT|UPDATE|DELETE)\b/.test(query))).toEqual([
            expect.stringMatching(/INSERT INTO board \([\s\S]*INSERT INTO board_update/),
          ])
        } finally {
          await sql.end()
        }
      })
    }
  })

  describe('the list', () => {
    test('shows newest edits first, with who made them', async () => {
      const first = await api.board(owner(), { title: 'Ældre' })
      const second = await api.board(owner(), { title: 'Yngre' })
      await api.ask(owner(), 'PUT', `/api/boards/${first}/members`, { userId: api.people.editor.userId, role: 'edit' })
      expect((await list()).slice(0, 2).map((board) => board.id)).toEqual([second, first])
      await write(first, api.people.editor.userId, note('shape:late'))
      const [newest, next] = await list()
      expect([newest?.id, next?.id]).toEqual([first, second])
      expect(newest?.editedBy).toEqual({ id: api.people.editor.userId, name: 'editor' })
      expect(Date.parse(newest?.editedAt ?? '')).toBeGreaterThan(Date.parse(newest?.createdAt ?? ''))
      const [shared] = await list(api.people.editor)
      expect(shared).toMatchObject({ id: first, role: 'edit', owner: { name: 'owner' } })
    })

    test('a late update of an older generation does not count as an edit', async () => {
      const id = await api.board(owner())
      await api.database.sql`UPDATE board SET generation = 2 WHERE id = ${id}`
      const board = await get(id)
      expect(board.editedBy).toBeNull()
      expect(board.editedAt).toBe(board.createdAt)
    })

    test('an unknown or repeated query is refused', async () => {
      for (const query of ['?state=everything', '?owner=x', '?state=active&state=deleted', '?__proto__=1']) {
        expect([query, (await api.ask(owner(), 'GET', `/api/boards${query}`)).status]).toEqual([query, 400])
      }
    })
  })

  describe('changing', () => {
    test('renaming and archiving reach the rooms after they are stored', async () => {
      const id = await api.board(owner(), { title: 'Før' })
      api.roomCalls.length = 0
      await api.ask(owner(), 'PATCH', `/api/boards/${id}`, { title: 'Efter' })
      await api.ask(owner(), 'PATCH', `/api/boards/${id}`, { archived: true })
      expect(await get(id)).toMatchObject({ title: 'Efter', state: 'archived' })
      await api.ask(owner(), 'PATCH', `/api/boards/${id}`, { archived: false })
      expect(await get(id)).toMatchObject({ title: 'Efter', state: 'active' })
      expect(api.roomCalls).toEqual([
        ['boardChanged', id, { title: 'Efter', archived: false }],
        ['boardChanged', id, { title: 'Efter', archived: true }],
        ['boardChanged', id, { title: 'Efter', archived: false }],
      ])
    })
  })

  describe('deleting', () => {
    test('ends the room, is gone for its owner, and comes back whole', async () => {
      const id = await api.board(owner())
      await api.ask(owner(), 'PUT', `/api/boards/${id}/members`, { userId: api.people.viewer.userId, role: 'view' })
      await write(id, owner().userId, note('shape:kept'))
      const before = await recordsOf(id)
      api.roomCalls.length = 0
      expect((await api.ask(owner(), 'DELETE', `/api/boards/${id}`)).status).toBe(204)
      expect(api.roomCalls).toEqual([['boardDeleted', id]])
      expect((await api.ask(owner(), 'DELETE', `/api/boards/${id}`)).status).toBe(410)
      expect(api.roomCalls).toHaveLength(1)
      expect((await list(owner(), '?state=deleted')).map((board) => board.id)).toContain(id)
      expect((await api.ask(owner(), 'POST', `/api/boards/${id}/restore`)).status).toBe(204)
      expect(await recordsOf(id)).toEqual(before)
      expect((await get(id, api.people.viewer)).role).toBe('view')
    })

    test('an archived board comes back archived', async () => {
      const id = await api.board(owner())
      await api.ask(owner(), 'PATCH', `/api/boards/${id}`, { archived: true })
      await api.ask(owner(), 'DELETE', `/api/boards/${id}`)
      await api.ask(owner(), 'POST', `/api/boards/${id}/restore`)
      expect((await get(id)).state).toBe('archived')
    })

    test('after 30 days it is as if it had never been', async () => {
      const id = await api.board(owner())
      const start = api.clock.now
      await api.ask(owner(), 'DELETE', `/api/boards/${id}`)
      try {
        api.clock.now = new Date(start.getTime() + 30 * DAY_MS - 1)
        expect((await api.ask(owner(), 'GET', `/api/boards/${id}`)).status).toBe(410)
        expect((await list(owner(), '?state=deleted')).map((board) => board.id)).toContain(id)
        api.clock.now = new Date(start.getTime() + 30 * DAY_MS)
        expect((await api.ask(owner(), 'GET', `/api/boards/${id}`)).status).toBe(404)
        expect((await api.ask(owner(), 'POST', `/api/boards/${id}/restore`)).status).toBe(404)
        expect((await list(owner(), '?state=deleted')).map((board) => board.id)).not.toContain(id)
      } finally {
        api.clock.now = start
      }
    })
  })

  describe('duplicating', () => {
    test('copies what is on the board, not who is on it', async () => {
      const id = await api.board(owner(), { title: 'Original', locale: 'nb' })
      const { viewer } = api.people
      await api.ask(owner(), 'PUT', `/api/boards/${id}/members`, { userId: viewer.userId, role: 'view' })
      await write(id, owner().userId, note('shape:one'))
      const response = await api.ask(viewer, 'POST', `/api/boards/${id}/duplicate`, {})
      expect(response.status).toBe(201)
      const copy = ((await response.json()) as { id: string }).id
      expect(await get(copy, viewer)).toMatchObject({ title: 'Kopi af Original', role: 'owner', locale: 'nb' })
      expect(await recordsOf(copy, viewer)).toEqual(await recordsOf(id))
      expect((await api.ask(owner(), 'GET', `/api/boards/${copy}`)).status).toBe(404)
      const rows = await api.database.sql`SELECT actor_id, generation FROM board_update WHERE board_id = ${copy}`
      expect(rows).toEqual([{ actor_id: viewer.userId, generation: 1 }])
    })

    test('later edits of the one do not appear on the other', async () => {
      const id = await api.board(owner())
      const response = await api.ask(owner(), 'POST', `/api/boards/${id}/duplicate`, { title: 'Min kopi' })
      const copy = ((await response.json()) as { id: string }).id
      await write(id, owner().userId, note('shape:after'))
      expect((await get(copy)).title).toBe('Min kopi')
      expect((await recordsOf(copy)).map((record) => record.id)).not.toContain('shape:after')
    })
  })
})
