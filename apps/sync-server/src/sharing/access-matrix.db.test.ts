import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { BoardApi, PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { pngFile } from '../../test-support/picture-file.ts'

/** Status per state of the board: active, archived, deleted. Written down by hand, not derived from `can`. */
type Row = readonly [active: number, archived: number, deleted: number]
type Attempt = {
  method: string
  path: (board: string, api: BoardApi) => string
  body?: (api: BoardApi, board: string) => unknown
}

const STATES = ['active', 'archived', 'deleted'] as const
const under = (rest: string) => (board: string) => `/api/boards/${board}${rest}`

const READ = { owner: [200, 200, 410], editor: [200, 200, 404], viewer: [200, 200, 404] } as const
const OWNERS = { owner: [204, 204, 410], editor: [403, 403, 404], viewer: [403, 403, 404] } as const

const MATRIX: readonly (Attempt & { name: string; expected: Record<'owner' | 'editor' | 'viewer', Row> })[] = [
  { name: 'view', method: 'GET', path: under(''), expected: READ },
  { name: 'read the document', method: 'GET', path: under('/state'), expected: READ },
  { name: 'see the picture', method: 'GET', path: under('/preview.svg'), expected: READ },
  {
    name: 'see a picture on it',
    method: 'GET',
    path: (board, api) => `/api/boards/${board}/assets/${api.pictures.get(board)}`,
    expected: READ,
  },
  {
    name: 'put a picture on it',
    method: 'POST',
    path: under('/assets'),
    body: () => new Uint8Array(pngFile(5, 5, [10, 90, 10])),
    expected: { owner: [201, 403, 410], editor: [201, 403, 404], viewer: [403, 403, 404] },
  },
  { name: 'list members', method: 'GET', path: under('/members'), expected: READ },
  {
    name: 'rename',
    method: 'PATCH',
    path: under(''),
    body: () => ({ title: 'Nyt navn' }),
    expected: { owner: [204, 403, 410], editor: [204, 403, 404], viewer: [403, 403, 404] },
  },
  { name: 'archive', method: 'PATCH', path: under(''), body: () => ({ archived: true }), expected: OWNERS },
  { name: 'unarchive', method: 'PATCH', path: under(''), body: () => ({ archived: false }), expected: OWNERS },
  {
    name: 'rename and archive at once',
    method: 'PATCH',
    path: under(''),
    body: () => ({ title: 'Nyt navn', archived: true }),
    expected: { owner: [204, 403, 410], editor: [403, 403, 404], viewer: [403, 403, 404] },
  },
  { name: 'delete', method: 'DELETE', path: under(''), expected: OWNERS },
  {
    name: 'restore',
    method: 'POST',
    path: under('/restore'),
    expected: { owner: [403, 403, 204], editor: [403, 403, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'duplicate',
    method: 'POST',
    path: under('/duplicate'),
    body: () => ({}),
    expected: { owner: [201, 201, 410], editor: [201, 201, 404], viewer: [201, 201, 404] },
  },
  {
    name: 'add a member',
    method: 'PUT',
    path: under('/members'),
    body: (api) => ({ userId: api.people.manager.userId, role: 'view' }),
    expected: OWNERS,
  },
  {
    name: 'make a viewer an editor',
    method: 'PUT',
    path: under('/members'),
    body: (api) => ({ userId: api.people.viewer.userId, role: 'edit' }),
    expected: OWNERS,
  },
  {
    name: 'remove a member',
    method: 'DELETE',
    path: (board, api) => `/api/boards/${board}/members?userId=${api.people.colleague.userId}`,
    expected: OWNERS,
  },
  {
    name: 'list versions',
    method: 'GET',
    path: under('/versions'),
    expected: { owner: [200, 200, 410], editor: [200, 200, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'save a version',
    method: 'POST',
    path: under('/versions'),
    body: () => ({ name: 'Før frokost' }),
    expected: { owner: [201, 403, 410], editor: [201, 403, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'see what a version holds',
    method: 'GET',
    path: (board, api) => `/api/boards/${board}/versions/${api.versions.get(board)}/state`,
    expected: { owner: [200, 200, 410], editor: [200, 200, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'take going back to a version back',
    method: 'POST',
    path: (board, api) => `/api/boards/${board}/versions/${api.versions.get(board)}/take-back`,
    body: (api, board) => ({ before: api.versions.get(board) }),
    expected: { owner: [204, 403, 410], editor: [204, 403, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'restore a version',
    method: 'POST',
    path: (board, api) => `/api/boards/${board}/versions/${api.versions.get(board)}/restore`,
    body: () => ({}),
    expected: { owner: [204, 403, 410], editor: [204, 403, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'restore a version and erase the rest',
    method: 'POST',
    path: (board, api) => `/api/boards/${board}/versions/${api.versions.get(board)}/restore`,
    body: () => ({ erase: true }),
    expected: { owner: [204, 403, 410], editor: [403, 403, 404], viewer: [403, 403, 404] },
  },
  { name: 'see which template it is from', method: 'GET', path: under('/template'), expected: READ },
  {
    name: 'see what a template of it would hold',
    method: 'GET',
    path: under('/template-draft'),
    expected: { owner: [200, 200, 410], editor: [403, 403, 404], viewer: [403, 403, 404] },
  },
  {
    name: 'use a newer version of its template',
    method: 'POST',
    path: under('/template/newest'),
    expected: { owner: [409, 403, 410], editor: [403, 403, 404], viewer: [403, 403, 404] },
  },
  { name: 'keep it', method: 'POST', path: under('/keep'), expected: OWNERS },
]
const MEMBERS = ['owner', 'editor', 'viewer'] as const
const OUTSIDERS = ['stranger', 'administrator', 'manager'] as const
const EVERYBODY: readonly (PersonName | 'anonymous')[] = [...MEMBERS, ...OUTSIDERS, 'anonymous']

describeDatabases('who may do what to a board', (open) => {
  const api = useBoardApi(open)
  /** Boards that nothing has changed since `boardIn` made them. */
  const boards: Partial<Record<(typeof STATES)[number], string>> = {}

  /** A board in this state, with an editor, a viewer and one more colleague. */
  async function boardIn(state: (typeof STATES)[number]): Promise<string> {
    const { owner, editor, viewer, colleague } = api.people
    const board = await api.board(owner)
    for (const [person, role] of [
      [editor, 'edit'],
      [viewer, 'view'],
      [colleague, 'edit'],
    ] as const) {
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: person.userId, role })
    }
    await api.saveVersion(board)
    await api.savePicture(board)
    if (state === 'archived') await api.ask(owner, 'PATCH', `/api/boards/${board}`, { archived: true })
    if (state === 'deleted') await api.ask(owner, 'DELETE', `/api/boards/${board}`)
    return board
  }

  const person = (name: PersonName | 'anonymous') => (name === 'anonymous' ? null : api.people[name])
  const attempt = (who: PersonName | 'anonymous', { method, path, body }: Attempt, board: string) =>
    api.ask(person(who), method, path(board, api), body?.(api, board))

  const storedOf = async (board: string) => {
    const rows = await api.database.sql`
      SELECT board.title, board.archived_at, board.deleted_at,
        (SELECT count(*)::int FROM board_update WHERE board_id = board.id) AS updates,
        (SELECT count(*)::int FROM board_asset WHERE board_id = board.id) AS pictures,
        (SELECT count(*)::int FROM board_version WHERE board_id = board.id) AS versions, generation,
        (SELECT jsonb_object_agg(user_id, role) FROM board_member WHERE board_id = board.id) AS members
      FROM board WHERE id = ${board}`
    return JSON.stringify(rows[0])
  }

  describe.each(MATRIX.map((row) => [row.name, row] as const))('%s', (_, row) => {
    test.each(EVERYBODY)('%s', async (who) => {
      for (const [index, state] of STATES.entries()) {
        const board = boards[state] ?? (await boardIn(state))
        boards[state] = board
        const before = await storedOf(board)
        const response = await attempt(who, row, board)
        const isMember = who === 'owner' || who === 'editor' || who === 'viewer'
        const expected = who === 'anonymous' ? 401 : isMember ? row.expected[who][index] : 404
        expect(`${state} ${response.status}`).toBe(`${state} ${expected}`)
        if (response.status >= 400) expect(await storedOf(board)).toBe(before)
        else if (row.method !== 'GET') delete boards[state]
      }
    })

    test('SEC-12: foreign, unknown, malformed and others’ deleted boards answer the same bytes', async () => {
      const answers = new Set<string>()
      const ids = [await boardIn('active'), await boardIn('archived'), await boardIn('deleted'), randomUUID()]
      for (const who of OUTSIDERS) {
        for (const id of [...ids, 'x', ids[0]?.toUpperCase() ?? '', '00000000-0000-0000-0000-000000000000']) {
          answers.add(await answerOf(await attempt(who, row, id)))
        }
      }
      for (const who of ['editor', 'viewer'] as const)
        answers.add(await answerOf(await attempt(who, row, ids[2] ?? '')))
      expect([...answers]).toHaveLength(1)
      expect([...answers][0]).toContain('not_found')
    })
  })

  test('SEC-02 the socket’s question gets the same answers', async () => {
    for (const state of STATES) {
      const board = await boardIn(state)
      const answer = { boardId: board, state, generation: 1, title: 'Tavle' }
      for (const [who, role] of [
        ['owner', 'owner'],
        ['editor', 'edit'],
        ['viewer', 'view'],
        ['stranger', null],
        ['administrator', null],
        ['manager', null],
      ] as const) {
        expect(await api.access.accessFor(api.people[who].userId, board)).toEqual({ ...answer, role })
      }
    }
    expect(await api.access.accessFor(api.people.owner.userId, randomUUID())).toBeUndefined()
  })

  test('lists hold own and shared boards, and deleted ones for their owner alone', async () => {
    const fresh = {
      active: await boardIn('active'),
      archived: await boardIn('archived'),
      deleted: await boardIn('deleted'),
    }
    for (const who of EVERYBODY) {
      for (const state of STATES) {
        const response = await api.ask(person(who), 'GET', `/api/boards?state=${state}`)
        if (who === 'anonymous') {
          expect(response.status).toBe(401)
          continue
        }
        const listed = ((await response.json()) as { boards: { id: string; state: string }[] }).boards
        const sees = who === 'owner' || (state !== 'deleted' && (who === 'editor' || who === 'viewer'))
        expect(listed.some((board) => board.id === fresh[state])).toBe(sees)
        expect(listed.every((board) => board.state === state)).toBe(true)
      }
    }
  })
})

/** All that a client can see of an answer. */
async function answerOf(response: Response): Promise<string> {
  return JSON.stringify([response.status, [...response.headers].sort(), await response.text()])
}
