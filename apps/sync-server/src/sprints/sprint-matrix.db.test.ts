import { randomUUID } from 'node:crypto'
import { SPRINT_STATUSES, type SprintStatus } from '@samtavle/shared/access'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { BoardApi, PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

/** Who is what in the sprint of this suite. */
const PLACES = {
  facilitator: 'owner',
  member: 'editor',
  sparring: 'colleague',
  observer: 'viewer',
  commissioner: 'manager',
} as const satisfies Record<string, PersonName>
type Place = keyof typeof PLACES
const OUTSIDERS = ['stranger', 'administrator'] as const

type Made = { id: string; board: string; block: string; agenda: unknown; version: number }
/** Status per status of the sprint: prepared, running, finished, archived. Written down by hand, not from `can`. */
type Row = readonly [preparation: number, running: number, finished: number, archived: number]
type Attempt = {
  name: string
  method: string
  path: (made: Made, api: BoardApi) => string
  body?: (made: Made, api: BoardApi) => unknown
  expected: Record<Place, Row>
}

const all = (status: number): Row => [status, status, status, status]
const READ = {
  ...{ facilitator: all(200), member: all(200), sparring: all(200), observer: all(200), commissioner: all(200) },
}
const refused = { sparring: all(403), observer: all(403), commissioner: all(403) }
/** What only facilitators may, until the sprint is archived. */
const led = (status: number) => ({
  facilitator: [status, status, status, 403] as const,
  member: all(403),
  ...refused,
})
const at =
  (rest = '') =>
  ({ id }: Made) =>
    `/api/sprints/${id}${rest}`

const MATRIX: readonly Attempt[] = [
  { name: 'view', method: 'GET', path: at(), expected: READ },
  { name: 'rename', method: 'PATCH', path: at(), body: () => ({ title: 'Nyt navn' }), expected: led(204) },
  {
    name: 'delete',
    method: 'DELETE',
    path: at(),
    expected: { facilitator: [204, 403, 403, 403], member: all(403), ...refused },
  },
  {
    name: 'change the agenda',
    method: 'PUT',
    path: at('/agenda'),
    body: ({ agenda, version }) => ({ agenda, version }),
    expected: led(200),
  },
  {
    name: 'begin a block',
    method: 'PUT',
    path: at('/now'),
    body: ({ block }) => ({ block }),
    expected: { facilitator: [403, 204, 403, 403], member: all(403), ...refused },
  },
  {
    name: 'finish',
    method: 'PUT',
    path: at('/status'),
    body: () => ({ status: 'finished' }),
    expected: { facilitator: [409, 204, 204, 204], member: all(403), ...refused },
  },
  {
    name: 'duplicate',
    method: 'POST',
    path: at('/duplicate'),
    body: () => ({ startDate: '2026-10-05' }),
    expected: { facilitator: all(201), member: all(201), ...refused },
  },
  {
    name: 'add somebody',
    method: 'PUT',
    path: at('/members'),
    body: (_, api) => ({ userId: api.people.administrator.userId, role: 'member' }),
    expected: led(204),
  },
  {
    name: 'change a role',
    method: 'PUT',
    path: at('/members'),
    body: (_, api) => ({ userId: api.people.viewer.userId, role: 'facilitator' }),
    expected: led(204),
  },
  {
    name: 'take out a facilitator',
    method: 'DELETE',
    path: ({ id }, api) => `/api/sprints/${id}/members?userId=${api.people.owner.userId}`,
    // Nobody else leads it.
    expected: { facilitator: all(409), member: all(403), ...refused },
  },
  {
    name: 'take out the observer',
    method: 'DELETE',
    path: ({ id }, api) => `/api/sprints/${id}/members?userId=${api.people.viewer.userId}`,
    // Everybody may leave.
    expected: { ...led(204), observer: all(204) },
  },
  {
    name: 'add a board',
    method: 'POST',
    path: at('/boards'),
    body: () => ({ title: 'En tavle mere', day: 'tue' }),
    expected: { ...led(201), member: [201, 201, 201, 403] },
  },
  {
    name: 'arrange a board',
    method: 'PATCH',
    path: ({ id, board }) => `/api/sprints/${id}/boards/${board}`,
    body: () => ({ day: 'wed', sensitivity: 'locked' }),
    expected: led(204),
  },
]

describeDatabases('who may do what to a sprint', (open) => {
  const api = useBoardApi(open)
  /** Sprints that nothing has changed since they were made. */
  const sprints: Partial<Record<SprintStatus, Made>> = {}

  async function sprintIn(status: SprintStatus): Promise<Made> {
    const { owner, editor, viewer, colleague, manager } = api.people
    const id = await createSprint(api, owner, {
      team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
      commissioner: { name: 'Bente Chef', userId: manager.userId },
    })
    await bringTo(api, owner, id, status)
    const { boards, agenda, agendaVersion } = await readSprint(api, owner, id)
    const block = agenda.days.flatMap(({ blocks }) => blocks)[0]?.id ?? ''
    return { id, board: boards[0]?.id ?? '', block, agenda, version: agendaVersion }
  }

  const storedOf = async (id: string) => {
    const rows = await api.database.sql`
      SELECT sprint.*, (SELECT jsonb_object_agg(user_id, role) FROM sprint_member WHERE sprint_id = sprint.id) AS team,
        (SELECT jsonb_agg(to_jsonb(board) ORDER BY board.id) FROM board WHERE sprint_id = sprint.id) AS boards,
        (SELECT count(*)::int FROM sprint_proposal WHERE sprint_id = sprint.id) AS proposals,
        (SELECT count(*)::int FROM sprint AS any_sprint) AS sprints
      FROM sprint WHERE id = ${id}`
    return JSON.stringify(rows[0])
  }

  test.each(MATRIX.map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      for (const [index, status] of SPRINT_STATUSES.entries()) {
        for (const who of [...Object.entries(PLACES), ...OUTSIDERS.map((name) => [name, name] as const)]) {
          const [place, name] = who as [Place | (typeof OUTSIDERS)[number], PersonName]
          const made = sprints[status] ?? (await sprintIn(status))
          sprints[status] = made
          const before = await storedOf(made.id)
          const response = await api.ask(api.people[name], row.method, row.path(made, api), row.body?.(made, api))
          const expected = Object.hasOwn(PLACES, place) ? row.expected[place as Place][index] : 404
          expect(`${status} ${place} ${response.status}`).toBe(`${status} ${place} ${expected}`)
          if (response.status >= 400) expect(await storedOf(made.id)).toBe(before)
          else if (row.method !== 'GET') delete sprints[status]
        }
      }
      const made = sprints.running ?? (await sprintIn('running'))
      sprints.running = made
      expect((await api.ask(null, row.method, row.path(made, api), row.body?.(made, api))).status).toBe(401)
    },
    60_000,
  )

  test('SEC-12: foreign, unknown, malformed and deleted sprints answer the same bytes', async () => {
    const made = await sprintIn('preparation')
    const gone = await sprintIn('preparation')
    await api.ask(api.people.owner, 'DELETE', `/api/sprints/${gone.id}`)
    for (const row of MATRIX) {
      const answers = new Set<string>()
      const tell = async (who: PersonName, id: string) => {
        const path = row.path({ ...made, id }, api)
        const response = await api.ask(api.people[who], row.method, path, row.body?.(made, api))
        answers.add(JSON.stringify([response.status, [...response.headers].sort(), await response.text()]))
      }
      for (const id of [made.id, gone.id, randomUUID(), 'x', made.id.toUpperCase(), "'%20OR%201=1", '%00']) {
        for (const who of OUTSIDERS) await tell(who, id)
      }
      await tell('owner', gone.id)
      await tell('manager', gone.id)
      expect([...answers]).toHaveLength(1)
      expect([...answers][0]).toContain('not_found')
    }
  })

  test('who may make sprints, and who may ask for them', async () => {
    const created = async (who: PersonName) => {
      const response = await api.ask(api.people[who], 'POST', '/api/sprints', {})
      return response.status
    }
    // 400 is for the empty body, which is only read when one may.
    expect(await created('manager')).toBe(403)
    for (const who of ['owner', 'editor', 'administrator'] as const) expect(await created(who)).toBe(400)
    for (const method of ['GET', 'POST']) expect((await api.ask(null, method, '/api/sprints')).status).toBe(401)
    expect((await api.ask(api.people.manager, 'GET', '/api/sprints')).status).toBe(200)
  })

  test('a commissioner reads where the sprint stands, and sees no board', async () => {
    const made = await sprintIn('running')
    const sprint = await readSprint(api, api.people.manager, made.id)
    expect(sprint).toMatchObject({ place: 'commissioner', boards: [] })
    expect(sprint.team).toHaveLength(4)
    expect(Object.values(sprint.may).some((may) => may)).toBe(false)
    expect((await api.ask(api.people.manager, 'GET', `/api/boards/${made.board}`)).status).toBe(404)
  })

  test('what a page is told that one may is what one may', async () => {
    const made = await sprintIn('running')
    const may = async (who: PersonName) => {
      const { may } = await readSprint(api, api.people[who], made.id)
      return Object.entries(may).flatMap(([name, allowed]) => (allowed ? [name] : []))
    }
    expect(await may('owner')).toEqual([
      ...['change', 'changeAgenda', 'run', 'setStatus', 'duplicate', 'manageTeam', 'addBoard', 'arrangeBoards'],
      ...['writeLog', 'changePurpose', 'decide'],
    ])
    expect(await may('editor')).toEqual(['duplicate', 'addBoard', 'writeLog'])
    for (const who of ['colleague', 'viewer', 'manager'] as const) expect(await may(who)).toEqual([])
  })
})
