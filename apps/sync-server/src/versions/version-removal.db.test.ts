import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { noteSaying, useVersions } from '../../test-support/version-suite.ts'
import { createVoteApi } from '../../test-support/vote-api.ts'
import { freshDocument } from './version-document.ts'

describeDatabases('what is removed of boards and their versions', (open) => {
  const { api, createBoard, digest, list, restore, save, write } = useVersions(open)

  test('V10: erasing leaves one version and nothing else, in a new generation', async () => {
    const { sql } = api.database
    const board = await createBoard()
    await write(board, noteSaying('kept', 'må blive'))
    const version = await save(board)
    const then = await digest(board)
    await write(board, noteSaying('secret', 'personnummer'))
    await api.compact(board)
    await write(board, noteSaying('more', 'personnummer igen'))
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
    await write(board, noteSaying('next', 'videre'))
    await api.compact(board)
    await save(board)
    expect(await digest(board)).toContain('videre')
  })

  test('V10: the statement that erases leaves nothing to be swept', async () => {
    const board = await createBoard()
    await write(board, noteSaying('a', 'ord'))
    await api.compact(board)
    await save(board)
    const replaced = { boardId: board, generation: 1, actorId: api.people.owner.userId, document: freshDocument([]) }
    expect(await api.versionStore.replaceBoard({ ...replaced, generation: 2 })).toBe(false)
    expect(await digest(board)).toContain('ord')
    expect(await api.versionStore.replaceBoard(replaced)).toBe(true)
    const [old] = await api.database.sql<{ count: number }[]>`
      SELECT count(*)::int FROM (
        SELECT board_id, generation FROM board_update UNION ALL SELECT board_id, generation FROM board_snapshot
        UNION ALL SELECT board_id, generation FROM board_version
      ) AS stored WHERE board_id = ${board} AND generation < 2`
    expect(old?.count).toBe(0)
    expect(await digest(board)).toBe('[]')
  })

  test('V10: what was under way into the old generation is not seen again, and is swept away', async () => {
    const { sql } = api.database
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
    await api.database.sql`UPDATE board_snapshot SET payload = '\\x0000' WHERE board_id = ${board}`
    await expect(api.document(board)).rejects.toThrow(/damaged/)
  })

  /** One vote that gave a note a dot, and one that is open. */
  async function vote(board: string): Promise<void> {
    const votes = createVoteApi(api)
    const id = await votes.start(board)
    await votes.cast('editor', board, id, { a: 1 })
    await votes.show(board, id)
    await votes.cast('editor', board, await votes.start(board), { a: 1 })
  }

  test('V11: 30 days after its deletion nothing of a board is left but its id, which answers as before', async () => {
    const { sql } = api.database
    const { owner } = api.people
    const [gone, waiting, taken] = [await createBoard(), await createBoard(), await createBoard()]
    for (const board of [gone, waiting, taken]) {
      await write(board, noteSaying('a', 'ord'))
      await save(board)
      await vote(board)
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
            (SELECT count(*)::int FROM board_member WHERE board_id = board.id) AS members,
            (SELECT count(*)::int FROM board_vote WHERE board_id = board.id) AS votes,
            (SELECT count(*)::int FROM note_vote JOIN evidence_trace AS made ON made.id = trace
              WHERE made.board_id = board.id) AS sums
          FROM board WHERE id = ${board}`
      )[0]
    expect(await count(gone)).toEqual({
      ...{ title: '', generation: 2, rows: 0, snapshots: 0, versions: 0, members: 0, votes: 0, sums: 0 },
    })
    for (const board of [waiting, taken]) {
      expect(await count(board)).toMatchObject({
        ...{ title: 'Tavle', generation: 1, snapshots: 1, versions: 1, members: 2, votes: 2, sums: 1 },
      })
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
    const insert = (kind: string, days: number) => api.database.sql`
      INSERT INTO board_version (id, board_id, generation, kind, payload, sha256, bytes, records, created_at)
      VALUES (${randomUUID()}, ${board}, 1, ${kind}, '\\x00', ${new Uint8Array(32)}, 1, 1,
        ${new Date(api.clock.now.getTime() - days * 24 * 60 * 60_000)})`
    await insert('automatic', 29)
    await insert('automatic', 31)
    await insert('before-restore', 40)
    await api.database.sql`UPDATE board_version SET created_at = '2020-01-01' WHERE id = ${named}`
    await api.versionStore.removeExpired(api.clock.now)
    expect((await list(board)).map(({ kind }) => kind)).toEqual(['automatic', 'named'])
    await insert('automatic', 29)
    await insert('automatic', 29)
    expect(await api.versionStore.thin(board, api.clock.now)).toBe(2)
    expect(await list(board)).toHaveLength(2)
  })
})
