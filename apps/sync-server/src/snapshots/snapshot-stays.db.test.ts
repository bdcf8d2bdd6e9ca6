import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import {
  type BoardRecord,
  deleteRecord,
  readAllRecords,
  readRecord,
  recordMapOf,
  updateRecord,
} from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { picturesOf } from '@samtavle/shared/snapshot-content'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom } from '../../../../tests/support/seeded-random.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { frameOf, makeDraft, publish, readSnapshot, writeNote } from '../../test-support/snapshot-api.ts'

const EDITS = 1_000
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const sum = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

describeDatabases('a published snapshot', (open) => {
  const api = useBoardApi(open)

  async function published() {
    const { owner } = api.people
    const boardId = await api.board(owner, { title: 'Fast', templateId: 'grundlag', examples: true })
    await writeNote(api, boardId, await frameOf(api, boardId, 'maal'), 'Som det stod')
    const id = await makeDraft(api, owner, `/api/boards/${boardId}`)
    await publish(api, owner, id)
    return { id, boardId }
  }

  /** Every byte that is kept of it. */
  async function bytesOf(id: string) {
    const { sql } = api.database
    const { content, sha256 } = await api.snapshots.doors.reader.read(id)
    const parts = await sql<{ name: string; payload: Uint8Array; sha256: Uint8Array }[]>`
      SELECT board_id::text AS name, payload, sha256 FROM snapshot_source WHERE snapshot_id = ${id}
      UNION ALL SELECT key || theme, payload, sha256 FROM snapshot_picture WHERE snapshot_id = ${id} ORDER BY name`
    return { content, sha256, parts: parts.map(({ name, payload, sha256 }) => [name, sum(payload), hex(sha256)]) }
  }

  test(`is the same after ${EDITS} edits, a new name, going back to a version, deleting and restoring`, async () => {
    const { owner } = api.people
    const { id, boardId } = await published()
    const before = await bytesOf(id)
    expect(before.sha256).toBe(sum(before.content))
    // The board, and each picture in light and in dark.
    expect(before.parts.length).toBe(1 + 2 * picturesOf(JSON.parse(before.content)).length)
    // What one may do with it follows the board.
    const said = async () => {
      const { mayMake: _, mayAnswer: __, ...rest } = await readSnapshot(api, owner, id)
      return rest
    }
    const answer = await said()

    await api.saveVersion(boardId)
    const random = createRandom(7)
    for (let batch = 0; batch < 10; batch++) {
      await api.edit(boardId, null, (doc) => {
        const records = recordMapOf(doc)
        for (let i = 0; i < EDITS / 10; i++) {
          const notes = readAllRecords(doc).filter(({ type }) => type === 'note' || type === 'frame')
          const note = notes[random.int(notes.length)]
          if (note === undefined) return
          const moved: BoardRecord = { ...note, x: random.int(2_000) }
          if (note.type === 'note') moved.props = { ...note.props, richText: richTextOf(`ændret ${batch}/${i}`) }
          else moved.props = { ...note.props, name: `omdøbt ${batch}/${i}` }
          updateRecord(records, note, moved)
          if (i % 20 === 0 && note.type === 'note') deleteRecord(records, note.id)
        }
      })
    }
    await api.ask(owner, 'PATCH', `/api/boards/${boardId}`, { title: 'Et andet navn' })
    expect(await bytesOf(id)).toEqual(before)
    const back = await api.ask(owner, 'POST', `/api/boards/${boardId}/versions/${api.versions.get(boardId)}/restore`, {
      erase: false,
    })
    expect(back.status).toBe(204)
    expect((await api.ask(owner, 'DELETE', `/api/boards/${boardId}`)).status).toBe(204)
    expect(await said()).toEqual(answer)
    expect((await api.ask(owner, 'POST', `/api/boards/${boardId}/restore`)).status).toBe(204)
    expect(await bytesOf(id)).toEqual(before)
    expect(await said()).toEqual(answer)

    // Also when nothing of the board is left.
    const { sql } = api.database
    await sql`DELETE FROM board_update WHERE board_id = ${boardId}`
    await sql`DELETE FROM board WHERE id = ${boardId}`
    expect(await bytesOf(id)).toEqual(before)
  }, 120_000)

  test('holds the boards as they were', async () => {
    const { id, boardId } = await published()
    const { sql } = api.database
    const [source] = await sql<{ payload: Uint8Array; sha256: Uint8Array; bytes: number }[]>`
      SELECT payload, sha256, bytes FROM snapshot_source WHERE snapshot_id = ${id} AND board_id = ${boardId}`
    const update = gunzipSync(source?.payload ?? new Uint8Array())
    expect([update.byteLength, sum(update)]).toEqual([source?.bytes, hex(source?.sha256 ?? new Uint8Array())])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const now = await api.document(boardId)
    expect(new Set(readAllRecords(doc).map((record) => JSON.stringify(record)))).toEqual(
      new Set(readAllRecords(now).map((record) => JSON.stringify(record))),
    )
    expect(readRecord(recordMapOf(doc), 'document:document')).toBeDefined()
  })

  test('cannot be changed, added to or removed by any statement', async () => {
    const { sql } = api.database
    const { id, boardId } = await published()
    const never = /never changed|nothing is added|refuse/
    for (const change of [
      sql`UPDATE snapshot SET content = replace(content, 'Som', 'Ikke som') WHERE id = ${id}`,
      sql`UPDATE snapshot SET title = 'Et andet' WHERE id = ${id}`,
      sql`UPDATE snapshot SET number = 7 WHERE id = ${id}`,
      sql`UPDATE snapshot SET sha256 = decode(repeat('00', 32), 'hex') WHERE id = ${id}`,
      sql`UPDATE snapshot SET status = 'draft', published_at = NULL WHERE id = ${id}`,
      sql`UPDATE snapshot SET choice = '{}' WHERE id = ${id}`,
      sql`DELETE FROM snapshot WHERE id = ${id}`,
      sql`UPDATE snapshot_source SET bytes = 1 WHERE snapshot_id = ${id}`,
      sql`DELETE FROM snapshot_source WHERE snapshot_id = ${id}`,
      sql`UPDATE snapshot_picture SET payload = '' WHERE snapshot_id = ${id}`,
      sql`DELETE FROM snapshot_picture WHERE snapshot_id = ${id}`,
      sql`INSERT INTO snapshot_picture (snapshot_id, key, theme, payload, sha256, bytes)
        VALUES (${id}, 'p99', 'light', '', decode(repeat('00', 32), 'hex'), 0)`,
      sql`INSERT INTO snapshot_source (snapshot_id, board_id, generation, payload, sha256, bytes)
        VALUES (${id}, ${id}, 1, '', decode(repeat('00', 32), 'hex'), 0)`,
      sql`TRUNCATE snapshot CASCADE`,
      sql`TRUNCATE snapshot_picture`,
    ]) {
      await expect(change).rejects.toThrow(never)
    }
    const end = new Date(Date.now() + 60_000)
    await sql`UPDATE snapshot SET expires_at = ${end} WHERE id = ${id}`
    await expect(sql`UPDATE snapshot SET expires_at = NULL WHERE id = ${id}`).rejects.toThrow(never)
    await sql`UPDATE snapshot SET status = 'withdrawn', withdrawn_at = now() WHERE id = ${id}`
    await expect(sql`UPDATE snapshot SET status = 'published', withdrawn_at = NULL WHERE id = ${id}`).rejects.toThrow(
      never,
    )
    // Of another draft the database does not take a content that is not the one of the sum.
    const draft = await makeDraft(api, api.people.owner, `/api/boards/${boardId}`)
    const wrong = sql`UPDATE snapshot SET status = 'published', published_at = now(), number = 9, content = '{}',
      sha256 = decode(repeat('00', 32), 'hex') WHERE id = ${draft}`
    await expect(wrong).rejects.toThrow(/check constraint/)
  })

  test('has the next number, without gaps, however many are published at once', async () => {
    const { owner, editor } = api.people
    const boardId = await api.board(owner, { title: 'Mange', templateId: 'grundlag' })
    await api.ask(owner, 'PUT', `/api/boards/${boardId}/members`, { userId: editor.userId, role: 'edit' })
    const path = `/api/boards/${boardId}`
    const drafts: string[] = []
    for (let i = 0; i < 12; i++) drafts.push(await makeDraft(api, owner, path))
    // Half of them are published twice at once: one of the two is refused.
    const asked = [...drafts, ...drafts.slice(0, 6)].map((id, i) =>
      api.ask(i % 2 === 0 ? owner : editor, 'POST', `/api/snapshots/${id}/publish`, { expiresAt: null }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([...Array(12).fill(200), ...Array(6).fill(409)])
    const contents = await Promise.all(drafts.map(async (id) => (await readSnapshot(api, owner, id)).content))
    const numbers = contents.map(({ number }) => number ?? 0).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    // Each is compared with the one before it.
    for (const { number, comparedWith } of contents) expect(comparedWith?.number ?? 0).toBe((number ?? 0) - 1)
  }, 60_000)
})
