import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { createRecord, deleteRecord, readAllRecords, readRecord, recordMapOf } from '@samtavle/shared/board-doc'
import { wordsOn } from '@samtavle/shared/shape-words'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { EDIT_UNITS } from '../../test-support/board-api.ts'
import { noteSaying, useVersions } from '../../test-support/version-suite.ts'
import { NAMED_MAX } from './version-store.ts'

describeDatabases('versions over HTTP', (open) => {
  const { api, createBoard, digest, edit, list, pathOf, restore, save, write } = useVersions(open)

  test('V8: SEC-33 a board that was wiped is as before after going back, and the journal names who did both', async () => {
    const board = await createBoard()
    await write(
      board,
      noteSaying('a', 'Borgeren ringer'),
      noteSaying('b', 'To linjer\nog fed'),
      noteSaying('c', 'bliver'),
    )
    const before = await digest(board)
    const version = await save(board)
    await edit(board, (doc) => {
      for (const { id } of readAllRecords(doc)) deleteRecord(recordMapOf(doc), id)
    })
    expect(await digest(board)).toBe('[]')
    expect(await restore(board, version, {}, 'owner')).toBe(204)
    expect(await digest(board)).toBe(before)
    const rows = await api.database.sql<{ actor: string }[]>`
      SELECT actor_id AS actor FROM board_update WHERE board_id = ${board} ORDER BY seq DESC LIMIT 2`
    expect(rows.map(({ actor }) => actor)).toEqual([api.people.owner.userId, api.people.editor.userId])
  })

  test('V8: going back writes texts, moves and removals, and can itself be taken back', async () => {
    const board = await createBoard()
    await write(board, noteSaying('a', 'første'), noteSaying('b', 'anden'))
    const version = await save(board)
    const then = await digest(board)
    await edit(board, (doc) => {
      const records = recordMapOf(doc)
      createRecord(records, { ...noteSaying('a', 'ændret'), x: 77, meta: { role: 'idea' } })
      deleteRecord(records, 'shape:b')
      createRecord(records, noteSaying('new', 'kom til'))
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
    const records = Array.from({ length: 30 }, (_, i) => noteSaying(`${i}`, 'x'.repeat(EDIT_UNITS / 20)))
    await write(board, ...records)
    const before = await digest(board)
    const version = await save(board)
    await edit(board, (doc) => {
      for (const { id } of records) deleteRecord(recordMapOf(doc), id)
    })
    const count = async () =>
      (await api.database.sql`SELECT count(*)::int AS rows FROM board_update WHERE board_id = ${board}`)[0]
        ?.rows as number
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
    await write(board, noteSaying('a', 'ord'))
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
    await write(board, noteSaying('a', 'bliver'))
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
    await api.database.sql`
      INSERT INTO board_version (id, board_id, generation, kind, name, payload, sha256, bytes, records, created_at)
      SELECT gen_random_uuid(), board_id, generation, kind, name, payload, sha256, bytes, records, created_at
      FROM board_version, generate_series(2, ${NAMED_MAX}) WHERE id = ${version}`
    expect((await api.ask(api.people.owner, 'POST', pathOf(board), { name: 'En for meget' })).status).toBe(409)
    expect(await list(board)).toHaveLength(NAMED_MAX)
  })

  test('V9: what a version holds is answered as it is stored, and to nobody else', async () => {
    const board = await createBoard()
    await write(board, noteSaying('a', 'Borgeren ringer'))
    const version = await save(board)
    await edit(board, (doc) => deleteRecord(recordMapOf(doc), 'shape:a'))
    const path = pathOf(board, `/${version}/state`)
    for (const [accepted, unpacked] of [
      ['gzip', gunzipSync],
      ['identity', (bytes: Uint8Array) => bytes],
    ] as const) {
      const answer = await api.ask(api.people.editor, 'GET', path, undefined, { 'Accept-Encoding': accepted })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
      const doc = new Y.Doc()
      Y.applyUpdate(doc, unpacked(new Uint8Array(await answer.arrayBuffer())))
      expect(wordsOn(readRecord(recordMapOf(doc), 'shape:a') ?? {})).toBe('Borgeren ringer')
    }
    const foreign = await save(await createBoard())
    const answers = new Set<string>()
    for (const id of [randomUUID(), foreign, 'x']) {
      const answer = await api.ask(api.people.owner, 'GET', pathOf(board, `/${id}/state`))
      answers.add(`${answer.status} ${await answer.text()}`)
    }
    expect([...answers]).toEqual(['404 {"error":{"code":"not_found","message":"no such version"}}'])
    await restore(board, version, { erase: true }, 'owner')
    expect((await api.ask(api.people.owner, 'GET', path)).status).toBe(404)
  })

  test('V13: going back is taken back with what was kept then, and what was done since stays', async () => {
    const board = await createBoard()
    await write(board, noteSaying('a', 'Før'))
    const version = await save(board)
    await edit(board, (doc) => deleteRecord(recordMapOf(doc), 'shape:a'))
    await write(board, noteSaying('b', 'Kom til'))
    expect(await restore(board, version)).toBe(204)
    const kept = (await list(board)).find(({ kind }) => kind === 'before-restore')?.id
    expect(api.roomCalls.at(-1)).toMatchObject([
      'tell',
      board,
      { type: 'restored', version: { id: version, kind: 'named' }, before: kept },
    ])
    await write(board, noteSaying('c', 'Siden'))
    const path = pathOf(board, `/${version}/take-back`)
    for (const body of [{}, { before: 'x' }]) {
      expect((await api.ask(api.people.editor, 'POST', path, body)).status).toBe(400)
    }
    expect((await api.ask(api.people.editor, 'POST', path, { before: randomUUID() })).status).toBe(404)
    expect((await api.ask(api.people.editor, 'POST', path, { before: kept })).status).toBe(204)
    const doc = await api.document(board)
    const ids = readAllRecords(doc).map(({ id }) => id)
    doc.destroy()
    expect(ids.filter((id) => id.startsWith('shape:')).sort()).toEqual(['shape:b', 'shape:c'])
  })
})
