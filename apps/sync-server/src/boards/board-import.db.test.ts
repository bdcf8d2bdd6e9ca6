import { boardSummarySchema } from '@samtavle/shared/api'
import { type BackupSchema, type BoardBackup, openBackup, writeBackup } from '@samtavle/shared/board-backup'
import { type BoardRecord, readAllRecords, recordMapOf, updateRecord } from '@samtavle/shared/board-doc'
import { LOCALES } from '@samtavle/shared/locale'
import { openInStore, serializedSchema } from '@samtavle/shared/record-schema'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { listTemplates } from '@samtavle/templates/catalog'
import { beforeAll, describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { singleConnection } from '../db/journal-connections.ts'
import { createPgDocStore } from '../db/pg-doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'

const schema = serializedSchema() as BackupSchema
const sorted = (records: readonly BoardRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

describeDatabases('boards from backups', (open) => {
  const api = useBoardApi(open)

  async function stored(id: string): Promise<{ records: BoardRecord[]; payloads: number }> {
    const found = await createPgDocStore(singleConnection(api.database.sql)).load(id)
    if (found === undefined) throw new Error('nothing stored')
    return { records: sorted(withDocument(found, readAllRecords)), payloads: found.payloads.length }
  }
  const summary = async (id: string, who = api.people.owner) =>
    boardSummarySchema.parse(await (await api.ask(who, 'GET', `/api/boards/${id}`)).json())

  /** What a browser writes that has the board open: the records as the canvas holds them. */
  async function backupOf(id: string): Promise<BoardBackup> {
    const { title, locale, templateId } = await summary(id)
    const records = openInStore((await stored(id)).records)
    const exportedAt = new Date('2026-11-22T12:00:00Z').toISOString()
    const opened = openBackup(writeBackup({ title, locale, templateId, exportedAt, schema, records }))
    if (!opened.ok) throw new Error(opened.reason)
    return opened.backup
  }
  async function importBoard(backup: unknown, who = api.people.editor): Promise<string> {
    const response = await api.ask(who, 'POST', '/api/boards/import', backup)
    expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, ''])
    return ((await response.json()) as { id: string }).id
  }

  describe.each(listTemplates().map((template) => [template.number, template] as const))('%s', (_, template) => {
    test('comes back from its backup as it was, in every language and form', async () => {
      for (const locale of LOCALES) {
        for (const examples of [true, false]) {
          for (const short of template.short === null ? [false] : [true, false]) {
            const body = { title: 'Ærø – »rejsen«', templateId: template.id, locale, examples, short }
            const original = await api.board(api.people.owner, body)
            const copy = await importBoard(await backupOf(original))
            expect((await stored(copy)).records).toEqual((await stored(original)).records)
            // What differs: which board it is, whose, when it was made and last written on, and what one is on it.
            const {
              id: _id,
              owner,
              role,
              createdAt: _c,
              editedAt: _e,
              editedBy,
              expiresAt,
              ...same
            } = await summary(copy, api.people.editor)
            expect(await summary(original)).toMatchObject(same)
            const { userId } = api.people.editor
            expect([copy === original, owner.id, role, editedBy?.id]).toEqual([false, userId, 'owner', userId])
            // Whoever brings a board back means to keep it, also the practice board, which goes after a day.
            expect(expiresAt).toBeNull()
          }
        }
      }
    })
  })

  test('what was moved, written and deleted since is in the backup, and nothing of what was before', async () => {
    const [template] = listTemplates()
    const original = await api.board(api.people.owner, { title: 'T', templateId: template?.id, examples: true })
    const before = (await stored(original)).records
    const notes = before.filter(({ type }) => type === 'note')
    const doc = await api.document(original)
    const [moved, gone] = notes
    if (moved === undefined || gone === undefined) throw new Error('no notes')
    const richText = {
      type: 'doc',
      content: [
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '=1+1', marks: [{ type: 'link', attrs: { href: 'https://kommune.example' } }] },
          ],
        },
      ],
    }
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.transact(() => {
      const after = { ...moved, x: 77, props: { ...moved.props, richText, color: 'blue' }, meta: { role: 'decision' } }
      updateRecord(recordMapOf(doc), moved, after)
      recordMapOf(doc).delete(gone.id)
    })
    doc.destroy()
    const [payload] = updates
    if (payload === undefined) throw new Error('nothing was written')
    const journal = createPgDocStore(singleConnection(api.database.sql))
    await journal.append([{ boardId: original, generation: 1, actorId: api.people.owner.userId, payload }])

    const copy = await importBoard(await backupOf(original))
    const { records } = await stored(copy)
    expect(records).toEqual((await stored(original)).records)
    expect(records).toHaveLength(before.length - 1)
    expect(records.find(({ id }) => id === moved.id)).toMatchObject({ x: 77, props: { color: 'blue', richText } })
  })

  describe('a file', () => {
    const listBoards = async () => (await api.database.sql`SELECT count(*)::int AS count FROM board`)[0]?.count
    let blank: BoardBackup
    beforeAll(async () => {
      blank = await backupOf(await api.board(api.people.owner, { title: 'Blank' }))
    })
    const page = () => blank.records.find(({ typeName }) => typeName === 'page')
    const group = (id: string, changes: Record<string, unknown> = {}): BoardRecord =>
      shapeRecord('group', `shape:${id}`, { parentId: page()?.id, ...changes })
    const withRecords = (...records: unknown[]) => ({ ...blank, records: [...blank.records, ...records] })

    test('of many records is stored in several rows, and comes back whole', async () => {
      const shapes = Array.from({ length: 2_500 }, (_, i) => group(`g${i}`, { x: i }))
      const copy = await importBoard(withRecords(...shapes))
      const { records, payloads } = await stored(copy)
      expect(payloads).toBe(6)
      expect(records).toEqual(sorted([...blank.records, ...shapes]))
    })

    test.each<[string, (whole: BoardBackup) => unknown, string]>([
      ['another format', (whole) => ({ ...whole, format: 'tldraw' }), 'format'],
      ['a version of the future', (whole) => ({ ...whole, version: 3 }), 'version'],
      ['no title', (whole) => ({ ...whole, title: ' ' }), 'title'],
      ['a title of two lines', (whole) => ({ ...whole, title: 'a\nb' }), 'title'],
      ['another language', (whole) => ({ ...whole, locale: 'sv' }), 'locale'],
      ['no records', (whole) => ({ ...whole, records: [] }), 'records: no-document'],
      ['records that are none', (whole) => ({ ...whole, records: {} }), 'records'],
      ['a shape out of bounds', () => withRecords(group('a', { x: 1e300 })), 'records.2: out-of-bounds'],
    ])('with %s is refused, and there is no board', async (_, change, words) => {
      const before = await listBoards()
      const response = await api.ask(api.people.editor, 'POST', '/api/boards/import', change(blank))
      const answer = (await response.json()) as { error: { code: string; message: string } }
      expect([response.status, answer.error.code]).toEqual([400, 'bad_request'])
      expect(answer.error.message).toContain(words)
      expect(await listBoards()).toBe(before)
    })

    test('that hides a prototype in its records is refused', async () => {
      const text = JSON.stringify(withRecords(group('a', { meta: { x: 1 } }))).replace(
        '"x":1',
        '"__proto__":{"polluted":1}',
      )
      const response = await api.ask(api.people.editor, 'POST', '/api/boards/import', text)
      expect(response.status).toBe(400)
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    })

    test('that lies very deep in itself is refused', async () => {
      const deep = JSON.stringify(withRecords({ ...group('a'), meta: 'DEEP' })).replace(
        '"DEEP"',
        `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      )
      expect((await api.ask(api.people.editor, 'POST', '/api/boards/import', deep)).status).toBe(400)
    })

    test('of more than 20,000 records, or of more than 20 MB, is refused', async () => {
      const many = { ...blank, records: Array.from({ length: 20_001 }, () => 0) }
      expect((await api.ask(api.people.editor, 'POST', '/api/boards/import', many)).status).toBe(400)
      const large = `{"title":"${'x'.repeat(20 * 1024 * 1024)}"}`
      expect((await api.ask(api.people.editor, 'POST', '/api/boards/import', large)).status).toBe(413)
    })

    test('of a template that is not known here becomes a board without its guide', async () => {
      for (const templateId of ['something-new', '__proto__', 'constructor']) {
        expect((await summary(await importBoard({ ...blank, templateId }), api.people.editor)).templateId).toBeNull()
      }
    })

    test('is imported by those who may create boards', async () => {
      for (const [who, status] of [
        [api.people.owner, 201],
        [api.people.editor, 201],
        [api.people.administrator, 201],
        [api.people.manager, 403],
        [null, 401],
      ] as const) {
        expect((await api.ask(who, 'POST', '/api/boards/import', blank)).status).toBe(status)
      }
    })

    test('waits for no other person’s, but two at once of the same person are one too many', async () => {
      const ask = (who = api.people.editor) => api.ask(who, 'POST', '/api/boards/import', blank)
      const answers = await Promise.all([ask(), ask(), ask(api.people.owner), ask(api.people.stranger)])
      expect(answers.map(({ status }) => status)).toEqual([201, 429, 201, 429])
      expect(Number(answers[1]?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await ask()).status).toBe(201)
    })
  })
})
