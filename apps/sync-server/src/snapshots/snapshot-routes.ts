import {
  answerSnapshotRequest,
  createSnapshotRequest,
  publishSnapshotRequest,
  putSnapshotChoiceQuery,
  putSnapshotChoiceRequest,
  snapshotPictureQuery,
} from '@samtavle/shared/snapshot-api'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { parseJson, parseQuery } from '../http/parse.ts'
import { gzippedPictureResponse } from '../http/picture-response.ts'
import type { SnapshotAccessService } from './snapshot-access-service.ts'
import type { SnapshotAnswerService } from './snapshot-answer-service.ts'
import type { SnapshotService } from './snapshot-service.ts'

type Deps = { access: SnapshotAccessService; snapshots: SnapshotService; answers: SnapshotAnswerService }

/** Bytes of a choice that names thousands of shapes. */
const CHOICE_BYTES = 512 * 1024

/** The snapshots of a sprint; mounted at `/api/sprints`. */
export function createSprintSnapshotRoutes({ access, snapshots }: Deps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:id/snapshots', async (c) => {
    const scope = await access.ofSprint(c.var.identity, c.req.param('id'), 'see')
    c.header('Cache-Control', 'private, no-store')
    return c.json(await snapshots.list(scope))
  })

  routes.post('/:id/snapshots', async (c) => {
    const scope = await access.ofSprint(c.var.identity, c.req.param('id'), 'make')
    const { day } = await parseJson(c, createSnapshotRequest)
    return c.json({ id: await snapshots.createForSprint(scope, day) }, 201)
  })

  return routes
}

/** The snapshots of a board; mounted at `/api/boards`. */
export function createBoardSnapshotRoutes({ access, snapshots }: Deps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:id/snapshots', async (c) => {
    const scope = await access.ofBoard(c.var.identity, c.req.param('id'), 'see')
    c.header('Cache-Control', 'private, no-store')
    return c.json(await snapshots.list(scope))
  })

  routes.post('/:id/snapshots', async (c) => {
    const scope = await access.ofBoard(c.var.identity, c.req.param('id'), 'make')
    await parseJson(c, createSnapshotRequest)
    return c.json({ id: await snapshots.createForBoard(scope, c.req.param('id')) }, 201)
  })

  return routes
}

/** One snapshot; mounted at `/api/snapshots`. */
export function createSnapshotRoutes({ access, snapshots, answers }: Deps): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/:id', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'see')
    c.header('Cache-Control', 'private, no-store')
    return c.json(await snapshots.read(snapshot))
  })

  routes.get('/:id/pictures/:key', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'see')
    const { theme } = parseQuery(c, snapshotPictureQuery)
    const { payload, sha256 } = await snapshots.picture(snapshot, c.req.param('key'), theme)
    return gzippedPictureResponse(c, Buffer.from(sha256).toString('hex').slice(0, 16), payload)
  })

  routes.put('/:id/choice', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'make')
    const { was } = parseQuery(c, putSnapshotChoiceQuery)
    return c.json(await snapshots.putChoice(snapshot, await parseJson(c, putSnapshotChoiceRequest, CHOICE_BYTES), was))
  })

  routes.delete('/:id', async (c) => {
    await snapshots.remove(await access.require(c.var.identity, c.req.param('id'), 'make', { evenEnded: true }))
    return c.body(null, 204)
  })

  routes.post('/:id/publish', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'make')
    const { expiresAt, version } = await parseJson(c, publishSnapshotRequest)
    return c.json(await snapshots.publish(snapshot, expiresAt === null ? null : new Date(expiresAt), version))
  })

  routes.post('/:id/withdraw', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'make', { evenEnded: true })
    return c.json(await snapshots.withdraw(snapshot))
  })

  routes.post('/:id/final', async (c) => {
    const snapshot = await access.require(c.var.identity, c.req.param('id'), 'make', { evenEnded: true })
    return c.json(await snapshots.markFinal(snapshot))
  })

  routes.post('/:id/answers', async (c) => {
    const { row, identity } = await access.require(c.var.identity, c.req.param('id'), 'answer')
    await answers.add(row.id, await parseJson(c, answerSnapshotRequest), identity.userId)
    return c.body(null, 204)
  })

  return routes
}
