import { randomUUID } from 'node:crypto'
import { boardsResponse } from '@samtavle/shared/api'
import { readAllRecords } from '@samtavle/shared/board-doc'
import { sprintsResponse } from '@samtavle/shared/sprint-api'
import { findProgramme } from '@samtavle/templates/programmes/programmes'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { createBoardApi } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { openWatchedClient } from '../../test-support/sent-statements.ts'
import { bringTo, createSprint, inTeam, readSprint, sprintRequest } from '../../test-support/sprint-api.ts'

describeDatabases('sprints over HTTP', (open, kind) => {
  const api = useBoardApi(open)
  beforeEach(() => {
    api.clock.now = new Date('2026-09-08T06:30:00Z')
  })

  const list = async (who = api.people.owner) =>
    sprintsResponse.parse(await (await api.ask(who, 'GET', '/api/sprints')).json()).sprints
  const storedSprints = async () => (await api.database.sql`SELECT id FROM sprint`).length
  const storedBoards = async () => (await api.database.sql`SELECT id FROM board`).length

  describe('creating one', () => {
    test('makes its team, its plan and the boards of every day', async () => {
      const { owner, editor, viewer, colleague } = api.people
      const id = await createSprint(api, owner, {
        team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')],
        commissioner: { name: 'Bente Chef', userId: colleague.userId.toUpperCase() },
      })
      const programme = findProgramme('monday-to-monday')
      const sprint = await readSprint(api, owner, id)
      expect(sprint).toMatchObject({
        title: 'Ventetid på hjælpemidler',
        challenge: 'Jeg venter tre måneder på en rollator.',
        status: 'preparation',
        programmeId: 'monday-to-monday',
        locale: 'da',
        startDate: '2026-09-07',
        lastDate: '2026-09-14',
        place: 'facilitator',
        agendaVersion: 1,
        now: null,
        purpose: null,
        purposeLockedAt: null,
        previous: null,
        next: [],
        commissioner: { name: 'Bente Chef', userId: colleague.userId },
      })
      expect(sprint.team.map(({ name, role }) => [name, role])).toEqual([
        ['owner', 'facilitator'],
        ['editor', 'member'],
        ['viewer', 'observer'],
      ])
      expect(sprint.boards.map(({ key }) => key)).toEqual(programme?.boards.map(({ key }) => key))
      expect(sprint.agenda.days.map(({ key }) => key)).toEqual(programme?.days.map(({ key }) => key))
      const days = new Set(sprint.agenda.days.map(({ key }) => key))
      expect(sprint.boards.every((board) => days.has(board.day) && board.role === 'owner')).toBe(true)
      // Each holds what its template draws, in the language of whoever made it.
      for (const { id: board } of sprint.boards) {
        const doc = await api.document(board)
        expect(readAllRecords(doc).length).toBeGreaterThan(5)
        doc.destroy()
      }
    })

    test('a board to practise on stays for as long as the sprint', async () => {
      const id = await createSprint(api, api.people.owner)
      const rows = await api.database.sql`
        SELECT id FROM board WHERE sprint_id = ${id} AND expires_at IS NOT NULL`
      expect(rows).toHaveLength(0)
    })

    test('in another language, with examples, everything is in it', async () => {
      const id = await createSprint(api, api.people.owner, { locale: 'en', examples: true })
      const sprint = await readSprint(api, api.people.owner, id)
      const programme = findProgramme('monday-to-monday')
      expect(sprint.agenda.days.map(({ title }) => title)).toEqual(programme?.days.map(({ title }) => title.en))
      const plain = await createSprint(api, api.people.owner, { locale: 'en' })
      const board = sprint.boards[3]
      const bare = (await readSprint(api, api.people.owner, plain)).boards[3]
      const [full, empty] = await Promise.all([api.document(board?.id ?? ''), api.document(bare?.id ?? '')])
      expect(readAllRecords(full).length).toBeGreaterThan(readAllRecords(empty).length)
    })

    test.each([
      ['a day that is no Monday', { startDate: '2026-09-08' }],
      ['a day that there is not', { startDate: '2026-02-30' }],
      ['an unknown programme', { programmeId: 'five-days' }],
      ['a programme named like a method', { programmeId: 'constructor' }],
      ['nobody known', { team: [{ userId: randomUUID(), role: 'member' }] }],
      ['a commissioner who is not there', { commissioner: { name: 'Chef', userId: randomUUID() } }],
      ['a commissioner without a name', { commissioner: { name: ' ', userId: null } }],
      ['an unknown role', { team: [{ userId: randomUUID(), role: 'owner' }] }],
      ['no challenge', { challenge: '' }],
      ['a challenge with a control character', { challenge: 'Hvad\u0007' }],
      ['a challenge that is too long', { challenge: 'x'.repeat(501) }],
      ['a title of two lines', { title: 'En\nTo' }],
      ['more than is asked for', { status: 'running' }],
    ])('is refused for %s, and leaves nothing behind', async (_, over) => {
      const before = [await storedSprints(), await storedBoards()]
      const response = await api.ask(api.people.owner, 'POST', '/api/sprints', sprintRequest(over))
      expect(response.status).toBe(400)
      expect([await storedSprints(), await storedBoards()]).toEqual(before)
    })

    test('is refused for a team that names somebody twice, or oneself', async () => {
      const { owner, editor } = api.people
      for (const team of [[inTeam(editor, 'member'), inTeam(editor, 'sparring')], [inTeam(owner, 'member')]]) {
        expect((await api.ask(owner, 'POST', '/api/sprints', sprintRequest({ team }))).status).toBe(400)
      }
    })

    test('sprint and boards come together or not at all', async () => {
      const before = [await storedSprints(), await storedBoards()]
      await api.database.sql`ALTER TABLE sprint_member ADD CONSTRAINT fails CHECK (role <> 'sparring')`
      try {
        const team = [inTeam(api.people.editor, 'sparring')]
        const response = await api.ask(api.people.owner, 'POST', '/api/sprints', sprintRequest({ team }))
        expect(response.status).toBe(500)
      } finally {
        await api.database.sql`ALTER TABLE sprint_member DROP CONSTRAINT fails`
      }
      expect([await storedSprints(), await storedBoards()]).toEqual(before)
    })
  })

  describe('the list', () => {
    test('holds those of one’s own, the running first, with the day that counts today', async () => {
      const { owner, editor, colleague } = api.people
      const team = [inTeam(editor, 'member')]
      const prepared = await createSprint(api, colleague, { title: 'Senere', startDate: '2026-10-05', team })
      const running = await createSprint(api, owner, { title: 'Nu', team })
      await bringTo(api, owner, running, 'running')
      const seen = await list(editor)
      const ours = seen.filter(({ id }) => id === prepared || id === running)
      expect(ours.map(({ id, status, place }) => [id, status, place])).toEqual([
        [running, 'running', 'member'],
        [prepared, 'preparation', 'member'],
      ])
      const boards = (await readSprint(api, editor, running)).boards
      expect(ours[0]).toMatchObject({ teamSize: 2, lastDate: '2026-09-14', today: { key: 'tue' } })
      expect(boards.map(({ id }) => id)).toContain(ours[0]?.today?.boardId)
      expect(ours[1]?.today).toBeNull()
      expect(await list(api.people.stranger)).toEqual([])
    })

    test('a day begins and ends where the team is, and weekends are no days', async () => {
      const id = await createSprint(api, api.people.owner, { title: 'Dage' })
      const todayAt = async (moment: string) => {
        api.clock.now = new Date(moment)
        return (await list()).find((sprint) => sprint.id === id)?.today?.key ?? null
      }
      expect(await todayAt('2026-09-06T21:59:59Z')).toBeNull()
      expect(await todayAt('2026-09-06T22:00:00Z')).toBe('mon')
      expect(await todayAt('2026-09-07T21:59:59Z')).toBe('mon')
      expect(await todayAt('2026-09-07T22:00:00Z')).toBe('tue')
      expect(await todayAt('2026-09-12T10:00:00Z')).toBeNull()
      expect(await todayAt('2026-09-14T10:00:00Z')).toBe('mon2')
      expect(await todayAt('2026-09-15T10:00:00Z')).toBeNull()
      expect(await todayAt('2026-08-27T10:00:00Z')).toBeNull()
    })

    test('the list of boards names the sprint and the day', async () => {
      const { owner } = api.people
      const id = await createSprint(api, owner, { title: 'Med tavler' })
      const own = await api.board(owner, { title: 'For sig selv' })
      const { boards } = boardsResponse.parse(await (await api.ask(owner, 'GET', '/api/boards')).json())
      const ofSprint = boards.filter(({ sprint }) => sprint?.id === id)
      expect(ofSprint).toHaveLength((await readSprint(api, owner, id)).boards.length)
      expect(ofSprint[0]?.sprint).toEqual({ id, title: 'Med tavler', day: expect.any(String) })
      expect(boards.find((board) => board.id === own)?.sprint).toBeNull()
    })
  })

  describe('changing one', () => {
    test('title, challenge and commissioner, all that is named and nothing else', async () => {
      const { owner, manager } = api.people
      const id = await createSprint(api, owner)
      const patch = (body: unknown) => api.ask(owner, 'PATCH', `/api/sprints/${id}`, body)
      expect((await patch({ title: 'Kortere ventetid' })).status).toBe(204)
      expect((await patch({ commissioner: { name: 'Ny Chef', userId: manager.userId } })).status).toBe(204)
      expect(await readSprint(api, owner, id)).toMatchObject({
        title: 'Kortere ventetid',
        challenge: 'Jeg venter tre måneder på en rollator.',
        commissioner: { name: 'Ny Chef', userId: manager.userId },
      })
      expect((await readSprint(api, manager, id)).place).toBe('commissioner')
      expect((await patch({ commissioner: { name: 'Ny Chef', userId: null } })).status).toBe(204)
      expect((await api.ask(manager, 'GET', `/api/sprints/${id}`)).status).toBe(404)
      for (const body of [{}, { title: '' }, { status: 'running' }, { commissioner: { name: 'x', userId: 'y' } }]) {
        expect((await patch(body)).status).toBe(400)
      }
      const nobody = { commissioner: { name: 'x', userId: randomUUID() } }
      expect((await patch(nobody)).status).toBe(400)
    })

    test('a sprint goes one step on or one back, and says when it runs at which block', async () => {
      const { owner } = api.people
      const id = await createSprint(api, owner)
      const status = async (to: string) =>
        (await api.ask(owner, 'PUT', `/api/sprints/${id}/status`, { status: to })).status
      const begin = async (block: string | null) =>
        (await api.ask(owner, 'PUT', `/api/sprints/${id}/now`, { block })).status
      const block = (await readSprint(api, owner, id)).agenda.days[1]?.blocks[0]?.id ?? ''
      expect(await begin(block)).toBe(403)
      for (const to of ['finished', 'archived']) expect(await status(to)).toBe(409)
      expect(await status('running')).toBe(204)
      expect(await status('archived')).toBe(409)
      expect(await begin('no-such-block')).toBe(400)
      expect(await begin(block)).toBe(204)
      expect((await readSprint(api, owner, id)).now).toEqual({ block, since: api.clock.now.toISOString() })
      expect(await begin(null)).toBe(204)
      expect((await readSprint(api, owner, id)).now).toBeNull()
      expect(await begin(block)).toBe(204)
      for (const to of ['finished', 'archived', 'archived', 'finished', 'running', 'preparation']) {
        expect(await status(to)).toBe(204)
      }
      expect((await readSprint(api, owner, id)).now).toBeNull()
      const [row] = await api.database.sql`SELECT finished_at, archived_at FROM sprint WHERE id = ${id}`
      expect(row).toEqual({ finished_at: null, archived_at: null })
      expect(await status('deleted')).toBe(400)
    })

    test('one that has not begun is deleted with its boards, and others are not', async () => {
      const { owner, editor } = api.people
      const id = await createSprint(api, owner, { team: [inTeam(editor, 'facilitator')] })
      const [board] = (await readSprint(api, owner, id)).boards
      await bringTo(api, owner, id, 'running')
      expect((await api.ask(owner, 'DELETE', `/api/sprints/${id}`)).status).toBe(403)
      await api.ask(owner, 'PUT', `/api/sprints/${id}/status`, { status: 'preparation' })
      api.roomCalls.length = 0
      const boards = (await readSprint(api, owner, id)).boards.length
      expect((await api.ask(owner, 'DELETE', `/api/sprints/${id}`)).status).toBe(204)
      expect(api.roomCalls.filter(([name]) => name === 'boardDeleted')).toHaveLength(boards)
      for (const who of [owner, editor]) {
        expect((await api.ask(who, 'GET', `/api/sprints/${id}`)).status).toBe(404)
        expect((await api.ask(who, 'GET', `/api/boards/${board?.id}`)).status).toBe(404)
        expect((await api.ask(who, 'POST', `/api/boards/${board?.id}/restore`)).status).toBe(404)
        const trash = boardsResponse.parse(await (await api.ask(who, 'GET', '/api/boards?state=deleted')).json())
        expect(trash.boards.filter(({ sprint }) => sprint?.id === id)).toEqual([])
        expect(trash.boards.map((row) => row.id)).not.toContain(board?.id)
      }
    })
  })

  // Only PostgreSQL lets a second client in.
  if (kind === 'postgres') {
    test('creating is one statement that writes, and pages ask few questions however many sprints there are', async () => {
      const { sql, sent } = openWatchedClient(api.database.url)
      try {
        const watched = await createBoardApi(sql)
        const { owner, editor } = watched.people
        sent.length = 0
        const id = await createSprint(watched, owner, { team: [inTeam(editor, 'member')] })
        expect(sent.filter((query) => /\b(INSERT|UPDATE|DELETE)\b/.test(query))).toHaveLength(1)
        const count = async (path: string) => {
          sent.length = 0
          expect((await watched.ask(editor, 'GET', path)).status).toBe(200)
          return sent.length
        }
        const paths = ['/api/sprints', `/api/sprints/${id}`, '/api/boards']
        const few = [await count(paths[0] ?? ''), await count(paths[1] ?? ''), await count(paths[2] ?? '')]
        for (let more = 0; more < 3; more++) await createSprint(watched, owner, { team: [inTeam(editor, 'member')] })
        expect([await count(paths[0] ?? ''), await count(paths[1] ?? ''), await count(paths[2] ?? '')]).toEqual(few)
        expect(few).toEqual([2, 5, 1])
      } finally {
        await sql.end()
      }
    })
  }
})
