import { randomUUID } from 'node:crypto'
import { boardVoteResponse } from '@samtavle/shared/vote-api'
import { beforeAll, expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { guestBrowser, linksPath, listLinks, makeLink } from '../../test-support/link-api.ts'
import { bringTo, createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'
import { createVoteApi, type VoteApi, voteNote, voteSection } from '../../test-support/vote-api.ts'

describeDatabases('hidden votes', (open) => {
  const api = useBoardApi(open)
  let vote: VoteApi
  beforeAll(() => {
    vote = createVoteApi(api)
  })
  const three = () => vote.board(voteNote('a', 'En app'), voteNote('b', 'Et opkald'), voteNote('c', 'Et brev'))
  const ballots = async (board: string) => {
    const [row] = await api.database.sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM vote_ballot JOIN board_vote ON board_vote.id = vote_id WHERE board_id = ${board}`
    return row?.count
  }

  test('everybody sees their own dots only, and at the end all see the same sums', async () => {
    const board = await three()
    const guest = await vote.guest(board, 'comment')
    const id = await vote.start(board, { question: '  Hvilke skal vi prøve?  ' })
    expect((await vote.cast('owner', board, id, { a: 1, b: 2 })).status).toBe(200)
    expect((await vote.cast('editor', board, id, { b: 3 }, true)).status).toBe(200)
    expect((await vote.cast('colleague', board, id, { c: 1 })).status).toBe(200)
    expect((await vote.cast(guest, board, id, { a: 1, c: 2 }, true)).status).toBe(200)
    expect(await vote.read(board, guest)).toMatchObject({
      open: {
        ...{ id, question: 'Hvilke skal vi prøve?', dots: 3, section: null, startedBy: 'owner', done: 2 },
        own: {
          votes: [
            { shape: 'shape:a', dots: 1 },
            { shape: 'shape:c', dots: 2 },
          ],
          done: true,
        },
      },
      ...{ last: null, notes: [], maySteer: false, mayVote: true },
    })
    expect(await vote.read(board, 'viewer')).toMatchObject({
      ...{ open: { own: { votes: [], done: false }, done: 2 }, maySteer: false, mayVote: false, notes: [] },
    })
    expect((await vote.read(board, 'owner')).maySteer).toBe(true)

    const shown = boardVoteResponse.parse(await (await vote.show(board, id)).json())
    expect(shown).toMatchObject({ open: null, last: { id, ballots: 4, dots: 3, question: 'Hvilke skal vi prøve?' } })
    for (const who of ['owner', 'editor', 'viewer', guest] as const) {
      expect(await vote.sums(board, who)).toEqual({ a: 2, b: 5, c: 3 })
    }
    expect(await ballots(board)).toBe(0)
    expect((await vote.show(board, id)).status).toBe(409)
    expect((await vote.cast('editor', board, id, { a: 1 })).status).toBe(409)
    expect((await vote.cancel(board, id)).status).toBe(409)
  })

  test('the last ballot counts, whole; one that is empty counts when its voter is done', async () => {
    const board = await three()
    const id = await vote.start(board)
    await vote.cast('owner', board, id, { a: 3 }, true)
    await vote.cast('owner', board, id, { b: 1 })
    await vote.cast('editor', board, id, {}, true)
    await vote.cast('colleague', board, id, { c: 1 })
    await vote.cast('colleague', board, id, {})
    expect((await vote.read(board)).open?.done).toBe(1)
    await vote.show(board, id)
    expect(await vote.sums(board)).toEqual({ b: 1 })
    expect((await vote.read(board)).last?.ballots).toBe(2)
  })

  test('bad input is refused and changes nothing', async () => {
    const notes = [
      voteNote('in', 'Inde', { parentId: 'shape:s' }),
      voteNote('out', 'Ude'),
      voteNote('example', 'Eksempel', { parentId: 'shape:s', meta: { example: true } }),
      voteNote('heading', 'Overskrift', { parentId: 'shape:s', meta: { part: 'heading' } }),
    ]
    const board = await vote.board(voteSection('s'), ...notes)
    const path = `/api/boards/${board}/vote`
    const whole = { question: 'Hvad?', dots: 3, frame: null }
    for (const wrong of [
      { ...whole, question: ' ' },
      { ...whole, question: 'a\u0000b' },
      { ...whole, question: 'a'.repeat(201) },
      { ...whole, dots: 0 },
      { ...whole, dots: 11 },
      { ...whole, dots: 1.5 },
      { ...whole, frame: 'shape:none' },
      { ...whole, frame: 'shape:in' },
      { ...whole, frame: 'page:page' },
      { ...whole, more: 1 },
    ]) {
      expect((await vote.ask('owner', 'POST', path, wrong)).status).toBe(400)
    }
    expect((await vote.read(board)).open).toBeNull()
    const id = await vote.start(board, { frame: 'shape:s' })
    expect((await vote.read(board)).open?.section).toEqual({ frame: 'shape:s', name: 'Felt s' })
    await vote.cast('editor', board, id, { in: 1 })
    for (const wrong of [{ in: 4 }, { in: 2, out: 1 }, { out: 1 }, { example: 1 }, { heading: 1 }, { in: 0 }]) {
      expect((await vote.cast('editor', board, id, wrong)).status).toBe(400)
    }
    const put = (body: unknown) => vote.ask('editor', 'PUT', `${path}/${id}/ballot`, body)
    const twice = { shape: 'shape:in', dots: 1 }
    expect((await put({ votes: [twice, twice], done: true })).status).toBe(400)
    expect((await put({ votes: [{ shape: '__proto__', dots: 1 }], done: true })).status).toBe(400)
    expect((await put({ votes: [] })).status).toBe(400)
    expect((await vote.read(board, 'editor')).open?.own).toEqual({ votes: [twice], done: false })
    expect((await vote.ask('owner', 'POST', path, whole)).status).toBe(409)
    for (const unknown of [randomUUID(), 'x', '%00']) {
      expect((await vote.show(board, unknown)).status).toBe(404)
      expect((await vote.cancel(board, unknown)).status).toBe(404)
      expect((await vote.cast('editor', board, unknown, { in: 1 })).status).toBe(404)
    }
    const other = await three()
    expect((await vote.show(other, id)).status).toBe(404)
    expect((await vote.cast('editor', other, id, { a: 1 })).status).toBe(404)
    expect((await vote.read(board)).open?.id).toBe(id)
  })

  test('a note that is deleted or emptied gives its dots back, and one that is moved out counts no more', async () => {
    const inside = ['a', 'b', 'c'].map((id) => voteNote(id, `Note ${id}`, { parentId: 'shape:s' }))
    const board = await vote.board(voteSection('s'), ...inside)
    const id = await vote.start(board, { frame: 'shape:s' })
    await vote.cast('editor', board, id, { a: 1, b: 1, c: 1 }, true)
    await vote.edit(board, (add, remove) => {
      for (const note of inside) remove(note.id)
      add(voteNote('b', '', { parentId: 'shape:s' }))
      add(voteNote('c', 'Note c'))
    })
    expect((await vote.read(board, 'editor')).open?.own).toEqual({ votes: [], done: true })
    const again = await vote.cast('editor', board, id, { a: 2, b: 1 }, true)
    expect(again.status).toBe(200)
    expect(boardVoteResponse.parse(await again.json()).open?.own.votes).toEqual([])
    await vote.show(board, id)
    expect(await vote.sums(board)).toEqual({})
  })

  test('a later vote stands for the earlier one, also where it gave nothing', async () => {
    const notes = [voteNote('a', 'A', { parentId: 'shape:s' }), voteNote('b', 'B', { parentId: 'shape:s' })]
    const board = await vote.board(voteSection('s'), ...notes, voteNote('c', 'C'))
    const first = await vote.start(board)
    await vote.cast('owner', board, first, { a: 1, c: 2 })
    await vote.show(board, first)
    api.clock.now = new Date(api.clock.now.getTime() + 1_000)
    const second = await vote.start(board, { frame: 'shape:s', dots: 5 })
    expect(await vote.sums(board)).toEqual({ a: 1, c: 2 })
    await vote.cast('owner', board, second, { b: 4 })
    await vote.show(board, second)
    expect(await vote.sums(board)).toEqual({ b: 4, c: 2 })
    expect((await vote.read(board)).last).toMatchObject({ id: second, dots: 5 })
  })

  test('one that is cancelled leaves nothing', async () => {
    const board = await three()
    const id = await vote.start(board)
    await vote.cast('editor', board, id, { a: 2 }, true)
    expect(boardVoteResponse.parse(await (await vote.cancel(board, id)).json())).toMatchObject({
      open: null,
      last: null,
    })
    expect(await ballots(board)).toBe(0)
    expect(await vote.traceOf(board, 'shape:a')).toBeUndefined()
    expect((await vote.cast('editor', board, id, { a: 2 })).status).toBe(404)
    await vote.start(board)
  })

  test('everybody on the board is told to ask again, and nothing else', async () => {
    const board = await three()
    api.roomCalls.length = 0
    const told = () => api.roomCalls.splice(0).filter(([name]) => name === 'tell')
    const event = ['tell', board, { type: 'vote' }]
    const id = await vote.start(board)
    expect(told()).toEqual([event])
    await vote.cast('editor', board, id, { a: 1 })
    expect(told()).toEqual([])
    await vote.show(board, id)
    expect(told()).toEqual([event])
    await vote.cancel(board, await vote.start(board))
    expect(told()).toEqual([event, event])
  })

  test('one ballot for a guest, however many links their browser came by, and none by a link that was withdrawn', async () => {
    const board = await three()
    const { owner } = api.people
    const links = linksPath('board', board)
    const [one, two] = [
      await makeLink(api, owner, links, { right: 'comment' }),
      await makeLink(api, owner, links, { right: 'edit' }),
    ]
    const browser = guestBrowser(api)
    await browser.join({ secret: one.secret })
    api.clock.now = new Date(api.clock.now.getTime() + 1_000)
    const id = await vote.start(board)
    await vote.cast(browser, board, id, { a: 3 }, true)
    await browser.join({ secret: two.secret })
    expect((await vote.read(board, browser)).open?.own.votes).toHaveLength(1)
    expect(await ballots(board)).toBe(1)
    await api.ask(owner, 'DELETE', `${links}/${one.id}`)
    expect((await vote.read(board)).open?.done).toBe(0)
    expect((await vote.read(board, browser)).open?.own.votes).toEqual([])
    await vote.cast(browser, board, id, { b: 1 }, true)
    expect(await ballots(board)).toBe(1)
    const stranger = await vote.guest(board, 'comment')
    await vote.cast(stranger, board, id, { c: 3 }, true)
    const last = (await listLinks(api, owner, links)).links.find(({ uses, right }) => uses > 0 && right === 'comment')
    await api.ask(owner, 'DELETE', `${links}/${last?.id}`)
    await vote.show(board, id)
    expect(await vote.sums(board)).toEqual({ b: 1 })
    expect((await vote.read(board)).last?.ballots).toBe(1)
  })

  test('a guest who leaves takes the ballot along', async () => {
    const board = await three()
    const guest = await vote.guest(board, 'edit')
    const id = await vote.start(board)
    await vote.cast(guest, board, id, { a: 1 })
    await guest.ask('DELETE', '/api/guest')
    expect(await ballots(board)).toBe(0)
    await vote.cancel(board, id)
  })

  test('an archived board is closed: nothing is cast or shown until it is taken out again', async () => {
    const board = await three()
    const id = await vote.start(board)
    await vote.cast('editor', board, id, { a: 1 })
    await vote.ask('owner', 'PATCH', `/api/boards/${board}`, { archived: true })
    expect(await vote.read(board)).toMatchObject({ open: null, maySteer: false, mayVote: false })
    expect((await vote.cast('editor', board, id, { b: 1 })).status).toBe(403)
    expect((await vote.show(board, id)).status).toBe(403)
    await vote.ask('owner', 'PATCH', `/api/boards/${board}`, { archived: false })
    expect((await vote.show(board, id)).status).toBe(200)
    expect(await vote.sums(board)).toEqual({ a: 1 })
  })

  test('in a sprint its facilitator leads the vote; the team and sparring partners vote, observers and commissioners do not', async () => {
    const { owner, editor, viewer, colleague, manager } = api.people
    const sprint = await createSprint(api, owner, {
      team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
      commissioner: { name: 'Bente', userId: manager.userId },
    })
    await bringTo(api, owner, sprint, 'running')
    const [board] = (await readSprint(api, owner, sprint)).boards
    if (board === undefined) return expect.unreachable('a sprint without boards')
    await vote.edit(board.id, (add) => add(voteNote('a', 'En idé')))
    const whole = { question: 'Hvilken idé?', dots: 1, frame: null }
    const statuses: Record<string, number[]> = {}
    for (const who of ['editor', 'colleague', 'viewer', 'manager', 'stranger', 'administrator'] as const) {
      statuses[who] = [(await vote.ask(who, 'POST', `/api/boards/${board.id}/vote`, whole)).status]
    }
    const id = await vote.start(board.id, whole)
    for (const who of Object.keys(statuses) as ('editor' | 'manager')[]) {
      statuses[who]?.push(
        (await vote.cast(who, board.id, id, { a: 1 })).status,
        (await vote.show(board.id, id, who)).status,
      )
    }
    expect(statuses).toEqual({
      editor: [403, 200, 403],
      colleague: [403, 200, 403],
      viewer: [403, 403, 403],
      manager: [404, 404, 404],
      stranger: [404, 404, 404],
      administrator: [404, 404, 404],
    })
    await vote.show(board.id, id)
    const log = await (await vote.ask('editor', 'GET', `/api/sprints/${sprint}/log`)).json()
    expect(log).toMatchObject({
      proposals: [
        { type: 'solution', from: '', to: `Afstemning på tavlen »${board.title}«: »Hvilken idé?« – 2 har stemt` },
      ],
      lines: [],
    })
  })

  test('what a hostile record says in its id is counted by nobody and breaks nothing', async () => {
    const board = await vote.board(
      voteNote('a', 'A'),
      voteNote(`${'x'.repeat(200)}`, 'Lang'),
      voteNote('n\u0000l', 'Nul'),
    )
    const id = await vote.start(board)
    await vote.cast('editor', board, id, { a: 1 })
    expect((await vote.show(board, id)).status).toBe(200)
    expect(await vote.sums(board)).toEqual({ a: 1 })
  })
})
