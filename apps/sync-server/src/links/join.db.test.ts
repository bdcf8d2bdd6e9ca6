import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { guestBrowser, hoursFrom, linksPath, listLinks, makeLink, openWall } from '../../test-support/link-api.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'
import { createLinkStore } from './link-store.ts'
import { GUESTS_KEPT_MS } from './link-work.ts'

const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

describeDatabases('coming in by a share link', (open) => {
  const api = useBoardApi(open)
  /** So that what one test misses does not slow the next one down. */
  const later = () => {
    api.clock.now = new Date(api.clock.now.getTime() + 3 * 3_600_000)
  }

  async function sharedBoard(over: Parameters<typeof makeLink>[3] = {}) {
    const { owner } = api.people
    const board = await api.board(owner)
    const path = linksPath('board', board)
    return { owner, board, path, ...(await makeLink(api, owner, path, { right: 'edit', ...over })) }
  }

  test('a guest gives a name, or gets one, and sees the board but nothing around it', async () => {
    const { board, secret } = await sharedBoard({ right: 'comment' })
    const guest = guestBrowser(api)
    const found = await guest.ask('POST', '/api/join/look-up', { secret })
    expect(await found.json()).toMatchObject({ kind: 'board', title: 'Tavle', right: 'comment', invitedBy: 'owner' })
    expect(await (await guest.join({ secret, name: 'Gudrun' })).json()).toEqual({ to: `/guest/boards/${board}` })
    expect(await guest.passes()).toMatchObject([{ name: 'Gudrun', kind: 'board', targetId: board }])
    const summary = await (await guest.ask('GET', `/api/boards/${board}`)).json()
    expect(summary).toMatchObject({ id: board, role: 'contribute', sprint: null, editedBy: null, templateId: null })
    expect((await guest.ask('GET', `/api/boards/${board}/state`)).status).toBe(200)
    const nameless = guestBrowser(api)
    await nameless.join({ secret, locale: 'nb' })
    expect((await nameless.passes())[0]?.name).toBe('Gjest 2')
  })

  test('SEC-07 the cookie is for this host and for HTTP alone, and every joining makes a new one', async () => {
    const { secret } = await sharedBoard()
    const other = await sharedBoard()
    const guest = guestBrowser(api)
    const set = (await guest.join({ secret })).headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^samtavle-guest=[\w-]{32}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/)
    const [before, [first]] = [guest.cookie, await guest.passes()]
    await guest.join({ secret: other.secret })
    expect(guest.cookie).not.toBe(before)
    expect(await guest.passes()).toHaveLength(2)
    expect((await guest.passes()).some(({ id }) => id === first?.id)).toBe(true)
    const stale = await api.ask(null, 'GET', '/api/guest', undefined, { cookie: before })
    expect(await stale.json()).toEqual({ passes: [] })
  })

  test('SEC-06 neither secret, code nor passcode lies in the database', async () => {
    const { owner, path, id, secret } = await sharedBoard({ passcode: 'sommerfugl' })
    const wall = await openWall(api, owner, path, id)
    const guest = guestBrowser(api)
    await guest.join({ secret, passcode: 'sommerfugl' })
    const rows = await api.database.sql`
      SELECT to_jsonb(share_link)::text AS row FROM share_link
      UNION ALL SELECT to_jsonb(share_link_door)::text FROM share_link_door
      UNION ALL SELECT to_jsonb(guest)::text FROM guest`
    const dump = rows.map(({ row }) => row).join('\n')
    const token = guest.cookie.split('=')[1] ?? ''
    expect(dump).toContain(createHash('sha256').update(secret).digest('hex'))
    for (const word of [secret, wall.code, wall.link.split('#')[1] ?? '', 'sommerfugl', token]) {
      expect(dump.includes(word)).toBe(false)
      expect(dump.includes(Buffer.from(word).toString('hex'))).toBe(false)
    }
  })

  test('a link that is used up lets in nobody more, however many come at once, and those who are in come back', async () => {
    const { secret, path, owner } = await sharedBoard({ usesMax: 3 })
    const browsers = Array.from({ length: 12 }, () => guestBrowser(api))
    const answers = await Promise.all(browsers.map((browser) => browser.join({ secret })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(await codeOf(answer)).toBe('link_expired')
    const inside = browsers[answers.findIndex(({ status }) => status === 200)]
    expect((await inside?.join({ secret, name: 'Igen' }))?.status).toBe(200)
    expect((await inside?.passes())?.[0]?.name).toBe('Igen')
    expect((await listLinks(api, owner, path)).links[0]).toMatchObject({ uses: 3, usesMax: 3 })
    later()
  })

  test('SEC-10 unknown, expired, withdrawn, used up and closed answer the same bytes, with a passcode or without', async () => {
    const { owner } = api.people
    const answers = new Set<string>()
    const tell = async (secret: string, passcode?: string) => {
      later()
      for (const path of ['/api/join/look-up', '/api/join']) {
        const body = { secret, ...(passcode === undefined ? {} : { passcode }) }
        const response = await guestBrowser(api).ask('POST', path, body)
        answers.add(JSON.stringify([response.status, [...response.headers].sort(), await response.text()]))
      }
    }
    await tell(randomBytes(24).toString('base64url'))
    for (const passcode of [undefined, 'sommerfugl'] as const) {
      const over = passcode === undefined ? {} : { passcode }
      const withdrawn = await sharedBoard(over)
      await api.ask(owner, 'DELETE', `${withdrawn.path}/${withdrawn.id}`)
      const usedUp = await sharedBoard({ ...over, usesMax: 1 })
      expect((await guestBrowser(api).join({ secret: usedUp.secret, ...over })).status).toBe(200)
      const archived = await sharedBoard(over)
      await api.ask(owner, 'PATCH', `/api/boards/${archived.board}`, { archived: true })
      const deleted = await sharedBoard(over)
      await api.ask(owner, 'DELETE', `/api/boards/${deleted.board}`)
      for (const { secret } of [withdrawn, usedUp, archived, deleted]) {
        await tell(secret)
        await tell(secret, passcode ?? 'noget andet')
      }
      const expired = await sharedBoard({ ...over, expiresAt: hoursFrom(api, 1) })
      await tell(expired.secret, passcode)
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toContain('link_expired')
  })

  test('a passcode stands before everything, and guessing at it is slowed', async () => {
    const { secret } = await sharedBoard({ passcode: 'Sommerfugl' })
    const guest = guestBrowser(api)
    const tell = async (passcode?: string) => {
      const answer = await guest.ask('POST', '/api/join/look-up', {
        secret,
        ...(passcode === undefined ? {} : { passcode }),
      })
      return answer.status === 200 ? 'in' : await codeOf(answer)
    }
    expect(await tell()).toBe('passcode_needed')
    expect(await tell('sommerfugl')).toBe('passcode_needed')
    expect(await tell(' Sommerfugl ')).toBe('in')
    for (let n = 0; n < 4; n++) expect(await tell(`gæt ${n}`)).toBe('passcode_needed')
    expect(await tell('Sommerfugl')).toBe('too_many_requests')
    later()
    expect(await tell('Sommerfugl')).toBe('in')
  })

  test('SEC-10 ten thousand guesses at secrets and codes find nothing and are slowed', async () => {
    const { owner, path, id } = await sharedBoard()
    await openWall(api, owner, path, id)
    const guess = guestBrowser(api)
    const seen = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const door = n % 2 === 0 ? { secret: randomBytes(24).toString('base64url') } : { code: 'AAAABBBB' }
      const { status } = await guess.join(door)
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
    expect([...seen.keys()].sort()).toEqual([410, 429])
    expect(seen.get(410)).toBeLessThan(60)
    later()
  }, 60_000)

  test('a code from a wall leads in for four hours, however it is typed', async () => {
    const { owner, path, id, board } = await sharedBoard()
    const wall = await openWall(api, owner, path, id)
    expect(wall).toMatchObject({ address: 'tavle.example/j', expiresAt: hoursFrom(api, 4) })
    const typed = `${wall.code.slice(0, 4).toLowerCase()} ${wall.code.slice(4)}`
    expect(await (await guestBrowser(api).join({ code: typed })).json()).toEqual({ to: `/guest/boards/${board}` })
    const secret = wall.link.split('#')[1] ?? ''
    expect((await guestBrowser(api).join({ secret })).status).toBe(200)
    expect((await listLinks(api, owner, path)).links[0]?.uses).toBe(2)
    const another = await openWall(api, owner, path, id)
    expect((await guestBrowser(api).join({ code: wall.code })).status).toBe(200)
    api.clock.now = new Date(api.clock.now.getTime() + 4 * 3_600_000)
    for (const code of [wall.code, another.code]) {
      expect(await codeOf(await guestBrowser(api).join({ code }))).toBe('link_expired')
    }
    expect(await codeOf(await guestBrowser(api).join({ secret }))).toBe('link_expired')
    later()
  })

  test('whoever leaves is forgotten, and the rooms hear of it', async () => {
    const { secret, board } = await sharedBoard()
    const guest = guestBrowser(api)
    await guest.join({ secret, name: 'Gudrun' })
    const [pass] = await guest.passes()
    const left = await guest.ask('DELETE', '/api/guest')
    expect(left.headers.get('set-cookie')).toMatch(/^samtavle-guest=; Max-Age=0;/)
    expect(api.roomCalls.at(-1)).toEqual(['accessChanged', board, pass?.id, null])
    expect((await guest.ask('GET', `/api/boards/${board}`)).status).toBe(401)
    expect(await api.database.sql`SELECT FROM guest WHERE id = ${pass?.id ?? ''}`).toHaveLength(0)
  })

  test('a month after their link ended guests are forgotten', async () => {
    const { secret } = await sharedBoard()
    await guestBrowser(api).join({ secret, name: 'Glemt Gæst' })
    const store = createLinkStore(api.database.sql)
    const names = async () => (await api.database.sql`SELECT name FROM guest WHERE name = 'Glemt Gæst'`).length
    later()
    const ended = api.clock.now.getTime() + 24 * 3_600_000
    await store.tidy(new Date(ended), new Date(ended - GUESTS_KEPT_MS))
    expect(await names()).toBe(1)
    const muchLater = new Date(ended + GUESTS_KEPT_MS)
    await store.tidy(muchLater, new Date(muchLater.getTime() - GUESTS_KEPT_MS))
    expect(await names()).toBe(0)
  })

  test('requests that are no door are refused', async () => {
    const guest = guestBrowser(api)
    const { secret } = await sharedBoard()
    for (const body of [{}, { secret, code: 'AB2CD3EF' }, { secret: 'short' }, { secret, name: 'x'.repeat(41) }]) {
      expect((await guest.ask('POST', '/api/join', body)).status).toBe(400)
    }
    expect((await guest.ask('POST', '/api/join', { secret, role: 'owner' })).status).toBe(400)
  })

  describe('to a sprint', () => {
    async function sharedSprint() {
      const { owner, editor } = api.people
      const sprint = await createSprint(api, owner, { team: [inTeam(editor, 'member')] })
      const path = linksPath('sprint', sprint)
      return { owner, sprint, path, ...(await makeLink(api, owner, path)) }
    }

    test('a guest reads the week and the published snapshots, and no board, log or name', async () => {
      const { owner, sprint, secret } = await sharedSprint()
      const { boards } = await readSprint(api, owner, sprint)
      const snapshot = { id: crypto.randomUUID(), title: 'Onsdag', sprintId: sprint, boardId: null, isOpen: true }
      api.sharedSnapshots.set(snapshot.id, snapshot)
      const guest = guestBrowser(api)
      expect(await (await guest.join({ secret })).json()).toEqual({ to: `/guest/sprints/${sprint}` })
      const response = await guest.ask('GET', `/api/sprints/${sprint}/page`)
      const text = await response.text()
      expect(JSON.parse(text)).toMatchObject({
        id: sprint,
        title: 'Ventetid på hjælpemidler',
        snapshots: [{ title: 'Onsdag' }],
      })
      for (const word of ['Bente Chef', 'owner', 'editor', ...boards.map(({ id }) => id)])
        expect(text).not.toContain(word)
      for (const path of [`/api/sprints/${sprint}`, `/api/sprints/${sprint}/log`, `/api/boards/${boards[0]?.id}`]) {
        expect((await guest.ask('GET', path)).status).toBe(401)
      }
      const opened = await guest.ask('POST', `/api/sprints/${sprint}/page/snapshots/${snapshot.id}`)
      const { to } = (await opened.json()) as { to: string }
      const token = to.replace('/s/', '')
      expect(await api.snapshotLinks.resolve(token)).toMatchObject({ snapshotId: snapshot.id, mayAnswer: false })
      const others = { ...snapshot, id: crypto.randomUUID(), sprintId: crypto.randomUUID() }
      api.sharedSnapshots.set(others.id, others)
      for (const id of [others.id, 'x', crypto.randomUUID()]) {
        expect((await guest.ask('POST', `/api/sprints/${sprint}/page/snapshots/${id}`)).status).toBe(404)
      }
    })

    test('another sprint, a withdrawn link and an archived sprint are closed', async () => {
      const [one, other] = [await sharedSprint(), await sharedSprint()]
      const guest = guestBrowser(api)
      await guest.join({ secret: one.secret })
      const status = async (id: string) => (await guest.ask('GET', `/api/sprints/${id}/page`)).status
      expect(await status(one.sprint)).toBe(200)
      for (const id of [other.sprint, 'x', crypto.randomUUID()]) expect(await status(id)).toBe(404)
      await api.ask(one.owner, 'DELETE', `${one.path}/${one.id}`)
      expect(await status(one.sprint)).toBe(404)
      await guest.join({ secret: other.secret })
      expect(await status(other.sprint)).toBe(200)
      await bringTo(api, other.owner, other.sprint, 'archived')
      expect(await status(other.sprint)).toBe(404)
      expect(await codeOf(await guestBrowser(api).join({ secret: other.secret }))).toBe('link_expired')
    })
  })

  test('a snapshot is opened by its address, and by a code for half a day', async () => {
    const { owner } = api.people
    const board = await api.board(owner)
    const snapshot = { id: crypto.randomUUID(), title: 'Onsdag', sprintId: null, boardId: board, isOpen: true }
    api.sharedSnapshots.set(snapshot.id, snapshot)
    const path = linksPath('snapshot', snapshot.id)
    const { id, secret, link } = await makeLink(api, owner, path, { mayAnswer: true, passcode: 'vinter' })
    const { resolve, opened } = api.snapshotLinks
    expect(link).toBe(`https://tavle.example/s/${secret}`)
    expect(await resolve(secret)).toBe('passcode')
    expect(await resolve(secret, 'sommer')).toBe('passcode')
    expect(await resolve(secret, 'vinter')).toEqual({ snapshotId: snapshot.id, linkId: id, mayAnswer: true })
    expect(await opened(id)).toBe(true)
    expect((await listLinks(api, owner, path)).links[0]?.uses).toBe(1)
    const wall = await openWall(api, owner, path, id)
    const joined = await guestBrowser(api).join({ code: wall.code, passcode: 'vinter' })
    expect(joined.headers.get('set-cookie')).toBeNull()
    const token = ((await joined.json()) as { to: string }).to.replace('/s/', '')
    expect(await resolve(token)).toMatchObject({ snapshotId: snapshot.id, mayAnswer: true })
    for (const unknown of ['x', secret.slice(1), randomBytes(24).toString('base64url')]) {
      expect(await resolve(unknown)).toBeUndefined()
    }
    await api.ask(owner, 'DELETE', `${path}/${id}`)
    expect(await resolve(secret)).toBeUndefined()
    expect(await resolve(secret, 'vinter')).toBe('gone')
    expect(await resolve(token)).toBe('gone')
    expect(await opened(id)).toBe(false)
    const plain = await makeLink(api, owner, path)
    api.sharedSnapshots.set(snapshot.id, { ...snapshot, isOpen: false })
    expect(await resolve(plain.secret)).toBe('gone')
  })
})
