import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import {
  boardEvidenceResponse,
  boardSectionsResponse,
  evidenceChainResponse,
  evidenceLinksRequest,
  sendOnRequest,
  sendOnResponse,
  sprintEvidenceResponse,
  takeBackResponse,
} from '@samtavle/shared/evidence-api'
import { isUuid } from '@samtavle/shared/ids'
import { Hono } from 'hono'
import { type AppEnv, requireIdentity } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import type { SprintReadingStore } from '../sprints/sprint-reading-store.ts'
import type { EvidenceChains } from './evidence-chains.ts'
import type { EvidenceService } from './evidence-service.ts'
import type { SendingService } from './sending-service.ts'

type EvidenceDeps = {
  evidence: EvidenceService
  sendings: SendingService
  chains: EvidenceChains
  access: AccessService
}

/** What of the evidence chain belongs to a board; mounted at `/api/boards`. */
export function createBoardEvidenceRoutes({ evidence, sendings, chains, access }: EvidenceDeps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:id/sections', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    return c.json({ sections: await evidence.sections(board) })
  })

  routes.post('/:id/send-on', async (c) => {
    const source = await access.require(c.var.identity, c.req.param('id'), 'board.send-on')
    const { id = randomUUID(), shapes, to } = await parseJson(c, sendOnRequest)
    const target = await access.require(c.var.identity, to.boardId, 'board.receive')
    return c.json(await sendings.sendOn(source, target, { id: id.toLowerCase(), shapes, frame: to.frame }), 201)
  })

  routes.post('/:id/send-on/:sending/take-back', async (c) => {
    const source = await access.require(c.var.identity, c.req.param('id'), 'board.send-on')
    const sending = await sendings.find(source, c.req.param('sending'))
    const target = await access.require(c.var.identity, sending.targetId, 'board.receive')
    return c.json(await sendings.takeBack(target, sending))
  })

  routes.get('/:id/evidence', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.view')
    return c.json(await chains.onBoard(board))
  })

  routes.post('/:id/evidence/links', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.edit')
    await evidence.link(board, await parseJson(c, evidenceLinksRequest))
    return c.body(null, 204)
  })

  routes.post('/:id/evidence/links/withdraw', async (c) => {
    const board = await access.require(c.var.identity, c.req.param('id'), 'board.edit')
    await evidence.unlink(board, await parseJson(c, evidenceLinksRequest))
    return c.body(null, 204)
  })

  return routes
}

/** Chains across boards; mounted at `/api/evidence`. */
export function createEvidenceRoutes({ chains }: Pick<EvidenceDeps, 'chains'>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:trace', async (c) => {
    const identity = requireIdentity(c.var.identity)
    const trace = c.req.param('trace')
    if (!isUuid(trace)) throw new AppError('not_found', 'no such note')
    return c.json(await chains.chain(identity, trace))
  })

  return routes
}

/** The chains of a whole sprint; mounted at `/api/sprints`. */
export function createSprintEvidenceRoutes(deps: {
  chains: EvidenceChains
  access: SprintAccessService
  reading: Pick<SprintReadingStore, 'boardsOf'>
}): Hono<AppEnv> {
  const { chains, access, reading } = deps
  const routes = new Hono<AppEnv>()

  routes.get('/:id/evidence', async (c) => {
    const { sprint, identity } = await access.require(c.var.identity, c.req.param('id'), 'sprint.view')
    // As on the sprint's page: a commissioner reads no board through the sprint.
    const boards = sprint.place === 'commissioner' ? [] : await reading.boardsOf(identity.userId, sprint.id)
    return c.json(
      await chains.ofBoards(
        identity,
        boards.map(({ id }) => id),
      ),
    )
  })

  return routes
}

export const boardEvidenceRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/boards/:id/sections',
    summary: 'The sections of a board in the order of reading',
    access: 'signed-in',
    response: boardSectionsResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/send-on',
    summary: 'Copy notes into a section of another board, each tied to what it comes from',
    access: 'signed-in',
    request: sendOnRequest,
    response: sendOnResponse,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/boards/:id/send-on/:sending/take-back',
    summary: 'Take back notes that one has sent on, as far as they lie there as they were sent',
    access: 'signed-in',
    response: takeBackResponse,
  },
  {
    method: 'get',
    path: '/api/boards/:id/evidence',
    summary: 'For each note with a trace, how many it builds on and how many build on it',
    access: 'signed-in',
    response: boardEvidenceResponse,
  },
  {
    method: 'post',
    path: '/api/boards/:id/evidence/links',
    summary: 'Say that a note builds on others of its board',
    access: 'signed-in',
    request: evidenceLinksRequest,
  },
  {
    method: 'post',
    path: '/api/boards/:id/evidence/links/withdraw',
    summary: 'Take back that a note builds on others of its board',
    access: 'signed-in',
    request: evidenceLinksRequest,
  },
]

export const evidenceRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/evidence/:trace',
    summary: 'Everything that a note builds on and everything that builds on it, across the boards that one may see',
    access: 'signed-in',
    response: evidenceChainResponse,
  },
]

export const sprintEvidenceRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/sprints/:id/evidence',
    summary: 'The chains of the boards of a sprint that one may see, ideas without evidence, and insights not used yet',
    access: 'signed-in',
    response: sprintEvidenceResponse,
  },
]
