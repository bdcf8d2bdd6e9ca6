import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import type { PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { guestBrowser, hoursFrom, linksPath, listLinks, makeLink } from '../../test-support/link-api.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'

describeDatabases('share links', (open) => {
  const api = useBoardApi(open)
  const create = async (who: PersonName | null, path: string, over: Record<string, unknown> = {}) => {
    const body = { expiresAt: hoursFrom(api, 24), ...over }
    return (await api.ask(who === null ? null : api.people[who], 'POST', path, body)).status
  }

  /** A board with an editor, a contributor and a viewer, and where its links are. */
  async function boardWithPeople(): Promise<{ board: string; path: string }> {
    const { owner, editor, viewer, colleague } = api.people
    const board = await api.board(owner)
    for (const [person, role] of [
      [editor, 'edit'],
      [colleague, 'contribute'],
      [viewer, 'view'],
    ] as const) {
      await api.ask(owner, 'PUT', `/api/boards/${board}/members`, { userId: person.userId, role })
    }
    return { board, path: linksPath('board', board) }
  }

  test('a list says how links are used, and nothing that lets anybody in', async () => {
    const { owner } = api.people
    const { path } = await boardWithPeople()
    const over = { right: 'comment', name: 'Borgermøde', usesMax: 40, passcode: 'vinter' } as const
    const { id, link, secret } = await makeLink(api, owner, path, over)
    expect(link).toBe(`https://tavle.example/j#${secret}`)
    expect(secret).toMatch(/^[\w-]{32}$/)
    await guestBrowser(api).join({ secret, passcode: 'vinter' })
    const text = await (await api.ask(owner, 'GET', path)).text()
    expect(JSON.parse(text)).toEqual({
      hindrance: null,
      links: [
        {
          ...{ id, name: 'Borgermøde', right: 'comment', mayAnswer: false, hasPasscode: true, uses: 1 },
          ...{ needsAccount: false, usesMax: 40 },
          ...{ createdBy: 'owner', expiresAt: hoursFrom(api, 24), createdAt: hoursFrom(api, 0) },
          lastUsedAt: hoursFrom(api, 0),
        },
      ],
    })
    expect(text).not.toContain(secret)
  })

  test('what a kind of link does not know is refused, and so is a time that is past or too far away', async () => {
    const { owner } = api.people
    const { path } = await boardWithPeople()
    const sprint = linksPath('sprint', await createSprint(api, owner))
    const snapshot = {
      id: randomUUID(),
      title: 'Onsdag',
      sprintId: null,
      boardId: await api.board(owner),
      isOpen: true,
    }
    api.sharedSnapshots.set(snapshot.id, snapshot)
    const refused: [string, Record<string, unknown>][] = [
      [path, { expiresAt: hoursFrom(api, -1) }],
      [path, { expiresAt: hoursFrom(api, 24 * 32) }],
      [path, { mayAnswer: true }],
      [path, { right: 'owner' }],
      [path, { passcode: 'abc' }],
      [path, { usesMax: 0 }],
      [path, { kind: 'sprint' }],
      [sprint, { right: 'edit' }],
      [sprint, { expiresAt: hoursFrom(api, 24 * 367) }],
      [linksPath('snapshot', snapshot.id), { usesMax: 3 }],
    ]
    for (const [at, over] of refused) expect(await create('owner', at, over), JSON.stringify(over)).toBe(400)
    expect(await create('owner', sprint, { expiresAt: hoursFrom(api, 24 * 300) })).toBe(201)
    expect((await api.ask(owner, 'POST', path, { right: 'edit' })).status).toBe(400)
  })

  describe('are looked after', () => {
    test('of a board by its owner alone', async () => {
      const { path } = await boardWithPeople()
      expect(await create('owner', path)).toBe(201)
      for (const who of ['editor', 'colleague', 'viewer'] as const) expect(await create(who, path), who).toBe(403)
      for (const who of ['stranger', 'administrator', 'manager'] as const)
        expect(await create(who, path), who).toBe(404)
      expect(await create(null, path)).toBe(401)
    })

    test('of a sprint, its boards and its snapshots by its facilitators', async () => {
      const { owner, editor, colleague, viewer, manager } = api.people
      const sprint = await createSprint(api, owner, {
        team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
        commissioner: { name: 'Bente Chef', userId: manager.userId },
      })
      const { boards } = await readSprint(api, owner, sprint)
      const snapshot = { id: randomUUID(), title: 'Onsdag', sprintId: sprint, boardId: null, isOpen: true }
      api.sharedSnapshots.set(snapshot.id, snapshot)
      const paths = {
        sprint: linksPath('sprint', sprint),
        board: linksPath('board', boards[0]?.id ?? ''),
        snapshot: linksPath('snapshot', snapshot.id),
      }
      for (const path of Object.values(paths)) expect(await create('owner', path), path).toBe(201)
      for (const who of ['editor', 'colleague', 'viewer'] as const) {
        for (const path of Object.values(paths)) expect(await create(who, path), `${who} ${path}`).toBe(403)
      }
      // A commissioner sees the sprint, but not its boards.
      expect(await create('manager', paths.sprint)).toBe(403)
      expect(await create('manager', paths.board)).toBe(404)
      for (const path of Object.values(paths)) expect(await create('stranger', path), path).toBe(404)
      for (const path of Object.values(paths)) expect(await create(null, path), path).toBe(401)
      await bringTo(api, owner, sprint, 'archived')
      expect(await create('owner', paths.sprint)).toBe(403)
      expect(await create('owner', paths.board)).toBe(409)
    })

    test('SEC-12 of what is unknown, malformed or somebody else’s not at all, in the same bytes', async () => {
      const { stranger } = api.people
      const foreign = { id: randomUUID(), title: 'Onsdag', sprintId: null, boardId: await api.board(api.people.owner) }
      api.sharedSnapshots.set(foreign.id, { ...foreign, isOpen: true })
      const foreigners = {
        board: foreign.boardId,
        sprint: await createSprint(api, api.people.owner),
        snapshot: foreign.id,
      }
      for (const kind of ['board', 'sprint', 'snapshot'] as const) {
        for (const [method, rest] of [
          ['GET', ''],
          ['POST', ''],
          ['PATCH', `/${randomUUID()}`],
          ['DELETE', `/${randomUUID()}`],
          ['POST', `/${randomUUID()}/wall`],
        ] as const) {
          const answers = new Set<string>()
          for (const id of [foreigners[kind], randomUUID(), 'x', '%00']) {
            const response = await api.ask(stranger, method, `${linksPath(kind, id)}${rest}`)
            answers.add(JSON.stringify([response.status, [...response.headers].sort(), await response.text()]))
          }
          expect([...answers]).toHaveLength(1)
          expect([...answers][0]).toContain('not_found')
        }
      }
    })
  })

  test('restricted boards are shared with nobody: no link is made, and one that there is closes at once', async () => {
    const { owner } = api.people
    const sprint = await createSprint(api, owner)
    const [board] = (await readSprint(api, owner, sprint)).boards
    const path = linksPath('board', board?.id ?? '')
    const arrange = (sensitivity: string) =>
      api.ask(owner, 'PATCH', `/api/sprints/${sprint}/boards/${board?.id}`, { sensitivity })
    const { secret } = await makeLink(api, owner, path, { right: 'edit' })
    const guest = guestBrowser(api)
    await guest.join({ secret })
    const [pass] = await guest.passes()
    const told = () => api.roomCalls.filter(([name, , who]) => name === 'accessChanged' && who === pass?.id).at(-1)
    await arrange('restricted')
    expect(told()).toEqual(['accessChanged', board?.id, pass?.id, null])
    expect((await guest.ask('GET', `/api/boards/${board?.id}`)).status).toBe(404)
    expect((await guestBrowser(api).join({ secret })).status).toBe(410)
    expect(await create('owner', path)).toBe(409)
    expect((await listLinks(api, owner, path)).hindrance).toBe('restricted')
    await arrange('locked')
    expect(told()).toEqual(['accessChanged', board?.id, pass?.id, 'view'])
    await arrange('open')
    expect(told()).toEqual(['accessChanged', board?.id, pass?.id, 'edit'])
    expect((await guest.ask('GET', `/api/boards/${board?.id}`)).status).toBe(200)
  })

  test('another right reaches those who are in, more time is theirs too, and withdrawing ends it all', async () => {
    const { owner } = api.people
    const { board, path } = await boardWithPeople()
    const { id, secret } = await makeLink(api, owner, path, { right: 'edit' })
    const other = await makeLink(api, owner, path)
    const guest = guestBrowser(api)
    await guest.join({ secret })
    const [pass] = await guest.passes()
    const change = (body: unknown) => api.ask(owner, 'PATCH', `${path}/${id}`, body)
    expect((await change({ right: 'comment' })).status).toBe(204)
    expect(api.roomCalls.at(-1)).toEqual(['accessChanged', board, pass?.id, 'contribute'])
    expect(await (await guest.ask('GET', `/api/boards/${board}`)).json()).toMatchObject({ role: 'contribute' })
    await change({ expiresAt: hoursFrom(api, 48) })
    // Less time is what withdrawing is for.
    await change({ expiresAt: hoursFrom(api, 1) })
    const one = (await listLinks(api, owner, path)).links.find((link) => link.id === id)
    expect(one).toMatchObject({ right: 'comment', expiresAt: hoursFrom(api, 48) })
    expect((await change({})).status).toBe(400)
    expect((await api.ask(owner, 'DELETE', `${path}/${id}`)).status).toBe(204)
    expect(api.roomCalls.at(-1)).toEqual(['accessChanged', board, pass?.id, null])
    expect((await guest.ask('GET', `/api/boards/${board}`)).status).toBe(401)
    expect((await listLinks(api, owner, path)).links.map((link) => link.id)).toEqual([other.id])
    for (const [method, rest] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/wall'],
    ] as const) {
      const body = method === 'PATCH' ? { right: 'view' } : undefined
      expect((await api.ask(owner, method, `${path}/${id}${rest}`, body)).status, method).toBe(404)
    }
    // A link is looked after below what it leads to, and nowhere else.
    const elsewhere = linksPath('board', await api.board(owner))
    expect((await api.ask(owner, 'DELETE', `${elsewhere}/${other.id}`)).status).toBe(404)
  })

  test('a link ends by itself', async () => {
    const { owner } = api.people
    const { board, path } = await boardWithPeople()
    const { secret } = await makeLink(api, owner, path, { right: 'edit', expiresAt: hoursFrom(api, 2) })
    const guest = guestBrowser(api)
    await guest.join({ secret })
    api.clock.now = new Date(api.clock.now.getTime() + 2 * 3_600_000 - 1)
    expect((await guest.ask('GET', `/api/boards/${board}`)).status).toBe(200)
    api.clock.now = new Date(api.clock.now.getTime() + 1)
    expect((await guest.ask('GET', `/api/boards/${board}`)).status).toBe(401)
    expect((await listLinks(api, owner, path)).links).toEqual([])
  })

  test('somebody with an account and a link has the account’s rights where it has any', async () => {
    const { stranger, viewer } = api.people
    const { board, path } = await boardWithPeople()
    const { secret } = await makeLink(api, api.people.owner, path, { right: 'edit' })
    const guest = guestBrowser(api)
    await guest.join({ secret })
    const roleOf = async (who: typeof stranger) => {
      const response = await api.ask(who, 'GET', `/api/boards/${board}`, undefined, { cookie: guest.cookie })
      return ((await response.json()) as { role: string }).role
    }
    expect(await roleOf(viewer)).toBe('view')
    expect(await roleOf(stranger)).toBe('edit')
    expect(
      (await api.ask(stranger, 'GET', `/api/boards/${board}/versions`, undefined, { cookie: guest.cookie })).status,
    ).toBe(404)
  })
})
