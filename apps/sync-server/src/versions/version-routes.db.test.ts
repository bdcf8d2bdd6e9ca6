import { randomUUID } from 'node:crypto'
import type { BoardVersion } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, deleteRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { describeDatabases, type TestDatabase } from '../../../../tests/support/test-database.ts'
import { type BoardApi, createBoardApi, EDIT_UNITS, type PersonName } from '../../test-support/board-api.ts'
import { freshDocument } from './version-document.ts'
import { NAMED_MAX } from './version-store.ts'

const note = (id: string, words: string): BoardRecord => ({
  id: `shape:${id}`,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:page',
  x: 1,
  y: 2,
  props: { color: 'yellow', richText: richTextOf(words) },
  meta: {},
})

describeDatabases('versions over HTTP', (open) => {
  let database: TestDatabase
  let api: BoardApi

  beforeAll(async () => {
    database = await open()
    api = await createBoardApi(database.sql)
  })
  afterAll(() => database.close())

  async function createBoard(): Promise<string> {
    const { owner, editor, viewer } = api.people
    const board = await api.board(owner)
    await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: editor.userId, role: 'edit' })
    await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: viewer.userId, role: 'view' })
    return board
  }
  const edit = (board: string, change: (doc: Y.Doc) => void, who: PersonName = 'editor') =>
    api.edit(board, api.people[who].userId, change)
  const write = (board: string, ...records: BoardRecord[]) =>
    edit(board, (doc) => {
      for (const record of records) createRecord(recordMapOf(doc), record)
    })
  /** What lies on the board: the same text for the same records. */
  async function digest(board: string): Promise<string> {
    const doc = await api.document(board)
    const records = readAllRecords(doc).sort((a, b) => (a.id < b.id ? -1 : 1))
    doc.destroy()
    return JSON.stringify(records, (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
  }
  const pathOf = (board: string, rest = '') => `/api/boards/${board}/versions${rest}`
  async function save(board: string, name = 'Før frokost', who: PersonName = 'editor'): Promise<string> {
    const response = await api.ask(api.people[who], 'POST', pathOf(board), { name })
    expect(response.status).toBe(201)
    return ((await response.json()) as { id: string }).id
  }
  async function list(board: string): Promise<BoardVersion[]> {
    const response = await api.ask(api.people.editor, 'GET', pathOf(board))
    expect(response.status).toBe(200)
    return ((await response.json()) as { versions: BoardVersion[] }).versions
  }
  const restore = async (board: string, version: string, body: object = {}, who: PersonName = 'editor') =>
    (await api.ask(api.people[who], 'POST', pathOf(board, `/${version}/restore`), body)).status

  test('V8: SEC-33 a board that was wiped is as before after going back, and the journal names who did both', async () => {
    const board = await createBoard()
    await write(board, note('a', 'Borgeren ringer'), note('b', 'To linjer\nog fed'), note('c', 'bliver'))
    const before = await digest(board)
    const version = await save(board)
    await edit(board, (doc) => {
      for (const { id } of readAllRecords(doc)) deleteRecord(recordMapOf(doc), id)
    })
    expect(await digest(board)).toBe('[]')
    expect(await restore(board, version, {}, 'owner')).toBe(204)
    expect(await digest(board)).toBe(before)
    const rows = await database.sql<{ actor: string }[]>`
      SELECT actor_id AS actor FROM board_update WHERE board_id = ${board} ORDER BY seq DESC LIMIT 2`
    expect(rows.map(({ actor }) => actor)).toEqual([api.people.owner.userId, api.people.editor.userId])
  })

  test('V8: going back writes texts, moves and removals, and can itself be taken back', async () => {
    const board = await createBoard()
    await write(board, note('a', 'første'), note('b', 'anden'))
    const version = await save(board)
    const then = await digest(board)
    await edit(board, (doc) => {
      const records = recordMapOf(doc)
      createRecord(records, { ...note('a', 'ændret'), x: 77, meta: { role: 'idea' } })
      deleteRecord(records, 'shape:b')
      createRecord(records, note('new', 'kom til'))
    })
    const now = await digest(board)
    expect(await restore(board, version)).toBe(204)
    expect(await digest(board)).toBe(then)
    const kept = (await list(board)).find(({ kind }) => kind === 'before-restore')
    expect(kept).toMatchObject({ by: { id: api.people.editor.userId }, name: null })
    expect(await restore(board, kept?.id ?? '')).toBe(204)
    expect(await digest(board)).toBe(now)
  })

  test('V8: a large version comes back in several edits', async () => {
    const board = await createBoard()
    const records = Array.from({ length: 30 }, (_, i) => note(`${i}`, 'x'.repeat(EDIT_UNITS / 20)))
    await write(board, ...records)
    const before = await digest(board)
    const version = await save(board)
    await edit(board, (doc) => {
      for (const { id } of records) deleteRecord(recordMapOf(doc), id)
    })
    const count = async () =>
      (await database.sql`SELECT count(*)::int AS rows FROM board_update WHERE board_id = ${board}`)[0]?.rows as number
    const rows = await count()
    expect(await restore(board, version)).toBe(204)
    expect((await count()) - rows).toBe(2)
    expect(await digest(board)).toBe(before)
  })

  test('V9: the list tells what there is, newest first, and nothing of another board', async () => {
    const board = await createBoard()
    const other = await createBoard()
    await save(other)
    expect(await list(board)).toEqual([])
    await write(board, note('a', 'ord'))
    api.clock.now = new Date(api.clock.now.getTime() + 1000)
    const first = await save(board, 'Første')
    api.clock.now = new Date(api.clock.now.getTime() + 1000)
    const second = await save(board, 'Anden', 'owner')
    const versions = await list(board)
    expect(versions.map(({ id, name, by }) => [id, name, by?.id])).toEqual([
      [second, 'Anden', api.people.owner.userId],
      [first, 'Første', api.people.editor.userId],
    ])
    expect(versions[0]).toMatchObject({ kind: 'named', createdAt: api.clock.now.toISOString() })
    const doc = await api.document(board)
    expect(versions[0]?.records).toBe(readAllRecords(doc).length)
    expect(versions[0]?.bytes).toBeGreaterThan(100)
    doc.destroy()
  })

  test('V9: a version that is unknown, malformed or of another board is the same 404, and changes nothing', async () => {
    const board = await createBoard()
    const other = await createBoard()
    const foreign = await save(other)
    await write(board, note('a', 'bliver'))
    const before = await digest(board)
    const answers = new Set<string>()
    for (const id of [randomUUID(), foreign, 'x', foreign.toUpperCase(), '00000000-0000-0000-0000-000000000000']) {
      for (const body of [{}, { erase: true }]) {
        const response = await api.ask(api.people.owner, 'POST', pathOf(board, `/${id}/restore`), body)
        answers.add(`${response.status} ${await response.text()}`)
      }
    }
    expect([...answers]).toEqual(['404 {"error":{"code":"not_found","message":"no such version"}}'])
    expect(await digest(board)).toBe(before)
    expect(await list(board)).toEqual([])
  })

  test('V9: bodies are checked, and names have an end', async () => {
    const board = await createBoard()
    const version = await save(board)
    for (const body of [{}, { name: '' }, { name: 'x'.repeat(121) }, { name: 'x', kind: 'automatic' }]) {
      expect((await api.ask(api.people.owner, 'POST', pathOf(board), body)).status).toBe(400)
    }
    for (const body of [{ erase: 1 }, { erase: false, more: 1 }, []]) {
      expect(await restore(board, version, body)).toBe(400)
    }
    await database.sql`
      INSERT INTO board_version (id, board_id, generation, kind, name, payload, sha256, bytes, records, created_at)
      SELECT gen_random_uuid(), board_id, generation, kind, name, payload, sha256, bytes, records, created_at
      FROM board_version, generate_series(2, ${NAMED_MAX}) WHERE id = ${version}`
    expect((await api.ask(api.people.owner, 'POST', pathOf(board), { name: 'En for meget' })).status).toBe(409)
    expect(await list(board)).toHaveLength(NAMED_MAX)
  })

  test('V10: erasing leaves one version and nothing else, in a new generation', async () => {
    const { sql } = database
    const board = await createBoard()
    await write(board, note('kept', 'må blive'))
    const version = await save(board)
    const then = await digest(board)
    await write(board, note('secret', 'personnummer'))
    await api.compact(board)
    await write(board, note('more', 'personnummer igen'))
    await save(board, 'Med det hele')
    expect(await restore(board, version, { erase: true }, 'editor')).toBe(403)
    api.roomCalls.length = 0
    expect(await restore(board, version, { erase: true }, 'owner')).toBe(204)
    expect(api.roomCalls).toEqual([['boardReplaced', board]])
    expect(await digest(board)).toBe(then)
    expect(await list(board)).toEqual([])
    const stored = await sql<{ generation: number; payload: Uint8Array }[]>`
      SELECT generation, payload FROM board_update WHERE board_id = ${board}
      UNION ALL SELECT generation, payload FROM board_snapshot WHERE board_id = ${board}`
    const holds = (word: string) => stored.some(({ payload }) => Buffer.from(payload).includes(word))
    expect(stored.map(({ generation }) => generation)).toEqual([2, 2])
    expect([holds('må blive'), holds('personnummer')]).toEqual([true, false])
    const summary = (await (await api.ask(api.people.owner, 'GET', `/api/boards/${board}`)).json()) as object
    expect(summary).toMatchObject({ editedBy: { id: api.people.owner.userId } })
    // It goes on from there: rows, compaction, versions.
    await write(board, note('next', 'videre'))
    await api.compact(board)
    await save(board)
    expect(await digest(board)).toContain('videre')
  })

  test('V10: the statement that erases leaves nothing to be swept', async () => {
    const board = await createBoard()
    await write(board, note('a', 'ord'))
    await api.compact(board)
    await save(board)
    const replaced = { boardId: board, generation: 1, actorId: api.people.owner.userId, document: freshDocument([]) }
    expect(await api.versionStore.replaceBoard({ ...replaced, generation: 2 })).toBe(false)
    expect(await digest(board)).toContain('ord')
    expect(await api.versionStore.replaceBoard(replaced)).toBe(true)
    const [old] = await database.sql<{ count: number }[]>`
      SELECT count(*)::int FROM (
        SELECT board_id, generation FROM board_update UNION ALL SELECT board_id, generation FROM board_snapshot
        UNION ALL SELECT board_id, generation FROM board_version
      ) AS stored WHERE board_id = ${board} AND generation < 2`
    expect(old?.count).toBe(0)
    expect(await digest(board)).toBe('[]')
  })

  test('V10: what was under way into the old generation is not seen again, and is swept away', async () => {
    const { sql } = database
    const board = await createBoard()
    const version = await save(board)
    const doc = await api.document(board)
    expect(await restore(board, version, { erase: true }, 'owner')).toBe(204)
    const before = await digest(board)
    await sql`INSERT INTO board_update (board_id, generation, payload) VALUES (${board}, 1, '\\x0000')`
    await sql`
      INSERT INTO board_snapshot (board_id, generation, number, payload, sha256, state_vector, seqs)
      VALUES (${board}, 1, 7, '\\x00', ${new Uint8Array(32)}, '\\x00', '{}')`
    expect(await digest(board)).toBe(before)
    await api.versionStore.removeLeftovers()
    const [left] = await sql<{ rows: number; snapshots: number }[]>`
      SELECT (SELECT count(*)::int FROM board_update WHERE board_id = ${board}) AS rows,
        (SELECT count(*)::int FROM board_snapshot WHERE board_id = ${board}) AS snapshots`
    expect(left).toEqual({ rows: 1, snapshots: 1 })
    expect(await digest(board)).toBe(before)
    doc.destroy()
  })

  test('V10: an erased snapshot that is damaged is not mistaken for an empty board', async () => {
    const board = await createBoard()
    const version = await save(board)
    await restore(board, version, { erase: true }, 'owner')
    await database.sql`UPDATE board_snapshot SET payload = '\\x0000' WHERE board_id = ${board}`
    await expect(api.document(board)).rejects.toThrow(/damaged/)
  })

  test('V11: 30 days after its deletion nothing of a board is left but its id, which answers as before', async () => {
    const { sql } = database
    const { owner } = api.people
    const [gone, waiting, taken] = [await createBoard(), await createBoard(), await createBoard()]
    for (const board of [gone, waiting, taken]) {
      await write(board, note('a', 'ord'))
      await save(board)
      await api.compact(board)
      expect((await api.ask(owner, 'DELETE', `/api/boards/${board}`)).status).toBe(204)
    }
    const day = 24 * 60 * 60_000
    const now = new Date(api.clock.now.getTime() + 31 * day)
    const cutoff = new Date(now.getTime() - 30 * day)
    await sql`UPDATE board SET deleted_at = ${new Date(cutoff.getTime() + 1)} WHERE id = ${waiting}`
    await api.ask(owner, 'POST', `/api/boards/${taken}/restore`)
    expect(await api.versionStore.purge(cutoff, now)).toBe(1)
    expect(await api.versionStore.purge(cutoff, now)).toBe(0)
    const count = async (board: string) =>
      (
        await sql`
          SELECT title, generation, (SELECT count(*)::int FROM board_update WHERE board_id = board.id) AS rows,
            (SELECT count(*)::int FROM board_snapshot WHERE board_id = board.id) AS snapshots,
            (SELECT count(*)::int FROM board_version WHERE board_id = board.id) AS versions,
            (SELECT count(*)::int FROM board_member WHERE board_id = board.id) AS members
          FROM board WHERE id = ${board}`
      )[0]
    expect(await count(gone)).toEqual({ title: '', generation: 2, rows: 0, snapshots: 0, versions: 0, members: 0 })
    for (const board of [waiting, taken]) {
      expect(await count(board)).toMatchObject({ title: 'Tavle', generation: 1, snapshots: 1, versions: 1, members: 2 })
    }
    const before = api.clock.now
    api.clock.now = now
    try {
      for (const path of ['', '/state', '/versions']) {
        const answer = await api.ask(owner, 'GET', `/api/boards/${gone}${path}`)
        const unknown = await api.ask(owner, 'GET', `/api/boards/${randomUUID()}${path}`)
        expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()])
      }
    } finally {
      api.clock.now = before
    }
  })

  test('V7: expired versions of every board go, named ones stay', async () => {
    const board = await createBoard()
    const named = await save(board)
    const insert = (kind: string, days: number) => database.sql`
      INSERT INTO board_version (id, board_id, generation, kind, payload, sha256, bytes, records, created_at)
      VALUES (${randomUUID()}, ${board}, 1, ${kind}, '\\x00', ${new Uint8Array(32)}, 1, 1,
        ${new Date(api.clock.now.getTime() - days * 24 * 60 * 60_000)})`
    await insert('automatic', 29)
    await insert('automatic', 31)
    await insert('before-restore', 40)
    await database.sql`UPDATE board_version SET created_at = '2020-01-01' WHERE id = ${named}`
    await api.versionStore.removeExpired(api.clock.now)
    expect((await list(board)).map(({ kind }) => kind)).toEqual(['automatic', 'named'])
    await insert('automatic', 29)
    await insert('automatic', 29)
    expect(await api.versionStore.thin(board, api.clock.now)).toBe(2)
    expect(await list(board)).toHaveLength(2)
  })
})
