import { ORGANISATION_ROLES, type Principal } from '@samtavle/shared/access'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { guestBrowser, linksPath, listLinks, makeLink, openWall } from '../../test-support/link-api.ts'
import { createSprint } from '../../test-support/sprint-api.ts'

describeDatabases('links to snapshots that are for people with an account', (open) => {
  const api = useBoardApi(open)
  const accounts: Principal[] = ORGANISATION_ROLES.map((role) => ({ kind: 'user', userId: 'u', role }))
  const others: Principal[] = [{ kind: 'anonymous' }, { kind: 'guest', guestId: 'g' }]

  async function shared(over: Parameters<typeof makeLink>[3] = {}) {
    const { owner } = api.people
    const board = await api.board(owner)
    const snapshot = { id: crypto.randomUUID(), title: 'Onsdag', sprintId: null, boardId: board, isOpen: true }
    api.sharedSnapshots.set(snapshot.id, snapshot)
    const path = linksPath('snapshot', snapshot.id)
    return { owner, snapshot, path, ...(await makeLink(api, owner, path, { needsAccount: true, ...over })) }
  }
  const opens = (token: string, principal?: Principal, passcode?: string) =>
    api.snapshotLinks.resolve(token, passcode, undefined, principal)

  test('open it to every account and to nobody else, by the code on a wall too', async () => {
    const { owner, snapshot, path, id, secret } = await shared()
    expect((await listLinks(api, owner, path)).links[0]).toMatchObject({ needsAccount: true, hasPasscode: false })
    const wall = await openWall(api, owner, path, id)
    const browser = guestBrowser(api)
    const found = await (await browser.ask('POST', '/api/join/look-up', { code: wall.code })).json()
    expect(found).toMatchObject({ kind: 'snapshot', title: '', needsAccount: true })
    const { to } = (await (await browser.join({ code: wall.code })).json()) as { to: string }
    for (const token of [secret, to.replace('/s/', '')]) {
      for (const who of accounts) expect(await opens(token, who)).toMatchObject({ snapshotId: snapshot.id })
      for (const who of [...others, undefined]) expect(await opens(token, who)).toBe('sign-in')
    }
    await api.ask(owner, 'DELETE', `${path}/${id}`)
    for (const who of others) expect(await opens(secret, who)).toBeUndefined()
    expect(await opens(secret, accounts[0])).toBe('gone')
  })

  test('ask for the passcode only whoever is signed in', async () => {
    const { snapshot, secret } = await shared({ passcode: 'vinter' })
    expect(await opens(secret, others[0], 'vinter')).toBe('sign-in')
    expect(await opens(secret, accounts[0])).toBe('passcode')
    expect(await opens(secret, accounts[0], 'vinter')).toMatchObject({ snapshotId: snapshot.id })
  })

  test('are made for snapshots alone, and others stay as they are', async () => {
    const { owner, path } = await shared()
    const plain = await makeLink(api, owner, path)
    expect(await opens(plain.secret)).toMatchObject({ mayAnswer: false })
    const body = { expiresAt: new Date(api.clock.now.getTime() + 3_600_000).toISOString(), needsAccount: true }
    const board = linksPath('board', await api.board(owner))
    const sprint = linksPath('sprint', await createSprint(api, owner, { programmeId: 'express' }))
    for (const of of [board, sprint]) expect((await api.ask(owner, 'POST', of, body)).status).toBe(400)
    const { sql } = api.database
    await expect(
      sql`UPDATE share_link SET needs_account = true WHERE kind = 'board' OR kind = 'sprint'`,
    ).resolves.toBeDefined()
    await makeLink(api, owner, board)
    await expect(sql`UPDATE share_link SET needs_account = true WHERE kind = 'board'`).rejects.toThrow(/needs_account/)
  })
})
