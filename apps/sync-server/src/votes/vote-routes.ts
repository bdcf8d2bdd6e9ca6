import { ballotRequest, boardVoteResponse, startVoteRequest } from '@samtavle/shared/vote-api'
import { type Context, Hono } from 'hono'
import { type AppEnv, visitOf } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { AccessService, GrantedAccess } from '../sharing/access-service.ts'
import type { VoteService, Voting } from './vote-service.ts'

/** Hidden votes over HTTP, mounted at `/api/boards`. Whatever is done answers how the vote is then for who did it. */
export function createVoteRoutes(deps: { votes: VoteService; access: AccessService }): Hono<AppEnv> {
  const { votes, access } = deps
  const routes = new Hono<AppEnv>()

  const admit = async (c: Context<AppEnv>, action: 'board.view' | 'board.vote'): Promise<Voting> => {
    const board = await access.admit(visitOf(c), c.req.param('id') ?? '', action)
    return { ...board, identity: board.guest === null ? c.var.identity : null }
  }
  const steering = (c: Context<AppEnv>): Promise<GrantedAccess> =>
    access.require(c.var.identity, c.req.param('id') ?? '', 'board.steer-vote')
  const asVoter = (board: GrantedAccess): Voting => ({ ...board, visitorId: board.identity.userId, guest: null })

  routes.get('/:id/vote', async (c) => c.json(await votes.read(await admit(c, 'board.view'))))

  routes.post('/:id/vote', async (c) => {
    const board = await steering(c)
    await votes.start(board, await parseJson(c, startVoteRequest))
    return c.json(await votes.read(asVoter(board)), 201)
  })

  routes.put('/:id/vote/:vote/ballot', async (c) => {
    const voting = await admit(c, 'board.vote')
    await votes.cast(voting, c.req.param('vote'), await parseJson(c, ballotRequest))
    return c.json(await votes.read(voting))
  })

  routes.post('/:id/vote/:vote/show', async (c) => {
    const board = await steering(c)
    await votes.show(board, c.req.param('vote'))
    return c.json(await votes.read(asVoter(board)))
  })

  routes.post('/:id/vote/:vote/cancel', async (c) => {
    const board = await steering(c)
    await votes.cancel(board, c.req.param('vote'))
    return c.json(await votes.read(asVoter(board)))
  })

  return routes
}

export const voteRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/vote',
    summary: 'The vote that is open with one’s own ballot, and what votes gave the notes that lie on the board',
    access: 'guest',
    response: boardVoteResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/vote',
    summary: 'Open a hidden vote, of a section or of the whole board; one at a time',
    access: 'signed-in',
    request: startVoteRequest,
    response: boardVoteResponse,
    status: 201,
  },
  {
    method: 'put',
    path: '/api/boards/:id/vote/:vote/ballot',
    summary: 'Give one’s ballot, whole, instead of the one before; dots on what was deleted meanwhile come back',
    access: 'guest',
    request: ballotRequest,
    response: boardVoteResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/vote/:vote/show',
    summary: 'Show the sums to everybody at once, and erase the ballots',
    access: 'signed-in',
    response: boardVoteResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/vote/:vote/cancel',
    summary: 'Cancel a vote as if it had never been, and erase its ballots',
    access: 'signed-in',
    response: boardVoteResponse,
  },
]
