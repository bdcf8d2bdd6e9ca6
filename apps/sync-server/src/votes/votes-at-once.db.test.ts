import { boardVoteResponse } from '@samtavle/shared/vote-api'
import { expect, test } from 'vitest'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { createVoteApi, voteNote } from '../../test-support/vote-api.ts'

/** Guests who vote at the same moment. */
const GUESTS = 12

describeDatabases('votes at the same moment', (open) => {
  const api = useBoardApi(open)

  test('of several that are opened at once one is', async () => {
    const vote = createVoteApi(api)
    const board = await vote.board(voteNote('a', 'A'))
    const body = { question: 'Hvilken?', dots: 3, frame: null }
    const opened = Array.from({ length: 5 }, () => vote.ask('owner', 'POST', `/api/boards/${board}/vote`, body))
    const statuses = (await Promise.all(opened)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([201, 409, 409, 409, 409])
  })

  test('ballots that are given while the vote is shown are counted or refused, and none is left', async () => {
    const vote = createVoteApi(api)
    const board = await vote.board(voteNote('a', 'A'))
    const guests = await Promise.all(Array.from({ length: GUESTS }, () => vote.guest(board, 'comment')))
    for (let round = 0; round < 3; round++) {
      api.clock.now = new Date(api.clock.now.getTime() + 1_000)
      const id = await vote.start(board)
      await vote.cast('owner', board, id, { a: 1 })
      const casting = guests.map((guest) => vote.cast(guest, board, id, { a: 1 }, true))
      const showing = [vote.show(board, id), vote.show(board, id)]
      const taken = (await Promise.all(casting)).map(({ status }) => status)
      const shown = await Promise.all(showing)
      expect(shown.map(({ status }) => status).toSorted()).toEqual([200, 409])
      expect(taken.filter((status) => status !== 200 && status !== 409)).toEqual([])
      const counted = 1 + taken.filter((status) => status === 200).length
      expect(
        boardVoteResponse.parse(await (await vote.ask('owner', 'GET', `/api/boards/${board}/vote`)).json()),
      ).toMatchObject({
        ...{ open: null, last: { id, ballots: counted }, notes: [{ shape: 'shape:a', votes: counted }] },
      })
      const [left] = await api.database.sql<{ count: number }[]>`
        SELECT count(*)::int AS count FROM vote_ballot WHERE vote_id = ${id}`
      expect(left?.count).toBe(0)
    }
  })

  test('the same person in two tabs has one ballot, the last one', async () => {
    const vote = createVoteApi(api)
    const board = await vote.board(voteNote('a', 'A'), voteNote('b', 'B'))
    const id = await vote.start(board)
    const casts = Array.from({ length: 8 }, (_, i) => vote.cast('editor', board, id, i % 2 === 0 ? { a: 3 } : { b: 3 }))
    expect((await Promise.all(casts)).map(({ status }) => status)).toEqual(Array(8).fill(200))
    await vote.cast('editor', board, id, { b: 2 })
    await vote.show(board, id)
    expect(await vote.sums(board)).toEqual({ b: 2 })
  })
})
