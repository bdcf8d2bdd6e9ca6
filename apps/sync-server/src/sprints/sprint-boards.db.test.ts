import { boardMembersResponse, boardsResponse, searchResponse } from '@samtavle/shared/api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

describeDatabases('boards of a sprint', (open) => {
  const api = useBoardApi(open)
  let id: string
  let sprint: Sprint
  let board: string

  beforeEach(async () => {
    const { owner, editor, viewer, colleague, manager } = api.people
    id = await createSprint(api, owner, {
      team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
      commissioner: { name: 'Bente Chef', userId: manager.userId },
    })
    sprint = await readSprint(api, owner, id)
    board = sprint.boards[0]?.id ?? ''
    api.roomCalls.length = 0
  })

  const arrange = (body: unknown, who = api.people.owner, of = board) =>
    api.ask(who, 'PATCH', `/api/sprints/${id}/boards/${of}`, body)
  const put = (who: PersonName, role: string) =>
    api.ask(api.people.owner, 'PUT', `/api/sprints/${id}/members`, { userId: api.people[who].userId, role })
  const remove = (who: PersonName, by = api.people.owner) =>
    api.ask(by, 'DELETE', `/api/sprints/${id}/members?userId=${api.people[who].userId}`)
  /** What everybody is on a board: by the socket's question, by the page's, in the list, and as its members. */
  async function rolesOn(of: string): Promise<Record<string, string | null>> {
    const roles: Record<string, string | null> = {}
    const { members } = boardMembersResponse.parse(
      await (await api.ask(api.people.owner, 'GET', `/api/boards/${of}/members`)).json(),
    )
    for (const who of ['owner', 'editor', 'colleague', 'viewer', 'manager', 'stranger', 'administrator'] as const) {
      const person = api.people[who]
      const role = (await api.access.accessFor(person.userId, of))?.role ?? null
      const page = await api.ask(person, 'GET', `/api/boards/${of}`)
      expect(`${who} ${page.status}`).toBe(`${who} ${role === null ? 404 : 200}`)
      const listed = boardsResponse.parse(await (await api.ask(person, 'GET', '/api/boards')).json()).boards
      expect(listed.find((one) => one.id === of)?.role ?? null).toBe(role)
      expect(members.find(({ userId }) => userId === person.userId)?.role ?? null).toBe(role)
      roles[who] = role
    }
    return roles
  }
  const nobodyElse = { manager: null, stranger: null, administrator: null }
  const rolesTold = (who: PersonName) =>
    api.roomCalls.flatMap(([name, of, userId, role]) =>
      name === 'accessChanged' && userId === api.people[who].userId ? [[of, role]] : [],
    )

  describe('rights', () => {
    test('come from the place in the sprint and from the board’s sensitivity', async () => {
      const open = { owner: 'owner', editor: 'edit', colleague: 'contribute', viewer: 'view', ...nobodyElse }
      expect(await rolesOn(board)).toEqual(open)
      expect((await arrange({ sensitivity: 'restricted' })).status).toBe(204)
      expect(await rolesOn(board)).toEqual({ ...open, colleague: null, viewer: null })
      expect((await arrange({ sensitivity: 'locked' })).status).toBe(204)
      expect(await rolesOn(board)).toEqual({ ...open, editor: 'view', colleague: 'view' })
    })

    test('the sprint’s page shows each what they may see', async () => {
      await arrange({ sensitivity: 'restricted' })
      const seen = async (who: PersonName) => (await readSprint(api, api.people[who], id)).boards
      expect((await seen('editor')).find((one) => one.id === board)).toMatchObject({
        role: 'edit',
        sensitivity: 'restricted',
      })
      for (const who of ['colleague', 'viewer'] as const) {
        const boards = await seen(who)
        expect(boards).toHaveLength(sprint.boards.length - 1)
        expect(boards.map((one) => one.id)).not.toContain(board)
      }
    })

    test('somebody who was added to a restricted board by themselves sees it, whatever the sprint says', async () => {
      const { owner, viewer, stranger } = api.people
      await arrange({ sensitivity: 'restricted' })
      const member = (userId: string) => ({ userId, role: 'edit' })
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, member(viewer.userId))
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, member(stranger.userId))
      expect(await rolesOn(board)).toMatchObject({ viewer: 'edit', stranger: 'edit', colleague: null })
      // A stranger to the sprint stays one.
      expect((await api.ask(stranger, 'GET', `/api/sprints/${id}`)).status).toBe(404)
      api.roomCalls.length = 0
      await arrange({ sensitivity: 'locked' })
      expect(rolesTold('viewer')).toEqual([[board, 'edit']])
      await remove('viewer')
      expect(await rolesOn(board)).toMatchObject({ viewer: 'edit' })
      await api.ask(owner, 'DELETE', `/api/boards/${board}/members?userId=${viewer.userId}`)
      expect(await rolesOn(board)).toMatchObject({ viewer: null })
    })

    test('whoever made the sprint has no more right to its boards when they have left it', async () => {
      const { owner, editor } = api.people
      await put('editor', 'facilitator')
      await remove('owner', owner)
      for (const [method, path] of [
        ['GET', `/api/boards/${board}`],
        ['DELETE', `/api/boards/${board}`],
        ['GET', `/api/sprints/${id}`],
      ] as const) {
        expect((await api.ask(owner, method, path)).status).toBe(404)
      }
      expect((await api.access.accessFor(owner.userId, board))?.role).toBeNull()
      expect(rolesTold('owner')).toEqual(expect.arrayContaining(sprint.boards.map((one) => [one.id, null])))
      // And may be added to one like anybody.
      const added = { userId: owner.userId, role: 'view' }
      expect((await api.ask(editor, 'PUT', `/api/boards/${board}/members`, added)).status).toBe(204)
      expect((await api.access.accessFor(owner.userId, board))?.role).toBe('view')
    })

    test('nobody of the team is taken off a single board', async () => {
      const { owner, editor } = api.people
      for (const who of [owner, editor]) {
        const path = `/api/boards/${board}/members?userId=${editor.userId}`
        expect((await api.ask(who, 'DELETE', path)).status).toBe(409)
      }
      expect(await rolesOn(board)).toMatchObject({ editor: 'edit' })
    })

    test('a search finds nothing on boards that one may not see', async () => {
      const title = sprint.boards[0]?.title ?? ''
      const find = async (who: PersonName) => {
        const path = `/api/search?q=${encodeURIComponent(title)}`
        const { boards } = searchResponse.parse(await (await api.ask(api.people[who], 'GET', path)).json())
        return boards.some((one) => one.id === board)
      }
      expect(await find('viewer')).toBe(true)
      await arrange({ sensitivity: 'restricted' })
      expect([await find('viewer'), await find('editor'), await find('manager')]).toEqual([false, true, false])
    })
  })

  describe('open sockets follow', () => {
    test('when somebody comes, changes role and goes: on every board', async () => {
      const ids = sprint.boards.map((one) => one.id)
      const told = (role: string | null) =>
        expect(rolesTold('stranger').toSorted()).toEqual(ids.map((of) => [of, role]).toSorted())
      await put('stranger', 'observer')
      told('view')
      api.roomCalls.length = 0
      await put('stranger', 'member')
      told('edit')
      api.roomCalls.length = 0
      expect((await remove('stranger', api.people.stranger)).status).toBe(204)
      told(null)
    })

    test('when a board’s sensitivity changes: everybody on it', async () => {
      await arrange({ sensitivity: 'restricted' })
      expect(rolesTold('owner')).toEqual([[board, 'owner']])
      expect(rolesTold('editor')).toEqual([[board, 'edit']])
      expect(rolesTold('colleague')).toEqual([[board, null]])
      expect(rolesTold('viewer')).toEqual([[board, null]])
      api.roomCalls.length = 0
      await arrange({ day: 'tue' })
      expect(api.roomCalls).toEqual([])
    })

    test('when the sprint is archived, and when it comes back', async () => {
      const { owner, editor } = api.people
      await api.ask(owner, 'PATCH', `/api/boards/${board}`, { archived: true })
      await bringTo(api, owner, id, 'finished')
      expect((await api.ask(editor, 'PATCH', `/api/boards/${sprint.boards[1]?.id}`, { title: 'Stadig' })).status).toBe(
        204,
      )
      api.roomCalls.length = 0
      const status = (to: string) => api.ask(owner, 'PUT', `/api/sprints/${id}/status`, { status: to })
      expect((await status('archived')).status).toBe(204)
      const states = () => api.roomCalls.map(([name, , state]) => [name, (state as { archived: boolean }).archived])
      expect(states()).toEqual(sprint.boards.map(() => ['boardChanged', true]))
      const archived = boardsResponse.parse(await (await api.ask(editor, 'GET', '/api/boards?state=archived')).json())
      expect(archived.boards.filter((one) => one.sprint?.id === id)).toHaveLength(sprint.boards.length)
      expect((await api.ask(editor, 'PATCH', `/api/boards/${board}`, { title: 'Nej' })).status).toBe(403)
      // Taken out of the archive by itself, it stays read-only with its sprint.
      api.roomCalls.length = 0
      expect((await api.ask(owner, 'PATCH', `/api/boards/${board}`, { archived: false })).status).toBe(204)
      expect(states()).toEqual([['boardChanged', true]])
      await api.ask(owner, 'PATCH', `/api/boards/${board}`, { archived: true })
      api.roomCalls.length = 0
      expect((await status('finished')).status).toBe(204)
      expect(states().filter(([, isArchived]) => isArchived)).toHaveLength(1)
      expect((await readSprint(api, editor, id)).boards.find((one) => one.id === board)?.state).toBe('archived')
    })
  })

  describe('adding and arranging', () => {
    const add = (body: unknown, who = api.people.editor) => api.ask(who, 'POST', `/api/sprints/${id}/boards`, body)

    test('a board more gets a key of its own, its day’s phase, and is the sprint’s', async () => {
      const taken = new Set(sprint.boards.map(({ key }) => key))
      const made: string[] = []
      for (const body of [
        { title: 'Endnu en rejse', day: 'wed', templateId: 'borgerrejse', examples: true },
        { title: 'Og en kort', day: 'wed', templateId: 'mulighedsrum', short: true },
        { title: 'Blank', day: 'tue' },
        { title: 'Blank igen', day: 'tue' },
      ]) {
        const response = await add(body)
        expect(response.status).toBe(201)
        made.push(((await response.json()) as { id: string }).id)
      }
      const boards = (await readSprint(api, api.people.viewer, id)).boards.filter((one) => made.includes(one.id))
      expect(boards.map((one) => one.id)).toEqual(made)
      expect(boards.map(({ key }) => key)).toEqual(['T07-2', 'T09-2', 'X1', 'X2'])
      expect(boards.some(({ key }) => taken.has(key))).toBe(false)
      expect(boards[2]).toMatchObject({ day: 'tue', phase: 'understand', role: 'view', templateId: null })
      expect((await readSprint(api, api.people.editor, id)).boards.at(-1)?.role).toBe('edit')
    })

    test('not for a day or a template that there is not', async () => {
      for (const body of [
        { title: 'T', day: 'sun' },
        { title: 'T', day: 'tue', templateId: 'constructor' },
        { title: 'T', day: 'tue', templateId: 'borgerrejse', short: 'yes' },
        { title: '', day: 'tue' },
        { title: 'T', day: 'tue', sprint_id: 'x' },
      ]) {
        expect((await add(body)).status).toBe(400)
      }
      expect((await readSprint(api, api.people.owner, id)).boards).toHaveLength(sprint.boards.length)
    })

    test('only a board of this sprint is arranged, to a day of it', async () => {
      const own = await api.board(api.people.owner)
      const other = await readSprint(api, api.people.owner, await createSprint(api, api.people.owner))
      for (const of of [own, other.boards[0]?.id ?? '', 'x']) {
        expect((await arrange({ day: 'tue' }, api.people.owner, of)).status).toBe(404)
      }
      for (const body of [{}, { day: 'sun' }, { sensitivity: 'secret' }, { phase: 'all' }, { key: 'T99' }]) {
        expect((await arrange(body)).status).toBe(400)
      }
      expect((await arrange({ day: 'fri', phase: 'create' })).status).toBe(204)
      const moved = (await readSprint(api, api.people.owner, id)).boards.find((one) => one.id === board)
      expect(moved).toMatchObject({ day: 'fri', phase: 'create', sensitivity: 'open' })
    })
  })
})
