import {
  createLoopRequest,
  createLoopResponse,
  endLoopRequest,
  goOnLoopRequest,
  heldRoundRequest,
  learningLoopsResponse,
  oneLoopResponse,
  putNextRoundRequest,
  receivedLoopsResponse,
  remindersResponse,
  updateLoopRequest,
} from '@samtavle/shared/loop-api'
import { type Context, Hono } from 'hono'
import { type AppEnv, requireIdentity } from '../http/app-env.ts'
import type { RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { SprintAccessService } from '../sprints/sprint-access-service.ts'
import type { LoopAccessService } from './loop-access-service.ts'
import type { LoopService } from './loop-service.ts'
import type { ReceivedLoopService } from './received-loops.ts'

/** Learning loops over HTTP, to be mounted at `/api/sprints`. */
export function createLoopRoutes(deps: {
  loops: LoopService
  received: ReceivedLoopService
  access: SprintAccessService
  loopAccess: LoopAccessService
}): Hono<AppEnv> {
  const { loops, received, access, loopAccess } = deps
  const routes = new Hono<AppEnv>()
  const named = (c: Context<AppEnv>) => ({ sprintId: c.req.param('id') ?? '', loopId: c.req.param('loop') ?? '' })

  routes.get('/:id/loops', async (c) => {
    return c.json(await loops.list(await access.require(c.var.identity, c.req.param('id'), 'sprint.view')))
  })

  routes.post('/:id/loops', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.plan-loops')
    return c.json({ id: await loops.create(sprint, await parseJson(c, createLoopRequest)) }, 201)
  })

  routes.get('/:id/loops/:loop', async (c) => {
    const loop = await loopAccess.require(c.var.identity, named(c), 'loop.view')
    return c.json(await received.one(loop, c.req.param('loop')))
  })

  routes.patch('/:id/loops/:loop', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.plan-loops')
    await loops.change(sprint, c.req.param('loop'), await parseJson(c, updateLoopRequest))
    return c.body(null, 204)
  })

  routes.put('/:id/loops/:loop/next', async (c) => {
    const loop = await loopAccess.require(c.var.identity, named(c), 'loop.run')
    await loops.moveNext(loop, c.req.param('loop'), await parseJson(c, putNextRoundRequest))
    return c.body(null, 204)
  })

  routes.post('/:id/loops/:loop/held', async (c) => {
    const loop = await loopAccess.require(c.var.identity, named(c), 'loop.run')
    await loops.hold(loop, c.req.param('loop'), await parseJson(c, heldRoundRequest))
    return c.body(null, 204)
  })

  routes.post('/:id/loops/:loop/end', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.plan-loops')
    const { why } = await parseJson(c, endLoopRequest)
    await loops.end(sprint, c.req.param('loop'), why)
    return c.body(null, 204)
  })

  routes.post('/:id/loops/:loop/go-on', async (c) => {
    const sprint = await access.require(c.var.identity, c.req.param('id'), 'sprint.plan-loops')
    const { date } = await parseJson(c, goOnLoopRequest)
    await loops.goOn(sprint, c.req.param('loop'), date)
    return c.body(null, 204)
  })

  routes.get('/:id/loops/:loop/calendar.ics', async (c) => {
    const loop = await loopAccess.require(c.var.identity, named(c), 'loop.view')
    const calendar = await loops.calendar(loop, c.req.param('loop'))
    c.header('Content-Type', 'text/calendar; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="laeringsloop.ics"')
    c.header('Cache-Control', 'private, no-store')
    return c.body(calendar)
  })

  return routes
}

/** What one is to be told of; mounted at `/api/reminders`. */
export function createReminderRoutes({ loops }: { loops: LoopService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/', async (c) => c.json(await loops.reminders(requireIdentity(c.var.identity))))
  return routes
}

/** The loops that one received; mounted at `/api/loops`. */
export function createReceivedLoopRoutes({ received }: { received: ReceivedLoopService }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/', async (c) => c.json(await received.list(requireIdentity(c.var.identity))))
  return routes
}

const at = '/api/sprints/:id/loops'

export const loopRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: at,
    summary: 'The learning loops of a sprint with their rounds',
    access: 'signed-in',
    response: learningLoopsResponse,
  },
  {
    method: 'post',
    path: at,
    summary: 'Plan a learning loop with its first round',
    access: 'signed-in',
    request: createLoopRequest,
    response: createLoopResponse,
    status: 201,
  },
  {
    method: 'get',
    path: `${at}/:loop`,
    summary: 'One learning loop, with what its trial action taught; also for the owner who received it',
    access: 'signed-in',
    response: oneLoopResponse,
  },
  {
    method: 'patch',
    path: `${at}/:loop`,
    summary: 'Change the question, the owner or the pace of a loop',
    access: 'signed-in',
    request: updateLoopRequest,
  },
  {
    method: 'put',
    path: `${at}/:loop/next`,
    summary: 'Move the round that is to come',
    access: 'signed-in',
    request: putNextRoundRequest,
  },
  {
    method: 'post',
    path: `${at}/:loop/held`,
    summary: 'Write down what a round brought and plan the next one',
    access: 'signed-in',
    request: heldRoundRequest,
  },
  {
    method: 'post',
    path: `${at}/:loop/end`,
    summary: 'Bring a loop to its end',
    access: 'signed-in',
    request: endLoopRequest,
  },
  {
    method: 'post',
    path: `${at}/:loop/go-on`,
    summary: 'Take an ended loop up again',
    access: 'signed-in',
    request: goOnLoopRequest,
  },
  {
    method: 'get',
    path: `${at}/:loop/calendar.ics`,
    summary: 'The coming rounds for a calendar',
    access: 'signed-in',
    response: 'text/calendar',
  },
]

export const reminderRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/reminders',
    summary: 'Rounds of learning loops that one sees to: in the next two weeks, and those that were not held',
    access: 'signed-in',
    response: remindersResponse,
  },
]

export const receivedLoopRouteDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/loops',
    summary: 'The learning loops that one owns without being of their sprint',
    access: 'signed-in',
    response: receivedLoopsResponse,
  },
]
