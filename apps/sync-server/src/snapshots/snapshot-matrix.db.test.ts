import { randomUUID } from 'node:crypto'
import { SPRINT_STATUSES } from '@samtavle/shared/access'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { BoardApi, PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { frameOf, makeDraft, publish, writeNote } from '../../test-support/snapshot-api.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

/** Who is what in the sprint of this suite. */
const PLACES = {
  facilitator: 'owner',
  member: 'editor',
  sparring: 'colleague',
  observer: 'viewer',
  commissioner: 'manager',
  stranger: 'stranger',
  administrator: 'administrator',
} as const satisfies Record<string, PersonName>
type Place = keyof typeof PLACES
type Made = { sprint: string; draft: string; published: string }
type Attempt = {
  name: string
  method: string
  path: (made: Made) => string
  body?: unknown
  /** Status for each place in a sprint that runs; written down by hand, not from `can`. Nobody is 401 always. */
  expected: Record<Place, number>
  /** Of who may it in a sprint that is archived, where that is another one. */
  archived?: Partial<Record<Place, number>>
}

const outside = { stranger: 404, administrator: 404 }
/** For those who make snapshots; others do not know of drafts. */
const ofDraft = (status: number) => ({
  ...{ facilitator: status, member: status, sparring: 404, observer: 404, commissioner: 404, ...outside },
})
const ofPublished = (status: number) => ({
  ...{ facilitator: status, member: status, sparring: 403, observer: 403, commissioner: 403, ...outside },
})
const seen = { facilitator: 200, member: 200, sparring: 200, observer: 200, commissioner: 200, ...outside }
const CHOICE = {
  ...{ title: 'T', status: '', question: '', parts: [], withoutShapes: [], withoutRoles: [] },
  ...{ withExamples: false, withPictures: false },
}
const on =
  (which: 'draft' | 'published', rest = '') =>
  (made: Made) =>
    `/api/snapshots/${made[which]}${rest}`
const inSprint = ({ sprint }: Made) => `/api/sprints/${sprint}/snapshots`
const ANSWER = { answer: 'yes', words: '' }

const MATRIX: readonly Attempt[] = [
  { name: 'list', method: 'GET', path: inSprint, expected: seen },
  { name: 'make one', method: 'POST', path: inSprint, body: { day: null }, expected: ofPublished(201) },
  { name: 'see a draft', method: 'GET', path: on('draft'), expected: ofDraft(200) },
  { name: 'see one', method: 'GET', path: on('published'), expected: seen },
  { name: 'see the page of one', method: 'GET', path: on('published', '/page'), expected: seen },
  { name: 'see the page of a draft', method: 'GET', path: on('draft', '/page'), expected: ofDraft(200) },
  { name: 'see a picture of one', method: 'GET', path: on('published', '/pictures/p1'), expected: seen },
  { name: 'see a picture of a draft', method: 'GET', path: on('draft', '/pictures/p1'), expected: ofDraft(200) },
  { name: 'choose', method: 'PUT', path: on('draft', '/choice'), body: CHOICE, expected: ofDraft(200) },
  { name: 'change one', method: 'PUT', path: on('published', '/choice'), body: CHOICE, expected: ofPublished(409) },
  { name: 'publish', method: 'POST', path: on('draft', '/publish'), body: { expiresAt: null }, expected: ofDraft(200) },
  {
    name: 'publish again',
    method: 'POST',
    path: on('published', '/publish'),
    body: { expiresAt: null },
    expected: ofPublished(409),
  },
  { name: 'throw a draft away', method: 'DELETE', path: on('draft'), expected: ofDraft(204) },
  { name: 'throw one away', method: 'DELETE', path: on('published'), expected: ofPublished(409) },
  { name: 'mark as final', method: 'POST', path: on('published', '/final'), expected: ofPublished(200) },
  { name: 'withdraw', method: 'POST', path: on('published', '/withdraw'), expected: ofPublished(200) },
  { name: 'withdraw a draft', method: 'POST', path: on('draft', '/withdraw'), expected: ofDraft(409) },
  {
    ...{ name: 'answer', method: 'POST', path: on('published', '/answers'), body: ANSWER },
    expected: { ...ofPublished(403), commissioner: 204 },
    archived: { commissioner: 403 },
  },
  { name: 'answer a draft', method: 'POST', path: on('draft', '/answers'), body: ANSWER, expected: ofDraft(403) },
]

async function createCase(api: BoardApi): Promise<Made & { board: string }> {
  const { owner, editor, colleague, viewer, manager } = api.people
  const sprint = await createSprint(api, owner, {
    programmeId: 'half-day-d',
    commissioner: { name: manager.name, userId: manager.userId },
    team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
  })
  const { boards } = await readSprint(api, owner, sprint)
  const boardId = boards.find(({ key }) => key === 'T15')?.id ?? ''
  // Only what holds something has a picture.
  await writeNote(api, boardId, await frameOf(api, boardId, 'laesning'), 'Læseren stopper her')
  const board = `/api/boards/${boardId}`
  const [published, draft] = [await makeDraft(api, owner, board), await makeDraft(api, owner, board)]
  await publish(api, owner, published)
  return { sprint, board, published, draft }
}

describeDatabases('rights on snapshots', (open) => {
  const api = useBoardApi(open)

  test('every place against every route, while the sprint runs and when it is archived', async () => {
    const found: Record<string, unknown> = {}
    const wanted: Record<string, unknown> = {}
    for (const status of ['running', 'archived'] as const) {
      const made = await createCase(api)
      const own = { ...made }
      for (const step of SPRINT_STATUSES.slice(1, SPRINT_STATUSES.indexOf(status) + 1)) {
        await api.ask(api.people.owner, 'PUT', `/api/sprints/${made.sprint}/status`, { status: step })
      }
      for (const { name, method, path, body, expected, archived = {} } of MATRIX) {
        for (const place of Object.keys(PLACES) as Place[]) {
          const row = `${status}: ${name}, ${place}`
          const response = await api.ask(api.people[PLACES[place]], method, path(own), body)
          found[row] = response.status
          wanted[row] = (status === 'archived' ? archived[place] : undefined) ?? expected[place]
          // What was done is made anew for who comes next.
          if (response.ok && method !== 'GET') Object.assign(own, await renewed(own, made.board))
        }
        const nobody = await api.ask(null, method, path(own), body)
        found[`${status}: ${name}, nobody`] = nobody.status
        wanted[`${status}: ${name}, nobody`] = 401
      }
    }
    expect(found).toEqual(wanted)
  }, 180_000)

  /** A draft that shows something, and a published one, whatever became of those before. */
  async function renewed(made: Made, board: string): Promise<Partial<Made>> {
    const { sql } = api.database
    const rows = await sql<
      { id: string; status: string }[]
    >`SELECT id, status FROM snapshot WHERE id IN (${made.draft}, ${made.published})`
    const stands = (id: string, status: string) => rows.some((row) => row.id === id && row.status === status)
    const draft = await makeDraft(api, api.people.owner, board)
    if (stands(made.published, 'published')) return { draft }
    const published = await makeDraft(api, api.people.owner, board)
    await publish(api, api.people.owner, published)
    return { draft, published }
  }

  test('unknown, malformed and foreign ids look alike', async () => {
    const { stranger } = api.people
    const made = await createCase(api)
    const told = async (path: string) => {
      const response = await api.ask(stranger, 'GET', path)
      return [response.status, await response.text()]
    }
    const unknown = await told(`/api/snapshots/${randomUUID()}`)
    for (const id of [made.draft, made.published, 'x']) {
      expect(await told(`/api/snapshots/${id}`), id).toEqual(unknown)
    }
    expect(await told(`/api/sprints/${made.sprint}/snapshots`)).toEqual(
      await told(`/api/sprints/${randomUUID()}/snapshots`),
    )
  })
})
