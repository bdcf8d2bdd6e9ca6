import { serializedSchema } from '@samtavle/shared/record-schema'
import { blankBoardRecords } from '@samtavle/templates/blank'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/support/test-database.ts'
import type { BoardApi } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'

/** SEC-13: what a body must not be able to say, added to a body that is accepted without it. */
const HOSTILE = [
  '"__proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"prototype":{"polluted":true}',
  '"role":"owner"',
  '"ownerId":"11111111-1111-4111-8111-111111111111"',
  '"owner_id":"11111111-1111-4111-8111-111111111111"',
  '"id":"11111111-1111-4111-8111-111111111111"',
  '"generation":7',
  '"deletedAt":null',
]

/** A backup of an empty board, without the brace that ends it. */
function backup(): string {
  const records = blankBoardRecords({ name: 'T', newId: () => 'page' })
  const head = { format: 'samtavle-board', version: 1, title: 'T', locale: 'da', templateId: null }
  return JSON.stringify({ ...head, exportedAt: '2026-11-22T12:00:00Z', schema: serializedSchema(), records }).slice(
    0,
    -1,
  )
}

const BODIES: readonly { method: string; path: string; body: (api: BoardApi) => string; accepted: number }[] = [
  { method: 'POST', path: '', body: () => '{"title":"T"', accepted: 201 },
  { method: 'POST', path: '/import', body: () => backup(), accepted: 201 },
  { method: 'PATCH', path: '/:id', body: () => '{"title":"T"', accepted: 204 },
  { method: 'POST', path: '/:id/duplicate', body: () => '{"title":"T"', accepted: 201 },
  {
    method: 'PUT',
    path: '/:id/members',
    body: (api) => `{"userId":"${api.people.editor.userId}","role":"edit"`,
    accepted: 204,
  },
]

const api = useBoardApi(createTestDatabase)

const countBoards = async () => (await api.database.sql`SELECT count(*)::int AS count FROM board`)[0]?.count

test.each(BODIES)(
  'SEC-13: $method $path takes what it knows and nothing else',
  async ({ method, path, body, accepted }) => {
    const { owner } = api.people
    const board = await api.board(owner)
    const address = `/api/boards${path.replace(':id', board)}`
    const plain = `${body(api)}}`
    expect((await api.ask(owner, method, address, plain)).status).toBe(accepted)
    const before = await countBoards()
    for (const extra of HOSTILE) {
      if (extra.startsWith('"role"') && path.endsWith('members')) continue
      const response = await api.ask(owner, method, address, `${body(api)},${extra}}`)
      expect([extra, response.status]).toEqual([extra, 400])
      expect(await response.json()).toMatchObject({ error: { code: 'bad_request' } })
    }
    for (const broken of ['', '{', 'null', '[]', '"T"', '7', `[${plain}]`, '{"title":"a\\u0000b"}', '{"title":" "}']) {
      const response = await api.ask(owner, method, address, broken)
      expect([broken, response.status]).toEqual([broken, 400])
    }
    expect(await countBoards()).toBe(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  },
)

test('a title has 1 to 120 characters on one line', async () => {
  const { owner } = api.people
  for (const [title, status] of [
    ['x'.repeat(120), 201],
    ['x'.repeat(121), 400],
    ['a\nb', 400],
    ['Ære være', 201],
  ] as const) {
    expect((await api.ask(owner, 'POST', '/api/boards', { title })).status).toBe(status)
  }
})

test('a body over 64 KiB is too large', async () => {
  const response = await api.ask(api.people.owner, 'POST', '/api/boards', { title: 'x'.repeat(70_000) })
  expect(response.status).toBe(413)
})
